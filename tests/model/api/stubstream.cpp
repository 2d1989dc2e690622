// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/stubstream.h"

#include "tests/model/api/sampleevents.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

QByteArray httpDate(Instant t)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(toUs(t) / 1000, Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

StubAnswer refusal(int status, const QByteArray &body)
{
    return {status, body, {}, Travel::Whole};
}

} // namespace

StubStream StubStream::even(int count, Instant first, Duration step)
{
    static const QByteArray types[] = {"dsync.user.updated",
                                       "user.created",
                                       "authentication.sso_succeeded"};
    static const QByteArray organizations[] = {"org_one", "org_two"};
    StubStream stream;
    for (int i = 0; i < count; ++i) {
        const Instant t = first + i * step;
        const QByteArray &type = types[i % 3];
        const QByteArray &organization = organizations[i % 2];
        stream.events.push_back(
            {sampleId(i), type, organization, t, sampleEvent(i, t, type, organization)});
    }
    return stream;
}

std::vector<QByteArray> StubStream::allRaw() const
{
    std::vector<QByteArray> all;
    for (const Event &event : events) {
        all.push_back(event.raw);
    }
    return all;
}

StubAnswer StubStream::answer(const StubRequest &request) const
{
    const QByteArray after = request.parameter(u"after"_s).toUtf8();
    if (!after.isEmpty() && request.has(u"range_start"_s)) {
        return refusal(400, R"({"message":"after and range_start exclude each other."})");
    }
    const auto since = tryParseIsoInstant(request.parameter(u"range_start"_s).toLatin1());
    const auto until = ignoresRangeEnd
                           ? std::nullopt
                           : tryParseIsoInstant(request.parameter(u"range_end"_s).toLatin1());
    if (since && until && *until - *since > std::chrono::days(30)) {
        return refusal(400, R"({"message":"The range is longer than 30 days."})");
    }
    const QString typesText = request.parameter(u"events"_s);
    const QByteArrayList types = typesText.isEmpty() ? QByteArrayList()
                                                     : typesText.toUtf8().split(',');
    if (wantsTypes && types.isEmpty()) {
        return refusal(
            422,
            R"({"message":"Validation failed.","errors":[{"code":"required","field":"events"}]})");
    }
    for (const QByteArray &refused : refusedTypes) {
        if (types.contains(refused)) {
            return refusal(422, R"({"message":"Invalid name parameter: )" + refused + "\"}");
        }
    }

    std::vector<Event> order = events;
    if (isNewestFirst) {
        std::reverse(order.begin(), order.end());
    }
    auto from = order.begin();
    if (!after.isEmpty()) {
        from = std::find_if(order.begin(), order.end(), [&after](const Event &event) {
            return event.id == after;
        });
        if (from == order.end()) {
            return refusal(400, R"({"message":"Event not found: ')" + after + "'.\"}");
        }
        ++from;
    }
    const QByteArray organization = request.parameter(u"organization_id"_s).toUtf8();
    std::vector<Event> matching;
    std::copy_if(from, order.end(), std::back_inserter(matching), [&](const Event &event) {
        const Instant t = event.createdAt;
        const bool isInside = (!since || t > *since || (!isStartExclusive && t == *since))
                              && (!until || t < *until || (isEndInclusive && t == *until));
        return isInside && (types.isEmpty() || types.contains(event.type))
               && (organization.isEmpty() || event.organization == organization);
    });
    const auto limit = size_t(request.parameter(u"limit"_s).toInt());
    const bool hasMore = matching.size() > limit
                         || (fullLastPageHasCursor && matching.size() == limit && limit > 0);
    matching.resize(std::min(matching.size(), limit));
    std::vector<QByteArray> page;
    for (const Event &event : matching) {
        page.push_back(event.raw);
    }
    StubAnswer answer{200,
                      pageBody(page,
                               hasMore && !matching.empty() ? matching.back().id : QByteArray()),
                      {},
                      Travel::Whole};
    if (date) {
        answer.headers.append({"Date", httpDate(*date)});
    }
    if (!streamId.isEmpty()) {
        answer.headers.append({"X-Playhead-Stream", streamId});
    }
    return answer;
}

} // namespace playhead
