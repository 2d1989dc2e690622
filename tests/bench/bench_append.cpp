// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 7: a page appended to the table and painted, against a plain repaint.
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"
#include "tests/bench/benchview.h"

#include <QApplication>
#include <QTemporaryDir>

#include <limits>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 40;
constexpr int kPage = 100;

void measure(quint32 count, const TypeCatalogue &catalogue)
{
    const QTemporaryDir folder(bench::dataRoot() + u"/append"_s);
    const auto store = bench::openCopy(count, folder, catalogue);
    bench::ShownEvents shown(catalogue, store->snapshot());
    shown.table().scrollToBottom();
    bench::EventGenerator
        generator(2, 1); // From another seed; the first is the oldest, the others stand at the end.
    generator.next();
    double plain = std::numeric_limits<double>::max();
    double append = plain;
    for (int run = 0; run < kRuns; ++run) {
        std::vector<DecodedEvent> page;
        for (int i = 0; i < kPage; ++i) {
            page.push_back(decodeEvent(generator.next(), catalogue).value());
        }
        bench::require(store->append(page).has_value(), "appending a page");
        const EventSnapshot grown = store->snapshot();
        shown.repaint();
        plain = std::min(plain, bench::bestMs(1, [&] { shown.repaint(); }));
        append = std::min(append, bench::bestMs(1, [&] {
                              shown.model().updateSnapshot(grown);
                              shown.repaint();
                          }));
    }
    bench::require(shown.model().shownCount() == count + kRuns * kPage, "showing the new events");
    bench::atMost(
        {"7", "append a page of 100 and repaint", count, append, "a plain repaint", plain, "ms"},
        1.5);
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<quint32> counts = bench::wantedEvents(argc, argv);
    const auto application = bench::makeApplication(argc, argv);
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : counts) {
        measure(count, catalogue);
    }
    return 0;
}
