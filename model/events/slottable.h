// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <optional>
#include <vector>

namespace playhead {

/// Numbers below a known count, found by the hash of what they stand for: open addressing, four bytes a slot. The bits
/// that a number does not need hold a part of its hash, so that looking for what is not there touches next to nothing
/// but the slots.
class SlotTable
{
public:
    size_t size() const { return m_slots.size(); }

    /// Empty, with room for numbers below `count`.
    void reset(size_t count)
    {
        m_slots.assign(std::bit_ceil(count * 3 / 2 + 2), 0);
        m_numberBits = std::min(32, std::countr_zero(m_slots.size()));
    }
    bool hasRoomFor(size_t count) const { return m_slots.size() > count * 3 / 2; }
    void clear() { m_slots.clear(); }

    void insert(quint64 hash, quint32 number)
    {
        size_t slot = hash & mask();
        while (m_slots[slot] != 0) {
            slot = (slot + 1) & mask();
        }
        m_slots[slot] = (number + 1) | tagOf(hash);
    }

    /// The number among those with (nearly) this hash for which `isIt` is true.
    template<typename IsIt>
    std::optional<quint32> find(quint64 hash, IsIt isIt) const
    {
        if (m_slots.empty()) {
            return std::nullopt;
        }
        const quint32 tag = tagOf(hash);
        const quint32 numberMask = static_cast<quint32>((quint64(1) << m_numberBits) - 1);
        for (size_t slot = hash & mask(); m_slots[slot] != 0; slot = (slot + 1) & mask()) {
            const quint32 held = m_slots[slot];
            if ((held & ~numberMask) == tag && isIt((held & numberMask) - 1)) {
                return (held & numberMask) - 1;
            }
        }
        return std::nullopt;
    }

private:
    size_t mask() const { return m_slots.size() - 1; }
    quint32 tagOf(quint64 hash) const
    {
        return m_numberBits == 32 ? 0 : static_cast<quint32>(hash >> 32) << m_numberBits;
    }

    std::vector<quint32> m_slots; // number + 1 below the tag; 0 = free; a power of two of them
    int m_numberBits = 32;
};

} // namespace playhead
