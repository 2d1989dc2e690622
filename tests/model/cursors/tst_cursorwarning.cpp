// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorwarning.h"
#include "tests/model/cursors/storedevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = CursorWarning::Kind;

QList<Kind> kindsOf(const QList<CursorWarning> &warnings)
{
    QList<Kind> kinds;
    for (const CursorWarning &warning : warnings) {
        kinds.append(warning.kind);
    }
    return kinds;
}

} // namespace

class TestCursorWarning : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void warnsOfDoubtfulPlaces();
    void warnsOfHowACursorWasSet();
    void saysWhatAndWhyAndWhatToDo();

private:
    const Instant m_now = *tryParseIsoInstant("2026-11-23T12:00:00Z");
    const StoredEvents m_stored{{{"event_settled", m_now - 10s, "user.created", {}},
                                 {"wh_stored", m_now - 1h, "user.created", {}},
                                 {"event_young", m_now - 9999ms, "user.created", {}}}};
};

void TestCursorWarning::warnsOfDoubtfulPlaces()
{
    const EventSnapshot events = m_stored.snapshot();
    const auto kindsAt = [&](const QByteArray &id, Instant createdAt, std::optional<Instant> now) {
        return kindsOf(warningsOf(AfterEvent{EventId(id), createdAt}, events, now));
    };
    QCOMPARE(kindsAt("event_settled", m_now - 10s, m_now), QList<Kind>());
    QCOMPARE(kindsAt("event_young", m_now - 9999ms, m_now), QList{Kind::TooYoung});
    // The demo and captures stand still at their newest event.
    QCOMPARE(kindsAt("event_young", m_now - 9999ms, std::nullopt), QList<Kind>());
    QCOMPARE(kindsAt("wh_stored", m_now - 1h, m_now), QList<Kind>());
    QCOMPARE(kindsAt("wh_typed", m_now - 1h, m_now), QList{Kind::WebhookId});
    QCOMPARE(kindsAt("evt_typed", m_now - 1h, m_now), QList{Kind::WebhookId});
    QCOMPARE(kindsAt("event_typed", m_now - 1h, m_now), QList{Kind::NotStored});
    QCOMPARE(kindsAt("event_typed", m_now - 1s, m_now), (QList{Kind::NotStored, Kind::TooYoung}));

    QCOMPARE(kindsOf(warningsOf(FromTime{m_now}, events, m_now)), QList<Kind>());
    QCOMPARE(kindsOf(warningsOf(FromTime{m_now + 1ms}, events, m_now)), QList{Kind::InFuture});
    QCOMPARE(kindsOf(warningsOf(FromTime{m_now + 1ms}, events, std::nullopt)), QList<Kind>());
}

void TestCursorWarning::warnsOfHowACursorWasSet()
{
    const EventSnapshot events = m_stored.snapshot();
    Cursor cursor;
    cursor.position = AfterEvent{EventId("wh_stored"), m_now - 1h};
    cursor.placedAt = m_now - 1h + 3s;
    const QList<CursorWarning> warnings = warningsOf(cursor, events, m_now);
    QCOMPARE(kindsOf(warnings), QList{Kind::SetTooYoung});
    QCOMPARE(warnings.first().age, Duration(3s));
    cursor.placedAt = m_now - 1h + 10s;
    QCOMPARE(kindsOf(warningsOf(cursor, events, m_now)), QList<Kind>());
    cursor.placedAt = {}; // not known
    QCOMPARE(kindsOf(warningsOf(cursor, events, m_now)), QList<Kind>());
    // What is young now was young then; that is said once.
    cursor.position = AfterEvent{EventId("event_young"), m_now - 9999ms};
    cursor.placedAt = m_now - 9s;
    QCOMPARE(kindsOf(warningsOf(cursor, events, m_now)), QList{Kind::TooYoung});
}

void TestCursorWarning::saysWhatAndWhyAndWhatToDo()
{
    for (const Kind kind :
         {Kind::TooYoung, Kind::SetTooYoung, Kind::NotStored, Kind::WebhookId, Kind::InFuture}) {
        const QString text = textOf({kind, EventId("event_1"), 3s});
        QVERIFY(text.count(u'.') >= 1 && !text.contains(u'%') && !text.contains(u'\n'));
        QCOMPARE(text.contains(u"event_1"_s), kind == Kind::NotStored || kind == Kind::WebhookId);
        QCOMPARE(text.contains(u"3 s"_s), kind == Kind::TooYoung || kind == Kind::SetTooYoung);
    }
}

QTEST_GUILESS_MAIN(TestCursorWarning)
#include "tst_cursorwarning.moc"
