// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace playhead::bench {

/// One figure beside its peer or its limit, taken in the same run.
struct Measured
{
    QByteArray bar; ///< Number of the bar it belongs to; empty = none.
    QByteArray what;
    quint64 events = 0; ///< Stored events that it was measured at; 0 = does not matter.
    double figure = 0;
    QByteArray peerName; ///< What `peer` is the figure of.
    double peer = 0;
    QByteArray unit; ///< Of both.
};

/// Each prints one line (figure, peer, ratio, limit, held or MISSED), and adds the same, tab separated, to the file that the
/// variable PLAYHEAD_BENCH_REPORT names.
void atMost(const Measured &measured, double limit); ///< figure / peer <= limit
void atLeast(const Measured &measured, double limit); ///< figure / peer >= limit: of speeds
void quickerBy(const Measured &measured, double limit); ///< peer / figure >= limit: of times
void told(const Measured &measured); ///< Without a limit; without a peer when it is 0.
/// What could not be measured, and why: a peer that is not installed.
void skipped(const QByteArray &bar, const QByteArray &what, quint64 events, const QByteArray &why);

/// Ends the benchmark when something is not as it must be.
void require(bool isRight, const char *what);

/// The numbers of events to measure at: `--events 1M,10M`, or else PLAYHEAD_BENCH_EVENTS, or else `fallback`. A wrong
/// argument ends the program with usage.
std::vector<quint32> wantedEvents(int argc, char **argv, quint32 fallback = 1'000'000);

} // namespace playhead::bench
