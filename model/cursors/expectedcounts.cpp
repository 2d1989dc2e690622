// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/expectedcounts.h"

#include "model/cursors/movecounts.h"

#include <algorithm>

namespace playhead {

namespace {

/// Between two looks at the clock: places whose columns are looked at, or whose bytes may be read.
constexpr size_t kPlacesAtOnce = 16384;
constexpr size_t kReadsAtOnce = 512;

} // namespace

ExpectedCounting::ExpectedCounting(const TypeCatalogue &catalogue,
                                   const CursorGround &ground,
                                   const MovePlan &plan)
    : m_judge(catalogue)
    , m_events(ground.events())
    , m_ground(ground)
{
    m_judge.learnTypes(m_events);
    const CountedPlaces counted = countedPlaces(ground.placeOf(plan.cursor.position),
                                                ground.placeOf(plan.target),
                                                ground);
    m_from = counted.from;
    m_to = counted.to;
    m_counted.resize(m_to - m_from);
    m_marked = m_from;
}

bool ExpectedCounting::step(const std::vector<EventRow> &order, Duration atMost)
{
    const auto until = std::chrono::steady_clock::now() + atMost;
    EventColumns event(m_events);
    while (m_judged < m_to) {
        if (m_marked < m_to) {
            mark(std::min(m_to, m_marked + kPlacesAtOnce));
        } else {
            const bool isUsing = m_used < m_to;
            size_t &done = isUsing ? m_used : m_judged;
            const size_t end = std::min(m_to, done + (isUsing ? kPlacesAtOnce : kReadsAtOnce));
            for (; done < end; ++done) {
                event.goTo(order[done]);
                isUsing ? use(event.object()) : judge(event, done);
            }
        }
        if (std::chrono::steady_clock::now() >= until) {
            break;
        }
    }
    return m_judged == m_to;
}

/// Which events of the span were counted, and their objects.
void ExpectedCounting::mark(size_t end)
{
    m_ground.eachCounted(m_marked, end, [this](size_t place, const EventColumns &event) {
        m_counted[place - m_from] = true;
        const quint32 object = event.object();
        if (object >= m_uses.size()) {
            m_uses.resize(std::max<size_t>(object + 1, m_uses.size() + m_uses.size() / 4));
        }
        m_uses[object] = Uses::Span;
        return true;
    });
    m_marked = end;
    if (m_marked == m_to) {
        if (!m_uses.empty()) {
            m_uses[0] = Uses::None; // no object
        }
        m_states.resize(m_uses.size());
    }
}

void ExpectedCounting::use(quint32 object)
{
    if (object < m_uses.size() && m_uses[object] != Uses::None) {
        m_uses[object] = m_uses[object] == Uses::Span ? Uses::One : Uses::Many;
    }
}

void ExpectedCounting::judge(const EventColumns &event, size_t place)
{
    const quint32 object = event.object();
    ExpectedAction expected = ExpectedAction::Apply;
    if (object < m_uses.size() && m_uses[object] == Uses::Many) {
        const qint64 version = m_judge.readVersion(m_events, event.row());
        expected = m_judge.judge(event.type(), version, m_states[object]).expected;
    }
    if (place >= m_from && m_counted[place - m_from]) {
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
