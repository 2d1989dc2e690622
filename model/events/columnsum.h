// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/columnblocks.h"

namespace playhead {

/// What one row adds to the sum of its columns. Any other value in any column gives another number.
inline quint64 rowSum(quint32 row, const RowValues &values)
{
    constexpr quint64 kOdd = 0x9E3779B97F4A7C15ULL; // 2^64 / golden ratio
    quint64 halves[2];
    std::memcpy(halves, values.id.bytes.data(), sizeof halves);
    const quint64 flags = values.flags | (values.id.isForeign ? kForeignIdBit : 0U);
    quint64 sum = static_cast<quint64>(values.createdAtUs) * 0xD6E8FEB86659FD93ULL;
    sum += static_cast<quint64>(values.rawOffset) * 0xC2B2AE3D27D4EB4FULL;
    sum += halves[0] * 0x165667B19E3779F9ULL;
    sum += halves[1] * 0x27D4EB2F165667C5ULL;
    sum += (values.organization | quint64(values.object) << 32) * 0x85EBCA77C2B2AE63ULL;
    sum += (values.rawSize | quint64(values.type) << 32 | flags << 48) * 0xFF51AFD7ED558CCDULL;
    sum = (sum ^ (sum >> 29)) * (kOdd + 2 * quint64(row));
    return sum ^ (sum >> 32);
}

/// The sum of the first `rows` rows, so that damage is noticed before anybody reads a wrong column. The order of adding
/// does not matter: a changed row is taken out as it was and put in as it is.
quint64 columnsSum(const ColumnBlocks &blocks, quint32 rows);

} // namespace playhead
