// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demorandom.h"

#include <bit>

namespace playhead {

DemoRandom::DemoRandom(quint64 seed)
{
    // splitmix64 spreads even the seeds 0, 1, 2 over all 256 bits of the state.
    for (quint64 &word : m_state) {
        seed += 0x9e3779b97f4a7c15ULL;
        quint64 z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

quint64 DemoRandom::next()
{
    const quint64 result = std::rotl(m_state[1] * 5, 7) * 9;
    const quint64 t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

quint64 DemoRandom::below(quint64 n)
{
    // The small bias of the remainder does not matter for a demo.
    return n == 0 ? 0 : next() % n;
}

qint64 DemoRandom::between(qint64 least, qint64 most)
{
    return most <= least ? least : least + qint64(below(quint64(most - least) + 1));
}

} // namespace playhead
