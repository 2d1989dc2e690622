// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/versionjudge.h"

#include "model/events/eventfields.h"

namespace playhead {

bool isDeleteType(QByteArrayView type)
{
    return type.endsWith(".deleted") || type.endsWith(".revoked") || type.endsWith("user_removed")
           || type.endsWith("member_removed");
}

VersionJudge::VersionJudge(const TypeCatalogue &catalogue)
    : m_catalogue(catalogue)
{}

void VersionJudge::clear()
{
    m_types.clear();
}

void VersionJudge::learnTypes(const EventSnapshot &events)
{
    for (auto type = static_cast<quint16>(m_types.size()); type < events.typeCount(); ++type) {
        TypeFacts facts{m_catalogue.describe(events.typeName(type)), false, false};
        facts.isMembership = isMembershipChange(facts.type.name);
        facts.isDelete = isDeleteType(facts.type.name);
        m_types.push_back(std::move(facts));
    }
}

qint64 VersionJudge::readVersion(const EventSnapshot &events, EventRow row)
{
    const TypeFacts &facts = m_types[events.type(row)];
    const auto read = !facts.isMembership && m_document.parse(events.raw(row))
                          ? readUpdatedAt(m_document.root(), facts.type)
                          : std::nullopt;
    return read ? toUs(*read) : kNoVersion;
}

FreshnessVerdict VersionJudge::judge(quint16 type, qint64 version, State &state) const
{
    const bool isDeleting = m_types[type].isDelete;
    FreshnessReason reason = state.isDeleted               ? FreshnessReason::AfterDelete
                             : version == kNoVersion       ? FreshnessReason::NoVersion
                             : state.version == kNoVersion ? FreshnessReason::First
                                                           : FreshnessReason::Newer;
    if (version != kNoVersion && state.version != kNoVersion && version <= state.version) {
        reason = version == state.version ? FreshnessReason::Same : FreshnessReason::Older;
        const bool isApplied = reason == FreshnessReason::Same && isDeleting && !state.isDeleted;
        if (!isApplied) {
            return {ExpectedAction::SkipStale, reason};
        }
    }
    state.isDeleted = isDeleting;
    state.version = version != kNoVersion ? version : state.version;
    return {ExpectedAction::Apply, reason};
}

} // namespace playhead
