// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/objectversions.h"

#include "model/core/json.h"
#include "model/events/eventfields.h"
#include "model/events/streamorder.h"

#include <QHash>

namespace playhead {

using namespace std::chrono_literals;

namespace {

/// Keys are `kind:id`, of roles `kind:organization/slug` (semantics 23).
bool isKeyOf(const QByteArray &key, const QByteArray &objectId)
{
    const qsizetype before = key.size() - objectId.size() - 1;
    return before >= 0 && key.endsWith(objectId) && (key[before] == ':' || key[before] == '/');
}

/// The numbers of all objects with this id: most rows are then passed by their number alone.
class WantedObjects
{
public:
    WantedObjects(const EventSnapshot &events, const QByteArray &objectId)
        : m_events(events)
        , m_objectId(objectId)
    {}

    bool has(quint32 object)
    {
        if (object == 0) {
            return false;
        }
        if (object >= m_known.size()) {
            m_known.resize(std::max<size_t>(object + 1, m_known.size() * 2), kUnknown);
        }
        if (m_known[object] == kUnknown) {
            m_known[object] = isKeyOf(m_events.objectKey(object), m_objectId) ? kWanted : kOther;
        }
        return m_known[object] == kWanted;
    }

private:
    static constexpr quint8 kUnknown = 0;
    static constexpr quint8 kOther = 1;
    static constexpr quint8 kWanted = 2;

    const EventSnapshot &m_events;
    const QByteArray &m_objectId;
    std::vector<quint8> m_known; ///< By number.
};

} // namespace

std::optional<ObjectVersion> versionAt(const QByteArray &objectId,
                                       Instant version,
                                       const EventSnapshot &events,
                                       const std::function<bool(EventRow)> &isOwn)
{
    // Constant and readable by any thread.
    static const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    if (objectId.isEmpty() || !catalogue) {
        return std::nullopt;
    }
    const bool isWholeSecond = toUs(version) % 1'000'000 == 0;
    const Instant end = version + (isWholeSecond ? Duration(1s) : Duration(1ms));
    WantedObjects wanted(events, objectId);
    JsonDocument document;
    std::optional<ObjectVersion> best;
    Instant bestVersion{};
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        if (!wanted.has(events.object(row)) || !isOwn(row)
            || !document.parse(events.raw(row)).has_value()) {
            continue;
        }
        const EventType type = catalogue->describe(events.typeName(events.type(row)));
        const std::optional<Instant> found = readUpdatedAt(document.root(), type);
        if (!found || *found >= end) {
            continue;
        }
        const bool isFirst = best && *found == bestVersion && streamBefore(events, row, best->row);
        if (!best || *found > bestVersion || isFirst) {
            best = ObjectVersion{row, *found >= version};
            bestVersion = *found;
        }
    }
    return best;
}

} // namespace playhead
