// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventsendpoint.h"

#include "model/core/ulid.h"
#include "model/server/eventspage.h"
#include "model/server/loopbackhost.h"

#include <QRandomGenerator>

namespace playhead {

namespace {

/// RFC 9110, 5.6.7, for example `Sun, 22 Nov 2026 13:58:51 GMT`; no locale.
QByteArray httpDate(Instant instant)
{
    constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths =
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const QByteArray iso = isoUtcMs(std::chrono::floor<std::chrono::milliseconds>(instant));
    return QByteArray(kDays[std::chrono::weekday(day).c_encoding()]) + ", " + iso.mid(8, 2) + ' '
           + kMonths[unsigned(date.month()) - 1] + ' ' + iso.left(4) + ' ' + iso.mid(11, 8)
           + " GMT";
}

QByteArray newRequestId(Instant now)
{
    UlidBytes bytes{};
    const auto ms = quint64(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    const quint64 chance = QRandomGenerator::global()->generate64();
    const quint64 more = QRandomGenerator::global()->generate64();
    for (size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = i < 6    ? quint8(ms >> (8 * (5 - i)))
                   : i < 14 ? quint8(chance >> (8 * (i - 6)))
                            : quint8(more >> (8 * (i - 14)));
    }
    return "req_" + encodeUlid(bytes);
}

/// As long for a wrong key as for the right one.
bool isSame(QByteArrayView a, QByteArrayView b)
{
    quint8 difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        difference |= quint8(a[i] ^ b[i]);
    }
    return difference == 0;
}

QByteArrayView pathOf(QByteArrayView target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

void refuse(ApiAnswer &answer, const Refusal &refusal)
{
    answer.status = refusal.status;
    answer.body = refusal.body;
    answer.record.message = refusal.message;
}

} // namespace

EventsEndpoint::EventsEndpoint(Config config)
    : m_config(std::move(config))
{}

void EventsEndpoint::setFaults(const FaultPlan &faults)
{
    const std::scoped_lock lock(m_mutex);
    m_config.faults = faults;
}

FaultPlan EventsEndpoint::faults() const
{
    const std::scoped_lock lock(m_mutex);
    return m_config.faults;
}

bool EventsEndpoint::hasKey(QByteArrayView authorization) const
{
    constexpr QByteArrayView kBearer("Bearer ");
    const QByteArrayView scheme = authorization.first(
        std::min(authorization.size(), kBearer.size()));
    return scheme.compare(kBearer, Qt::CaseInsensitive) == 0
           && isSame(authorization.sliced(kBearer.size()).trimmed(), m_config.apiKey);
}

void EventsEndpoint::sign(ApiAnswer &answer, Instant now) const
{
    answer.record.requestId = newRequestId(now);
    answer.headers.emplace_back("Date", httpDate(now));
    answer.headers.emplace_back("X-Request-ID", answer.record.requestId);
    if (!m_config.streamId.isEmpty()) {
        answer.headers.emplace_back("X-Playhead-Stream", m_config.streamId);
    }
}

ApiAnswer EventsEndpoint::answer(const ApiRequest &request) const
{
    const Instant now = m_config.clock->now();
    ApiAnswer answer;
    answer.record.number = request.number;
    answer.record.at = now;
    answer.record.method = request.method.toByteArray();
    answer.record.target = request.target.toByteArray();
    answer.record.client = request.userAgent.toByteArray();
    sign(answer, now);
    if (isForeign(request.host, request.origin)) {
        refuse(answer, Refusal::withMessage(403, "This server answers only to its own computer."));
    } else if (pathOf(request.target) != "/events") {
        refuse(answer, Refusal::withMessage(404, "Not Found"));
    } else if (request.method != "GET" && request.method != "HEAD") {
        answer.headers.emplace_back("Allow", "GET, HEAD");
        refuse(answer, Refusal::withMessage(405, "Method Not Allowed"));
    } else if (!hasKey(request.authorization)) {
        refuse(answer, Refusal::unauthorized());
    } else {
        answerEvents(request, answer, now);
    }
    answer.record.status = answer.status;
    answer.record.bytes = answer.body.size();
    return answer;
}

void EventsEndpoint::answerEvents(const ApiRequest &request, ApiAnswer &answer, Instant now) const
{
    const auto asked = parseEventsRequest(request.target);
    if (!asked) {
        refuse(answer, asked.error());
        return;
    }
    answer.record.cursor = !asked->after.isEmpty()    ? "after=" + asked->after
                           : !asked->before.isEmpty() ? "before=" + asked->before
                                                      : QByteArray();
    const auto page = selectPage(m_config.events, *asked, m_config.switches, now);
    if (!page) {
        refuse(answer, page.error());
        return;
    }
    answer.record.events = qsizetype(page->rows.size());
    answer.record.after = page->after;
    answer.body = pageBody(m_config.events, *page);
}

} // namespace playhead
