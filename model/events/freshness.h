// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/versionjudge.h"

#include <compare>
#include <vector>

namespace playhead {

/// Tells of every stored event what a careful consumer does with it, who reads the store from its beginning in stream
/// order and knows of each object the version that it applied last (semantics 23 to 26). One pass over the object column;
/// `updated_at` is read from the bytes of those events only whose object has more than one. Some 17 bytes an event. One
/// thread at a time.
///
/// Where the semantics leave it open: a delete without a version keeps the version that was known; an event after it with
/// the same or an older one is stale. A first version of an object of which events without a version were seen is First.
class Freshness
{
public:
    /// The catalogue outlives it.
    explicit Freshness(const TypeCatalogue &catalogue);

    /// Another store.
    void clear();
    /// Takes a step towards the snapshot, of the same store and at least as long as the one before, of about `rows`
    /// events. True when it has arrived: only then the answers are right. What is appended in stream order costs no more
    /// than itself; what comes in between makes its objects be judged anew.
    bool extend(const EventSnapshot &events, quint32 rows);
    /// How far extend() is, in events of the snapshot.
    quint32 progress() const { return m_read; }
    /// Those rows, judged before the last steps, of which isStale() or isDuplicate() changed since this was asked.
    std::vector<EventRow> takeChanged();

    bool isStale(EventRow row) const { return (m_verdicts[row] & kStale) != 0; }
    /// The same type, object and `updated_at` as an event before it (semantics 10). That an id was received more than once
    /// is known to the store alone.
    bool isDuplicate(EventRow row) const { return (m_verdicts[row] & kDuplicate) != 0; }
    /// `events`: the last snapshot that extend() got.
    FreshnessVerdict verdict(const EventSnapshot &events, EventRow row);

private:
    static constexpr quint8 kReason = 7; ///< Bits of FreshnessReason.
    static constexpr quint8 kStale = 8;
    static constexpr quint8 kDuplicate = 16;
    static constexpr EventRow kNoRow = 0xFFFFFFFF;
    static constexpr qint64 kNone = VersionJudge::kNoVersion;
    static constexpr qint64 kUnread = kNone + 1;

    enum class ObjectFlag : quint8 {
        Many = 1, ///< It has more than one event.
        Waits = 2, ///< To be judged anew.
        Deleted = 4
    };
    using State = VersionJudge::State;

    struct Version
    {
        qint64 version;
        quint16 type;
        quint32 place; ///< In m_rows.

        auto operator<=>(const Version &) const = default;
    };

    bool has(quint32 object, ObjectFlag flag) const
    {
        return (m_flags[object] & static_cast<quint8>(flag)) != 0;
    }
    void set(quint32 object, ObjectFlag flag) { m_flags[object] |= static_cast<quint8>(flag); }
    void makeRoom(const EventSnapshot &events);
    void link(const EventSnapshot &events, EventRow row);
    void linkToLatest(const EventSnapshot &events, EventRow row, quint32 object);
    void await(quint32 object);
    qint64 version(const EventSnapshot &events, EventRow row);
    quint8 judge(const EventSnapshot &events, EventRow row, State &state);
    void judgeObject(const EventSnapshot &events, quint32 object);
    void markDuplicates(const EventSnapshot &events);
    void note(EventRow row, quint8 verdict);

    VersionJudge m_judge;

    // By row.
    std::vector<quint8> m_verdicts;
    std::vector<EventRow>
        m_before; ///< The row of the same object that was stored before it, or kNoRow.
    std::vector<qint64> m_versions; ///< `updated_at` in microseconds, kUnread or kNone.
    // By object.
    std::vector<EventRow> m_newest; ///< The row that was stored last, or kNoRow.
    std::vector<EventRow> m_latest; ///< The last row in stream order.
    std::vector<qint64> m_known; ///< The version behind it.
    std::vector<quint8> m_flags;

    EventRow m_linked = 0;
    EventRow m_read = 0;
    EventRow m_judged = 0; ///< Rows before it have a verdict already.
    std::vector<quint32> m_waiting; ///< Objects.
    std::vector<EventRow> m_changed;
    // Used by judgeObject().
    std::vector<EventRow> m_rows;
    std::vector<quint8> m_newVerdicts;
    std::vector<Version> m_byVersion;
};

} // namespace playhead
