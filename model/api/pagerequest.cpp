// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/pagerequest.h"

namespace playhead {

QUrl pageUrl(const QUrl &baseUrl, const PageRequest &request)
{
    QByteArray query = request.order == PageOrder::NewestFirst
                           ? QByteArrayLiteral("order=desc&limit=")
                           : QByteArrayLiteral("order=asc&limit=");
    query += QByteArray::number(request.limit);
    const auto add = [&query](const char *name, const QByteArray &value) {
        query += '&' + QByteArray(name) + '=' + value.toPercentEncoding();
    };
    if (!request.types.isEmpty()) {
        // One value with commas, percent-encoded: what the OpenAPI text says and the Node and Python SDKs send.
        add("events", QByteArrayList(request.types).join(','));
    }
    if (!request.after.isEmpty()) {
        add("after", request.after.value);
    } else if (request.since) {
        add("range_start", isoUtcExact(*request.since));
    }
    if (request.until) {
        add("range_end", isoUtcExact(*request.until));
    }
    if (!request.organization.isEmpty()) {
        add("organization_id", request.organization.value);
    }

    QUrl url = baseUrl;
    url.setUserInfo(QString());
    url.setFragment(QString());
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path + QStringLiteral("/events"));
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

} // namespace playhead
