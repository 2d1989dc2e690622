// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/eventidsintext.h"
#include "tests/model/cursors/storedevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestEventIdsInText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void findsEachSpelling_data();
    void findsEachSpelling();
};

void TestEventIdsInText::findsEachSpelling_data()
{
    const QByteArrayList ulid{"event_01KD9F41ZC8Q5M2ZT4WW7RX4AB"};
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::newRow("nothing") << QString() << QByteArrayList();
    QTest::newRow("words")
        << u"event_type dsync.user.updated event_id, webhook 12 at 2026-11-23T12:00:00.123Z"_s
        << QByteArrayList();
    QTest::newRow("plain") << u"event_01KD9F41ZC8Q5M2ZT4WW7RX4AB"_s << ulid;
    QTest::newRow("in a sentence") << u"Done with event_01KD9F41ZC8Q5M2ZT4WW7RX4AB."_s << ulid;
    QTest::newRow("in JSON") << u"{\"after\":\"event_01KD9F41ZC8Q5M2ZT4WW7RX4AB\"}"_s << ulid;
    QTest::newRow("in escaped JSON")
        << u"{\\\"after\\\":\\\"event_01KD9F41ZC8Q5M2ZT4WW7RX4AB\\\"}"_s << ulid;
    QTest::newRow("in a URL") << u"/events?after=event_01KD9F41ZC8Q5M2ZT4WW7RX4AB&limit=100"_s
                              << ulid;
    QTest::newRow("percent-encoded") << u"%22event_01KD9F41ZC8Q5M2ZT4WW7RX4AB%22%2C"_s << ulid;
    QTest::newRow("lower case") << u"event_01kd9f41zc8q5m2zt4ww7rx4ab"_s << ulid;
    QTest::newRow("upper case") << u"EVENT_01KD9F41ZC8Q5M2ZT4WW7RX4AB"_s << ulid;
    QTest::newRow("with a dash") << u"event-01kd9f41zc8q5m2zt4ww7rx4ab"_s << ulid;
    QTest::newRow("behind a name") << u"last_event_01KD9F41ZC8Q5M2ZT4WW7RX4AB"_s << ulid;
    QTest::newRow("behind a colon") << u"id:event_01KD9F41ZC8Q5M2ZT4WW7RX4AB:done"_s << ulid;
    QTest::newRow("ULID alone") << u"cursor 01KD9F41ZC8Q5M2ZT4WW7RX4AB"_s << ulid;
    QTest::newRow("of something else") << u"user_01KD9F41ZC8Q5M2ZT4WW7RX4AB"_s << QByteArrayList();
    QTest::newRow("twice") << u"event_01KD9F41ZC8Q5M2ZT4WW7RX4AB event_01KD9F41ZC8Q5M2ZT4WW7RX4AB"_s
                           << ulid;
    QTest::newRow("webhooks") << u"wh_12345678, evt_abcdef12"_s
                              << QByteArrayList{"wh_12345678", "evt_abcdef12"};
    QTest::newRow("stored, in a spelling of its own")
        << u"a: stored.id-7/x, event_x."_s << QByteArrayList{"stored.id-7", "event_x"};
    QTest::newRow("in their order")
        << u"event_01KD9F41ZC8Q5M2ZT4WW7RX4AC\nevent_x\nwh_12345678"_s
        << QByteArrayList{"event_01KD9F41ZC8Q5M2ZT4WW7RX4AC", "event_x", "wh_12345678"};
}

void TestEventIdsInText::findsEachSpelling()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArrayList, ids);
    const StoredEvents stored({{"stored.id-7", instantFromUs(1), "user.created", {}},
                               {"event_x", instantFromUs(2), "user.created", {}}});
    QVERIFY(stored.isValid());
    QByteArrayList found;
    for (const EventId &id : eventIdsIn(text, stored.snapshot())) {
        found.append(id.value);
    }
    QCOMPARE(found, ids);
}

QTEST_GUILESS_MAIN(TestEventIdsInText)
#include "tst_eventidsintext.moc"
