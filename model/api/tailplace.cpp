// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/tailplace.h"

#include "model/api/timeranges.h"

#include <algorithm>

namespace playhead {

namespace {

/// An end that no event reaches: the server's clock, not ours, says what is new.
constexpr Duration kOpenEnd = std::chrono::days(3650);

} // namespace

TailPlace::TailPlace(const TailSettings &settings)
    : m_settings(settings)
{}

void TailPlace::begin(Instant coveredUntil)
{
    m_coveredUntil = coveredUntil;
    m_position.reset();
    m_edge.reset();
}

void TailPlace::coverTo(Instant until)
{
    m_coveredUntil = std::max(m_coveredUntil, until);
}

WindowRead TailPlace::beginPoll(Instant now, bool fromCovered)
{
    m_edge.reset();
    m_isFromCovered = fromCovered || !m_position || m_position->createdAt <= m_coveredUntil;
    m_isBounded = m_isFromCovered && now - m_coveredUntil > kLongestWindowRange;
    if (!m_isFromCovered) {
        return WindowRead::afterEvent(m_position->id, m_position->createdAt, now + kOpenEnd);
    }
    return WindowRead::ofRange(
        {m_coveredUntil, m_isBounded ? m_coveredUntil + kLongestWindowRange : now + kOpenEnd});
}

PageRequest TailPlace::request(const WindowRead &poll) const
{
    PageRequest request = poll.nextRequest();
    if (!m_isBounded) {
        request.until.reset();
    }
    return request;
}

bool TailPlace::beginsAnew(const Page &page) const
{
    const std::vector<DecodedEvent> &events = page.events;
    if (!m_isFromCovered) {
        return std::any_of(events.begin(), events.end(), [this](const DecodedEvent &event) {
            return event.fields.id == m_position->id.value;
        });
    }
    const Instant place = m_coveredUntil - 2 * kWindowOverlap;
    return !events.empty() && !page.next.isEmpty()
           && std::all_of(events.begin(), events.end(), [place](const DecodedEvent &event) {
                  return event.fields.createdAt < place;
              });
}

void TailPlace::take(const WindowPage &page, Instant serverNow)
{
    if (!m_edge) {
        m_edge = serverNow - m_settings.coverageMargin;
        m_settledUntil = serverNow - m_settings.margin;
    }
    for (const DecodedEvent &event : page.events) {
        const Instant t = event.fields.createdAt;
        if (t < m_settledUntil && (!m_position || t >= m_position->createdAt)) {
            m_position = Position{EventId(event.fields.id), t};
        }
    }
}

std::optional<TimeRange> TailPlace::covered(const WindowRead &poll) const
{
    std::optional<TimeRange> covered = poll.covered();
    if (!m_isFromCovered || !covered || !m_edge) {
        return std::nullopt;
    }
    covered->until = std::min(covered->until, *m_edge);
    return covered->isEmpty() ? std::nullopt : covered;
}

void TailPlace::endPoll(const WindowRead &poll)
{
    if (const std::optional<TimeRange> range = covered(poll)) {
        coverTo(range->until);
    }
}

} // namespace playhead
