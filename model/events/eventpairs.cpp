// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventpairs.h"

#include <algorithm>

namespace playhead {

quint32 EventPairs::add(quint16 type, quint32 organization)
{
    if (type >= m_numbers.size()) {
        m_numbers.resize(size_t(type) + 1);
    }
    std::vector<quint32> &numbers = m_numbers[type];
    if (organization >= numbers.size()) {
        // Organizations come with numbers that grow: room for twice as many, or each would copy those before it.
        numbers.resize(std::max(size_t(organization) + 1, 2 * numbers.size()));
    }
    m_pairs.push_back({type, organization});
    numbers[organization] = count();
    return count() - 1;
}

} // namespace playhead
