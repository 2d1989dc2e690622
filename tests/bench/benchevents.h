// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/demostream.h"
#include "tests/bench/benchtime.h"

namespace playhead::bench {

/// Demo events; another seed gives other ids, organizations and objects.
inline std::vector<QByteArray> events(quint64 seed, quint32 count)
{
    return makeDemoStream(DemoPlan{seed, count, instantFromUs(1'795'420'800'000'000)});
}

} // namespace playhead::bench
