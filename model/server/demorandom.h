// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <array>
#include <span>

namespace playhead {

/// The demo's own source of chance: xoshiro256** seeded by splitmix64, whole numbers only, so that a seed gives the
/// same events on every platform (the distributions of the standard library differ between its implementations).
class DemoRandom
{
public:
    explicit DemoRandom(quint64 seed);

    quint64 next();
    /// 0 .. n-1; 0 for n = 0.
    quint64 below(quint64 n);
    /// least .. most, both included.
    qint64 between(qint64 least, qint64 most);
    /// True in `percent` of 100 cases.
    bool chance(int percent) { return below(100) < quint64(percent); }

    template<typename T>
    const T &pick(std::span<const T> choices)
    {
        return choices[size_t(below(choices.size()))];
    }
    template<typename T, size_t N>
    const T &pick(const std::array<T, N> &choices)
    {
        return choices[size_t(below(N))];
    }

private:
    std::array<quint64, 4> m_state;
};

} // namespace playhead
