// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "tests/model/events/storetestevents.h"
#include "tests/support/processmemory.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

/// A store of 1,000,000 events: nothing that only shows at size.
class StoreMillionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void holdsEveryRow();
    void ordersTheStream();
    void needsLittleMemory();
    void opensAgainAndRebuilds();

private:
    void checkRows(const EventSnapshot &events, EventRow step);

    QTemporaryDir m_folder;
    std::unique_ptr<EventStore> m_store;
    double m_memoryBefore = 0;
};

namespace {

constexpr EventRow kRows = 1'000'000;
constexpr EventRow kPage = 1000;

DecodedEvent eventOf(EventRow row)
{
    const QByteArray id = row % 50 == 0 ? "evt_" + QByteArray::number(row) : ulidEventId(row);
    // Every second page comes from another stretch of time, as windows read side by side do.
    const qint64 ms = kFirstMs + static_cast<qint64>(row) + (row / kPage % 2 == 0 ? 0 : 400'000);
    DecodedEvent event = makeEvent(id,
                                   ms,
                                   row % 3 == 0 ? "user.created" : "dsync.user.updated",
                                   "org_" + QByteArray::number(row % 501),
                                   R"(,"number":)" + QByteArray::number(row) + R"(,"text":")"
                                       + QByteArray(600, 'x') + '"');
    event.fields.objectKey = "directory_user:du_" + QByteArray::number(row % 218'000);
    return event;
}

} // namespace

void StoreMillionTest::initTestCase()
{
    catalogue();
    m_memoryBefore = anonymousBytes();
    m_store = EventStore::open(m_folder.path(), catalogue()).value();
    for (EventRow row = 0; row < kRows; row += kPage) {
        std::vector<DecodedEvent> page;
        page.reserve(kPage);
        for (EventRow i = 0; i < kPage; ++i) {
            page.push_back(eventOf(row + i));
        }
        QCOMPARE(m_store->append(page).value().added, kPage);
    }
}

void StoreMillionTest::checkRows(const EventSnapshot &events, EventRow step)
{
    QCOMPARE(events.rowCount(), kRows);
    for (EventRow row = 0; row < kRows; row += step) {
        const DecodedEvent expected = eventOf(row);
        QVERIFY(events.raw(row) == expected.raw);
        QCOMPARE(events.id(row).value, expected.fields.id);
        QCOMPARE(events.organizationId(events.organization(row)).value,
                 expected.fields.organizationId);
        QCOMPARE(events.createdAt(row), expected.fields.createdAt);
        QCOMPARE(events.find(events.id(row)), std::optional(row));
    }
    QVERIFY(!events.find(EventId(ulidEventId(kRows + 1))));
}

void StoreMillionTest::holdsEveryRow()
{
    checkRows(m_store->snapshot(), 7);
    QVERIFY(m_store->snapshot().objectKey(218'000).startsWith("directory_user:du_"));
    const auto again = m_store->append(std::vector{eventOf(17), eventOf(kRows - 1)});
    QCOMPARE(again->alreadyStored, 2U);
}

void StoreMillionTest::ordersTheStream()
{
    const EventSnapshot events = m_store->snapshot();
    const std::vector<EventRow> order = streamOrder(events);
    QCOMPARE(order.size(), size_t(kRows));
    QVERIFY(std::is_sorted(order.begin(), order.end(), [&events](EventRow a, EventRow b) {
        return streamBefore(events, a, b);
    }));
}

void StoreMillionTest::needsLittleMemory()
{
    if (m_memoryBefore == 0) {
        QSKIP("the system does not tell the anonymous memory");
    }
    const double share = (anonymousBytes() - m_memoryBefore)
                         / static_cast<double>(m_store->snapshot().rawBytes());
    QVERIFY2(share < 0.06, qPrintable(u"%1 % of the raw bytes"_s.arg(share * 100)));
}

void StoreMillionTest::opensAgainAndRebuilds()
{
    m_store.reset();
    m_store = EventStore::open(m_folder.path(), catalogue()).value();
    checkRows(m_store->snapshot(), 101);
    m_store.reset();
    QVERIFY(QFile::remove(m_folder.filePath(u"events.index"_s)));
    m_store = EventStore::open(m_folder.path(), catalogue()).value();
    checkRows(m_store->snapshot(), 101);
}

QTEST_GUILESS_MAIN(StoreMillionTest)
#include "tst_storemillion.moc"
