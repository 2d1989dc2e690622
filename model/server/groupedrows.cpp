// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/groupedrows.h"

#include <numeric>

namespace playhead {

GroupedRows::GroupedRows(std::span<const quint32> groupOfRow, quint32 groupCount)
    : m_rows(groupOfRow.size())
    , m_ends(groupCount)
{
    for (const quint32 group : groupOfRow) {
        ++m_ends[group];
    }
    std::partial_sum(m_ends.begin(), m_ends.end(), m_ends.begin());
    // From the end on: each group's end moves to its begin, and its rows come to stand ascending.
    for (size_t row = groupOfRow.size(); row > 0; --row) {
        m_rows[--m_ends[groupOfRow[row - 1]]] = quint32(row - 1);
    }
    if (groupCount > 0) {
        m_ends.erase(m_ends.begin());
        m_ends.push_back(quint32(m_rows.size()));
    }
}

std::span<const quint32> GroupedRows::of(quint32 group) const
{
    if (group >= m_ends.size()) {
        return {};
    }
    const size_t begin = group == 0 ? 0 : m_ends[group - 1];
    return std::span(m_rows).subspan(begin, m_ends[group] - begin);
}

} // namespace playhead
