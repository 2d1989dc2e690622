// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 2: pages into the store against SQLite, by turns; and how quickly a store opens and its index is built anew.
#include "model/events/eventstore.h"
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"
#include "tests/bench/benchtime.h"

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kChunk = 50'000;
constexpr size_t kPage = 100;

using bench::require;

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

std::vector<DecodedEvent> decoded(bench::EventGenerator &generator,
                                  quint32 count,
                                  const TypeCatalogue &catalogue)
{
    std::vector<DecodedEvent> events;
    events.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        events.push_back(decodeEvent(generator.next(), catalogue).value());
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

void ingest(quint32 count, const QString &folder, const TypeCatalogue &catalogue)
{
    bench::EventGenerator generator(1, count);
    double storeSeconds = 0;
    double sqliteSeconds = 0;
    auto store = EventStore::open(folder + u"/store"_s, catalogue).value();
    SqlitePages sqlite(folder + u"/events.sqlite"_s);
    for (quint32 done = 0; done < count; done += kChunk) {
        const auto events = decoded(generator, std::min(kChunk, count - done), catalogue);
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
    bench::atLeast({"2",
                    "pages of 100 into the store, synced",
                    count,
                    count / storeSeconds / 1e3,
                    "SQLite (WAL, NORMAL)",
                    count / sqliteSeconds / 1e3,
                    "k events/s"},
                   2);
}

void opening(quint32 count, const QString &folder, const TypeCatalogue &catalogue)
{
    std::unique_ptr<EventStore> store;
    const auto open = [&] { store = EventStore::open(folder, catalogue).value(); };
    const double again = bench::secondsOf(open);
    bench::told({{}, "open a store", count, again * 1e3, {}, 0, "ms"});
    const double find = bench::secondsOf([&store] {
        require(!store->snapshot().find(EventId("event_01M7VZGC00974R8CB62XZF4A5F")), "find");
    });
    bench::told({{}, "first find of an id", count, find * 1e3, {}, 0, "ms"});
    store.reset();
    require(QFile::remove(folder + u"/events.index"_s), "remove");
    const double rebuild = bench::secondsOf(open);
    require(store->snapshot().rowCount() == count, "rebuild");
    bench::told({{}, "build an index anew", count, count / rebuild / 1e3, {}, 0, "k events/s"});
}

} // namespace

int main(int argc, char **argv)
{
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : bench::wantedEvents(argc, argv)) {
        const QTemporaryDir folder(bench::dataRoot() + u"/ingest"_s);
        ingest(count, folder.path(), catalogue);
        opening(count, folder.filePath(u"store"_s), catalogue);
    }
    return 0;
}
