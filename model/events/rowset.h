// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <vector>

namespace playhead {

/// A set of event rows, one bit each.
class RowSet
{
public:
    void clear() { m_words.clear(); }
    void insert(EventRow row)
    {
        if (row / 64 >= m_words.size()) {
            m_words.resize(row / 64 + 1);
        }
        m_words[row / 64] |= bit(row);
    }
    void remove(EventRow row)
    {
        if (row / 64 < m_words.size()) {
            m_words[row / 64] &= ~bit(row);
        }
    }
    bool contains(EventRow row) const
    {
        return row / 64 < m_words.size() && (m_words[row / 64] & bit(row)) != 0;
    }

    /// The first row of the set that is not before `row`.
    std::optional<EventRow> nextFrom(EventRow row) const
    {
        for (size_t word = row / 64; word < m_words.size(); ++word) {
            const quint64 before = word == row / 64 ? bit(row) - 1 : 0;
            if (const quint64 bits = m_words[word] & ~before) {
                return static_cast<EventRow>(word * 64)
                       + static_cast<EventRow>(std::countr_zero(bits));
            }
        }
        return std::nullopt;
    }

    /// Takes in the rows of another set.
    void unite(const RowSet &other)
    {
        m_words.resize(std::max(m_words.size(), other.m_words.size()));
        for (size_t i = 0; i < other.m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
    }
    /// Those of its rows that are not in `other`, ascending.
    std::vector<EventRow> without(const RowSet &other) const
    {
        std::vector<EventRow> rows;
        for (size_t i = 0; i < m_words.size(); ++i) {
            const quint64 others = i < other.m_words.size() ? other.m_words[i] : 0;
            for (quint64 bits = m_words[i] & ~others; bits != 0; bits &= bits - 1) {
                rows.push_back(static_cast<EventRow>(i * 64)
                               + static_cast<EventRow>(std::countr_zero(bits)));
            }
        }
        return rows;
    }

    bool operator==(const RowSet &other) const
    {
        const size_t common = std::min(m_words.size(), other.m_words.size());
        const auto isZero = [](quint64 word) { return word == 0; };
        return std::equal(m_words.begin(),
                          m_words.begin() + ptrdiff_t(common),
                          other.m_words.begin())
               && std::all_of(m_words.begin() + ptrdiff_t(common), m_words.end(), isZero)
               && std::all_of(other.m_words.begin() + ptrdiff_t(common),
                              other.m_words.end(),
                              isZero);
    }

private:
    static quint64 bit(EventRow row) { return quint64(1) << (row % 64); }

    std::vector<quint64> m_words;
};

} // namespace playhead
