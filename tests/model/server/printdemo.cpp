// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Prints demo events, one a line, for check_schema.py.
#include "model/server/demostream.h"

#include <cstdio>

int main()
{
    using namespace playhead;
    // Several seeds and ends: a smaller stream of each shows more of the beginning, where objects are new.
    for (const DemoPlan &plan : {DemoPlan{1, 2000, instantFromUs(1'795'442'772'345'000)},
                                 DemoPlan{2, 600, instantFromUs(1'795'442'772'345'678)},
                                 DemoPlan{77, 1500, instantFromUs(1'700'000'000'000'000)}}) {
        for (const QByteArray &event : makeDemoStream(plan)) {
            std::fwrite(event.constData(), 1, size_t(event.size()), stdout);
            std::fputc('\n', stdout);
        }
    }
    return 0;
}
