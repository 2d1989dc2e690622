// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtervocabulary.h"

#include <algorithm>
#include <vector>

namespace playhead {

namespace {

constexpr quint32 kSampledOfType = 24;
constexpr size_t kMostSampled = 3'000;

/// Which rows are loaded, and how many of each type and organization.
class LoadedRows
{
public:
    LoadedRows(const EventSnapshot &events, const FetchScope &scope)
        : m_events(events)
        , m_scope(scope)
        , m_isTypeAsked(events.typeCount(), scope.types.isEmpty())
        , m_organization(scope.organization.isEmpty() ? std::optional<quint32>(0)
                                                      : events.findOrganization(scope.organization))
    {
        for (const QByteArray &type : scope.types) {
            if (const std::optional<quint16> number = events.findType(type)) {
                m_isTypeAsked[*number] = true;
            }
        }
    }

    template<typename Visit>
    void forEach(const std::atomic_bool &stops, Visit visit) const
    {
        const bool isAnyTime = m_scope.range == TimeRange{};
        const qint64 since = toUs(m_scope.range.since);
        const qint64 until = toUs(m_scope.range.until);
        for (EventRow row = 0; row < m_events.rowCount() && m_organization && !stops;) {
            const ColumnRun run = m_events.columnsFrom(row);
            for (quint32 i = 0; i < run.count; ++i) {
                const qint64 at = run.createdAtUs[i];
                const bool isInRange = isAnyTime || (at >= since && at < until);
                if (isInRange && m_isTypeAsked[run.type[i]]
                    && (*m_organization == 0 || run.organization(i) == *m_organization)) {
                    visit(run.first + i, run.type[i], run.organization(i));
                }
            }
            row = run.first + run.count;
        }
    }

private:
    const EventSnapshot &m_events;
    const FetchScope &m_scope;
    std::vector<bool> m_isTypeAsked;
    std::optional<quint32> m_organization; ///< 0 = any; empty = one that no event has.
};

/// All of a few events, else some of each type, from all of its time.
std::vector<EventRow> sample(const LoadedRows &loaded,
                             const std::vector<quint32> &counts,
                             bool takesAll,
                             const std::atomic_bool &stops)
{
    const quint32 most = takesAll ? quint32(kMostSampled) : kSampledOfType;
    std::vector<quint32> met(counts.size());
    std::vector<quint32> taken(counts.size());
    std::vector<EventRow> rows;
    loaded.forEach(stops, [&](EventRow row, quint16 type, quint32) {
        const quint32 step = std::max(1U, counts[type] / most);
        if (met[type]++ % step == 0 && taken[type] < most && rows.size() < kMostSampled) {
            ++taken[type];
            rows.push_back(row);
        }
    });
    return rows;
}

} // namespace

FilterVocabulary gatherVocabulary(const EventSnapshot &events,
                                  const FetchScope &scope,
                                  const TypeCatalogue &catalogue,
                                  const std::atomic_bool &stops)
{
    const LoadedRows loaded(events, scope);
    std::vector<quint32> types(events.typeCount());
    std::vector<quint32> organizations(size_t(events.organizationCount()) + 1);
    loaded.forEach(stops, [&](EventRow, quint16 type, quint32 organization) {
        ++types[type];
        ++organizations[organization];
    });
    FilterVocabulary vocabulary;
    for (quint16 type = 0; type < types.size(); ++type) {
        if (types[type] > 0) {
            const QByteArray name = events.typeName(type);
            vocabulary.types.append(
                {QString::fromUtf8(name), catalogue.describe(name).family, types[type]});
        }
    }
    for (quint32 organization = 1; organization < organizations.size(); ++organization) {
        if (organizations[organization] > 0) {
            vocabulary.organizations.append(
                {events.organizationId(organization), {}, organizations[organization]});
        }
    }
    std::sort(vocabulary.types.begin(),
              vocabulary.types.end(),
              [](const FilterVocabulary::Type &a, const FilterVocabulary::Type &b) {
                  return a.family != b.family ? a.family < b.family
                         : a.count != b.count ? a.count > b.count
                                              : a.name < b.name;
              });
    std::sort(vocabulary.organizations.begin(),
              vocabulary.organizations.end(),
              [](const FilterVocabulary::Organization &a, const FilterVocabulary::Organization &b) {
                  return a.count != b.count ? a.count > b.count : a.id.value < b.id.value;
              });
    quint64 all = 0;
    for (const quint32 count : types) {
        all += count;
    }
    vocabulary.arePathsCounted = all <= kMostSampled;
    vocabulary.paths = seenPaths(events,
                                 sample(loaded, types, vocabulary.arePathsCounted, stops),
                                 stops);
    return vocabulary;
}

} // namespace playhead
