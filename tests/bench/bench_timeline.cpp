// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// The timeline over many events: counting its bins, painting them, and dragging its selection over the table, each
// against one frame.
#include "model/events/eventstore.h"
#include "model/events/eventtablemodel.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchview.h"
#include "ui/timeline/timeline.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kPage = 1000;
constexpr double kFrameMs = 16;
constexpr Instant kStart = instantFromUs(1'795'420'800'000'000);
constexpr Duration kApart = 1s;

/// Small events of every type; what counts here are the columns.
void fill(EventStore &store, const TypeCatalogue &catalogue, quint32 count)
{
    std::mt19937 random(1);
    for (quint32 made = 0; made < count;) {
        std::vector<DecodedEvent> page;
        for (; page.size() < kPage && made < count; ++made) {
            DecodedEvent event;
            event.fields.id = "evt_" + QByteArray::number(made);
            event.fields.type = catalogue.types()[random() % catalogue.types().size()].name;
            event.fields.createdAt = kStart + made * kApart;
            event.fields.organizationId = "org_" + QByteArray::number(random() % 500);
            event.raw = R"({"id":")" + event.fields.id + R"("})";
            page.push_back(std::move(event));
        }
        if (!store.append(page)) {
            qFatal("the store refuses the events");
        }
    }
}

/// Milliseconds of the slowest of some runs, after one to warm up: a person sees the slowest frame.
template<typename Work>
double worst(int runs, Work work)
{
    work(0);
    qint64 longest = 0;
    for (int i = 1; i <= runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        longest = std::max(longest, timer.nsecsElapsed());
    }
    return static_cast<double>(longest) / 1e6;
}

void report(quint32 events, const char *what, double ms)
{
    bench::atMost({{}, what, events, ms, "a frame, of the slowest of 20", kFrameMs, "ms"}, 1);
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 count = bench::wantedEvents(argc, argv).front();
    const auto application = bench::makeApplication(argc, argv);
    const QTemporaryDir folder;
    const auto catalogue = TypeCatalogue::load();
    const auto store = EventStore::open(folder.filePath(u"events"_s), *catalogue);
    if (!catalogue || !store) {
        qFatal("no store");
    }
    fill(**store, *catalogue, count);

    const TimeRange all{kStart, kStart + count * kApart};
    EventTableModel model(*catalogue);
    FetchScope scope;
    scope.range = all;
    model.setScope(scope);
    model.setSnapshot((*store)->snapshot());
    const FixedClock clock(all.until);
    EventTable table(model, clock);
    table.resize(800, 600);
    table.show();
    Timeline timeline;
    timeline.setSource(
        [&model](const TimeRange &range, int bins) { return model.timeline(range, bins); });
    timeline.setRange(all);
    timeline.setNow(all.until);
    timeline.resize(1208, 128);
    timeline.show();
    QCoreApplication::processEvents();

    report(count, "count 144 bins by family", worst(20, [&](int) { model.timeline(all, 144); }));
    report(count, "repaint, bins known", worst(20, [&](int) { timeline.repaint(); }));
    report(count,
           "drag the selection's edge: filter, facets, table and timeline",
           worst(20, [&](int i) {
               EventFilter filter;
               filter.range = {all.since, all.since + count * kApart / 40 * (i + 1)};
               model.setFilter(filter);
               timeline.setBrush(filter.range);
               QCoreApplication::processEvents();
               (void)model.facets();
               table.viewport()->repaint();
               timeline.repaint();
           }));
    return 0;
}
