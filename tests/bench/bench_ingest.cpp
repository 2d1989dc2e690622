// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bars 2 and 13: pages into the store against SQLite, and the memory of a full store. Argument: number of events
// (200,000 unless given).
#include "model/events/eventstore.h"
#include "tests/bench/benchevents.h"
#include "tests/support/processmemory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <ctime>
#include <sqlite3.h>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kChunk = 50'000;
constexpr size_t kPage = 100;

void require(bool isRight, const char *what)
{
    if (!isRight) {
        std::fprintf(stderr, "%s failed\n", what);
        std::exit(1);
    }
}

/// One table, WAL, NORMAL, a transaction a page: what a program would do without a store of its own.
class SqlitePages
{
public:
    explicit SqlitePages(const QString &path)
    {
        require(sqlite3_open(QFile::encodeName(path).constData(), &m_database) == SQLITE_OK,
                "sqlite3_open");
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=NORMAL");
        run("CREATE TABLE events(id TEXT PRIMARY KEY, type TEXT, organization TEXT, object TEXT, created_at INTEGER, "
            "raw BLOB)");
        const char *insert = "INSERT OR IGNORE INTO events VALUES(?,?,?,?,?,?)";
        require(sqlite3_prepare_v2(m_database, insert, -1, &m_insert, nullptr) == SQLITE_OK,
                "sqlite3_prepare");
    }
    ~SqlitePages()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(SqlitePages)

    void append(std::span<const DecodedEvent> page)
    {
        run("BEGIN");
        for (const DecodedEvent &event : page) {
            bind(1, event.fields.id);
            bind(2, event.fields.type);
            bind(3, event.fields.organizationId);
            bind(4, event.fields.objectKey);
            sqlite3_bind_int64(m_insert, 5, toUs(event.fields.createdAt));
            sqlite3_bind_blob64(m_insert,
                                6,
                                event.raw.constData(),
                                static_cast<sqlite3_uint64>(event.raw.size()),
                                nullptr);
            require(sqlite3_step(m_insert) == SQLITE_DONE, "insert");
            sqlite3_reset(m_insert);
        }
        run("COMMIT");
    }

private:
    void run(const char *sql)
    {
        require(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }
    void bind(int place, const QByteArray &text)
    {
        sqlite3_bind_text(m_insert,
                          place,
                          text.constData(),
                          static_cast<int>(text.size()),
                          nullptr);
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

std::vector<DecodedEvent> decoded(quint64 seed, quint32 count, const TypeCatalogue &catalogue)
{
    std::vector<DecodedEvent> events;
    events.reserve(count);
    for (const QByteArray &text : bench::events(seed, count)) {
        events.push_back(decodeEvent(text, catalogue).value());
    }
    return events;
}

void eachPage(const std::vector<DecodedEvent> &events,
              const std::function<void(std::span<const DecodedEvent>)> &append)
{
    for (size_t first = 0; first < events.size(); first += kPage) {
        append(std::span(events).subspan(first, std::min(kPage, events.size() - first)));
    }
}

void measureOpening(const QString &folder, const TypeCatalogue &catalogue, double bytesBefore)
{
    std::unique_ptr<EventStore> store;
    const double reopen = bench::secondsOf(
        [&] { store = EventStore::open(folder, catalogue).value(); });
    const EventSnapshot events = store->snapshot();
    const double rows = events.rowCount();
    const double find = bench::secondsOf(
        [&events] { require(!events.find(EventId("event_01M7VZGC00974R8CB62XZF4A5F")), "find"); });
    const double memory = anonymousBytes() - bytesBefore;
    std::printf(
        "open again: %.1f ms, first find: %.1f ms, then anonymous memory %.2f %% of the raw bytes\n",
        reopen * 1e3,
        find * 1e3,
        memory / static_cast<double>(events.rawBytes()) * 100);
    store.reset();
    require(QFile::remove(folder + u"/events.index"_s), "remove");
    const std::clock_t cpuBefore = std::clock();
    const double rebuild = bench::secondsOf(
        [&] { store = EventStore::open(folder, catalogue).value(); });
    require(store->snapshot().rowCount() == events.rowCount(), "rebuild");
    std::printf("index built anew: %.2f M events/s\n", rows / rebuild / 1e6);
    const double cpu = static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    std::printf("by the processor's clock: %.2f M events/s\n", rows / cpu / 1e6);
}

} // namespace

int main(int argc, char *argv[])
{
    const quint32 wanted = argc > 1 ? static_cast<quint32>(std::atoi(argv[1])) : 200'000;
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    const QTemporaryDir folder(QDir::currentPath()
                               + u"/bench-ingest"_s); // on the disk, not in a memory file system
    const QString storeFolder = folder.filePath(u"store"_s);
    // What making events leaves behind in the heap is not the store's.
    require(!decoded(1, kChunk, catalogue).empty(), "decode");
    const double bytesBefore = anonymousBytes();
    double storeSeconds = 0;
    double sqliteSeconds = 0;
    {
        auto store = EventStore::open(storeFolder, catalogue).value();
        SqlitePages sqlite(folder.filePath(u"events.sqlite"_s));
        for (quint32 done = 0, seed = 1; done < wanted; done += kChunk, ++seed) {
            const auto events = decoded(seed, std::min(kChunk, wanted - done), catalogue);
            storeSeconds += bench::secondsOf([&] {
                eachPage(events, [&store](std::span<const DecodedEvent> page) {
                    require(store->append(page).has_value(), "append");
                });
            });
            sqliteSeconds += bench::secondsOf([&] {
                eachPage(events,
                         [&sqlite](std::span<const DecodedEvent> page) { sqlite.append(page); });
            });
        }
        storeSeconds += bench::secondsOf([&store] { require(store->sync().has_value(), "sync"); });
        const EventSnapshot events = store->snapshot();
        const double rows = events.rowCount();
        std::printf("%.0f events, %.0f MB, pages of %zu\n",
                    rows,
                    static_cast<double>(events.rawBytes()) / 1e6,
                    kPage);
        std::printf("store:  %6.0f thousand events/s, synced\n", rows / storeSeconds / 1e3);
        std::printf("SQLite: %6.0f thousand events/s\n", rows / sqliteSeconds / 1e3);
        const double ratio = sqliteSeconds / storeSeconds;
        std::printf("ingest %.1fx SQLite  (bar 2x: %s)\n", ratio, ratio >= 2 ? "met" : "MISSED");
    }
    {
        // Again, without the other: whose memory it is would not be known.
        const QString aloneFolder = folder.filePath(u"alone"_s);
        auto store = EventStore::open(aloneFolder, catalogue).value();
        for (quint32 done = 0, seed = 1; done < wanted; done += kChunk, ++seed) {
            eachPage(decoded(seed, std::min(kChunk, wanted - done), catalogue),
                     [&store](std::span<const DecodedEvent> page) {
                         require(store->append(page).has_value(), "append");
                     });
        }
        const double share = (anonymousBytes() - bytesBefore)
                             / static_cast<double>(store->snapshot().rawBytes()) * 100;
        std::printf(
            "anonymous memory after ingest: %.2f %% of the raw bytes  (bar 6 %% at 1M: %s)\n",
            share,
            share <= 6 ? "met" : "MISSED");
    }
    measureOpening(storeFolder, catalogue, bytesBefore);
    return 0;
}
