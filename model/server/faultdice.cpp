// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/faultdice.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace playhead {

namespace {

/// By kind. A kind keeps its number for ever, also when newer ones come to stand before it: a seed means the same faults in
/// all versions.
constexpr std::array<quint64, kFaultKinds> kSalts = {0,  1,  2,  22, 3,  4,  5,  6,
                                                     7,  8,  9,  10, 11, 12, 23, 13,
                                                     14, 15, 16, 17, 18, 19, 20, 21};

/// One step of splitmix64: each bit of the input changes about half of the output's.
quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

} // namespace

quint64 FaultDice::thrown(FaultKind kind, quint64 subject, quint64 throwNumber) const
{
    return mixed(mixed(mixed(mixed(m_seed) + kSalts[size_t(kind)]) + subject) + throwNumber);
}

double FaultDice::portion(FaultKind kind, quint64 subject, quint64 throwNumber) const
{
    // As many bits as a double holds.
    return double(thrown(kind, subject, throwNumber) >> 11) * 0x1p-53;
}

quint64 FaultDice::below(quint64 n, FaultKind kind, quint64 subject, quint64 throwNumber) const
{
    return n == 0 ? 0 : thrown(kind, subject, throwNumber) % n;
}

bool FaultDice::hits(FaultKind kind, quint64 subject, double share) const
{
    return portion(kind, subject, 0) < share;
}

bool FaultDice::hitsInBurst(FaultKind kind, quint64 number, double share, qint64 length) const
{
    if (length <= 1) {
        return hits(kind, number, share);
    }
    // A request is spared when none of the `length` requests up to it begins a burst.
    const double beginning = 1 - std::pow(1 - share, 1 / double(length));
    const quint64 first = number - std::min(number, quint64(length) - 1);
    for (quint64 begin = std::max<quint64>(first, 1); begin <= number; ++begin) {
        if (hits(kind, begin, beginning)) {
            return true;
        }
    }
    return false;
}

quint64 FaultDice::subjectOf(QByteArrayView eventId)
{
    auto subject = quint64(eventId.size());
    for (const char c : eventId) {
        subject = mixed(subject ^ quint8(c));
    }
    return subject;
}

} // namespace playhead
