// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 4: the filter by type and organization against the sum of the same columns.
#include "model/events/eventlisting.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"
#include "tests/bench/benchview.h"

#include <QApplication>

#include <limits>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 30;

quint64 sumOfColumns(const EventSnapshot &events)
{
    quint64 sum = 0;
    for (EventRow row = 0; row < events.rowCount();) {
        const ColumnRun run = events.columnsFrom(row);
        for (const quint16 type : run.type) {
            sum += type;
        }
        for (const quint32 organization : run.organizations) {
            sum += organization;
        }
        row += run.count;
    }
    return sum;
}

void checkBoxes(const EventSnapshot &events)
{
    EventListing listing;
    const double load = bench::bestMs(3, [&] { listing.load(events, FetchScope()); });
    EventFilter filter;
    filter.hiddenTypes = {events.typeName(0), events.typeName(3)};
    filter.hiddenOrganizations = {events.organizationId(7)};
    volatile quint64 sum = 0;
    std::vector<EventRow> shown;
    const std::vector<double> seconds =
        bench::bestByTurns(kRuns,
                           {[&] { sum = sumOfColumns(events); },
                            [&] { listing.filter(filter, nullptr, shown); }});
    bench::atMost({"4",
                   "filter by type and organization",
                   events.rowCount(),
                   seconds[1] * 1e3,
                   "sum of the columns",
                   seconds[0] * 1e3,
                   "ms"},
                  4);
    bench::told({"4", "take up all events of a store", events.rowCount(), load, {}, 0, "ms"});
}

/// The same in the filter language: through the worker and back, until the model's rows are the new ones.
void language(const EventSnapshot &events, const TypeCatalogue &catalogue)
{
    const QString organization = QString::fromUtf8(events.organizationId(7).value);
    const EventFilter filter = bench::textFilter(
        u"type:%1 -org:%2"_s.arg(QString::fromUtf8(events.typeName(0)), organization));
    double seconds = std::numeric_limits<double>::max();
    for (int run = 0; run < kRuns / 3; ++run) {
        EventTableModel model(catalogue); // a new one: what it found is not there to be found again
        model.setSnapshot(events);
        seconds = std::min(seconds, bench::secondsOf([&] { bench::filterAll(model, filter); }));
    }
    bench::told({"4",
                 "type: and -org: in the filter language",
                 events.rowCount(),
                 seconds * 1e3,
                 {},
                 0,
                 "ms"});
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<quint32> counts = bench::wantedEvents(argc, argv);
    const auto application = bench::makeApplication(argc, argv);
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : counts) {
        const auto store = bench::openStore(count, catalogue);
        checkBoxes(store->snapshot());
        language(store->snapshot(), catalogue);
    }
    return 0;
}
