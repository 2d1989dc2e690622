// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 8: sorting by a dictionary column against std::sort of the same permutation.
#include "model/events/eventorder.h"
#include "model/events/streamorder.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"

#include <algorithm>

using namespace playhead;

namespace {

void measure(const EventSnapshot &events)
{
    const std::vector<EventRow> order = streamOrder(events);
    std::vector<QByteArray> names;
    for (quint16 i = 0; i < events.typeCount(); ++i) {
        names.push_back(events.typeName(i));
    }
    std::vector<EventRow> byPeer;
    std::vector<EventRow> byOwn;
    EventOrder byType(
        [&names](EventOrder::Key, quint32 number, EventRow) { return names[number]; });
    byType.set(EventOrder::Key::Type, Qt::AscendingOrder);
    const std::vector<double> seconds =
        bench::bestByTurns(3,
                           {[&] {
                                byPeer = order;
                                std::sort(byPeer.begin(),
                                          byPeer.end(),
                                          [&](EventRow a, EventRow b) {
                                              const quint16 typeA = events.type(a);
                                              const quint16 typeB = events.type(b);
                                              return typeA != typeB ? names[typeA] < names[typeB]
                                                                    : streamBefore(events, a, b);
                                          });
                            },
                            [&] {
                                byOwn = order;
                                byType.sort(events, byOwn);
                            }});
    bench::require(byOwn == byPeer, "sorting as std::sort does");
    bench::quickerBy({"8",
                      "sort by type",
                      events.rowCount(),
                      seconds[1] * 1e3,
                      "std::sort",
                      seconds[0] * 1e3,
                      "ms"},
                     15);
}

} // namespace

int main(int argc, char **argv)
{
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : bench::wantedEvents(argc, argv)) {
        measure(bench::openStore(count, catalogue)->snapshot());
    }
    return 0;
}
