// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QByteArray>
#include <Qt>

#include <functional>
#include <vector>

namespace playhead {

/// The order of the table's rows: by time, by id, or by the text of a value that the store keeps in a dictionary. Ties
/// stand in stream order; latest first is the exact reverse of the stream. Owned by the table model; its thread.
class EventOrder
{
public:
    enum class Key {
        Time,
        Type,
        Organization,
        Object,
        Id
    };

    /// Gives the texts by which a dictionary's numbers are ordered; `sample` is one of the events with that number.
    using SortText = std::function<QByteArray(Key key, quint32 number, EventRow sample)>;

    explicit EventOrder(SortText sortText);

    void set(Key key, Qt::SortOrder direction);
    Key key() const { return m_key; }
    Qt::SortOrder direction() const { return m_direction; }
    /// Numbers or their texts mean something else now.
    void forgetTexts();

    /// Brings rows that are in stream order into the table's order. Dictionary columns by a counting sort on ranks.
    void sort(const EventSnapshot &events, std::vector<EventRow> &rows);
    /// Whether row a stands before row b in the table.
    bool before(const EventSnapshot &events, EventRow a, EventRow b);

private:
    quint32 numberOf(const ColumnRun &run, quint32 at) const;
    const QByteArray &textOf(const EventSnapshot &events, EventRow row, quint32 number);
    void orderNumbers(std::vector<quint32> added);
    void sortByDictionary(const EventSnapshot &events, std::vector<EventRow> &rows);
    void sortById(const EventSnapshot &events, std::vector<EventRow> &rows) const;

    SortText m_sortText;
    Key m_key = Key::Time;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::vector<QByteArray> m_texts; ///< By number; null = not asked for yet.
    std::vector<quint32>
        m_ordered; ///< The numbers that were sorted by, in the order of their texts.
    std::vector<quint8> m_isOrdered; ///< By number: whether it is in m_ordered.
};

} // namespace playhead
