// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 5: free text through the worker until the table's rows are the found ones, against ripgrep counting lines of the
// same file. Free text is without case, so one figure is held against both of ripgrep's ways.
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"
#include "tests/bench/benchview.h"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>

#include <limits>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 7;

struct Needle
{
    QString text;
    const char *where;
};

quint32 ripgrep(const QString &program, const QStringList &options, const QString &file)
{
    QProcess process;
    process.start(program,
                  QStringList{u"-c"_s, u"-F"_s, u"--no-config"_s} + options + QStringList{file});
    bench::require(process.waitForFinished(-1), "running rg");
    return process.readAllStandardOutput().trimmed().toUInt();
}

/// A search in a table that has looked for nothing before: what it found is not there to be found again.
double searchSeconds(const EventSnapshot &events,
                     const TypeCatalogue &catalogue,
                     const EventFilter &filter,
                     quint32 &shown)
{
    EventTableModel model(catalogue);
    model.setSnapshot(events);
    const double seconds = bench::secondsOf([&] { bench::filterAll(model, filter); });
    shown = model.shownCount();
    return seconds;
}

void measure(const EventStore &store, const TypeCatalogue &catalogue, const Needle &needle)
{
    const quint32 events = store.snapshot().rowCount();
    const QString file = store.folder() + u"/events.ndjson"_s;
    const QString program = QStandardPaths::findExecutable(u"rg"_s);
    const EventFilter filter = bench::textFilter(u'"' + needle.text + u'"');
    double own = std::numeric_limits<double>::max();
    double exact = own;
    double caseless = own;
    quint32 found = 0;
    quint32 shown = 0;
    for (int run = 0; run < kRuns; ++run) {
        own = std::min(own, searchSeconds(store.snapshot(), catalogue, filter, shown));
        if (!program.isEmpty()) {
            exact = std::min(exact, bench::secondsOf([&] {
                                 found = ripgrep(program, {needle.text}, file);
                             }));
            caseless = std::min(caseless, bench::secondsOf([&] {
                                    ripgrep(program, {u"-i"_s, needle.text}, file);
                                }));
        }
    }
    const QByteArray what = QByteArray("text in ") + needle.where;
    if (program.isEmpty()) {
        bench::told({"5", what, events, own * 1e3, {}, 0, "ms"});
        bench::skipped("5", what, events, "ripgrep (rg) is not installed");
        return;
    }
    bench::require(shown == found, "finding as many events as ripgrep");
    bench::atMost({"5", what, events, own * 1e3, "rg -c -F", exact * 1e3, "ms"}, 1.2);
    bench::atMost({"5", what, events, own * 1e3, "rg -c -i -F", caseless * 1e3, "ms"}, 0.9);
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<quint32> counts = bench::wantedEvents(argc, argv);
    const auto application = bench::makeApplication(argc, argv);
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : counts) {
        const auto store = bench::openStore(count, catalogue);
        for (const Needle &needle :
             {Needle{QString::fromLatin1(bench::kMissingText), "no event"},
              Needle{QString::fromLatin1(bench::kRareText), "3 % of the events"},
              Needle{QString::fromLatin1(bench::kCommonText), "64 % of the events"}}) {
            measure(*store, catalogue, needle);
        }
    }
    return 0;
}
