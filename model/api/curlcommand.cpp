// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/curlcommand.h"

#include "model/api/pagerequest.h"

namespace playhead {

namespace {

using std::chrono::milliseconds;

/// In single quotes a shell changes nothing; a quote itself stands outside of them.
QByteArray quoted(QByteArray text)
{
    text.replace('\'', "'\\''");
    return '\'' + text + '\'';
}

QByteArray data(const char *name, const QByteArray &value)
{
    return QByteArrayLiteral(" --data-urlencode ") + quoted(name + ('=' + value));
}

constexpr char kKeyHeader[] = " -H \"Authorization: Bearer $WORKOS_API_KEY\"";

} // namespace

QByteArray curlCommand(const QUrl &baseUrl, const QByteArray &type, Instant createdAt)
{
    const Instant moment = std::chrono::floor<milliseconds>(createdAt);
    // The reference says "after this" and "before this", not whether the ends belong to it: a millisecond more on each side.
    return QByteArrayLiteral("curl -G ")
           + quoted(pageUrl(baseUrl, {}).toEncoded(QUrl::RemoveQuery | QUrl::FullyEncoded))
           + kKeyHeader + data("range_start", isoUtcMs(moment - milliseconds(1)))
           + data("range_end", isoUtcMs(moment + milliseconds(2))) + data("events", type)
           + data("limit", QByteArrayLiteral("100"));
}

QByteArray curlCommand(const QUrl &baseUrl,
                       const QByteArray &method,
                       const QByteArray &target,
                       const QByteArray &knownKey)
{
    const QByteArray how = method == "GET"    ? QByteArray()
                           : method == "HEAD" ? QByteArrayLiteral("-I ")
                                              : "-X " + quoted(method) + ' ';
    // -g: brackets, as SDKs send them, are no patterns.
    return "curl -g " + how
           + quoted(baseUrl.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                                      | QUrl::RemoveFragment | QUrl::FullyEncoded)
                    + target)
           + (knownKey.isEmpty() ? QByteArray(kKeyHeader)
                                 : " -H " + quoted("Authorization: Bearer " + knownKey));
}

} // namespace playhead
