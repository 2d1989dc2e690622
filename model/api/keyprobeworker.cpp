// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/keyprobeworker.h"

#include "model/core/clock.h"

#include <algorithm>

namespace playhead {

namespace {

// The newest one and its neighbour: one alone does not show whether the server obeyed the order (workos-node issue 1610), and
// the oldest event must not be told as the newest.
constexpr int kAskedEvents = 2;
// A range of exactly 30 days would be refused by a server whose clock runs ahead of ours.
constexpr auto kClockMargin = std::chrono::hours(1);
// The first question, the catalogue's list, and that without what was refused.
constexpr int kMostQuestions = 4;

} // namespace

KeyProbeWorker::KeyProbeWorker(const TypeCatalogue &catalogue,
                               const Clock &clock,
                               const ClientSettings &limits)
    : m_catalogue(catalogue)
    , m_clock(clock)
    , m_limits(limits)
{}

void KeyProbeWorker::ask(const FetchTarget &target, quint64 number)
{
    if (!m_client) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_client = std::make_unique<EventsClient>(*m_network, m_catalogue, m_clock, m_limits);
        connect(m_client.get(), &EventsClient::answered, this, &KeyProbeWorker::take);
    }
    m_number = number;
    m_types = AskedTypes({}, m_catalogue);
    m_sent = 0;
    m_client->setTarget(target);
    send();
}

void KeyProbeWorker::send()
{
    PageRequest request;
    request.types = m_types.sent();
    request.since = m_clock.now() - std::chrono::duration_cast<Duration>(kLongestWindow)
                    + std::chrono::duration_cast<Duration>(kClockMargin);
    request.limit = kAskedEvents;
    request.order = PageOrder::NewestFirst;
    ++m_sent;
    m_sinceAsked.start();
    m_client->send(request);
}

void KeyProbeWorker::take(const PageReply &reply)
{
    QStringList refused;
    const bool isRefusal = reply.facts.status == 400 || reply.facts.status == 422;
    if (isRefusal && m_sent < kMostQuestions && m_types.adaptTo(reply.refusalBody, refused)) {
        send(); // Some servers want every type named (semantics 6).
        return;
    }
    emit answered(m_number,
                  reply.page ? Result<KeyAnswer>(read(*reply.page, reply.facts))
                             : Result<KeyAnswer>(tl::unexpected(reply.page.error())));
}

KeyAnswer KeyProbeWorker::read(const Page &page, const AnswerFacts &facts) const
{
    KeyAnswer answer;
    answer.took = std::chrono::milliseconds(m_sinceAsked.elapsed());
    answer.hasEvents = !page.events.empty();
    if (answer.hasEvents) {
        const Instant first = page.events.front().fields.createdAt;
        const bool isOnlyOne = page.events.size() == 1 && page.next.isEmpty();
        if (isOnlyOne || first > page.events.back().fields.createdAt) {
            answer.newestAge = std::max(Duration::zero(), facts.now() - first);
        }
    }
    return answer;
}

void KeyProbeWorker::drop()
{
    if (m_client) {
        m_client->cancel();
        m_client->setTarget({});
    }
}

void KeyProbeWorker::shutDown()
{
    m_client.reset();
    m_network.reset();
}

} // namespace playhead
