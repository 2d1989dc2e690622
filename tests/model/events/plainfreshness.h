// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"
#include "model/events/freshness.h"
#include "model/events/streamorder.h"

#include <map>

namespace playhead {

/// What Freshness is to say of an event.
struct PlainVerdict
{
    FreshnessVerdict verdict;
    bool isDuplicate = false;
};

/// Semantics 10 and 23 to 26 in the obvious way: every event is read, in stream order. By row.
inline std::vector<PlainVerdict> plainFreshness(const EventSnapshot &events,
                                                const TypeCatalogue &catalogue)
{
    struct Object
    {
        std::optional<Instant> version;
        bool isDeleted = false;
        std::vector<std::pair<QByteArray, Instant>> seen;
    };
    using Reason = FreshnessReason;
    std::map<QByteArray, Object> objects;
    std::vector<PlainVerdict> verdicts(events.rowCount());
    for (const EventRow row : streamOrder(events)) {
        const EventFields fields = decodeEvent(events.raw(row), catalogue).value().fields;
        const auto found = fields.updatedAt;
        PlainVerdict &plain = verdicts[row];
        if (fields.objectKey.isEmpty()) {
            plain.verdict.reason = found ? Reason::First : Reason::NoVersion;
            continue;
        }
        const QByteArray &type = fields.type;
        const bool isDelete = type.endsWith(".deleted") || type.endsWith(".revoked")
                              || type.endsWith("user_removed") || type.endsWith("member_removed");
        Object &object = objects[fields.objectKey];
        if (found) {
            const std::pair seen(type, *found);
            plain.isDuplicate = std::find(object.seen.begin(), object.seen.end(), seen)
                                != object.seen.end();
            object.seen.push_back(seen);
        }
        const bool isSame = found && object.version && *found == *object.version;
        const bool isOlder = found && object.version && *found < *object.version;
        if (isOlder || (isSame && (!isDelete || object.isDeleted))) {
            plain.verdict = {ExpectedAction::SkipStale, isSame ? Reason::Same : Reason::Older};
            continue;
        }
        plain.verdict.reason = isSame             ? Reason::Same
                               : object.isDeleted ? Reason::AfterDelete
                               : !found           ? Reason::NoVersion
                               : !object.version  ? Reason::First
                                                  : Reason::Newer;
        object.isDeleted = isDelete;
        object.version = found ? found : object.version;
    }
    return verdicts;
}

} // namespace playhead
