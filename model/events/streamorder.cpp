// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace playhead {

namespace {

constexpr EventRow kPiece = 16'384;

/// The times of rows [first, first + count), side by side: the sort asks for them again and again.
std::vector<qint64> timesFrom(const EventSnapshot &events, EventRow first)
{
    std::vector<qint64> times;
    times.reserve(events.rowCount() - first);
    for (EventRow row = first; row < events.rowCount();) {
        const ColumnRun run = events.columnsFrom(row);
        times.insert(times.end(), run.createdAtUs.begin(), run.createdAtUs.end());
        row += run.count;
    }
    return times;
}

/// Whether rows from `first` on are stored in the order of time, as a read by one client leaves them.
bool areInOrder(const EventSnapshot &events, EventRow first)
{
    qint64 last = std::numeric_limits<qint64>::min();
    for (EventRow row = first; row < events.rowCount();) {
        const ColumnRun run = events.columnsFrom(row);
        if (run.createdAtUs.front() < last
            || !std::is_sorted(run.createdAtUs.begin(), run.createdAtUs.end())) {
            return false;
        }
        last = run.createdAtUs.back();
        row += run.count;
    }
    return true;
}

/// Puts rows [first, rowCount) behind `order` in stream order among themselves, by merging their sorted stretches.
void appendSorted(const EventSnapshot &events, EventRow first, std::vector<EventRow> &order)
{
    const size_t base = order.size();
    if (areInOrder(events, first)) {
        for (EventRow row = first; row < events.rowCount();) {
            // Piece by piece: what was just made is still in the cache.
            const EventRow end = row + std::min(events.rowCount() - row, kPiece);
            order.resize(order.size() + (end - row));
            std::iota(order.end() - static_cast<std::ptrdiff_t>(end - row), order.end(), row);
            row = end;
        }
        return;
    }
    const std::vector<qint64> times = timesFrom(events, first);
    std::vector<size_t> stretches{base};
    for (size_t i = 0; i < times.size(); ++i) {
        if (i > 0 && times[i] < times[i - 1]) {
            stretches.push_back(base + i);
        }
        order.push_back(first + static_cast<EventRow>(i));
    }
    const auto before = [&times, first](EventRow a, EventRow b) {
        return times[a - first] < times[b - first];
    };
    const auto place = [&order](size_t at) {
        return order.begin() + static_cast<std::ptrdiff_t>(at);
    };
    // Neighbours are merged in rounds; stable, so equal times keep the order of storing.
    for (; stretches.size() > 1;) {
        std::vector<size_t> longer;
        for (size_t i = 0; i < stretches.size(); i += 2) {
            longer.push_back(stretches[i]);
            if (i + 1 < stretches.size()) {
                const size_t end = i + 2 < stretches.size() ? stretches[i + 2] : order.size();
                std::inplace_merge(place(stretches[i]),
                                   place(stretches[i + 1]),
                                   place(end),
                                   before);
            }
        }
        stretches = std::move(longer);
    }
}

} // namespace

std::vector<EventRow> streamOrder(const EventSnapshot &events)
{
    std::vector<EventRow> order;
    order.reserve(events.rowCount());
    appendSorted(events, 0, order);
    return order;
}

bool extendStreamOrder(const EventSnapshot &events, EventRow known, std::vector<EventRow> &order)
{
    Q_ASSERT(order.size() == known);
    if (known >= events.rowCount()) {
        return true;
    }
    appendSorted(events, known, order);
    const auto firstNew = order.begin() + static_cast<std::ptrdiff_t>(known);
    if (known == 0 || events.createdAt(*(firstNew - 1)) <= events.createdAt(*firstNew)) {
        return true;
    }
    // Old rows at or before the first new one stay where they are; old rows win at equal times, being stored earlier.
    const auto before = [&events](EventRow a, EventRow b) {
        return events.createdAt(a) < events.createdAt(b);
    };
    const auto firstMoved = std::upper_bound(order.begin(), firstNew, *firstNew, before);
    std::inplace_merge(firstMoved, firstNew, order.end(), before);
    return false;
}

} // namespace playhead
