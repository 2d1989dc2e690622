// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"
#include "tests/model/events/storefolders.h"
#include "tests/model/events/storetestevents.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// What a store holds after its files were damaged in every way that a crash or a person can.
class StoreRecoveryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void rebuildsAMissingIndex_data();
    void rebuildsAMissingIndex();
    void survivesTruncation_data();
    void survivesTruncation();
    void survivesFlippedBytes_data();
    void survivesFlippedBytes();
    void cutsOffWhatAPowerCutTore();
    void trustsCommitsOfAKilledProcess();
    void leavesOutLinesThatAreNoEvents();
    void cutsOffATornLine();

private:
    struct Made
    {
        std::vector<RowFacts> facts;
        std::vector<EventRow> pageEnds; ///< Row counts after each page.
        EventRow syncedRows = 0;
    };

    QString path(const QString &name) const { return m_folder->path() + u'/' + name; }
    std::unique_ptr<EventStore> openStore(const QString &name)
    {
        return EventStore::open(path(name), catalogue()).value();
    }
    void copyStore(const QString &from, const QString &to) const;
    Made fill(EventStore &store, quint32 seed, int pages, int syncedPages) const;
    void checkPrefix(const EventSnapshot &events, const Made &made);
    void checkGoesOn(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

void zero(const QString &path, qint64 from, qint64 to)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    file.write(QByteArray(std::max<qint64>(0, to - from), '\0'));
}

} // namespace

void StoreRecoveryTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void StoreRecoveryTest::copyStore(const QString &from, const QString &to) const
{
    QVERIFY(copyStoreFolder(path(from), path(to)));
}

StoreRecoveryTest::Made StoreRecoveryTest::fill(EventStore &store,
                                                quint32 seed,
                                                int pages,
                                                int syncedPages) const
{
    QRandomGenerator random(seed);
    quint64 next = 0;
    Made made;
    for (int i = 0; i < pages; ++i) {
        const OrganizationId organization(
            i % 4 == 0 ? QByteArray("org_read_") + QByteArray::number(i % 3) : QByteArray());
        const auto outcome =
            store.append(randomPage(random, next, random.bounded(1, 60)), organization).value();
        if (i % 3 == 0) {
            store.markReceivedAgain(outcome.rows.front());
            store.markOutOfOrder(outcome.rows.back());
        }
        made.pageEnds.push_back(store.snapshot().rowCount());
        if (i + 1 == syncedPages) {
            if (!store.sync()) {
                qFatal("sync failed");
            }
            made.syncedRows = store.snapshot().rowCount();
        }
    }
    made.facts = factsOf(store.snapshot());
    return made;
}

/// The store holds the first pages, whole and unchanged.
void StoreRecoveryTest::checkPrefix(const EventSnapshot &events, const Made &made)
{
    const auto facts = factsOf(events);
    QVERIFY(facts.size() <= made.facts.size());
    QVERIFY(facts.empty()
            || std::find(made.pageEnds.begin(), made.pageEnds.end(), facts.size())
                   != made.pageEnds.end());
    for (size_t row = 0; row < facts.size(); ++row) {
        RowFacts expected = made.facts[row];
        // A mark is made after its page, so the last ones may be gone with what was not synced; never the others.
        if (row >= made.syncedRows) {
            expected.flags = facts[row].flags;
            if (expected.organization.startsWith("org_read_")
                && facts[row].organization.isEmpty()) {
                expected.organization.clear();
            }
        }
        QVERIFY2(facts[row] == expected, expected.id.constData());
        QVERIFY(events.find(EventId(expected.id)) == std::optional(static_cast<EventRow>(row)));
    }
}

/// A store that was repaired takes new pages and opens again with all of them.
void StoreRecoveryTest::checkGoesOn(const QString &name)
{
    std::vector<RowFacts> facts;
    {
        const auto store = openStore(name);
        QRandomGenerator random(99);
        quint64 next = 1'000'000;
        QVERIFY(store->append(randomPage(random, next, 50)).has_value());
        facts = factsOf(store->snapshot());
    }
    QVERIFY(factsOf(openStore(name)->snapshot()) == facts);
    QVERIFY(QFile::remove(path(name) + u"/events.index"_s));
    QVERIFY(factsOf(openStore(name)->snapshot()) == facts);
}

void StoreRecoveryTest::rebuildsAMissingIndex_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::newRow("index") << QStringList{u"events.index"_s};
    QTest::newRow("commits") << QStringList{u"events.commits"_s};
    QTest::newRow("both") << QStringList{u"events.index"_s, u"events.commits"_s};
}

void StoreRecoveryTest::rebuildsAMissingIndex()
{
    QFETCH(QStringList, files);
    const Made made = fill(*openStore(u"a"_s), 1, 200, 0);
    for (const QString &file : files) {
        QVERIFY(QFile::remove(path(u"a/"_s + file)));
    }
    QVERIFY(factsOf(openStore(u"a"_s)->snapshot()) == made.facts);
    QVERIFY(factsOf(openStore(u"a"_s)->snapshot()) == made.facts);
    checkGoesOn(u"a"_s);
}

void StoreRecoveryTest::survivesTruncation_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : storeFiles()) {
        QTest::newRow(qPrintable(file)) << file;
    }
}

void StoreRecoveryTest::survivesTruncation()
{
    QFETCH(QString, file);
    const bool isRaw = file == storeFiles()[0];
    Made made = fill(*openStore(u"a"_s), 2, 80, 0);
    made.syncedRows = static_cast<EventRow>(made.facts.size());
    QRandomGenerator random(3);
    for (int round = 0; round < 15; ++round) {
        copyStore(u"a"_s, u"b"_s);
        const QString damaged = path(u"b/"_s + file);
        const qint64 size = QFile(damaged).size();
        // Round 0 empties the file.
        const qint64 kept = round == 0
                                ? 0
                                : static_cast<qint64>(random.bounded(static_cast<double>(size)));
        QVERIFY(QFile::resize(damaged, kept));
        if (isRaw) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"has lost bytes"_s));
        }
        {
            const auto store = openStore(u"b"_s);
            checkPrefix(store->snapshot(), made);
            // Bytes that are there are never lost with what is only an index.
            if (isRaw) {
                QVERIFY(store->snapshot().rawBytes() + store->snapshot().rowCount() <= kept);
                const auto next = std::upper_bound(made.pageEnds.begin(),
                                                   made.pageEnds.end(),
                                                   store->snapshot().rowCount());
                qint64 wholePage = store->snapshot().rawBytes() + store->snapshot().rowCount();
                for (EventRow row = store->snapshot().rowCount(); row < *next; ++row) {
                    wholePage += made.facts[row].raw.size() + 1;
                }
                QVERIFY(wholePage > kept);
            } else {
                QCOMPARE(store->snapshot().rowCount(), made.facts.size());
            }
        }
        if (round % 8 == 0) {
            checkGoesOn(u"b"_s);
        }
    }
}

void StoreRecoveryTest::survivesFlippedBytes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("step"); // a byte of each step is flipped; 0: anywhere in the file
    QTest::newRow("head of the index") << u"events.index"_s << 0LL << 2LL;
    QTest::newRow("sync points") << u"events.index"_s << 0LL << 4096LL / 12;
    QTest::newRow("anywhere in the index") << u"events.index"_s << 0LL << 0LL;
    // Where the columns stand in the block of 16,384 rows: createdAt, offset, id, organization, object, size, type, flags.
    const std::array<int, 8> widths{8, 8, 16, 4, 4, 4, 2, 2};
    qint64 at = 4096;
    for (size_t column = 0; column < widths.size(); ++column) {
        QTest::addRow("column %d", int(column))
            << u"events.index"_s << at << qint64(widths[column]) * 13 + 1;
        at += qint64(widths[column]) << 14;
    }
    QTest::newRow("commits") << u"events.commits"_s << 0LL << 0LL;
    QTest::newRow("marks") << u"events.marks"_s << 0LL << 0LL;
}

void StoreRecoveryTest::survivesFlippedBytes()
{
    QFETCH(QString, file);
    QFETCH(qint64, from);
    QFETCH(qint64, step);
    Made made = fill(*openStore(u"a"_s), 4, 60, 0);
    made.syncedRows = static_cast<EventRow>(made.facts.size());
    QRandomGenerator random(5);
    const qint64 size = QFile(path(u"a/"_s + file)).size();
    for (int round = 0; round < 12; ++round) {
        const qint64 at = step > 0 ? from + round * step + random.bounded(static_cast<int>(step))
                                   : static_cast<qint64>(random.bounded(static_cast<double>(size)));
        for (const auto access : {EventStore::Access::ReadOnly, EventStore::Access::ReadWrite}) {
            QVERIFY(copyStoreFolder(path(u"a"_s), path(u"b"_s)));
            QVERIFY(flipBit(path(u"b/"_s + file), at, random.bounded(8)));
            const auto store = EventStore::open(path(u"b"_s), catalogue(), access);
            QVERIFY(store.has_value());
            const EventSnapshot events = (*store)->snapshot();
            QCOMPARE(events.rowCount(), made.facts.size());
            checkPrefix(events, made);
        }
    }
}

void StoreRecoveryTest::cutsOffWhatAPowerCutTore()
{
    auto store = openStore(u"a"_s);
    const Made made = fill(*store, 6, 40, 25);
    QRandomGenerator random(7);
    for (int round = 0; round < 24; ++round) {
        // As the disk may look: the store is still open, and nothing after the sync is sure to be there.
        copyStore(u"a"_s, u"b"_s);
        qint64 syncedRaw = 0;
        for (EventRow row = 0; row < made.syncedRows; ++row) {
            syncedRaw += made.facts[row].raw.size() + 1;
        }
        const qint64 rawSize = QFile(path(u"b/events.ndjson"_s)).size();
        const qint64 from = syncedRaw + random.bounded(static_cast<int>(rawSize - syncedRaw));
        const qint64 commitsSize = QFile(path(u"b/events.commits"_s)).size();
        if (round % 3 == 0) {
            zero(path(u"b/events.ndjson"_s), from, std::min<qint64>(rawSize, from + 4096));
        } else if (round % 3 == 1) {
            QVERIFY(QFile::resize(path(u"b/events.ndjson"_s), from));
        } else {
            QVERIFY(QFile::resize(path(u"b/events.commits"_s), commitsSize - random.bounded(200)));
        }
        // Columns of rows that were not synced may be nothing at all.
        if (round % 2 == 0) {
            const qint64 created = 4096 + qint64(made.syncedRows) * 8;
            zero(path(u"b/events.index"_s), created, 4096 + qint64(made.facts.size()) * 8);
        }
        {
            const auto reopened = openStore(u"b"_s);
            QVERIFY(reopened->snapshot().rowCount() >= made.syncedRows);
            checkPrefix(reopened->snapshot(), made);
        }
        if (round % 8 == 0) {
            checkGoesOn(u"b"_s);
        }
    }
}

void StoreRecoveryTest::trustsCommitsOfAKilledProcess()
{
    auto store = openStore(u"a"_s);
    const Made made = fill(*store, 8, 40, 0);
    copyStore(u"a"_s, u"b"_s); // what the system still has when the process is killed now
    QVERIFY(factsOf(openStore(u"b"_s)->snapshot()) == made.facts);
    copyStore(u"a"_s, u"b"_s);
    const auto reader =
        EventStore::open(path(u"b"_s), catalogue(), EventStore::Access::ReadOnly).value();
    QVERIFY(factsOf(reader->snapshot()) == made.facts);
}

void StoreRecoveryTest::leavesOutLinesThatAreNoEvents()
{
    const Made made = fill(*openStore(u"a"_s), 9, 20, 0);
    QFile raw(path(u"a/events.ndjson"_s));
    QVERIFY(raw.open(QIODevice::ReadWrite));
    const QByteArray bytes = raw.readAll();
    const qsizetype second = bytes.indexOf('\n') + 1;
    QVERIFY(raw.seek(0));
    // Nonsense, an empty line, no event, and the first event once more.
    raw.write(bytes.first(second) + "{nonsense\n\n{\"a\":1}\n" + bytes.first(second)
              + bytes.sliced(second));
    raw.close();
    QVERIFY(QFile::remove(path(u"a/events.index"_s)));
    QVERIFY(QFile::remove(path(u"a/events.marks"_s)));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^4 lines of"_s));
    const auto store = openStore(u"a"_s);
    const auto facts = factsOf(store->snapshot());
    QCOMPARE(facts.size(), made.facts.size());
    for (size_t row = 0; row < facts.size(); ++row) {
        QVERIFY(facts[row].raw == made.facts[row].raw);
        QCOMPARE(facts[row].id, made.facts[row].id);
    }
}

void StoreRecoveryTest::cutsOffATornLine()
{
    Made made = fill(*openStore(u"a"_s), 10, 20, 0);
    QFile raw(path(u"a/events.ndjson"_s));
    QVERIFY(raw.open(QIODevice::Append));
    raw.write(made.facts[0].raw.chopped(5));
    raw.close();
    copyStore(u"a"_s, u"b"_s);
    QVERIFY(factsOf(openStore(u"a"_s)->snapshot()) == made.facts);
    QVERIFY(QFile::remove(path(u"b/events.index"_s)));
    QVERIFY(factsOf(openStore(u"b"_s)->snapshot()) == made.facts);
    checkGoesOn(u"b"_s);
}

QTEST_GUILESS_MAIN(StoreRecoveryTest)
#include "tst_storerecovery.moc"
