// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <cstring>

namespace playhead {

/// A quick 64-bit checksum against torn writes and as a hash; the same on every run, so it may be stored. Not against
/// forgery.
inline quint64 checksum64(QByteArrayView bytes, quint64 seed = 0)
{
    constexpr quint64 kOdd = 0x9E3779B97F4A7C15ULL; // 2^64 / golden ratio
    quint64 sum = seed ^ (static_cast<quint64>(bytes.size()) * kOdd);
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    const auto mix = [&sum](quint64 word) {
        sum = (sum ^ word) * kOdd;
        sum ^= sum >> 29;
    };
    for (; left >= 8; left -= 8, at += 8) {
        quint64 word = 0;
        std::memcpy(&word, at, 8);
        mix(word);
    }
    if (left > 0) {
        quint64 word = 0;
        std::memcpy(&word, at, static_cast<size_t>(left));
        mix(word);
    }
    mix(sum >> 32);
    return sum;
}

} // namespace playhead
