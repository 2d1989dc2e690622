// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/horizon.h"
#include "model/cursors/recovery.h"
#include "tests/model/cursors/recoverysupport.h"
#include "tests/model/cursors/storedevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Three hundred events within a quarter of an hour, none of them hidden any more.
std::vector<PlannedEvent> someEvents(quint32 seed = 1)
{
    return randomEvents(seed, 300, kRecoveryStart, 8000);
}

ErrorCode failureOf(const Result<RecoveryPlan> &answer)
{
    return answer ? ErrorCode::Internal : answer.error().code;
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void aLogLineProvesTheOverlap();
    void withoutAnOverlapItGoesOnRightBehind();
    void anUnorderedListMeansItsNewest();
    void unknownAndForeignIdsAreNamed();
    void theObjectsOwnVersionIsFound();
    void anOlderVersionIsSaid();
    void anUnknownObjectGoesByItsTime();
    void aTimeWithoutAnEventBeforeItIsTakenAtItsWord();
    void nowSkipsWhatHasSettledAndNoMore();
    void theOldestKeptTellsWhatIsGone();
    void aPlaceBeyondTheHorizonIsCut();
    void whatIsGoneReachesToWhereReadingBegins();
    void theNewestPlaceThatIsKept();
    void whatCannotBeReadIsTold();
    void asksNobodyUnlessItMay();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void mayBeCancelled();
    void anotherEnvironmentEndsIt();
};

void TestRecovery::aLogLineProvesTheOverlap()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    const PlannedEvent &known = stage.planned[200];
    RecoveryRequest request;
    request.way = RecoverFromText{u"INFO done "_s + QString::fromLatin1(known.id)};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QVERIFY(plan->isProven && plan->processed && !plan->readError);
    QCOMPARE(plan->processed->id.value, known.id);
    QCOMPARE(plan->processed->createdAt, known.createdAt);
    QCOMPARE(plan->move.target, CursorPosition(FromTime{known.createdAt - 5min}));
    QCOMPARE(plan->move.change, CursorChange::Recovered);
    QCOMPARE(plan->again, countBetween(stage, {}, known.createdAt - 5min, known));
    QVERIFY(plan->again > 20 && !plan->isAgainAtLeast);
    quint64 ofTypes = 0;
    for (const TypeMoveCount &type : plan->againTypes) {
        ofTypes += type.count;
    }
    QCOMPARE(ofTypes, plan->again);
    QVERIFY(plan->gone.isEmpty());
    const Cursor made = plan->newCursor();
    QCOMPARE(made.position, plan->move.target);
    QCOMPARE(made.id, 0);
    // No more was read than what is around it.
    QVERIFY(!stage.isStored(stage.planned[0].id));
    QVERIFY(!stage.isStored(stage.planned[299].id));
}

void TestRecovery::withoutAnOverlapItGoesOnRightBehind()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    const PlannedEvent &known = stage.planned[200];
    RecoveryRequest request;
    request.overlap = 0s;
    request.way = RecoverFromText{QString::fromLatin1(known.id)};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QCOMPARE(plan->move.target, CursorPosition(AfterEvent{EventId(known.id), known.createdAt}));
    QCOMPARE(plan->again, 0u);
    QVERIFY(!plan->isProven); // nothing is read again that could prove it
}

void TestRecovery::anUnorderedListMeansItsNewest()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    QString list;
    for (const int index : {40, 220, 3, 150, 219}) {
        list += QString::fromLatin1(stage.planned[size_t(index)].id) + u'\n';
    }
    RecoveryRequest request;
    request.way = RecoverFromText{list};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QCOMPARE(plan->processed->id.value, stage.planned[220].id);
    QCOMPARE(plan->idsFound + quint32(plan->unknownIds.size()), 5u);
    QVERIFY(plan->unknownIds.isEmpty());
}

void TestRecovery::unknownAndForeignIdsAreNamed()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    QVERIFY(stage.fetch({}, kRecoveryStart - 1min));
    RecoveryRequest request;
    request.cursor.types = {stage.planned[100].type};
    size_t foreign = 0;
    while (stage.planned[foreign].type == stage.planned[100].type) {
        ++foreign;
    }
    const QByteArray never = "event_" + encodedUlid(stage.planned[250].createdAt);
    request.way = RecoverFromText{QString::fromLatin1(
        never + ' ' + stage.planned[100].id + " wh_12345678 " + stage.planned[foreign].id)};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QCOMPARE(plan->processed->id.value, stage.planned[100].id);
    QCOMPARE(plan->idsFound, 1u);
    QCOMPARE(plan->unknownIds, (QList{EventId(never), EventId("wh_12345678")}));
    QCOMPARE(plan->foreignIds, QList{EventId(stage.planned[foreign].id)});

    request.way = RecoverFromText{QString::fromLatin1(stage.planned[foreign].id)};
    QCOMPARE(failureOf(recover(stage, request)), ErrorCode::NotFound);
    request.way = RecoverFromText{QString::fromLatin1(never)};
    const Result<RecoveryPlan> none = recover(stage, request);
    QCOMPARE(failureOf(none), ErrorCode::NotFound);
    QVERIFY(none.error().message.contains(QString::fromLatin1(never)));
}

void TestRecovery::theObjectsOwnVersionIsFound()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    const PlannedEvent &known = stage.planned[180];
    RecoveryRequest request;
    request.way = RecoverFromObject{known.object, *known.updatedAt};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QCOMPARE(plan->processed->id.value, known.id);
    QVERIFY(plan->isProven && !plan->isOlderVersion);
    // A consumer that keeps whole seconds means any version of that second.
    request.way = RecoverFromObject{known.object,
                                    std::chrono::floor<std::chrono::seconds>(*known.updatedAt)};
    QVERIFY(!recover(stage, request)->isOlderVersion);
}

void TestRecovery::anOlderVersionIsSaid()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    const PlannedEvent &known = stage.planned[180];
    const Instant asked = *known.updatedAt + 1ms;
    for (const PlannedEvent &event : stage.planned) {
        QVERIFY(event.object != known.object || *event.updatedAt != asked);
    }
    RecoveryRequest request;
    request.way = RecoverFromObject{known.object, asked};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QVERIFY(plan->isOlderVersion);
    QCOMPARE(plan->processed->id.value, known.id);
}

void TestRecovery::anUnknownObjectGoesByItsTime()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    RecoveryRequest request;
    request.way = RecoverFromObject{"directory_user_nobody", kRecoveryStart + 5min};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QVERIFY(!plan->processed && !plan->isProven);
    QCOMPARE(plan->move.target, CursorPosition(FromTime{kRecoveryStart}));
}

void TestRecovery::aTimeWithoutAnEventBeforeItIsTakenAtItsWord()
{
    std::vector<PlannedEvent> events = someEvents();
    ServedStage stage(events);
    QVERIFY(stage.open());
    // Hours after the last event, nothing of which was read.
    stage.clock->set(events.back().createdAt + 9h);
    RecoveryRequest request;
    request.way = RecoverFromTime{events.back().createdAt + 5h};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QVERIFY(!plan->processed && !plan->isProven);
    QCOMPARE(plan->move.target, CursorPosition(FromTime{events.back().createdAt + 5h - 5min}));
    // When all up to it was read, the last event before it proves it.
    QVERIFY(stage.fetch({}, kRecoveryStart - 1min));
    const Result<RecoveryPlan> proven = recover(stage, request);
    QVERIFY(proven && proven->isProven);
    QCOMPARE(proven->processed->id.value, events.back().id);
    QCOMPARE(proven->move.target, CursorPosition(FromTime{events.back().createdAt - 5min}));
}

void TestRecovery::nowSkipsWhatHasSettledAndNoMore()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    stage.clock->set(stage.planned[250].createdAt + 1ms);
    RecoveryRequest request;
    request.way = RecoverFromNow{};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    const auto *after = std::get_if<AfterEvent>(&plan->move.target);
    QVERIFY(after != nullptr);
    QVERIFY(stage.clock->now() - after->createdAt >= 10s);
    for (const PlannedEvent &event : stage.planned) {
        QVERIFY(event.createdAt <= after->createdAt || event.id == after->id.value
                || stage.clock->now() - event.createdAt < 10s);
    }
    QVERIFY(!plan->processed && plan->again == 0);

    // Where nothing can be read, it begins a little earlier, for what may still be hidden.
    ServedStage offline(someEvents());
    offline.target.fetch.apiKey.clear();
    QVERIFY(offline.open());
    const Result<RecoveryPlan> blind = recover(offline, request);
    QVERIFY(blind && blind->readError);
    QCOMPARE(blind->move.target, CursorPosition(FromTime{offline.clock->now() - 60s}));
    // The demo hides nothing.
    request.isHeldBack = false;
    stage.clock->set(stage.planned.back().createdAt);
    const Result<RecoveryPlan> demo = recover(stage, request);
    QVERIFY(demo);
    QCOMPARE(std::get<AfterEvent>(demo->move.target).id.value, stage.planned.back().id);
}

/// Some 110 days of events; those of the first weeks were stored while they could be read.
void TestRecovery::theOldestKeptTellsWhatIsGone()
{
    ServedStage stage(randomEvents(4, 600, kRecoveryStart - 100 * 24h, 12 * 3600 * 1000));
    QVERIFY(stage.open());
    const Instant end = stage.planned.back().createdAt;
    stage.clock->set(stage.planned.front().createdAt + 80 * 24h);
    QVERIFY(stage.fetch({}, stage.planned.front().createdAt - 1min));
    stage.clock->set(end + 61s);
    const Instant horizon = horizonAt(stage.clock->now());
    const PlannedEvent &old = stage.planned[5];
    QVERIFY(old.createdAt < horizon);

    RecoveryRequest request;
    request.cursor.id = 7;
    request.cursor.position = AfterEvent{EventId(old.id), old.createdAt};
    request.way = RecoverFromOldest{};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QCOMPARE(plan->move.target, CursorPosition(FromTime{horizon}));
    QCOMPARE(plan->gone, (TimeRange{old.createdAt, horizon}));
    quint64 between = 0;
    for (size_t index = 6; index < stage.planned.size(); ++index) {
        between += stage.planned[index].createdAt < horizon ? 1 : 0;
    }
    QVERIFY(between > 5);
    QCOMPARE(plan->goneStored, between);
    QVERIFY(!plan->processed);
    // It can be applied: the cursor's own move.
    QCOMPARE(plan->move.cursor.id, 7);
    QCOMPARE(plan->move.cursor.position, request.cursor.position);
}

void TestRecovery::aPlaceBeyondTheHorizonIsCut()
{
    ServedStage stage(randomEvents(4, 600, kRecoveryStart - 100 * 24h, 12 * 3600 * 1000));
    QVERIFY(stage.open());
    stage.clock->set(stage.planned.front().createdAt + 80 * 24h);
    QVERIFY(stage.fetch({}, stage.planned.front().createdAt - 1min));
    stage.clock->set(stage.planned.back().createdAt + 61s);
    const Instant horizon = horizonAt(stage.clock->now());
    RecoveryRequest request;
    request.way = RecoverFromText{QString::fromLatin1(stage.planned[5].id)};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan);
    QVERIFY(plan->isCutByHorizon && !plan->isProven);
    QCOMPARE(plan->again, 0u);
    QCOMPARE(positionTime(plan->move.target), horizon);
    QCOMPARE(plan->gone, (TimeRange{stage.planned[5].createdAt, horizon}));
    QVERIFY(plan->goneStored > 5);
}

/// A server that is not on this computer is read from a minute behind the horizon on: no event lies between what is gone
/// and what is delivered.
void TestRecovery::whatIsGoneReachesToWhereReadingBegins()
{
    const Instant horizon = kRecoveryStart;
    const StoredEvents stored({{"event_1", horizon - 1h, "user.created", ""},
                               {"event_2", horizon - 1min, "user.created", ""},
                               {"event_3", horizon + 30s, "user.created", ""},
                               {"event_4", horizon + 2min, "user.created", ""}});
    QVERIFY(stored.isValid());
    const Instant now = horizon + 90 * 24h;
    RecoveryGround ground;
    ground.events = stored.snapshot();
    ground.now = now;
    ground.horizon = horizonAt(now);
    QCOMPARE(ground.horizon, horizon);
    ground.oldestReadable = clampSince(horizon, now, QUrl(u"https://api.workos.com"_s)).since;
    QCOMPARE(ground.oldestReadable, horizon + 1min);
    RecoveryRequest request;
    for (const Instant known : {horizon - 1h, horizon + 30s}) {
        request.way = RecoverFromTime{known};
        RecoverySearch search;
        search.anchor = known;
        const Result<RecoveryPlan> plan = planRecovery(request, search, ground);
        QVERIFY(plan);
        QCOMPARE(positionTime(plan->move.target), ground.oldestReadable);
        QCOMPARE(plan->gone, (TimeRange{known, ground.oldestReadable}));
        QCOMPARE(plan->goneStored, known < horizon ? 3u : 1u);
    }
}

void TestRecovery::theNewestPlaceThatIsKept()
{
    const Instant now = kRecoveryStart;
    Cursor cursor;
    cursor.position = FromTime{now - 95 * 24h};
    cursor.types = {"user.created"};
    SavedPlace old;
    old.name = u"old"_s;
    old.types = cursor.types;
    old.position = FromTime{now - 92 * 24h};
    old.savedAt = now;
    SavedPlace kept = old;
    kept.name = u"kept"_s;
    kept.position = FromTime{now - 20 * 24h};
    kept.savedAt = now - 1h;
    SavedPlace other = kept;
    other.name = u"of other types"_s;
    other.types.clear();
    other.savedAt = now - 1min;
    CursorHistoryEntry entry;
    entry.before.position = FromTime{now - 10 * 24h};
    entry.at = now - 2h;
    const QList<KnownPlace> places = knownPlaces(cursor, {old, kept, other}, {entry});
    QCOMPARE(places.size(), 3);
    QCOMPARE(newestKept(places, horizonAt(now))->name, u"kept"_s);
    QCOMPARE(newestKept(knownPlaces(cursor, {old}, {entry}), horizonAt(now))->of,
             ToPlace::Of::History);
    QVERIFY(!newestKept(knownPlaces(cursor, {old}, {}), horizonAt(now)));
}

/// What is stored still answers; the counts are then "at least".
void TestRecovery::whatCannotBeReadIsTold()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    const PlannedEvent &known = stage.planned[200];
    QVERIFY(stage.fetch({}, known.createdAt - 2min));
    stage.feed->setFetchTarget({stage.api->url(), {}});
    RecoveryRequest request;
    request.way = RecoverFromText{QString::fromLatin1(known.id)};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan && plan->readError);
    QCOMPARE(plan->readError->code, ErrorCode::KeyMissing);
    QVERIFY(plan->isProven && plan->isAgainAtLeast);
    QCOMPARE(plan->move.target, CursorPosition(FromTime{known.createdAt - 5min}));
    // Where nothing is known, that is the failure.
    request.way = RecoverFromText{QString::fromLatin1(stage.planned[0].id)};
    const Result<RecoveryPlan> none = recover(stage, request);
    QCOMPARE(failureOf(none), ErrorCode::KeyMissing);
    QVERIFY(none.error().message.contains(u"not stored"_s));
}

void TestRecovery::asksNobodyUnlessItMay()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    const PlannedEvent &known = stage.planned[200];
    QVERIFY(stage.fetch({}, known.createdAt - 2min));
    const auto stored = stage.feed->snapshot().rowCount();
    RecoveryRequest request;
    request.mayRead = false;
    request.way = RecoverFromText{QString::fromLatin1(known.id)};
    const Result<RecoveryPlan> plan = recover(stage, request);
    QVERIFY(plan && plan->readError && plan->isAgainAtLeast);
    request.way = RecoverFromText{QString::fromLatin1(stage.planned[0].id)};
    const Result<RecoveryPlan> none = recover(stage, request);
    QVERIFY(none.error().message.contains(u"The server was not asked."_s));
    QCOMPARE(stage.feed->snapshot().rowCount(), stored);
    request.mayRead = true;
    QVERIFY(recover(stage, request)->processed);
}

void TestRecovery::nonsenseIsRefused_data()
{
    QTest::addColumn<RecoveryWay>("way");
    QTest::newRow("no id") << RecoveryWay(RecoverFromText{u"Nothing worth 12 ids."_s});
    QTest::newRow("no text") << RecoveryWay(RecoverFromText{});
    QTest::newRow("time to come") << RecoveryWay(RecoverFromTime{kRecoveryStart + 24h});
    QTest::newRow("version to come")
        << RecoveryWay(RecoverFromObject{"directory_user_1", kRecoveryStart + 24h});
}

void TestRecovery::nonsenseIsRefused()
{
    QFETCH(const RecoveryWay, way);
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    RecoveryRequest request;
    request.way = way;
    const Result<RecoveryPlan> plan = recover(stage, request);
    QCOMPARE(failureOf(plan), ErrorCode::WrongUsage);
    QVERIFY(!plan.error().message.isEmpty());
}

void TestRecovery::mayBeCancelled()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    Recovery recovery(*stage.feed, *stage.clock);
    QSignalSpy found(&recovery, &Recovery::found);
    QSignalSpy failed(&recovery, &Recovery::failed);
    RecoveryRequest request;
    request.way = RecoverFromTime{kRecoveryStart + 5min};
    recovery.find(request);
    recovery.cancel();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Cancelled);
    QVERIFY(found.isEmpty() && !recovery.isSearching());
    // A new search drops the one before; only it is answered.
    recovery.find(request);
    request.way = RecoverFromText{QString::fromLatin1(stage.planned[9].id)};
    recovery.find(request);
    QVERIFY(found.wait());
    QCOMPARE(found.first().first().value<RecoveryPlan>().processed->id.value, stage.planned[9].id);
    QVERIFY(failed.size() == 1);
}

/// Nothing has to be read for it, so only the look into the store is on its way.
void TestRecovery::anotherEnvironmentEndsIt()
{
    ServedStage stage(someEvents());
    QVERIFY(stage.open());
    Recovery recovery(*stage.feed, *stage.clock);
    QSignalSpy found(&recovery, &Recovery::found);
    QSignalSpy failed(&recovery, &Recovery::failed);
    RecoveryRequest request;
    request.way = RecoverFromOldest{};
    recovery.find(request);
    FeedTarget other = stage.target;
    other.storeKey = u"other"_s;
    stage.feed->open(other);
    QTRY_COMPARE(found.size() + failed.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Conflict);
    QVERIFY(!recovery.isSearching());
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
