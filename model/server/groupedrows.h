// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace playhead {

/// The rows of each group, ascending, so that a rare group is found without looking at all rows: 4 bytes a row. Immutable
/// after construction; any thread.
class GroupedRows
{
public:
    GroupedRows() = default;
    /// `groupOfRow` holds each row's group, smaller than `groupCount`.
    GroupedRows(std::span<const quint32> groupOfRow, quint32 groupCount);

    /// Empty for a group that does not exist, too. Valid as long as this.
    std::span<const quint32> of(quint32 group) const;

private:
    std::vector<quint32> m_rows; ///< Group after group.
    std::vector<quint32> m_ends; ///< Where in m_rows each group ends.
};

} // namespace playhead
