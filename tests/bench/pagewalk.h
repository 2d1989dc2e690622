// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/benchreport.h"

#include <QByteArray>

namespace playhead::bench {

inline constexpr int kPages = 2'000; ///< Of all clients together, in one round.
inline constexpr QByteArrayView kHeaders("\r\nAuthorization: Bearer sk_test_playhead\r\n");

/// What a client asks again and again.
struct Walk
{
    QByteArray query; ///< `limit=100`, without `after`.
    QByteArrayView headers = kHeaders;
    bool followsAfter = true; ///< To the end, and then again from the start.
    int clients = 1;
    int pages = kPages;
};

/// The request line and the headers of a page; an empty `after` is left out.
QByteArray requestFor(const Walk &walk, QByteArrayView after);

/// The id at the end of a page; empty when the list ends or the page is packed.
QByteArray afterOf(QByteArrayView page);

struct Speed
{
    double pagesPerSecond = 0;
    double cpuUs = 0; ///< Of the processor for a page, the client's work among it.
};

/// Lets all clients ask at once over kept connections.
Speed speedOf(quint16 port, const Walk &walk);

} // namespace playhead::bench
