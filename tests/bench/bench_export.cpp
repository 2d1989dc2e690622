// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 9: export as NDJSON against cp of the same bytes, both until the bytes are on the disk.
#include "model/captures/capturewriter.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <numeric>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 5;

/// An export ends with its bytes on the disk; cp leaves that to the system.
void putOnDisk([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    QFile file(path);
    bench::require(file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
                       && ::fsync(file.handle()) == 0,
                   "putting the copy on the disk");
#endif
}

std::vector<EventRow> rowsOfType(const EventSnapshot &events, const QByteArray &type)
{
    std::vector<EventRow> rows;
    const auto wanted = events.findType(type);
    for (EventRow row = 0; wanted && row < events.rowCount(); ++row) {
        if (events.type(row) == *wanted) {
            rows.push_back(row);
        }
    }
    return rows;
}

void measure(const EventStore &store)
{
    const EventSnapshot events = store.snapshot();
    const QTemporaryDir folder(bench::dataRoot() + u"/export"_s);
    const QString source = store.folder() + u"/events.ndjson"_s;
    const QString copy = folder.filePath(u"copy.ndjson"_s);
    const QString target = folder.filePath(u"export.ndjson"_s);
    CaptureJob all{events, std::vector<EventRow>(events.rowCount())};
    std::iota(all.rows.begin(), all.rows.end(), 0U);
    const CaptureJob quarter{events, rowsOfType(events, "dsync.user.updated")};
    qint64 allBytes = 0;
    qint64 quarterBytes = 0;
    // Both take away their file of the round before: a system gives the memory of a file that went much sooner than
    // memory that nobody had yet.
    const auto write = [&target](const CaptureJob &job) {
        QFile::remove(target);
        const Result<qint64> bytes = writeCapture(job, target);
        bench::require(bytes.has_value(), "exporting");
        return *bytes;
    };
    const std::vector<double> seconds = bench::bestByTurns(
        kRuns,
        {[&] {
             QFile::remove(copy);
             bench::require(QProcess::execute(u"cp"_s, {source, copy}) == 0, "cp");
             putOnDisk(copy);
         },
         [&] { allBytes = write(all); },
         [&] { quarterBytes = write(quarter); }});
    bench::require(allBytes == QFileInfo(source).size(), "exporting all bytes");
    const double cp = double(allBytes) / seconds[0] / 1e6;
    const quint64 count = events.rowCount();
    bench::atLeast(
        {"9", "export all", count, double(allBytes) / seconds[1] / 1e6, "cp and fsync", cp, "MB/s"},
        0.8);
    bench::atLeast({"9",
                    "export a quarter of the rows",
                    count,
                    double(quarterBytes) / seconds[2] / 1e6,
                    "cp and fsync",
                    cp,
                    "MB/s"},
                   0.4);
}

} // namespace

int main(int argc, char **argv)
{
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : bench::wantedEvents(argc, argv)) {
        measure(*bench::openStore(count, catalogue));
    }
    return 0;
}
