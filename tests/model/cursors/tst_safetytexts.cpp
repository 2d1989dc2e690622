// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/audittext.h"
#include "model/cursors/recoverytext.h"
#include "model/cursors/safetyjson.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString utc(Instant instant)
{
    return QString::fromLatin1(isoUtcMs(instant));
}

const Instant kPlace = *tryParseIsoInstant("2026-11-23T12:00:00Z");

AuditReport someReport()
{
    AuditReport report;
    report.cursor.name = u"billing"_s;
    report.cursor.position = AfterEvent{EventId("event_place"), kPlace};
    report.stretch = {kPlace - 5min, kPlace + 1ms};
    report.sinceSet = report.stretch;
    report.eventsRead = 412;
    return report;
}

MissedEvent someMissed()
{
    return {EventId("event_late"),
            "user.deleted",
            OrganizationId("org_1"),
            kPlace - 2s,
            Duration(2s)};
}

} // namespace

class TestSafetyTexts : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void anAuditSaysWhatItFound();
    void anAuditSaysWhatItCannotTell();
    void anAuditClaimsNoMoreThanItRead_data();
    void anAuditClaimsNoMoreThanItRead();
    void aRecoverySaysWhatFollows_data();
    void aRecoverySaysWhatFollows();
    void aRecoverySaysWhatIsGone();
    void jsonHoldsTheFacts();
};

void TestSafetyTexts::anAuditSaysWhatItFound()
{
    AuditReport report = someReport();
    QCOMPARE(auditVerdict(report),
             u"Nothing was missed: read again of the 5 min before the cursor: 412 events."_s);
    QVERIFY(auditNotes(report, utc).isEmpty());
    QVERIFY(auditSuggestion(report, utc).isEmpty());
    report.missed = {someMissed()};
    report.suggestion = ToEvent{EventId("event_before")};
    QVERIFY(auditVerdict(report).startsWith(u"1 event was missed"_s));
    QCOMPARE(
        missedEventText(report.missed.front(), utc),
        u"user.deleted event_late of org_1, created 2026-11-23T11:59:58.000Z, visible at least 2 s late"_s);
    QVERIFY(auditSuggestion(report, utc).endsWith(u"after event_before"_s));
    report.missed.push_back(someMissed());
    QVERIFY(auditVerdict(report).startsWith(u"2 events were missed"_s));
    report.suggestion = ToTime{kPlace - 3s};
    QVERIFY(auditSuggestion(report, utc).endsWith(u"from 2026-11-23T11:59:57.000Z"_s));
    report.isLost = true;
    report.missed.clear();
    QVERIFY(auditVerdict(report).contains(u"lost"_s));
}

void TestSafetyTexts::anAuditSaysWhatItCannotTell()
{
    AuditReport report = someReport();
    report.sinceSet = {};
    report.untold = {report.stretch};
    QVERIFY(auditVerdict(report).startsWith(u"It cannot be told"_s));
    QVERIFY(auditNotes(report, utc).isEmpty()); // the verdict says it already

    report.sinceStart = {{kPlace - 1min, kPlace}};
    report.untold = {{kPlace - 5min, kPlace - 1min}};
    report.maybeMissed = {someMissed()};
    report.readError = Error{ErrorCode::KeyMissing, u"There is no API key."_s, {}, 0};
    report.warnings = {{CursorWarning::Kind::TooYoung, EventId("event_place"), 3s}};
    const QStringList notes = auditNotes(report, utc);
    QCOMPARE(notes.size(), 5);
    QVERIFY(notes[0].endsWith(report.readError->message));
    QVERIFY(notes[1].contains(u"1 event."_s));
    QVERIFY(notes[2].contains(u"from 2026-11-23T11:59:00.000Z to 2026-11-23T12:00:00.000Z"_s));
    QVERIFY(notes[3].startsWith(u"From 2026-11-23T11:55:00.000Z"_s));
    QCOMPARE(notes[4], textOf(report.warnings.first()));
}

void TestSafetyTexts::anAuditClaimsNoMoreThanItRead_data()
{
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<bool>("isSinceSet");
    QTest::addColumn<bool>("isSinceStart");
    QTest::addColumn<QString>("verdict");
    const QString found = u"Nothing was missed: read again"_s;
    const QString partly = u"Nothing was missed as far as can be told: read again"_s;
    const QString stored = u"Nothing of what is stored was missed, but the 5 min"_s;
    const QString open = u"It cannot be told whether something was missed: the 5 min"_s;
    QTest::newRow("read, all known") << true << true << false << found;
    QTest::newRow("read, known in part") << true << true << true << partly;
    QTest::newRow("read, since the audit") << true << false << true << partly;
    QTest::newRow("not read, all known") << false << true << false << stored;
    QTest::newRow("not read, since the audit") << false << false << true << open;
}

/// A refused key and nothing known of the time when the cursor was set: there is nothing to go by.
void TestSafetyTexts::anAuditClaimsNoMoreThanItRead()
{
    QFETCH(const bool, isRead);
    QFETCH(const bool, isSinceSet);
    QFETCH(const bool, isSinceStart);
    QFETCH(const QString, verdict);
    AuditReport report = someReport();
    if (!isSinceSet) {
        report.sinceSet = {};
    }
    if (isSinceStart) {
        report.sinceStart = {{kPlace - 5min, kPlace - 1min}};
    }
    if (!isRead) {
        report.eventsRead = 0;
        report.readError = Error{ErrorCode::KeyRefused, u"The key was refused."_s, {}, 0};
    }
    QVERIFY2(auditVerdict(report).startsWith(verdict), qPrintable(auditVerdict(report)));
    report.missed = {someMissed()};
    QVERIFY(auditVerdict(report).startsWith(u"1 event was missed"_s));
}

void TestSafetyTexts::aRecoverySaysWhatFollows_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<bool>("isProven");
    QTest::addColumn<QString>("proof");
    QTest::newRow("oldest") << 0 << false << u"Everything that is kept"_s;
    QTest::newRow("time, by an event")
        << 2 << true << u"The last event before that time, event_1"_s;
    QTest::newRow("time, by word") << 2 << false << u"at its word"_s;
    QTest::newRow("log") << 4 << true << u"Proven: event_1, created 2026-11-23T12:00:00.000Z"_s;
    QTest::newRow("log, no overlap") << 4 << false << u"right behind it"_s;
    QTest::newRow("now") << 5 << false << u"skipped"_s;
}

void TestSafetyTexts::aRecoverySaysWhatFollows()
{
    QFETCH(const int, way);
    QFETCH(const bool, isProven);
    QFETCH(const QString, proof);
    const RecoveryWay ways[] = {RecoverFromOldest{},
                                RecoverFromPlace{},
                                RecoverFromTime{},
                                RecoverFromObject{},
                                RecoverFromText{},
                                RecoverFromNow{}};
    RecoveryPlan plan;
    plan.request.way = ways[way];
    plan.move.target = FromTime{kPlace - 5min};
    plan.move.ahead = {561, false};
    if (isProven || way == 4) {
        plan.processed = ProcessedEvent{EventId("event_1"), "user.created", kPlace};
        plan.isProven = isProven;
        plan.again = 23;
    }
    QCOMPARE(recoveryPlace(plan, utc), u"Goes on from 2026-11-23T11:55:00.000Z."_s);
    QVERIFY2(recoveryProof(plan, utc).contains(proof), qPrintable(recoveryProof(plan, utc)));
    const QString again = recoveryAgain(plan);
    QCOMPARE(again.contains(u"Delivered again: 23 events"_s), plan.processed.has_value());
    QVERIFY(again.endsWith(u"at least 561 events ahead."_s));
    QCOMPARE(recoveryNotes(plan).size(), way == 4 ? 1 : 0); // lanes
    QVERIFY(recoveryGone(plan, utc).isEmpty());
    QVERIFY(recoverySkipped(plan).isEmpty());
    plan.request.cursor.id = 7;
    plan.move.direction = MovePlan::Direction::Forward;
    plan.move.events = 1;
    QVERIFY(recoverySkipped(plan).endsWith(u": 1 event."_s));
    plan.move.isAtLeast = true;
    QVERIFY(recoverySkipped(plan).endsWith(u"at least 1 event."_s));
}

void TestSafetyTexts::aRecoverySaysWhatIsGone()
{
    RecoveryPlan plan;
    plan.gone = {kPlace - 5h, kPlace};
    QVERIFY(recoveryGone(plan, utc).startsWith(u"Gone for good"_s));
    QVERIFY(!recoveryGone(plan, utc).contains(u"Stored"_s));
    plan.goneStored = 7;
    QVERIFY(recoveryGone(plan, utc).endsWith(u"7 events."_s));
    plan.unknownIds = QList<EventId>(7, EventId("event_x"));
    plan.foreignIds = {EventId("event_y")};
    plan.isOlderVersion = true;
    const QStringList notes = recoveryNotes(plan);
    QCOMPARE(notes.size(), 3);
    QVERIFY(notes[0].contains(u"event_x, event_x, event_x, event_x, event_x and 2 more"_s));
    QVERIFY(notes[1].endsWith(u"event_y."_s));
}

void TestSafetyTexts::jsonHoldsTheFacts()
{
    AuditReport report = someReport();
    report.missed = {someMissed()};
    report.suggestion = ToEvent{EventId("event_before")};
    report.warnings = {{CursorWarning::Kind::WebhookId, EventId("wh_1"), {}}};
    const QJsonObject audit = auditJson(report);
    QCOMPARE(audit["cursor"_L1]["name"_L1].toString(), u"billing"_s);
    QCOMPARE(audit["missed"_L1].toArray().size(), 1);
    const QJsonValue missed = audit["missed"_L1].toArray().first();
    QCOMPARE(missed["id"_L1].toString(), u"event_late"_s);
    QCOMPARE(missed["late_at_least_seconds"_L1].toDouble(), 2.0);
    QCOMPARE(audit["suggestion"_L1]["after"_L1].toString(), u"event_before"_s);
    QCOMPARE(audit["stretch"_L1]["since"_L1].toString(), u"2026-11-23T11:55:00.000Z"_s);
    QCOMPARE(audit["warnings"_L1].toArray().first()["kind"_L1].toString(), u"webhook-id"_s);
    QVERIFY(audit["read_error"_L1].isNull());

    RecoveryPlan plan;
    plan.request.cursor.name = u"billing"_s;
    plan.move.target = FromTime{kPlace};
    plan.processed = ProcessedEvent{EventId("event_1"), "user.created", kPlace};
    plan.again = 23;
    plan.isAgainAtLeast = true;
    plan.gone = {kPlace - 5h, kPlace};
    plan.unknownIds = {EventId("event_x")};
    const QJsonObject recovery = recoveryJson(plan);
    QCOMPARE(recovery["target"_L1]["range_start"_L1].toString(), u"2026-11-23T12:00:00.000Z"_s);
    QCOMPARE(recovery["processed"_L1]["id"_L1].toString(), u"event_1"_s);
    QCOMPARE(recovery["again"_L1]["events"_L1].toInt(), 23);
    QVERIFY(recovery["again"_L1]["is_at_least"_L1].toBool());
    QCOMPARE(recovery["gone"_L1]["range"_L1]["until"_L1].toString(), u"2026-11-23T12:00:00.000Z"_s);
    QCOMPARE(recovery["unknown_ids"_L1].toArray().size(), 1);
    QCOMPARE(recovery["overlap_seconds"_L1].toDouble(), 300.0);
}

QTEST_GUILESS_MAIN(TestSafetyTexts)
#include "tst_safetytexts.moc"
