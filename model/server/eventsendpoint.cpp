// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventsendpoint.h"

#include "model/core/ulid.h"
#include "model/server/eventspage.h"
#include "model/server/httpdate.h"
#include "model/server/loopbackhost.h"
#include "model/server/pagefaults.h"

#include <QRandomGenerator>

namespace playhead {

namespace {

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
    // The body has all of it; a line of the log need not name thousands of unknown types.
    constexpr qsizetype kLongestMessage = 1000;
    answer.record.message = refusal.message.size() <= kLongestMessage
                                ? refusal.message
                                : refusal.message.left(kLongestMessage) + "...";
}

} // namespace

EventsEndpoint::EventsEndpoint(Config config)
    : m_config(std::move(config))
    , m_faults(std::make_shared<const FaultPlan>(m_config.faults))
{}

void EventsEndpoint::setFaults(const FaultPlan &faults)
{
    auto plan = std::make_shared<const FaultPlan>(faults);
    const std::scoped_lock lock(m_mutex);
    m_faults.swap(plan);
}

FaultPlan EventsEndpoint::faults() const
{
    return *plan();
}

std::shared_ptr<const FaultPlan> EventsEndpoint::plan() const
{
    const std::scoped_lock lock(m_mutex);
    return m_faults;
}

bool EventsEndpoint::asksForEvents(QByteArrayView target)
{
    return pathOf(target) == "/events";
}

bool EventsEndpoint::hasKey(QByteArrayView authorization) const
{
    constexpr QByteArrayView kBearer("Bearer ");
    const QByteArrayView scheme = authorization.first(
        std::min(authorization.size(), kBearer.size()));
    return scheme.compare(kBearer, Qt::CaseInsensitive) == 0
           && isSame(authorization.sliced(kBearer.size()).trimmed(), m_config.apiKey);
}

void EventsEndpoint::sign(ApiAnswer &answer, Instant now, RequestFaults &faults) const
{
    answer.record.requestId = newRequestId(now);
    answer.headers.emplace_back("Date", httpDate(now + faults.clockSkew()));
    answer.headers.emplace_back("X-Request-ID", answer.record.requestId);
    if (!m_config.streamId.isEmpty()) {
        answer.headers.emplace_back("X-Playhead-Stream", m_config.streamId);
    }
}

ApiAnswer EventsEndpoint::answer(const ApiRequest &request) const
{
    const Instant now = m_config.clock->now();
    const auto plan = this->plan(); // stays the same for the whole of the request
    RequestFaults faults(*plan, request);
    ApiAnswer answer;
    answer.record.number = request.number;
    answer.record.at = now;
    answer.record.method = request.method.toByteArray();
    answer.record.target = request.target.toByteArray();
    answer.record.client = request.userAgent.toByteArray();
    sign(answer, now, faults);
    if (request.unreadableStatus != 0) {
        refuse(answer,
               Refusal::withMessage(request.unreadableStatus, "The request could not be read."));
    } else if (isForeign(request.host, request.origin)) {
        refuse(answer, Refusal::withMessage(403, "This server answers only to its own computer."));
    } else if (!asksForEvents(request.target)) {
        refuse(answer, Refusal::withMessage(404, "Not Found"));
    } else if (request.method != "GET" && request.method != "HEAD") {
        answer.headers.emplace_back("Allow", "GET, HEAD");
        refuse(answer, Refusal::withMessage(405, "Method Not Allowed"));
    } else if (!hasKey(request.authorization)) {
        refuse(answer, Refusal::unauthorized());
    } else {
        answerEvents(request, answer, now, *plan, faults);
    }
    if (answer.status != 200 && asksForEvents(request.target)) {
        answer.record.cursor = askedCursor(request.target);
    }
    answer.record.status = answer.status;
    answer.record.bytes = answer.body.size();
    answer.record.faults = faults.notes();
    if (!answer.wire.sendsHead) {
        // Nobody gets anything of what was made.
        answer.record.status = 0;
        answer.record.events = -1;
        answer.record.after.clear();
        answer.record.bytes = 0;
    }
    return answer;
}

void EventsEndpoint::answerEvents(const ApiRequest &request,
                                  ApiAnswer &answer,
                                  Instant now,
                                  const FaultPlan &plan,
                                  RequestFaults &faults) const
{
    answer.delay = faults.delay();
    if (const auto refusal = faults.refusal(now, answer)) {
        refuse(answer, *refusal);
        return;
    }
    const std::optional<FaultKind> wireFault = faults.wireFault();
    EventFaults eventFaults(m_config.events, plan, m_config.switches, now);
    PageFaults pages(m_config.events, m_config.switches, eventFaults, faults, now);
    const auto asked = parseEventsRequest(request.target);
    if (asked) {
        answer.record.cursor = spelledCursor(asked->after, asked->before);
    }
    const auto page = asked ? pages.page(*asked, !wireFault)
                            : tl::expected<SelectedPage, Refusal>(tl::unexpected(asked.error()));
    if (page) {
        answer.record.events = qsizetype(page->rows.size());
        answer.record.after = page->after;
        answer.body = pages.body(*page);
    } else {
        refuse(answer, page.error());
    }
    for (const QByteArray &note : eventFaults.notes()) {
        faults.note(note);
    }
    if (wireFault) {
        faults.setWire(*wireFault, answer);
    }
}

} // namespace playhead
