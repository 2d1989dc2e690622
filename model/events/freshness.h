// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/eventsnapshot.h"
#include "model/events/typecatalogue.h"

#include <functional>
#include <vector>

namespace playhead {

/// What a careful consumer does with an event, and why (semantics 24).
struct FreshnessVerdict
{
    enum class Expected : quint8 {
        Apply,
        SkipStale,
        SkipDuplicate ///< The same id again: no stored event, each id is stored once.
    };
    enum class Reason : quint8 {
        First,
        Newer,
        Same,
        Older,
        NoVersion,
        AfterDelete,
        ReceivedTwice
    };

    Expected expected = Expected::Apply;
    Reason reason = Reason::First;

    bool operator==(const FreshnessVerdict &) const = default;
};

/// What a careful consumer that reads all stored events in stream order does with each (semantics 10, 23 to 27). Events of
/// one object are judged together; `updated_at` is read only where an object has more than one event. Takes 16 bytes a
/// row. One thread.
class Freshness
{
public:
    /// The catalogue outlives this.
    explicit Freshness(const TypeCatalogue &catalogue);

    /// Judges what has come since the last call: the same store, grown. Returns true when a verdict on a row that was
    /// judged before has changed. Stopped: the rest is judged by the next call, and nothing may be asked before.
    bool extend(const EventSnapshot &events, const std::function<bool()> &isStopped = {});
    bool isComplete(const EventSnapshot &events) const
    {
        return m_rows.size() == events.rowCount() && m_readTo == events.rowCount()
               && m_waiting.empty();
    }

    FreshnessVerdict verdict(const EventSnapshot &events, EventRow row);
    bool isStale(EventRow row) const
    {
        return m_rows[row].verdict.expected == FreshnessVerdict::Expected::SkipStale;
    }
    /// Another id tells the same `updated_at` of the same type and object. Ids that came more than once are in the
    /// store's flags.
    bool isRepeated(EventRow row) const { return m_rows[row].isRepeated; }

private:
    struct Row
    {
        qint64 version = 0; ///< Microseconds UTC, or one of the values below kNoVersion.
        EventRow previous = 0; ///< Of the same object, in the order of storing: row + 1; 0 = none.
        FreshnessVerdict verdict;
        bool isRepeated = false;
        bool isWaiting = false; ///< Its object waits to be judged; kept at the object's last row.
    };

    void link(const EventSnapshot &events);
    bool isAlone(EventRow row, quint32 object) const;
    void readVersion(const EventSnapshot &events, EventRow row);
    bool judge(const EventSnapshot &events, quint32 object);
    bool isDelete(const EventSnapshot &events, EventRow row);

    const TypeCatalogue &m_catalogue;
    std::vector<Row> m_rows;
    EventRow m_readTo = 0; ///< Versions of rows before this one are read, where they are needed.
    std::vector<EventRow> m_lastOfObject; ///< By object number: row + 1.
    std::vector<quint32> m_waiting; ///< Objects to be judged, each once.
    std::vector<quint8> m_isDelete; ///< By type number.
    JsonDocument m_document;
    std::vector<EventRow> m_chain; ///< The rows of the object that is being judged.
};

} // namespace playhead
