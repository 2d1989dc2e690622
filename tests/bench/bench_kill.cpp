// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 15: a process that stores pages is killed at any moment; every page that it had stored is there, byte for byte, and
// nothing of a page that it had not.
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr char kWrite[] = "--write";
constexpr int kRounds = 20;
constexpr quint32 kPage = 100;
constexpr quint32 kPlanned = 1'000'000; ///< More than the rounds can store.
constexpr int kLongestMs = 150;

/// The killed process: goes on with the events where the store ends, and says after each page how many there are.
int writeUntilKilled(const QString &folder)
{
    const TypeCatalogue catalogue = bench::catalogue();
    const auto store = EventStore::open(folder, catalogue);
    bench::require(store.has_value(), "opening the store");
    bench::EventGenerator generator(1, kPlanned);
    quint32 stored = (*store)->snapshot().rowCount();
    for (quint32 i = 0; i < stored; ++i) {
        generator.next();
    }
    while (stored < kPlanned) {
        std::vector<DecodedEvent> page;
        for (quint32 i = 0; i < kPage; ++i) {
            page.push_back(decodeEvent(generator.next(), catalogue).value());
        }
        bench::require((*store)->append(page).has_value(), "storing a page");
        stored += kPage;
        std::printf("%u\n", stored);
        std::fflush(stdout);
    }
    return 0;
}

/// How many events the process said are stored before it was killed.
quint32 runAndKill(const QString &program, const QString &folder)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(program, {QString::fromLatin1(kWrite), folder});
    bench::require(writer.waitForReadyRead(60'000), "starting to store");
    QThread::msleep(QRandomGenerator::global()->bounded(kLongestMs)); // at no particular moment
    writer.kill();
    bench::require(writer.waitForFinished(), "killing the process");
    const QByteArrayList lines = writer.readAllStandardOutput().split('\n');
    return lines.size() < 2 ? 0 : lines[lines.size() - 2].toUInt();
}

bool isAllThere(const QString &folder, quint32 said, const TypeCatalogue &catalogue)
{
    const auto store = EventStore::open(folder, catalogue);
    if (!store) {
        return false;
    }
    const EventSnapshot events = (*store)->snapshot();
    if (events.rowCount() < said || events.rowCount() % kPage != 0) {
        return false;
    }
    bench::EventGenerator generator(1, kPlanned);
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        const QByteArray &event = generator.next();
        const auto fields = decodeEvent(event, catalogue)->fields;
        if (events.raw(row) != event || events.find(EventId(fields.id)) != row
            || events.createdAt(row) != fields.createdAt
            || events.typeName(events.type(row)) != fields.type) {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], kWrite) == 0) {
        return writeUntilKilled(QString::fromLocal8Bit(argv[2]));
    }
    bench::wantedEvents(argc, argv); // There is no choice here, but the same words.
    const TypeCatalogue catalogue = bench::catalogue();
    const QTemporaryDir folder(bench::dataRoot() + u"/kill"_s);
    int held = 0;
    for (int round = 0; round < kRounds; ++round) {
        const quint32 said = runAndKill(QString::fromLocal8Bit(argv[0]), folder.path());
        held += isAllThere(folder.path(), said, catalogue) ? 1 : 0;
    }
    bench::atLeast(
        {"15", "killed, and all whole pages there", 0, double(held), "rounds", kRounds, {}}, 1);
    return 0;
}
