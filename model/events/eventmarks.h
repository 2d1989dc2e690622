// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/recordlog.h"

#include <vector>

namespace playhead {

/// A fact about stored events that their bytes do not tell. It names them by their place in the raw bytes, which stays
/// the same when the index is built anew.
struct EventMark
{
    enum class Kind : quint8 {
        OutOfOrder = 1,
        ReceivedAgain = 2,
        ReadOrganization = 3
    };

    Kind kind = Kind::OutOfOrder;
    qint64 begin = 0; ///< Of the first event's line.
    qint64 end = 0; ///< Behind the last event's line.
    QByteArray organization; ///< For ReadOrganization: those without one of their own get it.
    qint64 recordEnd = 0; ///< Where it ends in the file it was read from.
};

/// `events.marks`: all marks of a store, in the order in which they were made.
class EventMarks
{
public:
    /// Reads the marks; a torn end is cut off.
    static Result<EventMarks> open(const QString &path, StoreFile::Access access);

    /// What the file held when it was opened.
    const std::vector<EventMark> &stored() const { return m_stored; }
    void forgetStored() { m_stored = {}; }
    /// Takes out what lies at or behind `rawEnd`: those events are gone, and others will stand in their place.
    Status dropFrom(qint64 rawEnd);
    /// Writes the file anew with these marks.
    Status replaceBy(const std::vector<EventMark> &marks);

    qint64 end() const { return m_log.end(); }
    Status append(const EventMark &mark);
    void cutTo(qint64 end) { m_log.cutTo(end); }
    Status sync() { return m_log.sync(); }

private:
    explicit EventMarks(RecordLog log);

    RecordLog m_log;
    std::vector<EventMark> m_stored;
};

} // namespace playhead
