// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/expectedcounts.h"
#include "model/cursors/movewords.h"
#include "model/cursors/rewind.h"
#include "tests/model/cursors/storedevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Direction = MovePlan::Direction;

namespace {

const Instant kStart = instantFromUs(1763800000000000);
constexpr Duration kStep = 10s;

Instant at(int steps)
{
    return kStart + steps * kStep;
}

MadeEvent made(int number,
               int steps,
               const QByteArray &type = QByteArrayLiteral("user.created"),
               const QByteArray &organization = {})
{
    return {"event_" + QByteArray::number(number), at(steps), type, organization};
}

Cursor afterEvent(const MadeEvent &event)
{
    Cursor cursor;
    cursor.id = 1;
    cursor.position = AfterEvent{EventId(event.id), event.createdAt};
    return cursor;
}

Cursor fromTime(Instant time)
{
    Cursor cursor;
    cursor.id = 1;
    cursor.position = FromTime{time};
    return cursor;
}

RewindGround groundOf(const StoredEvents &stored, std::vector<TimeRange> covered)
{
    return {stored.snapshot(), stored.order(), std::move(covered), at(-100000)};
}

/// The rules once more, as plainly as they are written, over a list.
struct Model
{
    std::vector<MadeEvent> stream; ///< In stream order.
    std::vector<TimeRange> covered;
    Instant horizon{};
    Cursor cursor;

    bool isOwn(const MadeEvent &event) const
    {
        return (cursor.types.isEmpty() || cursor.types.contains(event.type))
               && (cursor.organization.isEmpty()
                   || cursor.organization.value == event.organization);
    }
    Instant edge() const { return covered.empty() ? Instant::min() : covered.back().until; }
    bool isCovered(Instant moment) const
    {
        return std::any_of(covered.begin(), covered.end(), [moment](const TimeRange &range) {
            return range.contains(moment);
        });
    }
    bool isCounted(const MadeEvent &event) const
    {
        const auto *after = std::get_if<AfterEvent>(&cursor.position);
        return isOwn(event)
               && (isCovered(event.createdAt) || event.createdAt >= edge()
                   || (after && after->id.value == event.id));
    }
    /// Events that the position has behind it.
    std::vector<bool> processed(const CursorPosition &position) const
    {
        std::vector<bool> done(stream.size());
        const auto *after = std::get_if<AfterEvent>(&position);
        for (size_t i = 0; after && i < stream.size(); ++i) {
            if (stream[i].id == after->id.value) {
                std::fill(done.begin(), done.begin() + static_cast<std::ptrdiff_t>(i) + 1, true);
                return done;
            }
        }
        for (size_t i = 0; i < stream.size(); ++i) {
            done[i] = stream[i].createdAt < positionTime(position);
        }
        return done;
    }
    std::optional<CursorPosition> eventsBack(quint64 count) const
    {
        std::vector<MadeEvent> before;
        const std::vector<bool> done = processed(cursor.position);
        for (size_t i = 0; i < stream.size(); ++i) {
            if (done[i] && isCounted(stream[i])) {
                before.push_back(stream[i]);
            }
        }
        if (before.empty()) {
            return std::nullopt;
        }
        if (before.size() <= count) {
            return FromTime{before.front().createdAt};
        }
        const MadeEvent &event = before[before.size() - count - 1];
        return AfterEvent{EventId(event.id), event.createdAt};
    }
    /// The present lies far behind all that is made here, so what is younger than the edge was not read.
    bool leadsSomewhere(Instant time) const
    {
        const bool isBack = time < positionTime(cursor.position);
        if (time < horizon && isBack) {
            return false;
        }
        const bool hasEvent = std::any_of(stream.begin(),
                                          stream.end(),
                                          [&](const MadeEvent &event) {
                                              return isOwn(event) && event.createdAt >= time;
                                          });
        const bool isOwnEvent = std::holds_alternative<AfterEvent>(cursor.position)
                                && time == positionTime(cursor.position);
        return hasEvent || isOwnEvent || time <= horizon || isBack;
    }
    static Instant behind(const CursorPosition &position)
    {
        return positionTime(position) + (std::holds_alternative<AfterEvent>(position) ? 1us : 0us);
    }
    /// All boundaries lie on steps or a microsecond after one, so these moments stand for all.
    bool isKnown(Instant since, Instant until) const
    {
        for (int step = -50; step < 150; ++step) {
            for (const Instant moment : {at(step), at(step) + 1us}) {
                // The first two minutes behind the horizon can be gone before they are read.
                if (moment < std::max(since, horizon + 120s) || moment >= until
                    || isCovered(moment)) {
                    continue;
                }
                // The present lies far behind the edge, so what was hidden there can be read.
                return false;
            }
        }
        return true;
    }
};

} // namespace

class TestRewind : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void goesBackByEvents()
    {
        std::vector<MadeEvent> events;
        for (int i = 0; i < 10; ++i) {
            events.push_back(made(i,
                                  i,
                                  i % 2 == 0 ? "user.created" : "user.deleted",
                                  i % 3 == 0 ? "org_A" : ""));
        }
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground = groundOf(stored, {{at(0), at(20)}});
        const auto plan = planMove(afterEvent(events[7]), EventsBack{3}, ground);
        QVERIFY(plan);
        // After event 4; 5, 6 and 7 are read again: two different events are named.
        QCOMPARE(plan->target, CursorPosition(AfterEvent{EventId("event_4"), at(4)}));
        QCOMPARE(plan->firstAgain, EventId("event_5"));
        QCOMPARE(plan->direction, Direction::Back);
        QCOMPARE(plan->change, CursorChange::RewoundByEvents);
        QCOMPARE(plan->events, 3U);
        QCOMPARE(plan->asked, 3U);
        QVERIFY(!plan->isAtLeast);
        QCOMPARE(plan->spanStart, at(5));
        QCOMPARE(plan->spanEnd, at(7));
        QCOMPARE(plan->deletes, 2U);
        QCOMPARE(plan->organizations, 1U);
        QCOMPARE(plan->types,
                 (std::vector<TypeMoveCount>{{"user.deleted", Family::Users, 2, true},
                                             {"user.created", Family::Users, 1, false}}));
        QCOMPARE(plan->byOrganization,
                 (std::vector<OrganizationMoveCount>{{OrganizationId(), 2},
                                                     {OrganizationId("org_A"), 1}}));
        QVERIFY(!plan->isBeyondHorizon);
    }

    void countsInTheCursorsOwnTypesAndOrganization()
    {
        const std::vector<MadeEvent> events{made(0, 0, "user.created", "org_A"),
                                            made(1, 1, "user.created", "org_A"),
                                            made(2, 2, "user.updated", "org_A"),
                                            made(3, 3, "user.created", "org_B"),
                                            made(4, 4, "user.created", "org_A")};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        Cursor cursor = afterEvent(events[4]);
        cursor.types = {QByteArrayLiteral("user.created")};
        cursor.organization = OrganizationId("org_A");
        const RewindGround ground = groundOf(stored, {{at(0), at(20)}});
        const auto plan = planMove(cursor, EventsBack{1}, ground);
        QVERIFY(plan);
        QCOMPARE(plan->target, CursorPosition(AfterEvent{EventId("event_1"), at(1)}));
        QCOMPARE(plan->events, 1U);
        QCOMPARE(plan->firstAgain, EventId("event_4"));
        cursor.organization = OrganizationId("org_none");
        QCOMPARE(planMove(cursor, EventsBack{1}, ground).error().code, ErrorCode::WrongUsage);
        QCOMPARE(lagOf(cursor, ground), (Lag{0, true}));
    }

    void stopsAtTheFirstCoveredEventAndTellsTheRealNumber()
    {
        const std::vector<MadeEvent> events{made(0, 0), made(1, 10), made(2, 11)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground = groundOf(stored, {{at(5), at(20)}});
        const auto plan = planMove(afterEvent(events[2]), EventsBack{1000}, ground);
        QVERIFY(plan);
        QCOMPARE(plan->target, CursorPosition(FromTime{at(10)}));
        QCOMPARE(plan->asked, 1000U);
        QCOMPARE(plan->events, 2U);
        QVERIFY(!plan->isAtLeast);

        // From the very first event one can go back, too.
        const auto first = planMove(afterEvent(events[1]), EventsBack{1}, ground);
        QVERIFY(first);
        QCOMPARE(first->target, CursorPosition(FromTime{at(10)}));
        QCOMPARE(first->events, 1U);
        QCOMPARE(first->firstAgain, EventId("event_1"));
        QCOMPARE(first->direction, Direction::Back);
    }

    void saysAtLeastOverAGap()
    {
        const std::vector<MadeEvent> events{made(0, 0), made(1, 1), made(2, 10), made(3, 11)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground = groundOf(stored, {{at(0), at(5)}, {at(8), at(20)}});
        QVERIFY(!planMove(afterEvent(events[3]), EventsBack{1}, ground)->isAtLeast);
        const auto over = planMove(afterEvent(events[3]), EventsBack{2}, ground);
        QCOMPARE(over->target, CursorPosition(AfterEvent{EventId("event_1"), at(1)}));
        QVERIFY(over->isAtLeast);
        const auto time = planMove(afterEvent(events[3]), ToTime{at(7)}, ground);
        QVERIFY(time->isAtLeast);
        QCOMPARE(time->events, 2U);
        QVERIFY(!planMove(afterEvent(events[3]), ToTime{at(8)}, ground)->isAtLeast);
    }

    void takesTimeBackFromTheCursorsOwnPlace()
    {
        const std::vector<MadeEvent> events{made(0, 0), made(1, 10), made(2, 11), made(3, 50)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground = groundOf(stored, {{at(0), at(60)}});
        const auto plan = planMove(afterEvent(events[2]), TimeBack{5 * kStep}, ground);
        QVERIFY(plan);
        QCOMPARE(plan->target, CursorPosition(FromTime{at(6)}));
        QCOMPARE(plan->change, CursorChange::RewoundByTime);
        QCOMPARE(plan->events, 2U);
        // The remembered time stands in for an event that is not stored any more.
        Cursor lost = afterEvent(events[2]);
        lost.position = AfterEvent{EventId("event_gone"), at(11) + 1us};
        const auto lostPlan = planMove(lost, TimeBack{5 * kStep}, ground);
        QCOMPARE(lostPlan->target, CursorPosition(FromTime{at(6) + 1us}));
        QCOMPARE(lostPlan->events, 2U);
        QCOMPARE(planMove(lost, EventsBack{1}, ground)->target,
                 CursorPosition(AfterEvent{EventId("event_1"), at(10)}));
        for (const Duration by : {Duration(0), Duration(-5)}) {
            QCOMPARE(planMove(lost, TimeBack{by}, ground).error().code, ErrorCode::WrongUsage);
        }
        QVERIFY(planMove(lost, TimeBack{Duration::max()}, ground)->isBeyondHorizon);
    }

    void goesToATimeAndToAnEvent()
    {
        const std::vector<MadeEvent> events{made(0, 0), made(1, 10), made(2, 10), made(3, 20)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground = groundOf(stored, {{at(0), at(30)}});
        const auto back = planMove(afterEvent(events[3]), ToEvent{EventId("event_1")}, ground);
        QVERIFY(back);
        QCOMPARE(back->target, CursorPosition(AfterEvent{EventId("event_1"), at(10)}));
        QCOMPARE(back->firstAgain, EventId("event_2")); // of the same time, stored later
        QCOMPARE(back->events, 2U);
        QCOMPARE(back->change, CursorChange::RewoundToEvent);
        const auto forward = planMove(afterEvent(events[0]), ToEvent{EventId("event_3")}, ground);
        QCOMPARE(forward->direction, Direction::Forward);
        QCOMPARE(forward->events, 3U);
        QCOMPARE(forward->firstAgain, EventId("event_1"));
        const auto same = planMove(afterEvent(events[1]), ToEvent{EventId("event_1")}, ground);
        QCOMPARE(same->direction, Direction::Nowhere);
        QCOMPARE(same->events, 0U);
        QCOMPARE(same->spanStart, at(10));
        QCOMPARE(same->spanEnd, at(10));
        QCOMPARE(planMove(afterEvent(events[1]), ToEvent{EventId("event_9")}, ground).error().code,
                 ErrorCode::NotFound);

        const auto time = planMove(afterEvent(events[3]), ToTime{at(10)}, ground);
        QCOMPARE(time->target, CursorPosition(FromTime{at(10)}));
        QCOMPARE(time->events, 3U);
        const auto ahead = planMove(fromTime(at(5)), ToTime{at(15)}, ground);
        QCOMPARE(ahead->direction, Direction::Forward);
        QCOMPARE(ahead->events, 2U);
        // With no event at or after it, a time leads nowhere.
        QVERIFY(planMove(afterEvent(events[0]), ToTime{at(20)}, ground));
        QCOMPARE(planMove(afterEvent(events[0]), ToTime{at(20) + 1us}, ground).error().code,
                 ErrorCode::WrongUsage);
        QCOMPARE(planMove(afterEvent(events[3]), EventsBack{0}, ground).error().code,
                 ErrorCode::WrongUsage);
    }

    void tellsWhatIsBeyondTheHorizon()
    {
        const std::vector<MadeEvent> events{made(0, 0), made(1, 10)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        RewindGround ground = groundOf(stored, {{at(0), at(30)}});
        ground.horizon = at(5);
        QCOMPARE(planMove(afterEvent(events[1]), ToTime{at(4)}, ground).error().code,
                 ErrorCode::WrongUsage);
        QVERIFY(!planMove(afterEvent(events[1]), ToTime{at(5)}, ground)->isBeyondHorizon);
        QVERIFY(planMove(afterEvent(events[1]), TimeBack{6 * kStep}, ground)->isBeyondHorizon);
        QVERIFY(
            planMove(afterEvent(events[1]), ToEvent{EventId("event_0")}, ground)->isBeyondHorizon);
        QCOMPARE(planMove(afterEvent(events[1]), ToOldestKept{}, ground)->target,
                 CursorPosition(FromTime{at(5)}));
        // After an event it is lost at once; from a time, reading begins at what is kept. Words tell both.
        const auto lost = planMove(afterEvent(events[1]), ToEvent{EventId("event_0")}, ground);
        QVERIFY(beyondHorizonWords(*lost).join(u' ').contains(u"lost there"));
        QVERIFY(beyondHorizonWords(*lost).join(u' ').contains(u"oldest kept"));
        const auto fromOld = planMove(afterEvent(events[1]), TimeBack{11 * kStep}, ground);
        QVERIFY(!beyondHorizonWords(*fromOld).join(u' ').contains(u"lost"));
        QVERIFY(beyondHorizonWords(*fromOld).last().endsWith(u"1 event."));
        QVERIFY(
            beyondHorizonWords(*planMove(afterEvent(events[1]), ToOldestKept{}, ground)).isEmpty());
        // What is stored beyond it is not sent again.
        QCOMPARE(fromOld->events, 1U);
        QCOMPARE(fromOld->gone, 1U);
        QCOMPARE(fromOld->firstAgain, EventId("event_1"));
        QCOMPARE(expectedCounts(*fromOld, ground).apply, 1U);
        // A lost cursor goes forward to whatever is offered.
        QVERIFY(planMove(afterEvent(events[0]), ToTime{at(4)}, ground)->isBeyondHorizon);
    }

    void countsTheLag()
    {
        const std::vector<MadeEvent> events{made(0, 0), made(1, 10), made(2, 11), made(3, 40)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        // Events that are younger than the coverage count, too.
        QCOMPARE(lagOf(afterEvent(events[0]), groundOf(stored, {{at(0), at(20)}})), (Lag{3, true}));
        QCOMPARE(lagOf(fromTime(at(10)), groundOf(stored, {{at(0), at(20)}})), (Lag{3, true}));
        QCOMPARE(lagOf(afterEvent(events[3]), groundOf(stored, {{at(0), at(40)}})), (Lag{0, true}));
        QCOMPARE(lagOf(afterEvent(events[0]), groundOf(stored, {{at(5), at(20)}})),
                 (Lag{3, false}));
        QCOMPARE(lagOf(afterEvent(events[0]), groundOf(stored, {{at(0), at(9)}, {at(10), at(20)}})),
                 (Lag{3, false}));
        QCOMPARE(lagOf(afterEvent(events[0]), groundOf(stored, {{at(0), at(9)}, {at(9), at(20)}})),
                 (Lag{3, true}));
        QCOMPARE(lagOf(afterEvent(events[0]), groundOf(stored, {})), (Lag{3, false}));
        // A read of all that is kept begins a little behind the horizon.
        RewindGround kept = groundOf(stored, {{at(12), at(40)}});
        kept.horizon = at(0);
        QCOMPARE(lagOf(fromTime(at(0)), kept), (Lag{4, true}));
        QCOMPARE(lagOf(fromTime(at(-1)), kept), (Lag{4, false}));
        kept.covered = {{at(13), at(40)}};
        QCOMPARE(lagOf(fromTime(at(0)), kept), (Lag{4, false}));
    }

    void findsTheProcessedRow()
    {
        const std::vector<MadeEvent> events{made(0, 20), made(1, 10), made(2, 10)};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const auto snapshot = stored.snapshot();
        const auto order = stored.order();
        const auto row = [&](const CursorPosition &position) {
            return processedRow(position, snapshot, order);
        };
        QCOMPARE(row(AfterEvent{EventId("event_1"), at(10)}), std::optional<EventRow>(1));
        QCOMPARE(row(FromTime{at(10)}), std::nullopt);
        QCOMPARE(row(FromTime{at(10) + 1us}), std::optional<EventRow>(2));
        QCOMPARE(row(FromTime{at(99)}), std::optional<EventRow>(0));
        QCOMPARE(row(AfterEvent{EventId("event_gone"), at(20)}), std::optional<EventRow>(2));
        QCOMPARE(processedRow(FromTime{at(99)}, EventSnapshot(), {}), std::nullopt);
    }

    void worksWithoutAnyEvent()
    {
        const RewindGround ground;
        QCOMPARE(planMove(fromTime(at(0)), EventsBack{1}, ground).error().code,
                 ErrorCode::WrongUsage);
        QCOMPARE(planMove(fromTime(at(0)), ToTime{at(1)}, ground).error().code,
                 ErrorCode::WrongUsage);
        const auto back = planMove(fromTime(at(0)), TimeBack{1h}, ground);
        QVERIFY(back);
        QCOMPARE(back->events, 0U);
        QVERIFY(back->isAtLeast);
        QCOMPARE(lagOf(fromTime(at(0)), ground), (Lag{0, false}));
    }

    void agreesWithTheRulesOnRandomStreams()
    {
        QRandomGenerator random(20261123);
        const auto below = [&random](int end) { return static_cast<int>(random.bounded(end)); };
        const QList<QByteArray> types{"user.created",
                                      "dsync.user.deleted",
                                      "session.revoked",
                                      "mystery.thing"};
        const QList<QByteArray> organizations{"", "org_A", "org_B"};
        int moves = 0;
        for (int round = 0; round < 20; ++round) {
            std::vector<MadeEvent> events;
            for (int i = below(60); i > 0; --i) { // many ties, out of order
                events.push_back(
                    made(i, below(30), types.at(below(4)), organizations.at(below(3))));
            }
            const StoredEvents stored(events);
            QVERIFY(stored.isValid());
            Model model;
            model.stream = events;
            std::stable_sort(model.stream.begin(),
                             model.stream.end(),
                             [](const MadeEvent &a, const MadeEvent &b) {
                                 return a.createdAt < b.createdAt;
                             });
            for (int since = below(6) - 3; since < 30 && below(4) > 0; since += 1 + below(5)) {
                const int until = since + 1 + below(15);
                model.covered.push_back({at(since), at(until)});
                since = until;
            }
            model.horizon = at(below(40) - 20); // some events are older
            const RewindGround ground{stored.snapshot(),
                                      stored.order(),
                                      model.covered,
                                      model.horizon};
            for (int i = 0; i < 120; ++i) {
                model.cursor = fromTime(at(below(34) - 2));
                if (below(3) > 0 && !events.empty()) {
                    model.cursor = afterEvent(
                        events[static_cast<size_t>(below(static_cast<int>(events.size())))]);
                } else if (below(3) == 0) {
                    model.cursor.position = AfterEvent{EventId("event_gone"), at(below(34))};
                }
                for (int t = below(3); t > 0; --t) {
                    model.cursor.types.append(types.at(below(4)));
                }
                model.cursor.organization = OrganizationId(organizations.at(below(3)));
                checkMove(model, ground, EventsBack{static_cast<quint64>(below(12))});
                checkMove(model, ground, TimeBack{below(20) * kStep});
                checkMove(model, ground, ToTime{at(below(40) - 4)});
                checkMove(model, ground, ToEvent{EventId(made(below(60), 0).id)});
                checkLag(model, ground);
                if (QTest::currentTestFailed()) {
                    qInfo("round %d, cursor %d", round, i);
                    return;
                }
                ++moves;
            }
        }
        QVERIFY(moves > 2000);
    }

private:
    void checkLag(const Model &model, const RewindGround &ground)
    {
        const std::vector<bool> done = model.processed(model.cursor.position);
        Lag lag;
        for (size_t i = 0; i < model.stream.size(); ++i) {
            lag.events += !done[i] && model.isOwn(model.stream[i]) ? 1 : 0;
        }
        lag.isExact = !model.covered.empty();
        for (int step = -50; step < 150; ++step) {
            const Instant moment = at(step);
            if (positionTime(model.cursor.position) >= model.horizon
                && moment < model.horizon + 120s) {
                continue; // no read begins so early
            }
            if (moment >= positionTime(model.cursor.position) && moment < model.edge()
                && !model.isCovered(moment)) {
                lag.isExact = false;
            }
        }
        QCOMPARE(lagOf(model.cursor, ground), lag);
    }

    void checkMove(const Model &model, const RewindGround &ground, const MoveTarget &target)
    {
        const Cursor &cursor = model.cursor;
        std::optional<CursorPosition> expected;
        if (const auto *back = std::get_if<EventsBack>(&target)) {
            expected = back->count > 0 ? model.eventsBack(back->count) : std::nullopt;
        } else if (const auto *time = std::get_if<TimeBack>(&target)) {
            expected = time->by > 0us ? std::optional<CursorPosition>(
                           FromTime{positionTime(cursor.position) - time->by})
                                      : std::nullopt;
        } else if (const auto *to = std::get_if<ToTime>(&target)) {
            expected = model.leadsSomewhere(to->time)
                           ? std::optional<CursorPosition>(FromTime{to->time})
                           : std::nullopt;
        } else {
            const EventId id = std::get<ToEvent>(target).id;
            for (const MadeEvent &event : model.stream) {
                if (event.id == id.value) {
                    expected = AfterEvent{id, event.createdAt};
                }
            }
        }
        const Result<MovePlan> plan = planMove(cursor, target, ground);
        QCOMPARE(plan.has_value(), expected.has_value());
        if (!expected) {
            return;
        }
        QCOMPARE(plan->target, *expected);
        QCOMPARE(plan->cursor, cursor);
        checkCounts(model, *plan);
    }

    static void checkCounts(const Model &model, const MovePlan &plan)
    {
        const std::vector<bool> was = model.processed(model.cursor.position);
        const std::vector<bool> is = model.processed(plan.target);
        const Instant now = Model::behind(model.cursor.position);
        const Instant then = Model::behind(plan.target);
        std::vector<MadeEvent> span;
        quint64 gone = 0;
        bool isBack = false;
        bool isForward = false;
        for (size_t i = 0; i < model.stream.size(); ++i) {
            isBack = isBack || (was[i] && !is[i]);
            isForward = isForward || (!was[i] && is[i]);
            if (was[i] && !is[i] && model.stream[i].createdAt < model.horizon) {
                gone += model.isOwn(model.stream[i]) ? 1 : 0; // the server sends it no more
            } else if (was[i] != is[i] && model.isCounted(model.stream[i])) {
                span.push_back(model.stream[i]);
            }
        }
        const Direction direction = isBack || (!isForward && then < now) ? Direction::Back
                                    : isForward || then > now            ? Direction::Forward
                                                                         : Direction::Nowhere;
        QCOMPARE(plan.direction, direction);
        QCOMPARE(plan.events, quint64(span.size()));
        QCOMPARE(plan.gone, gone);
        QCOMPARE(plan.isAtLeast, !model.isKnown(std::min(now, then), std::max(now, then)));
        QCOMPARE(plan.firstAgain.value, span.empty() ? QByteArray() : span.front().id);
        const Instant from = positionTime(model.cursor.position);
        const Instant to = positionTime(plan.target);
        QCOMPARE(plan.spanStart, span.empty() ? std::min(from, to) : span.front().createdAt);
        QCOMPARE(plan.spanEnd, span.empty() ? std::max(from, to) : span.back().createdAt);
        std::map<QByteArray, quint64> types;
        std::set<QByteArray> organizations;
        quint64 deletes = 0;
        for (const MadeEvent &event : span) {
            ++types[event.type];
            organizations.insert(event.organization);
            deletes += event.type == "dsync.user.deleted" || event.type == "session.revoked" ? 1
                                                                                             : 0;
        }
        organizations.erase(QByteArray());
        QCOMPARE(plan.organizations, quint32(organizations.size()));
        quint64 inOrganizations = 0;
        for (const OrganizationMoveCount &part : plan.byOrganization) {
            QCOMPARE(part.count,
                     quint64(
                         std::count_if(span.begin(), span.end(), [&part](const MadeEvent &event) {
                             return event.organization == part.organization.value;
                         })));
            inOrganizations += part.count;
        }
        QCOMPARE(inOrganizations, plan.events);
        QCOMPARE(plan.deletes, deletes);
        QCOMPARE(plan.types.size(), types.size());
        for (const TypeMoveCount &type : plan.types) {
            QCOMPARE(type.count, types[type.type]);
        }
        QCOMPARE(plan.isBeyondHorizon, to < model.horizon);
    }
};

QTEST_GUILESS_MAIN(TestRewind)
#include "tst_rewind.moc"
