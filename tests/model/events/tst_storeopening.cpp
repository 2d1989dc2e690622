// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/model/events/storetestevents.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

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

QTEST_GUILESS_MAIN(StoreOpeningTest)
#include "tst_storeopening.moc"
