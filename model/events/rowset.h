// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

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
        m_words[row / 64] |= quint64(1) << (row % 64);
    }
    bool contains(EventRow row) const
    {
        return row / 64 < m_words.size() && ((m_words[row / 64] >> (row % 64)) & 1) != 0;
    }

private:
    std::vector<quint64> m_words;
};

} // namespace playhead
