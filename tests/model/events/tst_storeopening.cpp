// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "model/events/storelock.h"
#include "tests/model/events/storetestevents.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// Stores that were left by other times and folders that are none.
class StoreOpeningTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsColumnsAnewForAnotherCatalogue();
    void neverGivesOldMarksToNewEvents();
    void refusesFoldersThatCannotBeWritten();
    void aLockWithoutANameLocksNobodyOut();
    void readersOpenWhileAWriterGoesOn();
    void theLockOfADeadProcessIsNotHeld();

private:
    QString path(const QString &name) const { return m_folder->path() + u'/' + name; }
    std::unique_ptr<EventStore> openStore(const QString &name)
    {
        return EventStore::open(path(name), catalogue()).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void StoreOpeningTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void StoreOpeningTest::readsColumnsAnewForAnotherCatalogue()
{
    {
        const auto store = openStore(u"a"_s);
        QVERIFY(store->append(std::vector{makeEvent("a", 1, "user.created", "org_7")}).has_value());
        QCOMPARE(store->snapshot().organization(0), 0U); // user.* has no pointer to an organization
    }
    const auto other = TypeCatalogue::parse(
        "head\nuser.created\tuser\tperson\t/data/organization_id\t/data/id\tnone\n");
    const auto store = EventStore::open(path(u"a"_s), *other).value();
    QCOMPARE(store->snapshot().organizationId(store->snapshot().organization(0)).value,
             QByteArray("org_7"));
    QVERIFY(store->snapshot().objectKey(store->snapshot().object(0)).startsWith("person:"));
}

void StoreOpeningTest::neverGivesOldMarksToNewEvents()
{
    std::vector<qint64> ends;
    {
        const auto store = openStore(u"a"_s);
        for (int i = 0; i < 10; ++i) {
            const DecodedEvent event =
                makeEvent("e" + QByteArray::number(i), i, "user.created", {});
            const auto outcome =
                store->append(std::span(&event, 1), OrganizationId(i > 4 ? "org_old" : "")).value();
            store->markReceivedAgain(outcome.firstNew);
            ends.push_back(QFile(path(u"a/events.ndjson"_s)).size());
        }
    }
    QVERIFY(QFile::resize(path(u"a/events.ndjson"_s), ends[4] + 7));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"has lost bytes"_s));
    for (int round = 0; round < 2; ++round) {
        const auto store = openStore(u"a"_s);
        if (round == 0) {
            QCOMPARE(store->snapshot().rowCount(), 5U);
            for (int i = 0; i < 5; ++i) {
                const DecodedEvent event =
                    makeEvent("n" + QByteArray::number(i), i, "user.created", {});
                QVERIFY(store->append(std::span(&event, 1)).has_value());
            }
        }
        for (EventRow row = 0; row < 10; ++row) {
            QCOMPARE(store->snapshot().hasFlag(row, EventFlag::ReceivedAgain), row < 5);
            QCOMPARE(store->snapshot().organization(row), 0U);
        }
        QVERIFY(QFile::remove(path(u"a/events.index"_s)));
    }
}

void StoreOpeningTest::refusesFoldersThatCannotBeWritten()
{
    QFile file(path(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto under = EventStore::open(path(u"file/store"_s), catalogue());
    QVERIFY(!under.has_value());
    QCOMPARE(under.error().code, ErrorCode::Unwritable);
    QVERIFY(under.error().message.contains(path(u"file/store"_s)));
    QVERIFY(QDir().mkpath(path(u"c/events.ndjson"_s))); // a folder in the place of the file
    const auto blocked = EventStore::open(path(u"c"_s), catalogue());
    QVERIFY(!blocked.has_value());
    QCOMPARE(blocked.error().code, ErrorCode::Unwritable);
    const QFile::Permissions readable = QFile::ReadOwner | QFile::ExeOwner;
    QVERIFY(QDir().mkpath(path(u"d"_s)) && QFile::setPermissions(path(u"d"_s), readable));
    if (QFile probe(path(u"d/probe"_s));
        !probe.open(QIODevice::WriteOnly)) { // root may write everywhere
        const auto locked = EventStore::open(path(u"d"_s), catalogue());
        QVERIFY(!locked.has_value());
        QCOMPARE(locked.error().code, ErrorCode::Unwritable);
    }
    QVERIFY(QFile::setPermissions(path(u"d"_s), readable | QFile::WriteOwner));
}

/// A process was killed after it had made the file of its lock, and before it had written its name there.
void StoreOpeningTest::aLockWithoutANameLocksNobodyOut()
{
    QVERIFY(QDir().mkpath(path(u"a"_s)));
    QFile lock(path(u"a/events.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const auto store = EventStore::open(path(u"a"_s), catalogue());
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
    const auto second = EventStore::open(path(u"a"_s), catalogue());
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, ErrorCode::Locked);
}

/// Each opening falls into the middle of something: a page, a mark, a sync point.
void StoreOpeningTest::readersOpenWhileAWriterGoesOn()
{
    constexpr EventRow kPageSize = 20;
    const auto eventOf = [](EventRow row) {
        return makeEvent(row % 4 == 0 ? "evt_" + QByteArray::number(row) : ulidEventId(row),
                         kFirstMs + row,
                         "user.created",
                         {});
    };
    const QString folder = path(u"a"_s);
    openStore(u"a"_s).reset();
    std::atomic<bool> isDone = false;
    std::atomic<int> failures = 0;
    std::thread writer([&] {
        const auto store = EventStore::open(folder, catalogue()).value();
        for (EventRow row = 0; !isDone && row < 2000 * kPageSize; row += kPageSize) {
            std::vector<DecodedEvent> page;
            for (EventRow i = 0; i < kPageSize; ++i) {
                page.push_back(eventOf(row + i));
            }
            if (row
                >= kPageSize) { // seen again in a read by organization: columns of old rows change
                page.push_back(eventOf(row - 1));
            }
            const bool isByOrganization = row / kPageSize % 3 == 1;
            failures += store->append(page, OrganizationId(isByOrganization ? "org_read" : "")) ? 0
                                                                                                : 1;
            store->markReceivedAgain(row / 2);
            failures += row / kPageSize % 7 != 0 || store->sync() ? 0 : 1;
        }
    });
    EventRow seen = 0;
    int wrong = 0;
    for (int round = 0; round < 300 || seen < 50 * kPageSize; ++round) {
        const auto reader = EventStore::open(folder, catalogue(), EventStore::Access::ReadOnly);
        if (!reader) {
            ++wrong;
            break;
        }
        const EventSnapshot events = (*reader)->snapshot();
        wrong += events.rowCount() % kPageSize == 0 && events.rowCount() >= seen ? 0 : 1;
        seen = events.rowCount();
        for (EventRow row = seen > 200 ? seen - 200 : 0; row < seen; ++row) {
            const QByteArray organization = events.organizationId(events.organization(row)).value;
            const bool isRight = events.raw(row) == eventOf(row).raw
                                 && events.find(events.id(row)) == row
                                 && (organization.isEmpty() || organization == "org_read");
            wrong += isRight ? 0 : 1;
        }
    }
    isDone = true;
    writer.join();
    QCOMPARE(wrong, 0);
    QCOMPARE(failures.load(), 0);
}

void StoreOpeningTest::theLockOfADeadProcessIsNotHeld()
{
    const QString lockPath = path(u"a/events.lock"_s);
    QByteArray living;
    {
        const auto store = openStore(u"a"_s);
        QVERIFY(StoreLock::isHeld(path(u"a"_s)));
        QFile file(lockPath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        living = file.readAll();
    }
    QVERIFY(!StoreLock::isHeld(path(u"a"_s)));
    QProcess dead;
    dead.start(u"true"_s, {});
    QVERIFY(dead.waitForStarted());
    const qint64 process = dead.processId();
    QVERIFY(dead.waitForFinished());
    QFile file(lockPath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(process) + living.sliced(living.indexOf('\n')));
    file.close();
    QVERIFY(!StoreLock::isHeld(path(u"a"_s)));
}

QTEST_GUILESS_MAIN(StoreOpeningTest)
#include "tst_storeopening.moc"
