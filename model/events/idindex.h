// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/columnblocks.h"
#include "model/events/slottable.h"

#include <optional>
#include <shared_mutex>
#include <vector>

namespace playhead {

/// Finds the row of an id: the ids themselves stay in their column. Filled when first asked, so that opening a large store does not wait for it. Any thread.
class IdIndex
{
public:
    /// The row below `rows` that holds `key`.
    std::optional<quint32> find(const IdKey &key, const ColumnBlocks &blocks, quint32 rows) const;

private:
    void extend(const ColumnBlocks &blocks, quint32 rows) const;
    std::optional<quint32> probe(const IdKey &key, const ColumnBlocks &blocks, quint32 rows) const;

    mutable std::shared_mutex m_mutex;
    mutable SlotTable m_slots;
    mutable quint32 m_rows = 0;
};

/// The ids of the rows that one page is about to add.
class PageIds
{
public:
    explicit PageIds(size_t pageSize);
    /// The place of the row with this key in `rows`, if any.
    std::optional<size_t> find(const IdKey &key, const std::vector<RowValues> &rows) const;
    /// Notes the last of `rows`.
    void addLast(const std::vector<RowValues> &rows);

private:
    std::vector<quint32> m_slots;
};

} // namespace playhead
