// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/servedevents.h"

#include "model/core/clock.h"
#include "model/core/json.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kWindows = 3;
constexpr auto kWindow = std::chrono::days(30);
constexpr auto kPatience = std::chrono::seconds(60);

struct ServedPage
{
    QList<QByteArray> events;
    QByteArray next;
    bool isGood = false;
};

ServedPage getPage(const QUrl &url, const QByteArray &key)
{
    ServedPage page;
    const PlainAnswer answer = plainGet(url, key);
    JsonDocument document;
    if (answer.status != 200 || !document.parse(answer.body)) {
        return page;
    }
    const auto slices = arrayMemberSlices(answer.body, "data");
    const auto next = document.root().at("/list_metadata/after");
    if (!slices || !next) {
        return page;
    }
    for (const QByteArrayView slice : *slices) {
        page.events.append(slice.toByteArray());
    }
    page.next = next->string().toByteArray();
    page.isGood = true;
    return page;
}

} // namespace

PlainAnswer plainGet(const QUrl &url, const QByteArray &key, const QByteArray &userAgent)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + key);
    if (!userAgent.isEmpty()) {
        request.setRawHeader("User-Agent", userAgent);
    }
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

QList<QByteArray> allServedEvents(const QUrl &url, const QByteArray &key)
{
    QList<QByteArray> events;
    QSet<QByteArray> seen;
    const Instant now = SystemClock().now();
    for (int window = kWindows; window > 0; --window) {
        const QByteArray start = isoUtcMs(now - window * kWindow + std::chrono::seconds(30));
        const QByteArray end = isoUtcMs(now - (window - 1) * kWindow + std::chrono::seconds(30));
        QByteArray after;
        do {
            QUrlQuery query{{u"limit"_s, u"100"_s},
                            {u"order"_s, u"asc"_s},
                            {u"range_end"_s, QString::fromLatin1(end)}};
            if (after.isEmpty()) {
                query.addQueryItem(u"range_start"_s, QString::fromLatin1(start));
            } else {
                query.addQueryItem(u"after"_s, QString::fromUtf8(after));
            }
            QUrl pageUrl(url);
            pageUrl.setPath(u"/events"_s);
            pageUrl.setQuery(query);
            const ServedPage page = getPage(pageUrl, key);
            if (!page.isGood) {
                return {};
            }
            for (const QByteArray &event : page.events) {
                if (!seen.contains(event)) {
                    seen.insert(event);
                    events.append(event);
                }
            }
            after = page.next;
        } while (!after.isEmpty());
    }
    return events;
}

} // namespace playhead
