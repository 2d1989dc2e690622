// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventorder.h"

#include "model/core/ulid.h"
#include "model/events/streamorder.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace playhead {

namespace {

constexpr QByteArrayView kEventPrefix = "event_";

/// A usual event id as two numbers that compare as its text does.
struct IdKey
{
    quint64 high = 0;
    quint64 low = 0;
    EventRow row = 0;

    friend bool operator<(const IdKey &a, const IdKey &b)
    {
        return a.high != b.high ? a.high < b.high : a.low < b.low;
    }
};

std::optional<IdKey> idKey(const QByteArray &id, EventRow row)
{
    if (!id.startsWith(kEventPrefix)) {
        return std::nullopt;
    }
    const std::optional<UlidBytes> bytes = decodeUlid(
        QByteArrayView(id).sliced(kEventPrefix.size()));
    if (!bytes) {
        return std::nullopt;
    }
    IdKey key{0, 0, row};
    for (size_t i = 0; i < 8; ++i) {
        key.high = key.high << 8 | (*bytes)[i];
        key.low = key.low << 8 | (*bytes)[i + 8];
    }
    return key;
}

} // namespace

EventOrder::EventOrder(SortText sortText)
    : m_sortText(std::move(sortText))
{}

void EventOrder::set(Key key, Qt::SortOrder direction)
{
    if (key != m_key) {
        forgetTexts();
    }
    m_key = key;
    m_direction = direction;
}

void EventOrder::forgetTexts()
{
    m_texts.clear();
    m_ordered.clear();
    m_isOrdered.clear();
}

void EventOrder::sort(const EventSnapshot &events, std::vector<EventRow> &rows)
{
    switch (m_key) {
    case Key::Time:
        if (m_direction == Qt::DescendingOrder) {
            std::reverse(rows.begin(), rows.end());
        }
        break;
    case Key::Type:
    case Key::Organization:
    case Key::Object:
        sortByDictionary(events, rows);
        break;
    case Key::Id:
        sortById(events, rows);
        break;
    }
}

bool EventOrder::before(const EventSnapshot &events, EventRow a, EventRow b)
{
    const bool isAscending = m_direction == Qt::AscendingOrder;
    if (m_key == Key::Time) {
        return isAscending ? streamBefore(events, a, b) : streamBefore(events, b, a);
    }
    if (m_key == Key::Id) {
        const EventId idA = events.id(a);
        const EventId idB = events.id(b);
        return isAscending ? idA.value < idB.value : idB.value < idA.value;
    }
    const quint32 numberA = numberOf(events.columnsFrom(a), 0);
    const quint32 numberB = numberOf(events.columnsFrom(b), 0);
    if (numberA == numberB) {
        return streamBefore(events, a, b);
    }
    const QByteArray textA = textOf(events, a, numberA);
    const int compared = textA.compare(textOf(events, b, numberB));
    const bool isLess = compared != 0 ? compared < 0 : numberA < numberB;
    return isLess == isAscending;
}

/// Of row `run.first + at`.
quint32 EventOrder::numberOf(const ColumnRun &run, quint32 at) const
{
    switch (m_key) {
    case Key::Type:
        return run.type[at];
    case Key::Organization:
        return run.organization(at);
    case Key::Object:
        return run.object[at];
    case Key::Time:
    case Key::Id:
        break;
    }
    return 0;
}

const QByteArray &EventOrder::textOf(const EventSnapshot &events, EventRow row, quint32 number)
{
    Q_UNUSED(events)
    if (number >= m_texts.size()) {
        m_texts.resize(number + 1);
    }
    QByteArray &text = m_texts[number];
    if (text.isNull()) {
        text = m_sortText(m_key, number, row);
        if (text.isNull()) {
            text = QByteArrayLiteral("");
        }
    }
    return text;
}

/// Texts are compared once: another direction, other rows and new numbers find the old ones in order.
void EventOrder::orderNumbers(std::vector<quint32> added)
{
    const auto isBefore = [this](quint32 a, quint32 b) {
        const int compared = m_texts[a].compare(m_texts[b]);
        return compared != 0 ? compared < 0 : a < b;
    };
    std::sort(added.begin(), added.end(), isBefore);
    const auto known = static_cast<ptrdiff_t>(m_ordered.size());
    m_ordered.insert(m_ordered.end(), added.begin(), added.end());
    std::inplace_merge(m_ordered.begin(), m_ordered.begin() + known, m_ordered.end(), isBefore);
}

void EventOrder::sortByDictionary(const EventSnapshot &events, std::vector<EventRow> &rows)
{
    // How many rows each number has; a number that no row has gets no text.
    std::vector<quint32> numbers(rows.size());
    std::vector<quint32> places;
    std::vector<quint32> added;
    ColumnRun run;
    for (size_t i = 0; i < rows.size(); ++i) {
        // Most rows stand near the one before.
        if (rows[i] - run.first >= run.count) {
            run = events.columnsFrom(rows[i]);
        }
        const quint32 number = numberOf(run, rows[i] - run.first);
        numbers[i] = number;
        if (number >= places.size()) {
            places.resize(number + 1);
        }
        if (places[number]++ > 0) {
            continue;
        }
        if (number >= m_isOrdered.size()) {
            m_isOrdered.resize(number + 1);
        }
        if (std::exchange(m_isOrdered[number], 1) == 0) {
            textOf(events, rows[i], number);
            added.push_back(number);
        }
    }
    if (!added.empty()) {
        orderNumbers(std::move(added));
    }
    std::vector<quint32> present;
    std::copy_if(m_ordered.begin(),
                 m_ordered.end(),
                 std::back_inserter(present),
                 [&places](quint32 number) {
                     return number < places.size() && places[number] > 0;
                 });
    if (m_direction == Qt::DescendingOrder) {
        std::reverse(present.begin(), present.end());
    }
    quint32 next = 0;
    for (const quint32 number : present) {
        next += std::exchange(places[number], next);
    }
    std::vector<EventRow> sorted(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        sorted[places[numbers[i]]++] = rows[i];
    }
    rows = std::move(sorted);
}

void EventOrder::sortById(const EventSnapshot &events, std::vector<EventRow> &rows) const
{
    std::vector<IdKey> keys;
    keys.reserve(rows.size());
    for (const EventRow row : rows) {
        const std::optional<IdKey> key = idKey(events.id(row).value, row);
        if (!key) {
            break;
        }
        keys.push_back(*key);
    }
    if (keys.size() == rows.size()) {
        std::sort(keys.begin(), keys.end());
        std::transform(keys.begin(), keys.end(), rows.begin(), [](const IdKey &key) {
            return key.row;
        });
    } else {
        // Ids of another form are among them: all are compared as text.
        std::vector<QByteArray> ids(rows.size());
        std::transform(rows.begin(), rows.end(), ids.begin(), [&events](EventRow row) {
            return events.id(row).value;
        });
        std::vector<quint32> order(rows.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&ids](quint32 a, quint32 b) {
            return ids[a] < ids[b];
        });
        std::transform(order.begin(), order.end(), order.begin(), [&rows](quint32 at) {
            return rows[at];
        });
        rows = std::move(order);
    }
    if (m_direction == Qt::DescendingOrder) {
        std::reverse(rows.begin(), rows.end());
    }
}

} // namespace playhead
