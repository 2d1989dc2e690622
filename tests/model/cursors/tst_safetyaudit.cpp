// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/stretchreads.h"
#include "model/cursors/audittext.h"
#include "model/cursors/safetyaudit.h"
#include "tests/model/cursors/servedstage.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kStart = *tryParseIsoInstant("2026-11-23T12:00:00Z");

/// A share of the events is visible `seconds` later than the others.
FaultPlan lateEvents(quint64 seed, double share, qint64 seconds)
{
    FaultPlan plan;
    plan.seed = seed;
    FaultSetting setting = faultSetting(FaultKind::HoldBack, share);
    setting.values[0] = seconds;
    plan.set(setting);
    return plan;
}

/// The cursor set there now, as a move would set it.
Cursor setAt(Cursor cursor, const CursorPosition &position, const ServedStage &stage)
{
    cursor.position = position;
    cursor.placedAt = stage.clock->now();
    cursor.seen = seenAt(position, cursor, stage.ground(cursor));
    return cursor;
}

AfterEvent after(const PlannedEvent &event)
{
    return {EventId(event.id), event.createdAt};
}

QByteArrayList idsOf(const std::vector<MissedEvent> &events)
{
    QByteArrayList ids;
    for (const MissedEvent &event : events) {
        ids.append(event.id.value);
    }
    return ids;
}

/// An audit in which nothing is left out.
std::optional<AuditReport> audit(ServedStage &stage,
                                 const Cursor &cursor,
                                 const AuditSettings &settings = {})
{
    SafetyAudit audit(*stage.feed, *stage.clock);
    QSignalSpy finished(&audit, &SafetyAudit::finished);
    audit.start(cursor, settings);
    if (!audit.isRunning() || (finished.isEmpty() && !finished.wait(30'000)) || audit.isRunning()) {
        return std::nullopt;
    }
    return finished.first().first().value<AuditReport>();
}

} // namespace

class TestSafetyAudit : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void namesWhatBecameVisibleLate_data();
    void namesWhatBecameVisibleLate();
    void namesNothingElse();
    void tellsWhereNothingWasRead();
    void comparesWithTheStartWhenNothingIsKnown();
    void judgesCursorsFromATime();
    void theSuggestionBringsTheMissedAgain();
    void doesNotDecideAboutTheSameMoment();
    void tellsWhyItCouldNotRead();
    void aLostCursorIsToldAsLost();
    void aCursorAtTheHorizonIsNotLost();
    void mayBeCancelled();
    void anotherEnvironmentEndsIt();
};

void TestSafetyAudit::namesWhatBecameVisibleLate_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("found by the audit") << u"audit"_s;
    QTest::newRow("fetched before it") << u"fetch"_s;
    QTest::newRow("fetched again before it") << u"again"_s;
    QTest::newRow("followed before it") << u"tail"_s;
}

/// Whoever stored it. A cursor of some types or an organization is told of those alone.
void TestSafetyAudit::namesWhatBecameVisibleLate()
{
    QFETCH(const QString, way);
    int planted = 0;
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QRandomGenerator random(seed);
        ServedStage stage(randomEvents(seed, 900, kStart, 1000), lateEvents(seed, 0.05, 40));
        QVERIFY(stage.open(1 + int(seed % 4)));
        Cursor cursor;
        cursor.types = seed % 2 == 0 ? QList<QByteArray>{"dsync.user.created", "dsync.user.updated"}
                                     : QList<QByteArray>();
        cursor.organization = OrganizationId(seed % 3 == 0 ? "org_1" : "");
        stage.clock->set(kStart + 200s + 1ms * random.bounded(100'000));
        QVERIFY(stage.fetch(cursor, kStart - 1min));

        // The newest that is stored, or one that is a little older.
        std::vector<PlannedEvent> stored;
        for (const PlannedEvent &event : stage.planned) {
            if (stage.isStored(event.id)) {
                stored.push_back(event);
            }
        }
        const PlannedEvent place = stored[stored.size() - 1 - random.bounded(12)];
        cursor = setAt(cursor, after(place), stage);
        QVERIFY(cursor.seen.isKnown());
        QByteArrayList late;
        QByteArrayList sameMoment;
        for (const PlannedEvent &event : stage.planned) {
            if (isOwn(event, cursor) && !stage.isStored(event.id)
                && event.createdAt <= place.createdAt) {
                (event.createdAt < place.createdAt ? late : sameMoment).append(event.id);
            }
        }
        planted += int(late.size());

        stage.clock->set(stage.clock->now() + 100s);
        if (way == "tail"_L1) {
            QVERIFY(stage.follow(cursor));
        } else if (way != "audit"_L1) {
            QVERIFY(stage.fetch(cursor, kStart - 1min, way == "fetch"_L1));
        }
        const auto report = audit(stage, cursor);
        QVERIFY(report);
        QVERIFY2(idsOf(report->missed) == late, qPrintable(u"seed %1"_s.arg(seed)));
        QCOMPARE(idsOf(report->maybeMissed), sameMoment);
        QVERIFY(!report->readError);
        QVERIFY(report->eventsRead >= quint64(late.size()));
        QCOMPARE(report->suggestion.has_value(), !late.isEmpty());
        for (const MissedEvent &missed : report->missed) {
            QVERIFY(missed.lateAtLeast > Duration::zero() && missed.lateAtLeast <= 10s);
            QVERIFY(!missed.type.isEmpty() && !missed.organization.isEmpty());
        }
    }
    QVERIFY2(planted >= 8, qPrintable(QString::number(planted)));
}

/// Nothing is hidden here: events that fill older holes, windows that are read in any order, a tail.
void TestSafetyAudit::namesNothingElse()
{
    for (quint32 seed = 1; seed <= 6; ++seed) {
        ServedStage stage(randomEvents(seed, 900, kStart, 1000));
        QVERIFY(stage.open(6));
        Cursor cursor;
        stage.clock->set(kStart + 300s);
        QVERIFY(stage.fetch(cursor, kStart + 200s)); // what is older is a hole
        QVERIFY(stage.feed->snapshot().rowCount() > 50);
        const EventSnapshot events = stage.feed->snapshot();
        const EventRow newest = *newestOwnRow(cursor, stage.ground(cursor));
        cursor = setAt(cursor, AfterEvent{events.id(newest), events.createdAt(newest)}, stage);
        QVERIFY(stage.fetch(cursor, kStart - 1min)); // the hole is filled
        stage.clock->set(kStart + 400s);
        if (seed % 2 == 0) {
            QVERIFY(stage.follow(cursor));
        }
        QVERIFY(stage.fetch(cursor, kStart - 1min, false));
        const auto report = audit(stage, cursor, {1h, true});
        QVERIFY(report);
        QCOMPARE(idsOf(report->missed), QByteArrayList());
        QCOMPARE(idsOf(report->maybeMissed), QByteArrayList());
        QVERIFY(!report->suggestion);
        QCOMPARE(report->sinceSet, (TimeRange{kStart + 200s, report->stretch.until}));
        QVERIFY(report->eventsRead > 200);
    }
}

/// A stretch that nobody had read tells nothing, and that is said.
void TestSafetyAudit::tellsWhereNothingWasRead()
{
    ServedStage stage(randomEvents(3, 900, kStart, 1000));
    QVERIFY(stage.open());
    stage.clock->set(kStart + 300s);
    Cursor cursor;
    cursor.position = after(stage.planned[300]);
    const auto report = audit(stage, cursor);
    QVERIFY(report);
    QCOMPARE(idsOf(report->missed), QByteArrayList());
    QVERIFY(report->sinceSet.isEmpty() && report->sinceStart.empty());
    QCOMPARE(report->untold, (std::vector<TimeRange>{report->stretch}));
    QCOMPARE(report->stretch.since, stage.planned[300].createdAt - 5min);
    QVERIFY(report->eventsRead > 100);
    QVERIFY(report->warnings.isEmpty());
    // What the audit read is stored now, so another one can compare.
    const auto again = audit(stage, cursor);
    QVERIFY(again && again->untold.size() == 0 && again->sinceStart.size() == 1);
}

void TestSafetyAudit::comparesWithTheStartWhenNothingIsKnown()
{
    // So late that a range counts as read before they come.
    ServedStage stage(randomEvents(5, 900, kStart, 1000), lateEvents(5, 0.05, 300));
    QVERIFY(stage.open());
    Cursor cursor;
    stage.clock->set(kStart + 250s);
    QVERIFY(stage.fetch(cursor, kStart - 1min));
    const std::vector<TimeRange> covered = stage.ground(cursor).covered;
    QCOMPARE(covered.size(), 1u);
    cursor.position = FromTime{covered.front().until};
    QByteArrayList late;
    for (const PlannedEvent &event : stage.planned) {
        if (event.createdAt < covered.front().until && !stage.isStored(event.id)) {
            late.append(event.id);
        }
    }
    QVERIFY(late.size() > 3);
    stage.clock->set(kStart + 900s);
    const auto report = audit(stage, cursor, {1h, true});
    QVERIFY(report);
    QCOMPARE(idsOf(report->missed), late);
    QVERIFY(report->sinceSet.isEmpty());
    QCOMPARE(report->sinceStart, covered);
    QCOMPARE(report->missed.front().lateAtLeast, Duration(60s));
}

void TestSafetyAudit::judgesCursorsFromATime()
{
    ServedStage stage(randomEvents(7, 900, kStart, 1000), lateEvents(7, 0.05, 40));
    QVERIFY(stage.open());
    Cursor cursor;
    stage.clock->set(kStart + 250s);
    QVERIFY(stage.fetch(cursor, kStart - 1min));
    const Instant from = kStart + 245s;
    cursor = setAt(cursor, FromTime{from}, stage);
    QByteArrayList late;
    for (const PlannedEvent &event : stage.planned) {
        if (event.createdAt < from && !stage.isStored(event.id)) {
            late.append(event.id);
        }
    }
    QVERIFY(!late.isEmpty());
    stage.clock->set(kStart + 400s);
    const auto report = audit(stage, cursor);
    QVERIFY(report);
    QCOMPARE(idsOf(report->missed), late); // what comes from that time on is read by it anyway
    QVERIFY(report->maybeMissed.empty());
    QCOMPARE(report->stretch.until, from);
}

void TestSafetyAudit::theSuggestionBringsTheMissedAgain()
{
    int judged = 0;
    for (quint32 seed = 1; seed <= 6; ++seed) {
        ServedStage stage(randomEvents(seed, 400, kStart, 1000), lateEvents(seed, 0.1, 30));
        QVERIFY(stage.open());
        Cursor cursor;
        stage.clock->set(kStart + 120s);
        QVERIFY(stage.fetch(cursor, kStart - 1min));
        const EventSnapshot events = stage.feed->snapshot();
        const EventRow newest = *newestOwnRow(cursor, stage.ground(cursor));
        cursor = setAt(cursor, AfterEvent{events.id(newest), events.createdAt(newest)}, stage);
        stage.clock->set(kStart + 300s);
        const auto report = audit(stage, cursor);
        QVERIFY(report);
        if (report->missed.empty()) {
            continue;
        }
        ++judged;
        const Result<MovePlan> move = planMove(cursor, *report->suggestion, stage.ground(cursor));
        QVERIFY(move);
        QCOMPARE(move->direction, MovePlan::Direction::Back);
        QVERIFY(positionTime(move->target) < report->missed.front().createdAt);
        Cursor moved = cursor;
        moved.position = move->target;
        // Nothing that was missed lies at or before the new place.
        const AuditReport none = judgeStretch({moved,
                                               {kStart - 1min, positionTime(moved.position) + 1ms},
                                               0,
                                               {},
                                               stage.feed->snapshot()});
        QCOMPARE(idsOf(none.missed), QByteArrayList());
    }
    QVERIFY(judged >= 3);
}

void TestSafetyAudit::doesNotDecideAboutTheSameMoment()
{
    std::vector<PlannedEvent> events = randomEvents(9, 3, kStart, 1000);
    events[0].createdAt = events[1].createdAt = events[2].createdAt = kStart;
    ServedStage stage(events);
    QVERIFY(stage.open());
    Cursor cursor;
    QVERIFY(stage.fetch(cursor, kStart - 1min));
    cursor.position = after(events[0]);
    cursor.seen = {1, kStart - 1min};
    const auto report = audit(stage, cursor);
    QVERIFY(report);
    QVERIFY(report->missed.empty());
    QCOMPARE(idsOf(report->maybeMissed), (QByteArrayList{events[1].id, events[2].id}));
    // Of a store that was made anew, the old number of events says nothing.
    cursor.seen = {100, kStart - 1min};
    QVERIFY(audit(stage, cursor)->sinceSet.isEmpty());
    // Nor when it has as many again: another event is the last of them.
    cursor.seen = {1, kStart - 1min, EventId(events[0].id)};
    QVERIFY(!audit(stage, cursor)->sinceSet.isEmpty());
    cursor.seen.last = EventId("event_of_another_store");
    QVERIFY(audit(stage, cursor)->sinceSet.isEmpty());
}

void TestSafetyAudit::tellsWhyItCouldNotRead()
{
    ServedStage stage(randomEvents(11, 300, kStart, 1000), lateEvents(11, 0.1, 30));
    QVERIFY(stage.open());
    Cursor cursor;
    stage.clock->set(kStart + 120s);
    QVERIFY(stage.fetch(cursor, kStart - 1min));
    const EventSnapshot events = stage.feed->snapshot();
    const EventRow newest = *newestOwnRow(cursor, stage.ground(cursor));
    cursor = setAt(cursor, AfterEvent{events.id(newest), events.createdAt(newest)}, stage);
    stage.clock->set(kStart + 300s);
    QVERIFY(stage.fetch(cursor, kStart - 1min, false));
    stage.feed->setFetchTarget({stage.api->url(), {}});
    const auto report = audit(stage, cursor);
    QVERIFY(report && report->readError);
    QCOMPARE(report->readError->code, ErrorCode::KeyMissing);
    QCOMPARE(report->eventsRead, 0u);
    QVERIFY(!report->missed.empty()); // what is stored tells it
}

void TestSafetyAudit::aLostCursorIsToldAsLost()
{
    ServedStage stage(randomEvents(13, 30, kStart, 1000));
    stage.target.fetch.baseUrl = QUrl(u"https://events.invalid"_s);
    QVERIFY(stage.open());
    Cursor cursor;
    cursor.position = after(stage.planned[10]);
    stage.clock->set(kStart + 91 * 24h);
    const auto report = audit(stage, cursor);
    QVERIFY(report && report->isLost);
    QVERIFY(!report->readError); // nobody was asked
    QVERIFY(report->missed.empty() && report->untold.empty());
}

/// "Move to the oldest kept" sets a cursor there: nothing before it is kept, and it reads on well.
void TestSafetyAudit::aCursorAtTheHorizonIsNotLost()
{
    ServedStage stage(randomEvents(13, 30, kStart, 1000));
    stage.target.fetch.baseUrl = QUrl(u"https://events.invalid"_s);
    QVERIFY(stage.open());
    Cursor cursor;
    cursor.position = FromTime{kStart};
    stage.clock->set(kStart + 90 * 24h);
    const auto report = audit(stage, cursor);
    QVERIFY(report && !report->isLost);
    QVERIFY(report->stretch.isEmpty());
    QVERIFY(report->missed.empty() && !report->suggestion);
    QVERIFY(auditVerdict(*report).contains(u"nothing before the cursor is kept"_s));
}

void TestSafetyAudit::mayBeCancelled()
{
    ServedStage stage(randomEvents(15, 300, kStart, 1000));
    QVERIFY(stage.open());
    Cursor cursor;
    cursor.position = after(stage.planned[100]);
    SafetyAudit audit(*stage.feed, *stage.clock);
    QSignalSpy finished(&audit, &SafetyAudit::finished);
    QSignalSpy failed(&audit, &SafetyAudit::failed);
    audit.start(cursor);
    audit.cancel();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Cancelled);
    QVERIFY(finished.isEmpty() && !audit.isRunning());
}

/// Its read has ended; what it brought is being judged.
void TestSafetyAudit::anotherEnvironmentEndsIt()
{
    ServedStage stage(randomEvents(17, 300, kStart, 1000));
    QVERIFY(stage.open());
    Cursor cursor;
    cursor.position = after(stage.planned[100]);
    SafetyAudit audit(*stage.feed, *stage.clock);
    QSignalSpy finished(&audit, &SafetyAudit::finished);
    QSignalSpy failed(&audit, &SafetyAudit::failed);
    FeedTarget other = stage.target;
    other.storeKey = u"other"_s;
    connect(&stage.feed->stretches(),
            &StretchReads::progressed,
            this,
            [&](quint64, const FetchProgress &progress) {
                if (progress.state == FetchState::Done) {
                    QMetaObject::invokeMethod(
                        this, [&] { stage.feed->open(other); }, Qt::QueuedConnection);
                }
            });
    audit.start(cursor);
    QTRY_COMPARE(finished.size() + failed.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Conflict);
    QVERIFY(!audit.isRunning());
}

QTEST_GUILESS_MAIN(TestSafetyAudit)
#include "tst_safetyaudit.moc"
