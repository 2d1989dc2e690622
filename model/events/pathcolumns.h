// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"
#include "model/events/filterpath.h"

#include <QCache>
#include <QStringList>

#include <vector>

namespace playhead {

/// The columns that show what stands at a path of the events. A value is read when its cell is first asked for and kept
/// for some screens: adding a column reads nothing. Owned by the table model; its thread.
class PathColumns
{
public:
    /// What a cell says. Several values (of `[]`) are parted by commas; a missing one is empty.
    struct Value
    {
        QString
            shown; ///< One line, at most some hundred characters; objects and lists by their size.
        QString whole; ///< As it is in the event; objects and lists as JSON.
        bool operator==(const Value &) const = default;
    };

    PathColumns();

    /// As filterPathText() writes them, each once.
    const QStringList &paths() const { return m_paths; }
    void append(const WrittenPath &path);
    void removeAt(qsizetype column);
    /// Another store: row numbers mean other events.
    void forget() { m_cache.clear(); }

    Value value(const EventSnapshot &events, EventRow row, qsizetype column) const;

private:
    using Values = std::vector<Value>;

    QStringList m_paths;
    std::vector<WrittenPath> m_written;
    mutable QCache<EventRow, Values> m_cache; ///< All columns of a row; costs are characters.
};

/// What stands at a path of one event, whose bytes are valid JSON. Any thread.
PathColumns::Value valueAtPath(QByteArrayView event, const WrittenPath &path);

} // namespace playhead
