// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounts.h"

#include "model/cursors/cursorground.h"
#include "model/events/streamorder.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace playhead {

namespace {

/// How many places are looked at before it is asked again whether anybody's newest event is still missing.
constexpr size_t kPlacesAtOnce = 65536;

/// A cursor of an organization: which one, its types by number, and where it stands.
struct Standing
{
    qsizetype index;
    std::vector<quint16> types;
    size_t place;
};

/// The events behind a place, by type: it grows from the end of the stream towards its start.
class Tally
{
public:
    explicit Tally(const CursorGround &organization)
        : m_ground(organization)
        , m_counts(organization.events().typeCount())
        , m_newest(organization.events().typeCount())
        , m_place(organization.rowCount())
    {}

    size_t place() const { return m_place; }
    void growTo(size_t place)
    {
        m_ground.eachOwnBack(place, m_place, [this](const EventColumns &event) {
            if (m_counts[event.type()]++ == 0) {
                m_newest[event.type()] = event.row();
            }
        });
        m_place = place;
    }
    quint64 countOf(const std::vector<quint16> &types) const
    {
        return std::accumulate(types.begin(),
                               types.end(),
                               quint64(0),
                               [this](quint64 sum, quint16 t) { return sum + m_counts[t]; });
    }
    std::optional<EventRow> newestOf(const std::vector<quint16> &types) const
    {
        std::optional<EventRow> newest;
        for (const quint16 type : types) {
            const EventSnapshot &events = m_ground.events();
            if (m_counts[type] > 0 && (!newest || streamBefore(events, *newest, m_newest[type]))) {
                newest = m_newest[type];
            }
        }
        return newest;
    }

private:
    const CursorGround &m_ground;
    std::vector<quint64> m_counts;
    std::vector<EventRow> m_newest; ///< Of the types that have a count.
    size_t m_place;
};

std::vector<quint16> typesOf(const Cursor &cursor, const EventSnapshot &events)
{
    std::vector<quint16> types;
    if (cursor.types.isEmpty()) {
        types.resize(events.typeCount());
        std::iota(types.begin(), types.end(), quint16(0));
    }
    for (const QByteArray &type : cursor.types) {
        if (const auto number = events.findType(type)) {
            types.push_back(*number);
        }
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
}

/// Lags and newest events of the cursors of one organization, or of those without one.
void countOrganization(std::vector<Standing> &standings,
                       const CursorGround &organization,
                       QList<CursorCount> &counts)
{
    std::sort(standings.begin(), standings.end(), [](const Standing &a, const Standing &b) {
        return a.place > b.place;
    });
    Tally tally(organization);
    for (const Standing &standing : standings) {
        tally.growTo(standing.place);
        counts[standing.index].lag.events = tally.countOf(standing.types);
    }
    const auto tellNewest = [&] {
        bool isMissing = false;
        for (const Standing &standing : standings) {
            std::optional<EventRow> &newest = counts[standing.index].newest;
            newest = newest ? newest : tally.newestOf(standing.types);
            isMissing = isMissing || !newest;
        }
        return !isMissing;
    };
    while (!tellNewest() && tally.place() > 0) {
        tally.growTo(tally.place() - std::min(tally.place(), kPlacesAtOnce));
    }
}

CursorCount countWithoutEvents(const Cursor &cursor, Instant horizon)
{
    CursorCount count;
    count.cursorId = cursor.id;
    count.age = ageOf(cursor.position, horizon);
    count.isLost = count.age == CursorAge::Lost;
    count.untilLost = untilLost(cursor.position, horizon);
    return count;
}

} // namespace

QList<CursorCount> countCursors(const QList<CoveredCursor> &cursors, RewindGround &ground)
{
    QList<CursorCount> counts;
    counts.reserve(cursors.size());
    std::map<QByteArray, std::vector<Standing>> organizations;
    for (const CoveredCursor &covered : cursors) {
        const Cursor &cursor = covered.cursor;
        ground.covered = covered.covered;
        const CursorGround own(cursor, ground);
        const size_t place = own.placeOf(cursor.position);
        CursorCount count = countWithoutEvents(cursor, ground.horizon);
        count.lag.isExact = own.isCoveredToEdge(positionTime(cursor.position));
        if (place > 0) {
            count.processed = ground.order[place - 1];
        }
        if (own.hasAll()) {
            count.lag.events = own.ownIn(place, own.rowCount());
            count.newest = own.newestOwn();
        } else {
            organizations[cursor.organization.value].push_back(
                {counts.size(), typesOf(cursor, ground.events), place});
        }
        counts.append(count);
    }
    for (auto &[id, standings] : organizations) {
        Cursor organization;
        organization.organization = OrganizationId(id);
        countOrganization(standings, CursorGround(organization, ground), counts);
    }
    return counts;
}

} // namespace playhead
