// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/model/events/storetestevents.h"

#include <QHash>

namespace playhead::test {

/// What an event store promises, told by a plain list and a plain map: the measure for the real one.
class PlainStore
{
public:
    AppendOutcome append(const std::vector<DecodedEvent> &page, const QByteArray &readOrganization);
    void mark(EventRow row, EventFlag flag) { m_rows[row].flags |= static_cast<quint16>(flag); }

    EventRow rowCount() const { return static_cast<EventRow>(m_rows.size()); }
    const std::vector<RowFacts> &rows() const { return m_rows; }

    /// The first answer of `events` that differs from what this store holds; empty when all are the same.
    QByteArray difference(const EventSnapshot &events) const;

    /// The same without the names that belong to no row.
    QByteArray differenceOfRows(const EventSnapshot &events) const;

private:
    QByteArray differenceOfRuns(const EventSnapshot &events) const;
    QByteArray differenceOfNames(const EventSnapshot &events) const;

    std::vector<RowFacts> m_rows;
    QHash<QByteArray, EventRow> m_rowOfId;
};

} // namespace playhead::test
