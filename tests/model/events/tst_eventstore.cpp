// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/model/events/storetestevents.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

class EventStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void startsEmpty();
    void keepsWhatThePagesHeld();
    void storesAnIdOnce();
    void keepsTheFirstBytes();
    void countsReadOrganization();
    void marksRows();
    void keepsHugeEvents();
    void refusesUnpreparedEvents();
    void givesRunsOfColumnsAndBytes();
    void announcesRows();
    void isLockedWhileWritten();
    void readsBesideAWriter();
    void readerNeedsNoFolder();
    void snapshotOutlivesTheStore();
    void readersSeeWholePages();

private:
    std::unique_ptr<EventStore> openStore(EventStore::Access access = EventStore::Access::ReadWrite)
    {
        auto store = EventStore::open(m_folder->path() + u"/store"_s, catalogue(), access);
        if (!store) {
            qCritical("%s", qPrintable(store.error().message + store.error().detail));
            return nullptr;
        }
        return std::move(*store);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void EventStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void EventStoreTest::startsEmpty()
{
    QVERIFY(EventSnapshot().isEmpty());
    QCOMPARE(EventSnapshot().rawBytes(), 0);
    QVERIFY(!EventSnapshot().find(EventId("event_1")));
    for (int i = 0; i < 2; ++i) {
        const auto store = openStore();
        QVERIFY(store);
        const EventSnapshot events = store->snapshot();
        QVERIFY(events.isEmpty());
        QCOMPARE(events.typeCount(), quint16(0));
        QCOMPARE(events.organizationCount(), 0U);
        QVERIFY(events.organizationId(0).isEmpty());
        QVERIFY(!events.find(EventId("event_1")));
        QVERIFY(!events.findType("user.created"));
        QCOMPARE(events.columnsFrom(0).count, 0U);
        QCOMPARE(events.rawFrom(0).count, 0U);
        QVERIFY(store->append({}).has_value());
        QVERIFY(store->sync().has_value());
    }
}

void EventStoreTest::keepsWhatThePagesHeld()
{
    QRandomGenerator random(7);
    quint64 next = 0;
    QHash<QByteArray, DecodedEvent> expected;
    QByteArrayList order;
    for (int session = 0; session < 4; ++session) {
        const auto store = openStore();
        QVERIFY(store);
        for (int i = 0; i < 60; ++i) {
            const auto page = randomPage(random, next, random.bounded(1, 101));
            const auto outcome = store->append(page);
            QVERIFY(outcome.has_value());
            QCOMPARE(outcome->rows.size(), page.size());
            QCOMPARE(outcome->added + outcome->alreadyStored, static_cast<quint32>(page.size()));
            QCOMPARE(outcome->differing, 0U);
            for (const DecodedEvent &event : page) {
                if (!expected.contains(event.fields.id)) {
                    expected.insert(event.fields.id, event);
                    order.append(event.fields.id);
                }
            }
        }
        const EventSnapshot events = store->snapshot();
        QCOMPARE(events.rowCount(), static_cast<quint32>(order.size()));
        qint64 bytes = 0;
        for (EventRow row = 0; row < events.rowCount(); ++row) {
            const DecodedEvent &event = expected[order[row]];
            QCOMPARE(events.id(row).value, event.fields.id);
            QVERIFY(events.raw(row) == event.raw);
            QCOMPARE(events.rawSize(row), static_cast<quint32>(event.raw.size()));
            QCOMPARE(events.typeName(events.type(row)), event.fields.type);
            QCOMPARE(events.organizationId(events.organization(row)).value,
                     event.fields.organizationId);
            QCOMPARE(events.objectKey(events.object(row)), event.fields.objectKey);
            QCOMPARE(toUs(events.createdAt(row)), toUs(event.fields.createdAt));
            QCOMPARE(events.flags(row), quint16(0));
            QCOMPARE(events.find(events.id(row)), std::optional(row));
            QCOMPARE(events.findType(event.fields.type), std::optional(events.type(row)));
            bytes += event.raw.size();
        }
        QCOMPARE(events.rawBytes(), bytes);
        QVERIFY(!events.find(EventId("event_unknown")));
        QVERIFY(!events.find(EventId(ulidEventId(next + 1))));
        QVERIFY(!events.findOrganization(OrganizationId("org_unknown")));
    }
}

void EventStoreTest::storesAnIdOnce()
{
    const auto store = openStore();
    const DecodedEvent a = makeEvent(ulidEventId(1), kFirstMs);
    const DecodedEvent b = makeEvent("wh_2", kFirstMs + 1);
    const auto first = store->append(std::vector{a, b, a, b, b});
    QCOMPARE(first->rows, (std::vector<EventRow>{0, 1, 0, 1, 1}));
    QCOMPARE(first->added, 2U);
    QCOMPARE(first->alreadyStored, 3U);
    const auto second = store->append(std::vector{b, makeEvent(ulidEventId(3), kFirstMs + 2), a});
    QCOMPARE(second->rows, (std::vector<EventRow>{1, 2, 0}));
    QCOMPARE(second->firstNew, 2U);
    QCOMPARE(second->added, 1U);
    QCOMPARE(second->differing, 0U);
}

void EventStoreTest::keepsTheFirstBytes()
{
    const auto store = openStore();
    const DecodedEvent a = makeEvent("evt_1", kFirstMs);
    const DecodedEvent changed =
        makeEvent("evt_1", kFirstMs, "dsync.user.updated", "org_1", R"(,"x":1)");
    QCOMPARE(store->append(std::vector{a, changed})->differing, 1U);
    QCOMPARE(store->append(std::vector{changed})->differing, 1U);
    QCOMPARE(store->snapshot().rowCount(), 1U);
    QVERIFY(store->snapshot().raw(0) == a.raw);
}

void EventStoreTest::countsReadOrganization()
{
    const QByteArray none;
    auto store = openStore();
    const DecodedEvent own = makeEvent("evt_own", kFirstMs, "dsync.user.updated", "org_own");
    const DecodedEvent early = makeEvent("evt_early", kFirstMs, "user.created", none);
    const DecodedEvent late = makeEvent("evt_late", kFirstMs, "user.created", none);
    QVERIFY(store->append(std::vector{early}).has_value());
    QCOMPARE(store->snapshot().organization(0), 0U);
    QSignalSpy marked(store.get(), &EventStore::rowsMarked);
    QVERIFY(store->append(std::vector{own, early, late}, OrganizationId("org_read")).has_value());
    QCOMPARE(marked.count(), 1);
    // The first organization stays, whatever is asked later.
    QVERIFY(store->append(std::vector{early}, OrganizationId("org_other")).has_value());
    QCOMPARE(marked.count(), 1);
    QVERIFY(!store->snapshot().findOrganization(OrganizationId("org_other")));
    const auto check = [](const EventSnapshot &events) {
        const QByteArrayList organizations{"org_read", "org_own", "org_read"};
        for (EventRow row = 0; row < 3; ++row) {
            QCOMPARE(events.organizationId(events.organization(row)).value, organizations[row]);
            QCOMPARE(events.hasFlag(row, EventFlag::ByReadOrganization), row != 1);
        }
    };
    check(store->snapshot());
    store.reset();
    store = openStore();
    check(store->snapshot());
    store.reset();
    QVERIFY(QFile::remove(m_folder->path() + u"/store/events.index"_s));
    check(openStore()->snapshot());
}

void EventStoreTest::marksRows()
{
    auto store = openStore();
    QVERIFY(store->append(std::vector{makeEvent("a", 1), makeEvent("b", 2), makeEvent("c", 3)})
                .has_value());
    QSignalSpy marked(store.get(), &EventStore::rowsMarked);
    store->markOutOfOrder(1);
    store->markReceivedAgain(1);
    store->markReceivedAgain(2);
    store->markReceivedAgain(2);
    QCOMPARE(marked.count(), 3);
    const auto check = [](const EventSnapshot &events) {
        QCOMPARE(events.flags(0), quint16(0));
        QVERIFY(events.hasFlag(1, EventFlag::OutOfOrder)
                && events.hasFlag(1, EventFlag::ReceivedAgain));
        QVERIFY(!events.hasFlag(2, EventFlag::OutOfOrder)
                && events.hasFlag(2, EventFlag::ReceivedAgain));
    };
    check(store->snapshot());
    store.reset();
    store = openStore();
    check(store->snapshot());
    store.reset();
    QVERIFY(QFile::remove(m_folder->path() + u"/store/events.commits"_s));
    check(openStore()->snapshot());
}

void EventStoreTest::keepsHugeEvents()
{
    std::vector<DecodedEvent> page;
    for (int i = 0; i < 20; ++i) {
        const QByteArray blob(i % 5 == 0 ? 5'000'000 : 300'000, static_cast<char>('a' + i));
        page.push_back(makeEvent(ulidEventId(static_cast<quint64>(i)),
                                 kFirstMs + i,
                                 "user.created",
                                 "org_1",
                                 R"(,"blob":")" + blob + '"'));
    }
    auto store = openStore();
    for (const DecodedEvent &event : page) {
        QVERIFY(store->append(std::span(&event, 1)).has_value());
    }
    QVERIFY(store->append(std::vector{makeEvent("small", kFirstMs)}).has_value());
    for (int round = 0; round < 2; ++round) {
        const EventSnapshot events = store->snapshot();
        QCOMPARE(events.rowCount(), 21U);
        for (EventRow row = 0; row < 20; ++row) {
            QVERIFY(events.raw(row) == page[row].raw);
        }
        store.reset();
        store = openStore();
    }
}

void EventStoreTest::refusesUnpreparedEvents()
{
    const auto store = openStore();
    DecodedEvent event = makeEvent("a", 1);
    event.raw.replace(",", ",\n");
    const auto outcome = store->append(std::vector{makeEvent("b", 1), event});
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().code, ErrorCode::Internal);
    QVERIFY(store->snapshot().isEmpty());
}

void EventStoreTest::givesRunsOfColumnsAndBytes()
{
    QRandomGenerator random(3);
    quint64 next = 0;
    const auto store = openStore();
    while (store->snapshot().rowCount() < 40'000) { // more than two blocks of columns
        QVERIFY(store->append(randomPage(random, next, 1000)).has_value());
    }
    const EventSnapshot events = store->snapshot();
    EventRow row = 0;
    while (row < events.rowCount()) {
        const ColumnRun run = events.columnsFrom(row);
        QVERIFY(run.first == row && run.count > 0);
        for (quint32 i = 0; i < run.count; ++i) {
            QVERIFY(run.createdAtUs[i] == toUs(events.createdAt(row + i)));
            QVERIFY(run.type[i] == events.type(row + i));
            QVERIFY(run.organization(i) == events.organization(row + i));
            QVERIFY(run.object[i] == events.object(row + i));
            QVERIFY((run.flags[i] & 7) == events.flags(row + i));
        }
        row += run.count;
    }
    for (row = 0; row < events.rowCount();) {
        const RawRun run = events.rawFrom(row, static_cast<quint32>(random.bounded(1, 9000)));
        QVERIFY(run.first == row && run.count > 0);
        qsizetype at = 0;
        for (quint32 i = 0; i < run.count; ++i) {
            const QByteArrayView raw = events.raw(row + i);
            QVERIFY(run.bytes.sliced(at, raw.size()) == raw);
            QCOMPARE(events.rowAt(run, at), std::optional(row + i));
            QCOMPARE(events.rowAt(run, at + raw.size() - 1), std::optional(row + i));
            at += raw.size();
            QCOMPARE(run.bytes[at], '\n');
            QCOMPARE(events.rowAt(run, at), std::nullopt);
            ++at;
        }
        QCOMPARE(at, run.bytes.size());
        const qint64 room = random.bounded(1, 100'000);
        const EventRow within = events.rowsWithin(row, room);
        EventRow expected = 1;
        for (qint64 bytes = events.rawSize(row) + 1;
             bytes < room && row + expected < events.rowCount();
             ++expected) {
            bytes += events.rawSize(row + expected) + 1;
        }
        QCOMPARE(within, expected);
        row += run.count;
    }
    QCOMPARE(row, events.rowCount());
    QCOMPARE(events.rowsWithin(row, 100), 0U);
}

void EventStoreTest::announcesRows()
{
    const auto store = openStore();
    QSignalSpy appended(store.get(), &EventStore::rowsAppended);
    const DecodedEvent a = makeEvent("a", 1);
    const DecodedEvent b = makeEvent("b", 1);
    QVERIFY(store->append(std::vector{a, a}).has_value());
    QVERIFY(store->append(std::vector{a}).has_value());
    QVERIFY(store->append(std::vector{a, b}).has_value());
    QCOMPARE(appended.count(), 2);
    QCOMPARE(appended[0], (QVariantList{0U, 1U}));
    QCOMPARE(appended[1], (QVariantList{1U, 1U}));
}

void EventStoreTest::isLockedWhileWritten()
{
    auto store = openStore();
    const auto second = EventStore::open(store->folder(), catalogue());
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, ErrorCode::Locked);
    QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    store.reset();
    QVERIFY(openStore());
}

void EventStoreTest::readsBesideAWriter()
{
    QRandomGenerator random(11);
    quint64 next = 0;
    auto store = openStore();
    for (int i = 0; i < 30; ++i) {
        QVERIFY(
            store->append(randomPage(random, next, 100), OrganizationId(i % 3 == 0 ? "org_r" : ""))
                .has_value());
    }
    store->markReceivedAgain(5);
    const auto facts = factsOf(store->snapshot());
    const auto reader = openStore(EventStore::Access::ReadOnly);
    QVERIFY(reader);
    QVERIFY(factsOf(reader->snapshot()) == facts);
    QCOMPARE(reader->append(std::vector{makeEvent("a", 1)}).error().code, ErrorCode::Unwritable);
    // The reader keeps what it has, whatever the writer does.
    for (int i = 0; i < 30; ++i) {
        QVERIFY(store->append(randomPage(random, next, 100)).has_value());
    }
    QVERIFY(factsOf(reader->snapshot()) == facts);
    store.reset();
    // Without a usable index it makes one elsewhere and leaves the folder alone.
    QVERIFY(QFile::remove(m_folder->path() + u"/store/events.index"_s));
    const auto files = QDir(m_folder->path() + u"/store"_s).entryList();
    const auto rebuilt = openStore(EventStore::Access::ReadOnly);
    QVERIFY(rebuilt);
    const auto rebuiltFacts = factsOf(rebuilt->snapshot());
    QVERIFY(std::equal(facts.begin(), facts.end(), rebuiltFacts.begin()));
    QCOMPARE(QDir(m_folder->path() + u"/store"_s).entryList(), files);
}

void EventStoreTest::readerNeedsNoFolder()
{
    const auto reader = openStore(EventStore::Access::ReadOnly);
    QVERIFY(reader);
    QVERIFY(reader->snapshot().isEmpty());
    QVERIFY(!reader->append(std::vector{makeEvent("a", 1)}).has_value());
    reader->markOutOfOrder(0);
    QVERIFY(reader->sync().has_value());
    QVERIFY(!QDir(reader->folder()).exists());
}

void EventStoreTest::snapshotOutlivesTheStore()
{
    QRandomGenerator random(5);
    quint64 next = 0;
    auto store = openStore();
    QVERIFY(store->append(randomPage(random, next, 3000)).has_value());
    const EventSnapshot events = store->snapshot();
    const auto facts = factsOf(events);
    store.reset();
    QVERIFY(factsOf(events) == facts);
    QVERIFY(events.find(events.id(17)) == std::optional<EventRow>(17));
}

void EventStoreTest::readersSeeWholePages()
{
    const auto store = openStore();
    std::atomic<bool> isDone = false;
    std::atomic<qint64> faults = 0;
    std::atomic<qint64> rounds = 0;
    const auto read = [&store, &isDone, &faults, &rounds] {
        QRandomGenerator random(1);
        while (!isDone) {
            const EventSnapshot events = store->snapshot();
            const EventRow rows = events.rowCount();
            faults += rows % 50 == 0 ? 0 : 1;
            for (int i = 0; i < 20 && rows > 0; ++i) {
                const EventRow row = i == 0 ? rows - 1 : random.bounded(rows);
                const auto decoded = decodeEvent(events.raw(row), catalogue());
                const bool isRight = decoded && events.id(row).value == decoded->fields.id
                                     && events.typeName(events.type(row)) == decoded->fields.type
                                     && events.objectKey(events.object(row))
                                            == decoded->fields.objectKey
                                     && events.organizationId(events.organization(row)).value
                                            == decoded->fields.organizationId
                                     && events.createdAt(row) == decoded->fields.createdAt
                                     && events.find(events.id(row)) == row;
                faults += isRight ? 0 : 1;
            }
            ++rounds;
        }
    };
    std::thread readers[2] = {std::thread(read), std::thread(read)};
    quint64 next = 0;
    for (int page = 0; page < 600; ++page) {
        std::vector<DecodedEvent> events;
        for (int i = 0; i < 50; ++i, ++next) {
            events.push_back(
                makeEvent(next % 9 == 0 ? "evt_" + QByteArray::number(next) : ulidEventId(next),
                          kFirstMs + static_cast<qint64>(next),
                          "user.created",
                          "org_" + QByteArray::number(next % 500)));
        }
        if (!store->append(events)) {
            ++faults;
        }
    }
    isDone = true;
    for (std::thread &reader : readers) {
        reader.join();
    }
    QCOMPARE(faults.load(), 0);
    QVERIFY(rounds > 0);
    QCOMPARE(store->snapshot().rowCount(), 30'000U);
}

QTEST_GUILESS_MAIN(EventStoreTest)
#include "tst_eventstore.moc"
