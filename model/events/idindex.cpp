// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/idindex.h"

#include "model/events/checksum.h"

#include <bit>
#include <cstring>
#include <mutex>

namespace playhead {

namespace {

quint64 hashOf(const IdKey &key)
{
    // Both halves, because a server may well count up in either.
    quint64 halves[2];
    std::memcpy(halves, key.bytes.data(), sizeof halves);
    quint64 hash = (halves[0] ^ (key.isForeign ? 1U : 0U)) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ (hash >> 32) ^ halves[1]) * 0xD6E8FEB86659FD93ULL;
    return hash ^ (hash >> 32);
}

} // namespace

std::optional<quint32> IdIndex::find(const IdKey &key,
                                     const ColumnBlocks &blocks,
                                     quint32 rows) const
{
    {
        const std::shared_lock lock(m_mutex);
        if (m_rows >= rows) {
            return probe(key, blocks, rows);
        }
    }
    const std::unique_lock lock(m_mutex);
    extend(blocks, rows);
    return probe(key, blocks, rows);
}

std::optional<quint32> IdIndex::probe(const IdKey &key,
                                      const ColumnBlocks &blocks,
                                      quint32 rows) const
{
    return m_slots.find(hashOf(key), [&](quint32 row) {
        // Rows beyond were added after the caller's snapshot and may lie in blocks that it does not know.
        return row < rows && blocks.of(row).id(row & ColumnBlock::kMask) == key;
    });
}

void IdIndex::extend(const ColumnBlocks &blocks, quint32 rows) const
{
    if (m_rows >= rows) {
        return; // another thread was quicker
    }
    if (!m_slots.hasRoomFor(rows)) {
        m_slots.reset(std::max(1024U, rows));
        m_rows = 0;
    }
    for (; m_rows < rows; ++m_rows) {
        m_slots.insert(hashOf(blocks.of(m_rows).id(m_rows & ColumnBlock::kMask)), m_rows);
    }
}

PageIds::PageIds(size_t pageSize)
    : m_slots(std::bit_ceil(pageSize * 2 + 1))
{}

std::optional<size_t> PageIds::find(const IdKey &key, const std::vector<RowValues> &rows) const
{
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = hashOf(key) & mask; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        if (rows[m_slots[slot] - 1].id == key) {
            return m_slots[slot] - 1;
        }
    }
    return std::nullopt;
}

void PageIds::addLast(const std::vector<RowValues> &rows)
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hashOf(rows.back().id) & mask;
    while (m_slots[slot] != 0) {
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = static_cast<quint32>(rows.size());
}

} // namespace playhead
