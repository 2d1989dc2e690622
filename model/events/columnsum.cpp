// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/columnsum.h"

#include <algorithm>
#include <future>
#include <thread>

namespace playhead {

namespace {

ColumnsSum sumBetween(const ColumnBlocks &blocks, quint32 first, quint32 last)
{
    ColumnsSum sum;
    for (quint32 row = first; row < last; ++row) {
        sum += rowSum(row, blocks.of(row).values(row & ColumnBlock::kMask));
    }
    return sum;
}

} // namespace

ColumnsSum columnsSum(const ColumnBlocks &blocks, quint32 rows)
{
    // Below, a thread costs more than it saves.
    constexpr quint32 kLeastRows = 8 * ColumnBlock::kRows;
    const quint32 parts = std::clamp(rows / kLeastRows,
                                     1U,
                                     std::thread::hardware_concurrency() + 1);
    const quint32 size = rows / parts;
    std::vector<std::future<ColumnsSum>> others;
    for (quint32 part = 1; part < parts; ++part) {
        others.push_back(std::async(std::launch::async | std::launch::deferred,
                                    sumBetween,
                                    std::cref(blocks),
                                    part * size,
                                    part + 1 == parts ? rows : (part + 1) * size));
    }
    ColumnsSum sum = sumBetween(blocks, 0, parts == 1 ? rows : size);
    for (std::future<ColumnsSum> &other : others) {
        sum += other.get();
    }
    return sum;
}

} // namespace playhead
