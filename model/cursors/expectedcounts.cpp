// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/expectedcounts.h"

#include "model/cursors/movecounts.h"

#include <algorithm>

namespace playhead {

namespace {

/// Between two looks at the clock.
constexpr size_t kPlacesAtOnce = 512;

} // namespace

ExpectedCounting::ExpectedCounting(const TypeCatalogue &catalogue,
                                   const CursorGround &ground,
                                   const MovePlan &plan)
    : m_judge(catalogue)
    , m_events(ground.events())
{
    m_judge.learnTypes(m_events);
    const size_t place = ground.placeOf(plan.cursor.position);
    const size_t target = ground.placeOf(plan.target);
    m_from = std::min(place, target);
    m_to = std::max(place, target);
    m_counted.resize(m_to - m_from);
    ground.eachCountedPlace(m_from, m_to, [&](size_t counted, EventRow row) {
        m_counted[counted - m_from] = true;
        const quint32 object = m_events.object(row);
        if (object >= m_uses.size()) {
            m_uses.resize(std::max<size_t>(object + 1, m_uses.size() + m_uses.size() / 4));
        }
        m_uses[object] = Uses::Span;
        return true;
    });
    if (!m_uses.empty()) {
        m_uses[0] = Uses::None; // no object
    }
    m_states.resize(m_uses.size());
}

bool ExpectedCounting::step(const std::vector<EventRow> &order, Duration atMost)
{
    const auto until = std::chrono::steady_clock::now() + atMost;
    while (m_judged < m_to) {
        size_t &done = m_used < m_to ? m_used : m_judged;
        const size_t end = std::min(m_to, done + kPlacesAtOnce);
        const bool isUsing = m_used < m_to;
        for (; done < end; ++done) {
            isUsing ? use(order[done]) : judge(order[done], done);
        }
        if (std::chrono::steady_clock::now() >= until) {
            break;
        }
    }
    return m_judged == m_to;
}

void ExpectedCounting::use(EventRow row)
{
    const quint32 object = m_events.object(row);
    if (object < m_uses.size() && m_uses[object] != Uses::None) {
        m_uses[object] = m_uses[object] == Uses::Span ? Uses::One : Uses::Many;
    }
}

void ExpectedCounting::judge(EventRow row, size_t place)
{
    const bool isCounted = place >= m_from && m_counted[place - m_from];
    const quint32 object = m_events.object(row);
    ExpectedAction expected = ExpectedAction::Apply;
    if (object < m_uses.size() && m_uses[object] == Uses::Many) {
        const qint64 version = m_judge.readVersion(m_events, row);
        expected = m_judge.judge(m_events.type(row), version, m_states[object]).expected;
    }
    if (isCounted) {
        ++(expected == ExpectedAction::Apply ? m_counts.apply : m_counts.skip);
    }
}

ExpectedCounts expectedCounts(const MovePlan &plan, const RewindGround &ground)
{
    const Result<TypeCatalogue> &catalogue = knownTypes();
    if (!catalogue) {
        return {};
    }
    ExpectedCounting counting(*catalogue, CursorGround(plan.cursor, ground), plan);
    while (!counting.step(ground.order, std::chrono::seconds(1))) {
    }
    return counting.counts();
}

} // namespace playhead
