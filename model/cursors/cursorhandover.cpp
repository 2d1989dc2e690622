// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorhandover.h"

#include "model/api/curlcommand.h"
#include "model/api/fetchquery.h"
#include "model/api/sdkcall.h"
#include "model/cursors/cursorjson.h"

#include <QJsonDocument>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString placeText(const CursorPosition &position)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return u"after="_s + after->id.toString();
    }
    return u"range_start="_s + QString::fromLatin1(isoUtcExact(std::get<FromTime>(position).from));
}

/// The query of the first request, without what belongs to paging.
QString parametersOf(const Cursor &cursor, const HandOverFrom &from)
{
    const QUrl url = pageUrl(from.baseUrl, firstRequest(cursor, from.now));
    QByteArrayList parts = url.query(QUrl::FullyEncoded).toLatin1().split('&');
    parts.removeIf([](const QByteArray &part) {
        return part.startsWith("order=") || part.startsWith("limit=");
    });
    return QString::fromLatin1(parts.join('&'));
}

QString curlOf(const Cursor &cursor, const HandOverFrom &from)
{
    const QUrl url = pageUrl(from.baseUrl, firstRequest(cursor, from.now));
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority
                                            | QUrl::FullyEncoded);
    return QString::fromUtf8(curlCommand(from.baseUrl, QByteArrayLiteral("GET"), target));
}

QString jsonOf(const Cursor &cursor, const HandOverFrom &from)
{
    QJsonObject object = cursorJson(cursor);
    object.insert(u"environment"_s, from.environment);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

PageRequest firstRequest(const Cursor &cursor, Instant now)
{
    PageRequest request;
    request.types = cursor.types;
    request.organization = cursor.organization;
    if (const auto *after = std::get_if<AfterEvent>(&cursor.position)) {
        request.after = after->id;
        return request;
    }
    const Instant from = std::get<FromTime>(cursor.position).from;
    request.since = from;
    if (now - from > kLongestWindow) {
        request.until = from + kLongestWindow;
    }
    return request;
}

QString handOver(const Cursor &cursor, HandOver form, const HandOverFrom &from)
{
    const auto call = [&cursor, &from](SdkLanguage language) {
        return sdkCall(language, from.baseUrl, firstRequest(cursor, from.now)).trimmed();
    };
    switch (form) {
    case HandOver::Place:
        return placeText(cursor.position);
    case HandOver::Parameters:
        return parametersOf(cursor, from);
    case HandOver::Curl:
        return curlOf(cursor, from);
    case HandOver::JavaScript:
        return call(SdkLanguage::JavaScript);
    case HandOver::Ruby:
        return call(SdkLanguage::Ruby);
    case HandOver::Python:
        return call(SdkLanguage::Python);
    case HandOver::Go:
        return call(SdkLanguage::Go);
    case HandOver::Json:
        return jsonOf(cursor, from);
    }
    return {};
}

} // namespace playhead
