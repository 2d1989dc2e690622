// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/movecounts.h"

#include "model/events/versionjudge.h"

#include <algorithm>
#include <tuple>

namespace playhead {

namespace {

std::vector<TypeMoveCount> typeCounts(const EventSnapshot &events,
                                      const std::vector<quint64> &counts,
                                      const TypeCatalogue &catalogue)
{
    std::vector<TypeMoveCount> types;
    for (quint16 type = 0; type < events.typeCount(); ++type) {
        if (counts[type] > 0) {
            const QByteArray name = events.typeName(type);
            types.push_back(
                {name, catalogue.describe(name).family, counts[type], isDeleteType(name)});
        }
    }
    std::sort(types.begin(), types.end(), [](const TypeMoveCount &a, const TypeMoveCount &b) {
        return std::tie(a.family, b.count, a.type) < std::tie(b.family, a.count, b.type);
    });
    return types;
}

std::vector<OrganizationMoveCount> organizationCounts(const EventSnapshot &events,
                                                      const std::vector<quint64> &counts)
{
    std::vector<OrganizationMoveCount> organizations;
    for (quint32 number = 0; number < counts.size(); ++number) {
        if (counts[number] > 0) {
            organizations.push_back({events.organizationId(number), counts[number]});
        }
    }
    std::sort(organizations.begin(),
              organizations.end(),
              [](const OrganizationMoveCount &a, const OrganizationMoveCount &b) {
                  return std::tie(b.count, a.organization.value)
                         < std::tie(a.count, b.organization.value);
              });
    return organizations;
}

} // namespace

CountedPlaces countedPlaces(size_t place, size_t target, const CursorGround &ground)
{
    if (target >= place) {
        return {place, target};
    }
    const size_t kept = ground.placeOf(FromTime{ground.ground().horizon});
    return {std::clamp(kept, target, place), place};
}

void countSpan(MovePlan &plan,
               const CursorGround &ground,
               size_t from,
               size_t to,
               const TypeCatalogue &catalogue)
{
    const EventSnapshot &events = ground.events();
    std::vector<quint64> types(events.typeCount());
    std::vector<quint64> organizations(events.organizationCount() + 1);
    std::optional<EventRow> first;
    EventRow last = 0;
    ground.eachCounted(from, to, [&](size_t, const EventColumns &event) {
        if (!first) {
            first = event.row();
        }
        last = event.row();
        ++plan.events;
        ++types[event.type()];
        ++organizations[event.organization()];
        return true;
    });
    if (first) {
        plan.firstAgain = events.id(*first);
        plan.spanStart = events.createdAt(*first);
        plan.spanEnd = events.createdAt(last);
    }
    plan.types = typeCounts(events, types, catalogue);
    plan.byOrganization = organizationCounts(events, organizations);
    plan.organizations = static_cast<quint32>(
        plan.byOrganization.size() - (organizations[0] > 0 ? 1 : 0)); // without "No organization"
    for (const TypeMoveCount &type : plan.types) {
        plan.deletes += type.isDelete ? type.count : 0;
    }
}

const Result<TypeCatalogue> &knownTypes()
{
    static const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    return catalogue;
}

} // namespace playhead
