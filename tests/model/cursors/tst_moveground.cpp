// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Moves on ground that is read bit by bit: each question says what to read next, and ends at the answer of the whole stream.
#include "model/api/timeranges.h"
#include "model/cursors/rewind.h"
#include "tests/model/cursors/storedevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kStart = instantFromUs(1763800000000000);
constexpr Duration kStep = 30min;
constexpr int kSteps = 40;
const Instant kHorizon = kStart - 80 * 24h;
const Instant kPresent = kHorizon + 90 * 24h;

Instant at(int step)
{
    return kStart + step * kStep;
}

/// All that the server has, in stream order, and what of it is stored.
struct World
{
    std::vector<MadeEvent> stream;
    TimeRanges covered;
    StoredEvents stored{{}};
    Instant horizon = kHorizon;

    /// Two events of a type far apart, the first of them stored.
    void begin()
    {
        stream = {{"event_1", at(0), "user.created", ""},
                  {"event_2", at(30), "user.created", ""},
                  {"event_3", at(35), "session.revoked", ""}};
        read({at(-1), at(1)});
    }
    void read(const TimeRange &range)
    {
        covered.push_back(range);
        covered = joined(covered);
        std::vector<MadeEvent> page;
        std::copy_if(stream.begin(),
                     stream.end(),
                     std::back_inserter(page),
                     [&range](const MadeEvent &event) { return range.contains(event.createdAt); });
        QVERIFY(stored.add(page));
    }
    /// Answers until nothing has to be read any more; the ground of the last answer.
    Result<MovePlan> ask(const Cursor &cursor, const MoveTarget &target, int &reads)
    {
        for (reads = 0; reads < 100; ++reads) {
            const RewindGround ground{stored.snapshot(), stored.order(), covered, horizon};
            const MoveAnswer answer = answerMove(cursor, target, ground);
            if (answer.unread.isEmpty()) {
                return answer.plan;
            }
            if (gapsIn(answer.unread, covered).empty()) {
                return failure(ErrorCode::Internal, u"It asks for what was read."_s);
            }
            read(answer.unread);
        }
        return failure(ErrorCode::Internal, u"It never ends."_s);
    }
};

bool isOwn(const Cursor &cursor, const MadeEvent &event)
{
    return (cursor.types.isEmpty() || cursor.types.contains(event.type))
           && (cursor.organization.isEmpty() || cursor.organization.value == event.organization);
}

/// The place in the stream behind the position.
size_t placeOf(const CursorPosition &position, const std::vector<MadeEvent> &stream)
{
    size_t place = 0;
    for (size_t i = 0; i < stream.size(); ++i) {
        const auto *after = std::get_if<AfterEvent>(&position);
        if (after && stream[i].id == after->id.value) {
            return i + 1;
        }
        place += stream[i].createdAt < positionTime(position) ? 1 : 0;
    }
    return place;
}

quint64 ownIn(const Cursor &cursor, const std::vector<MadeEvent> &stream, size_t from, size_t to)
{
    quint64 count = 0;
    for (size_t i = from; i < to; ++i) {
        count += isOwn(cursor, stream[i]) ? 1 : 0;
    }
    return count;
}

std::unique_ptr<World> randomWorld(QRandomGenerator &random)
{
    auto made = std::make_unique<World>();
    World &world = *made;
    static constexpr const char *kTypes[] = {"user.created", "session.revoked", "dsync.deleted"};
    for (int i = random.bounded(60); i > 0; --i) {
        world.stream.push_back({"event_" + QByteArray::number(i),
                                at(random.bounded(kSteps)),
                                kTypes[random.bounded(3)],
                                random.bounded(2) == 0 ? "org_A" : ""});
    }
    // Ties keep the order of the server in every read.
    std::stable_sort(world.stream.begin(),
                     world.stream.end(),
                     [](const MadeEvent &a, const MadeEvent &b) {
                         return a.createdAt < b.createdAt;
                     });
    for (int reads = random.bounded(4); reads > 0; --reads) {
        const int since = random.bounded(kSteps + 4) - 2;
        world.read({at(since), at(since + 1 + random.bounded(6))});
    }
    return made;
}

Cursor randomCursor(const World &world, QRandomGenerator &random)
{
    Cursor cursor;
    cursor.id = 1;
    cursor.position = FromTime{at(random.bounded(kSteps))};
    if (random.bounded(4) > 0 && !world.stream.empty()) {
        const MadeEvent &event = world.stream[random.bounded(quint32(world.stream.size()))];
        cursor.position = AfterEvent{EventId(event.id), event.createdAt};
        if (random.bounded(2) == 0) {
            cursor.types = {event.type};
        }
    }
    cursor.organization = OrganizationId(random.bounded(3) == 0 ? "org_A" : "");
    return cursor;
}

} // namespace

class TestMoveGround : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void stepsEndWhereTheWholeStreamSays();
    void otherWaysCountAllBetween();
    void stepsReadNoMoreThanTwiceOfWhatTheyNeed();
    void aTimeIsLookedBehind();
    void whatWasHiddenAtAnOldEdgeIsRead();
    void theNewestIsLookedForUpToThePresent();
    void placesThatAreNotStored();
    void tellsWhatHadBeenRead();
};

void TestMoveGround::stepsEndWhereTheWholeStreamSays()
{
    QRandomGenerator random(21);
    int moved = 0;
    for (int round = 0; round < 60; ++round) {
        const auto made = randomWorld(random);
        World &world = *made;
        const Cursor cursor = randomCursor(world, random);
        const quint64 steps = 1 + random.bounded(quint32(15));
        const bool isBack = random.bounded(2) == 0;
        const size_t place = placeOf(cursor.position, world.stream);
        const size_t size = world.stream.size();
        const quint64 there = isBack ? ownIn(cursor, world.stream, 0, place)
                                     : ownIn(cursor, world.stream, place, size);
        int reads = 0;
        const auto plan = world.ask(cursor,
                                    isBack ? MoveTarget(EventsBack{steps})
                                           : MoveTarget(EventsForward{steps}),
                                    reads);
        QVERIFY2(plan || plan.error().code == ErrorCode::WrongUsage,
                 plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(plan.has_value(), there > 0);
        if (!plan) {
            continue;
        }
        ++moved;
        QCOMPARE(plan->asked, steps);
        QCOMPARE(plan->events, std::min(steps, there));
        QVERIFY(!plan->isAtLeast);
        const size_t target = placeOf(plan->target, world.stream);
        const auto [from, to] = std::minmax({place, target});
        QCOMPARE(plan->direction,
                 isBack ? MovePlan::Direction::Back : MovePlan::Direction::Forward);
        QCOMPARE(ownIn(cursor, world.stream, from, to), plan->events);
        // It stands after an event of its own, or from the time of the first one.
        const auto *after = std::get_if<AfterEvent>(&plan->target);
        QCOMPARE(after != nullptr, !isBack || there > steps);
        QVERIFY(!after || isOwn(cursor, world.stream[target - 1]));
    }
    QVERIFY(moved > 30);
}

void TestMoveGround::otherWaysCountAllBetween()
{
    QRandomGenerator random(22);
    int moved = 0;
    for (int round = 0; round < 60; ++round) {
        const auto made = randomWorld(random);
        World &world = *made;
        if (world.stream.empty()) {
            continue;
        }
        const Cursor cursor = randomCursor(world, random);
        const MadeEvent &event = world.stream[random.bounded(quint32(world.stream.size()))];
        const MoveTarget targets[] =
            {TimeBack{(1 + random.bounded(30)) * kStep},
             ToTime{event.createdAt},
             ToOldestKept{},
             ToPlace{AfterEvent{EventId(event.id), event.createdAt}, ToPlace::Of::History, {}},
             ToPlace{FromTime{at(random.bounded(kSteps))}, ToPlace::Of::SavedPlace, u"P"_s},
             ToNewest{}};
        int reads = 0;
        const auto plan = world.ask(cursor, targets[round % 6], reads);
        if (!plan) {
            QVERIFY2(round % 6 == 1 || round % 6 == 5, qPrintable(plan.error().message));
            continue;
        }
        ++moved;
        const auto [from, to] = std::minmax(
            {placeOf(cursor.position, world.stream), placeOf(plan->target, world.stream)});
        QCOMPARE(plan->events, ownIn(cursor, world.stream, from, to));
        QVERIFY(!plan->isAtLeast);
        QVERIFY(reads <= 2 || round % 6 == 1 || round % 6 == 5); // these step
    }
    QVERIFY(moved > 35);
}

void TestMoveGround::stepsReadNoMoreThanTwiceOfWhatTheyNeed()
{
    World world;
    for (int i = 0; i < 60 * 24; ++i) {
        world.stream.push_back(
            {"event_" + QByteArray::number(i), kPresent - 60 * 24h + i * 1h, "user.created", ""});
    }
    Cursor cursor;
    cursor.position = AfterEvent{EventId(world.stream.back().id), world.stream.back().createdAt};
    int reads = 0;
    const auto plan = world.ask(cursor, EventsBack{300}, reads);
    QVERIFY(plan);
    QCOMPARE(plan->events, 300U);
    QVERIFY(reads > 5 && reads <= 11);
    QVERIFY(world.covered.size() == 1);
    QVERIFY(world.covered.front().until - world.covered.front().since < 601h);
    // From the other side, too.
    World other;
    other.stream = world.stream;
    cursor.position = AfterEvent{EventId(world.stream.front().id), world.stream.front().createdAt};
    const auto forward = other.ask(cursor, EventsForward{300}, reads);
    QVERIFY(forward);
    QCOMPARE(forward->target,
             CursorPosition(
                 AfterEvent{EventId(world.stream[300].id), world.stream[300].createdAt}));
    QVERIFY(other.covered.front().until - other.covered.front().since < 601h);
}

void TestMoveGround::aTimeIsLookedBehind()
{
    Cursor cursor;
    cursor.position = AfterEvent{EventId("event_1"), at(0)};
    cursor.types = {"user.created"};
    int reads = 0;
    // The first event after it is far from it.
    World first;
    first.begin();
    const auto plan = first.ask(cursor, ToTime{at(10)}, reads);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->target, CursorPosition(FromTime{at(10)}));
    QCOMPARE(plan->events, 0U);
    QVERIFY(!plan->isAtLeast);
    QVERIFY(first.covered.back().until < kPresent);
    // All up to the present is read before it is said that there is none.
    World second;
    second.begin();
    const auto none = second.ask(cursor, ToTime{at(31)}, reads);
    QCOMPARE(none.error().code, ErrorCode::WrongUsage);
    QVERIFY(second.covered.back().until >= kPresent - 2min);
    // What lies in the future, or is not kept any more, needs no read.
    for (const Instant time : {kPresent + 1h, kHorizon - 1us}) {
        World third;
        third.begin();
        const auto refused = third.ask(cursor, ToTime{time}, reads);
        QVERIFY(!refused);
        QCOMPARE(reads, 0);
    }
}

/// Read at the edge's own time, an event may have been hidden behind the last one that was seen.
void TestMoveGround::whatWasHiddenAtAnOldEdgeIsRead()
{
    const auto planAt = [](World &world, Instant now, int &reads) {
        Cursor cursor;
        cursor.position = AfterEvent{EventId("event_seen"), at(20) + 40s};
        world.horizon = now - 90 * 24h;
        return world.ask(cursor, ToTime{at(10)}, reads);
    };
    World world;
    world.stream = {{"event_1", at(10), "user.created", ""},
                    {"event_seen", at(20) + 40s, "user.created", ""}};
    world.read({at(0), at(20) + 41s});
    world.covered = {{at(0), at(20)}}; // the hold-back
    world.stream.insert(world.stream.begin() + 1,
                        MadeEvent{"event_hidden", at(20) + 30s, "user.created", ""});
    int reads = 0;
    const auto young = planAt(world, at(20) + 90s, reads);
    QVERIFY(young && !young->isAtLeast);
    QCOMPARE(reads, 0);
    QCOMPARE(young->events, 2U);
    // Hours later the same is told only after it was read.
    const auto old = planAt(world, at(26), reads);
    QVERIFY(old && !old->isAtLeast);
    QCOMPARE(reads, 1);
    QCOMPARE(old->events, 3U);
}

void TestMoveGround::theNewestIsLookedForUpToThePresent()
{
    World world;
    world.stream = {{"event_1", at(0), "user.created", ""},
                    {"event_2", at(10), "user.created", ""},
                    {"event_3", at(30), "user.created", ""}};
    world.read({at(-1), at(11)});
    Cursor cursor;
    cursor.position = AfterEvent{EventId("event_1"), at(0)};
    int reads = 0;
    const auto plan = world.ask(cursor, ToNewest{}, reads);
    QVERIFY(plan);
    QCOMPARE(plan->target, CursorPosition(AfterEvent{EventId("event_3"), at(30)}));
    QCOMPARE(plan->events, 2U);
    QVERIFY(!plan->isAtLeast);
    QCOMPARE(reads, 1);
}

void TestMoveGround::placesThatAreNotStored()
{
    const StoredEvents events({{"event_1", at(0), "user.created", ""},
                               {"event_2", at(10), "user.created", ""},
                               {"event_3", at(20), "user.created", ""}});
    const RewindGround ground{events.snapshot(), events.order(), {{at(-5), at(25)}}, at(5)};
    Cursor cursor;
    cursor.position = AfterEvent{EventId("event_3"), at(20)};
    const auto place = [](const char *id, Instant time) {
        return ToPlace{AfterEvent{EventId(id), time}, ToPlace::Of::OtherCursor, u"B"_s};
    };
    const auto stored = planMove(cursor, place("event_2", {}), ground);
    QVERIFY(stored && stored->isTargetStored);
    QCOMPARE(stored->target, CursorPosition(AfterEvent{EventId("event_2"), at(10)}));
    QCOMPARE(stored->change, CursorChange::CopiedFromCursor);
    QCOMPARE(stored->how, u"B"_s);
    const auto gone = planMove(cursor, place("event_gone", at(10)), ground);
    QVERIFY(gone);
    QVERIFY(!gone->isTargetStored);
    QCOMPARE(gone->events, 2U); // its time stands in for it
    const auto old = planMove(cursor, place("event_gone", at(2)), ground);
    QVERIFY(old && old->isBeyondHorizon);
    QCOMPARE(old->horizon, at(5));
    QCOMPARE(planMove(cursor, place("event_gone", {}), ground).error().code, ErrorCode::NotFound);
    // From a place of which nothing is known, the number is an at least.
    cursor.position = AfterEvent{EventId("event_typed"), {}};
    const auto away = planMove(cursor, ToEvent{EventId("event_3")}, ground);
    QVERIFY(away && away->isAtLeast);
    QCOMPARE(planMove(cursor, EventsBack{1}, ground).error().code, ErrorCode::NotFound);
}

void TestMoveGround::tellsWhatHadBeenRead()
{
    const StoredEvents events({{"event_1", at(0), "user.created", ""}});
    RewindGround ground{events.snapshot(),
                        events.order(),
                        {{at(0), at(5)}, {at(5), at(8)}, {at(10), at(20)}},
                        kHorizon};
    const auto since = [&ground](Instant time) {
        const SeenStretch seen = seenAt(AfterEvent{EventId("event_x"), time}, {}, ground);
        return seen.isKnown() && seen.storedEvents == 1 ? std::optional(seen.since) : std::nullopt;
    };
    QCOMPARE(since(at(7)), std::optional(at(0)));
    QCOMPARE(since(at(8)), std::optional(at(0)));
    QCOMPARE(since(at(8) + 1us), std::nullopt);
    QCOMPARE(since(at(10)), std::optional(at(10)));
    // What may be hidden beyond the edge counts as read with it.
    QCOMPARE(since(at(20) + 61s), std::optional(at(10)));
    QCOMPARE(since(at(20) + 61s + 1us), std::nullopt);
    // The count of a move agrees while that read is young.
    ground.horizon = at(20) + 2min - 90 * 24h;
    Cursor late;
    late.position = AfterEvent{EventId("event_x"), at(20) + 61s};
    QVERIFY(!planMove(late, ToTime{at(15)}, ground)->isAtLeast);
    late.position = AfterEvent{EventId("event_x"), at(20) + 61s + 1us};
    QVERIFY(planMove(late, ToTime{at(15)}, ground)->isAtLeast);
    ground.horizon = kHorizon;
    QCOMPARE(since(at(-1)), std::nullopt);
    const Cursor cursor;
    QCOMPARE(planMove(cursor, ToTime{at(15)}, ground).has_value(), false);
    const auto plan = planMove(cursor, ToEvent{EventId("event_1")}, ground);
    QCOMPARE(plan->seen, (SeenStretch{1, at(0), EventId("event_1")}));
    ground.covered.clear();
    QCOMPARE(since(at(7)), std::nullopt);
}

QTEST_GUILESS_MAIN(TestMoveGround)
#include "tst_moveground.moc"
