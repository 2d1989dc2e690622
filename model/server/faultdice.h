// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/faultplan.h"

#include <QByteArrayView>

namespace playhead {

/// The chance behind the faults: every throw is a function of the seed, the fault, what it is thrown for and the number of the
/// throw, without any state. So the same requests get the same faults, in whatever order and on whatever thread they are
/// answered. Any thread.
class FaultDice
{
public:
    explicit FaultDice(quint64 seed)
        : m_seed(seed)
    {}

    /// 64 bits that look like chance. `subject` is the number of a request or subjectOf() an event; throw 0 decides whether the
    /// fault hits, the others shape it.
    quint64 thrown(FaultKind kind, quint64 subject, quint64 throwNumber) const;
    /// At least 0, less than 1.
    double portion(FaultKind kind, quint64 subject, quint64 throwNumber) const;
    /// 0 to n - 1; 0 for n = 0.
    quint64 below(quint64 n, FaultKind kind, quint64 subject, quint64 throwNumber) const;

    /// Whether the fault hits, for a share of 0 (never) to 1 (always).
    bool hits(FaultKind kind, quint64 subject, double share) const;
    /// The same for faults that come in bursts: one that begins at a request covers `length` requests, bursts may overlap, and
    /// `share` is still the share of all requests that are hit.
    bool hitsInBurst(FaultKind kind, quint64 number, double share, qint64 length) const;

    /// What stands for an event: of its id alone, so that every server treats it alike.
    static quint64 subjectOf(QByteArrayView eventId);

private:
    quint64 m_seed;
};

} // namespace playhead
