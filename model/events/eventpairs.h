// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace playhead {

/// Numbers, from 0, for the pairs (type, organization) that occur among a store's events, given as they come.
class EventPairs
{
public:
    struct Pair
    {
        quint16 type = 0;
        quint32 organization = 0;
        bool operator==(const Pair &) const = default;
    };

    /// The pair's number; a pair that is new gets the next one.
    quint32 numberOf(quint16 type, quint32 organization)
    {
        if (type < m_numbers.size() && organization < m_numbers[type].size()) {
            if (const quint32 known = m_numbers[type][organization]; known != 0) {
                return known - 1;
            }
        }
        return add(type, organization);
    }
    quint32 count() const { return static_cast<quint32>(m_pairs.size()); }
    const Pair &operator[](quint32 number) const { return m_pairs[number]; }

private:
    quint32 add(quint16 type, quint32 organization);

    std::vector<Pair> m_pairs;
    std::vector<std::vector<quint32>>
        m_numbers; ///< By type, then organization: number + 1; 0 = none yet.
};

} // namespace playhead
