// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/eventsafter.h"
#include "tests/model/cursors/storedevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kStart = *tryParseIsoInstant("2026-11-23T12:00:00Z");

/// Every second one of an organization; the last one is stored first, as by a later read.
std::vector<MadeEvent> made()
{
    std::vector<MadeEvent> events{{"event_9", kStart + 9s, "dsync.user.created", "org_1"}};
    for (int i = 0; i < 9; ++i) {
        events.push_back({"event_" + QByteArray::number(i),
                          kStart + std::chrono::seconds(i),
                          i % 3 == 0 ? "dsync.user.created" : "dsync.user.updated",
                          i % 2 == 0 ? "org_0" : "org_1"});
    }
    return events;
}

} // namespace

class TestEventsAfter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void listsWhatComesNext_data();
    void listsWhatComesNext();
};

void TestEventsAfter::listsWhatComesNext_data()
{
    QTest::addColumn<Cursor>("cursor");
    QTest::addColumn<QByteArrayList>("ids");
    Cursor cursor;
    cursor.position = AfterEvent{EventId("event_6"), kStart + 6s};
    QTest::newRow("after an event") << cursor << QByteArrayList{"event_7", "event_8", "event_9"};
    cursor.position = FromTime{kStart + 7s};
    QTest::newRow("from a time") << cursor << QByteArrayList{"event_7", "event_8", "event_9"};
    cursor.position = AfterEvent{EventId("event_gone"), kStart + 6500ms};
    QTest::newRow("event not stored") << cursor << QByteArrayList{"event_7", "event_8", "event_9"};
    cursor.position = AfterEvent{EventId("event_9"), kStart + 9s};
    QTest::newRow("at the end") << cursor << QByteArrayList{};
    cursor.position = AfterEvent{EventId("event_2"), kStart + 2s};
    cursor.organization = OrganizationId("org_1");
    QTest::newRow("its organization")
        << cursor << QByteArrayList{"event_3", "event_5", "event_7", "event_9"};
    cursor.types = {"dsync.user.created"};
    QTest::newRow("its types") << cursor << QByteArrayList{"event_3", "event_9"};
    cursor.organization = OrganizationId("org_none");
    QTest::newRow("an organization without events") << cursor << QByteArrayList{};
}

void TestEventsAfter::listsWhatComesNext()
{
    QFETCH(const Cursor, cursor);
    QFETCH(const QByteArrayList, ids);
    const StoredEvents stored(made());
    QVERIFY(stored.isValid());
    const EventSnapshot events = stored.snapshot();
    QByteArrayList found;
    for (const EventRow row : eventsAfter(events, cursor)) {
        found << events.id(row).value;
    }
    QCOMPARE(found, ids);
}

QTEST_GUILESS_MAIN(TestEventsAfter)
#include "tst_eventsafter.moc"
