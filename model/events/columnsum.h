// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/columnblocks.h"

namespace playhead {

/// Sums over rows, so that damage is noticed before anybody reads a wrong column. Any other value in any column gives
/// another sum; the order of adding does not matter, so a changed row is taken out as it was and put in as it is.
struct ColumnsSum
{
    quint64 fixed = 0; ///< Of the columns that never change.
    quint64 facts = 0; ///< Of organizations and flags, which marks change.

    ColumnsSum &operator+=(const ColumnsSum &other)
    {
        fixed += other.fixed;
        facts += other.facts;
        return *this;
    }
    ColumnsSum &operator-=(const ColumnsSum &other)
    {
        fixed -= other.fixed;
        facts -= other.facts;
        return *this;
    }
    bool operator==(const ColumnsSum &) const = default;
};

/// What one row adds.
inline ColumnsSum rowSum(quint32 row, const RowValues &values)
{
    constexpr quint64 kOdd = 0x9E3779B97F4A7C15ULL; // 2^64 / golden ratio
    const auto mixed = [row](quint64 sum) {
        sum = (sum ^ (sum >> 29)) * (kOdd + 2 * quint64(row));
        return sum ^ (sum >> 32);
    };
    quint64 halves[2];
    std::memcpy(halves, values.id.bytes.data(), sizeof halves);
    quint64 fixed = static_cast<quint64>(values.createdAtUs) * 0xD6E8FEB86659FD93ULL;
    fixed += static_cast<quint64>(values.rawOffset) * 0xC2B2AE3D27D4EB4FULL;
    fixed += halves[0] * 0x165667B19E3779F9ULL;
    fixed += halves[1] * 0x27D4EB2F165667C5ULL;
    fixed += (values.rawSize | quint64(values.object) << 32) * 0x85EBCA77C2B2AE63ULL;
    fixed += (values.type | quint64(values.id.isForeign) << 16) * 0xFF51AFD7ED558CCDULL;
    const quint64 facts = (values.organization | quint64(values.flags) << 32)
                          * 0xC4CEB9FE1A85EC53ULL;
    return {mixed(fixed), mixed(facts + 1)};
}

/// The sum of the first `rows` rows.
ColumnsSum columnsSum(const ColumnBlocks &blocks, quint32 rows);

} // namespace playhead
