// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/benchstore.h"

#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchtime.h"

#include <QDir>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <cstdio>

namespace playhead::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kSeed = 1;
constexpr size_t kPage = 1000;
constexpr quint32 kPagesBetweenSyncs = 100; // else the disk has all to do at the end
constexpr qint64 kBytesForEach = 1100; // raw and index, with some room

void fill(EventStore &store, quint32 count, const TypeCatalogue &catalogue)
{
    EventGenerator generator(kSeed, count);
    std::vector<DecodedEvent> page;
    for (quint32 made = 0, pages = 1; made < count; ++pages) {
        page.clear();
        for (; page.size() < kPage && made < count; ++made) {
            page.push_back(decodeEvent(generator.next(), catalogue).value());
        }
        require(store.append(page).has_value(), "storing made events");
        if (pages % kPagesBetweenSyncs == 0) {
            require(store.sync().has_value(), "syncing made events");
        }
    }
    require(store.sync().has_value(), "syncing made events");
}

} // namespace

QString dataRoot()
{
    const QString root = qEnvironmentVariable("PLAYHEAD_BENCH_DATA",
                                              QStringLiteral(PLAYHEAD_BENCH_DATA_FOLDER));
    require(QDir().mkpath(root), "making the folder for made events");
    return root;
}

QString storeFolder(quint32 count)
{
    const QString folder = u"%1/events-%2-seed-%3-v%4"_s.arg(dataRoot(),
                                                             QString::number(count),
                                                             QString::number(kSeed),
                                                             QString::number(kGeneratorVersion));
    if (QDir(folder).exists()) {
        return folder;
    }
    const QString part = folder + u".part"_s;
    QDir(part).removeRecursively();
    if (QStorageInfo(dataRoot()).bytesAvailable() < kBytesForEach * count) {
        std::fprintf(stderr,
                     "%u events take %lld MB, and there is not so much room in %s\n",
                     count,
                     qlonglong(kBytesForEach * count / 1'000'000),
                     qPrintable(dataRoot()));
        std::exit(1);
    }
    std::fprintf(stderr, "making %u events\n", count);
    const TypeCatalogue types = catalogue();
    const double seconds = secondsOf([&] {
        const auto store = EventStore::open(part, types);
        require(store.has_value(), "making a store");
        fill(**store, count, types);
    });
    require(QDir().rename(part, folder), "naming the made store");
    std::fprintf(stderr, "made in %.0f s\n", seconds);
    return folder;
}

std::unique_ptr<EventStore> openStore(quint32 count, const TypeCatalogue &catalogue)
{
    auto store = EventStore::open(storeFolder(count), catalogue, EventStore::Access::ReadOnly);
    require(store.has_value() && (*store)->snapshot().rowCount() == count, "opening the store");
    return std::move(*store);
}

std::unique_ptr<EventStore> openCopy(quint32 count,
                                     const QTemporaryDir &folder,
                                     const TypeCatalogue &catalogue)
{
    const QString copy = folder.filePath(u"events"_s);
    copyStore(storeFolder(count), copy);
    auto store = EventStore::open(copy, catalogue);
    require(store.has_value() && (*store)->snapshot().rowCount() == count, "opening the copy");
    return std::move(*store);
}

void copyStore(const QString &from, const QString &to)
{
    require(QDir().mkpath(to), "making the copy's folder");
    for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files)) {
        require(QFile::copy(file.filePath(), to + u'/' + file.fileName()), "copying the store");
    }
}

TypeCatalogue catalogue()
{
    auto types = TypeCatalogue::load();
    require(types.has_value(), "loading the catalogue");
    return std::move(*types);
}

} // namespace playhead::bench
