// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 13: anonymous memory of a store, its table and a text filter, beyond that of an empty table, against the raw bytes.
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchview.h"
#include "tests/support/processmemory.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr char kMeasure[] = "--measure-here";
constexpr quint32 kMany = 10'000'000;

void measure(quint32 count, const TypeCatalogue &catalogue)
{
    double empty = 0;
    {
        bench::ShownEvents shown(catalogue, {});
        shown.repaint();
        empty = anonymousBytes();
    }
    if (empty == 0) {
        bench::skipped("13", "anonymous memory", count, "this system does not tell it");
        return;
    }
    const QTemporaryDir folder(bench::dataRoot() + u"/memory-XXXXXX"_s);
    bench::require(folder.isValid(), "making a folder");
    const auto store = bench::openCopy(count, folder, catalogue);
    bench::ShownEvents shown(catalogue, store->snapshot());
    shown.repaint();
    const double rawMb = double(store->snapshot().rawBytes()) / 1e6;
    const double limit = count >= kMany ? 0.03 : 0.06;
    const auto tell = [&](const char *what) {
        bench::atMost(
            {"13", what, count, (anonymousBytes() - empty) / 1e6, "raw bytes", rawMb, "MB"}, limit);
    };
    tell("anonymous memory, all shown");
    shown.filter(bench::textFilter(u"Lighthouse"_s));
    shown.repaint();
    tell("anonymous memory, a text filter on");
}

} // namespace

int main(int argc, char **argv)
{
    // Each count in a process of its own, and its store made before: what making events leaves behind is not the store's.
    if (argc == 3 && qstrcmp(argv[1], kMeasure) == 0) {
        const auto application = bench::makeApplication(argc, argv);
        measure(QByteArray(argv[2]).toUInt(), bench::catalogue());
        return 0;
    }
    for (const quint32 count : bench::wantedEvents(argc, argv)) {
        bench::storeFolder(count);
        const QStringList arguments{QString::fromLatin1(kMeasure), QString::number(count)};
        bench::require(QProcess::execute(QString::fromLocal8Bit(argv[0]), arguments) == 0,
                       "measuring the memory");
    }
    return 0;
}
