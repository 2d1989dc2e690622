// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coveragemap.h"
#include "model/cursors/cursorplanner.h"
#include "model/events/eventfields.h"
#include "model/events/streamorder.h"
#include "model/server/demoserver.h"
#include "model/server/localeventsapi.h"
#include "tests/model/api/feedfixture.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A clock that a test sets.
struct SetClock : Clock
{
    Instant now() const override { return at; }
    Instant at{};
};

/// A planner and all that it said.
struct Asked
{
    explicit Asked(FeedFixture &f)
        : planner(*f.feed, counter, f.clock)
        , finished(&planner, &CursorPlanner::finished)
        , counting(&planner, &CursorPlanner::counting)
    {
        QObject::connect(&planner, &CursorPlanner::planned, &planner, [this](const MovePlan &told) {
            plan = told;
        });
        QObject::connect(&planner,
                         &CursorPlanner::provisional,
                         &planner,
                         [this](const MovePlan &told) { provisional.push_back(told); });
        QObject::connect(&planner, &CursorPlanner::failed, &planner, [this](const Error &told) {
            error = told;
        });
    }

    /// Waits for the last word.
    bool ask(const Cursor &cursor, const MoveTarget &target)
    {
        plan.reset();
        error.reset();
        provisional.clear();
        finished.clear();
        counting.clear();
        planner.plan(cursor, target);
        return waitForEnd();
    }
    bool waitForEnd() { return !finished.isEmpty() || finished.wait(30'000); }

    CursorCounter counter;
    CursorPlanner planner;
    QSignalSpy finished;
    QSignalSpy counting;
    std::optional<MovePlan> plan;
    std::vector<MovePlan> provisional;
    std::optional<Error> error;
};

} // namespace

/// The planner over a feed of the local Events API with the demo stream.
class TestCursorPlanner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void readsWhatAStepBackNeeds();
    void stopsAtTheHorizonAndTellsTheRealNumber();
    void stepsForwardToTheEnd();
    void readsTheHolesBetweenTwoPlaces();
    void looksForAnEventThatIsNotStored();
    void aTimeWithoutAnEventAfterItChangesNothing();
    void answersExactlyOnRandomGround();
    void goesOnOverFaults();
    void saysWhyItCannotRead_data();
    void saysWhyItCannotRead();
    void aServerKilledOnTheWayLeavesAnAtLeast();
    void whatAReadDoesNotCoverIsNotReadAgain();
    void aCaptureIsNotRead();
    void waitsForThePersonsRead();
    void theNextQuestionEndsTheOneBefore();
    void isAnsweredAgainWhenMoreIsStored();
    void saysWhenItsAnswerHasGrownOld();

private:
    std::unique_ptr<FeedFixture> openFeed();
    Cursor after(size_t index, const QList<QByteArray> &types = {}) const;
    AfterEvent eventAt(size_t index) const
    {
        return {EventId(m_events[index].id), m_events[index].createdAt};
    }
    void checkExactly(const MovePlan &plan) const;

    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    const DemoPlan m_plan{1, 2000, *tryParseIsoInstant("2026-11-23T12:00:00Z")};
    std::vector<EventFields> m_events; ///< The whole stream.
    std::unique_ptr<LocalEventsApi> m_api;
};

void TestCursorPlanner::initTestCase()
{
    for (const QByteArray &raw : makeDemoStream(m_plan)) {
        const auto event = decodeEvent(raw, m_catalogue);
        QVERIFY(event);
        m_events.push_back(event->fields);
    }
}

void TestCursorPlanner::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    Result<std::unique_ptr<LocalEventsApi>> api = LocalEventsApi::start(demoConfig(m_plan),
                                                                        m_catalogue);
    QVERIFY2(api, qPrintable(api ? QString() : api.error().message));
    m_api = std::move(*api);
}

std::unique_ptr<FeedFixture> TestCursorPlanner::openFeed()
{
    auto f = std::make_unique<FeedFixture>();
    f->target.fetch = {m_api->url(), m_api->apiKey()};
    return f->open() ? std::move(f) : nullptr;
}

Cursor TestCursorPlanner::after(size_t index, const QList<QByteArray> &types) const
{
    Cursor cursor;
    cursor.id = 1;
    cursor.position = eventAt(index);
    cursor.types = types;
    std::sort(cursor.types.begin(), cursor.types.end());
    return cursor;
}

/// The plan against the whole stream: what lies between its two places.
void TestCursorPlanner::checkExactly(const MovePlan &plan) const
{
    const auto isBehind = [](const EventFields &event, const CursorPosition &position) {
        const auto *after = std::get_if<AfterEvent>(&position);
        return event.createdAt < positionTime(position)
               || (after && event.createdAt == after->createdAt);
    };
    quint64 between = 0;
    for (const EventFields &event : m_events) {
        const bool isOwn = plan.cursor.types.isEmpty() || plan.cursor.types.contains(event.type);
        between += isOwn && isBehind(event, plan.cursor.position) != isBehind(event, plan.target);
    }
    QCOMPARE(plan.events, between);
    QVERIFY(!plan.isAtLeast);
    QVERIFY(plan.unread.isEmpty());
    QVERIFY(plan.expected);
    QCOMPARE(plan.expected->apply + plan.expected->skip, between);
}

void TestCursorPlanner::readsWhatAStepBackNeeds()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    // Nothing is stored: not even the cursor's own event.
    QVERIFY(asked.ask(after(1500), EventsBack{300}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(1200)));
    QCOMPARE(asked.plan->firstAgain, eventAt(1201).id);
    QCOMPARE(asked.plan->events, 300U);
    QCOMPARE(asked.plan->asked, 300U);
    QCOMPARE(asked.plan->change, CursorChange::RewoundByEvents);
    QCOMPARE(asked.plan->how, u"300 events"_s);
    checkExactly(*asked.plan);
    QVERIFY(!asked.planner.shortfall());
    QVERIFY(!asked.planner.isPlanning());
    // Told on the way: never less than before, never more than was asked for.
    QVERIFY(asked.counting.size() > 1);
    quint64 last = 0;
    for (const QList<QVariant> &told : asked.counting) {
        QVERIFY(told.front().toULongLong() >= last);
        last = told.front().toULongLong();
    }
    QVERIFY(last > 0 && last <= 300);
    QVERIFY(!asked.provisional.empty() && !asked.provisional.front().unread.isEmpty());
    // Not much more than what is needed was read: the steps grow to twice of it.
    const Instant oldest = f->feed->snapshot().createdAt(streamOrder(f->feed->snapshot()).front());
    const Duration needed = m_events[1500].createdAt - m_events[1200].createdAt;
    QVERIFY(m_events[1500].createdAt - oldest < 3 * needed);
    // All is there: the same question is answered without a request.
    const quint64 requests = m_api->requestCount();
    QVERIFY(asked.ask(after(1500), EventsBack{300}));
    checkExactly(*asked.plan);
    QCOMPARE(m_api->requestCount(), requests);
    QVERIFY(asked.counting.isEmpty() && asked.provisional.empty());
}

void TestCursorPlanner::stopsAtTheHorizonAndTellsTheRealNumber()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    QVERIFY(asked.ask(after(120), EventsBack{100'000}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(FromTime{m_events[0].createdAt}));
    QCOMPARE(asked.plan->events, 121U);
    QCOMPARE(asked.plan->asked, 100'000U);
    checkExactly(*asked.plan);
    // From the very first event, too; and when nothing lies before it, that is told after looking.
    QVERIFY(asked.ask(after(0), EventsBack{1}));
    QCOMPARE(asked.plan->events, 1U);
    Cursor first;
    first.position = FromTime{m_events[0].createdAt};
    QVERIFY(asked.ask(first, EventsBack{1}));
    QVERIFY(!asked.plan);
    QCOMPARE(asked.error->code, ErrorCode::WrongUsage);
}

void TestCursorPlanner::stepsForwardToTheEnd()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    QVERIFY(asked.ask(after(100), EventsForward{250}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(350)));
    QCOMPARE(asked.plan->firstAgain, eventAt(101).id);
    checkExactly(*asked.plan);
    // From the very first event, and from the time of it.
    QVERIFY(asked.ask(after(0), EventsForward{1}));
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(1)));
    Cursor fromStart;
    fromStart.position = FromTime{m_events[0].createdAt};
    QVERIFY(asked.ask(fromStart, EventsForward{1}));
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(0)));
    QCOMPARE(asked.plan->events, 1U);

    QVERIFY(asked.ask(after(1900), EventsForward{1'000}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(1999)));
    QCOMPARE(asked.plan->events, 99U);
    QCOMPARE(asked.plan->asked, 1'000U);
}

void TestCursorPlanner::readsTheHolesBetweenTwoPlaces()
{
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    query.scope.range = {m_events[700].createdAt, m_events[900].createdAt};
    QVERIFY(f->read(query));
    Asked asked(*f);
    const Instant time = m_events[500].createdAt;
    QVERIFY(asked.ask(after(1100), ToTime{time}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(FromTime{time}));
    checkExactly(*asked.plan);
    QVERIFY(asked.provisional.front().isAtLeast);
    QVERIFY(asked.provisional.front().events >= 200 && asked.provisional.front().events < 600);
    QVERIFY(asked.plan->seen.isKnown());
    QCOMPARE(asked.plan->seen.storedEvents, f->feed->snapshot().rowCount());

    QVERIFY(asked.ask(after(1100), TimeBack{40 * 24h}));
    QCOMPARE(asked.plan->target, CursorPosition(FromTime{m_events[1100].createdAt - 40 * 24h}));
    checkExactly(*asked.plan);
    QVERIFY(asked.ask(after(1100), ToOldestKept{}));
    QCOMPARE(asked.plan->events, 1101U);
    checkExactly(*asked.plan);
    QVERIFY(asked.ask(after(400), ToPlace{eventAt(1300), ToPlace::Of::SavedPlace, u"Release"_s}));
    QCOMPARE(asked.plan->how, u"Release"_s);
    QVERIFY(asked.plan->isTargetStored);
    checkExactly(*asked.plan);
}

void TestCursorPlanner::looksForAnEventThatIsNotStored()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    QVERIFY(asked.ask(after(1000), ToEvent{EventId(m_events[800].id)}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(800)));
    checkExactly(*asked.plan);
    QVERIFY(asked.ask(after(1000), ToEvent{EventId("event_01ARZ3NDEKTSV4RRFFQ69G5FAV")}));
    QVERIFY(!asked.plan);
    QCOMPARE(asked.error->code, ErrorCode::NotFound);
    // The cursor's own time is not known either: its id tells where to look.
    Cursor cursor = after(1000);
    cursor.position = AfterEvent{EventId(m_events[1000].id), {}};
    QVERIFY(asked.ask(cursor, EventsBack{10}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(990)));
    QCOMPARE(asked.plan->events, 10U);
    cursor.position = AfterEvent{EventId("evt_of_another_kind"), {}};
    QVERIFY(asked.ask(cursor, EventsBack{10}));
    QCOMPARE(asked.error->code, ErrorCode::NotFound);
    QVERIFY(asked.ask(cursor, ToTime{m_events[1000].createdAt}));
    QVERIFY(asked.plan && asked.plan->isAtLeast);
}

void TestCursorPlanner::aTimeWithoutAnEventAfterItChangesNothing()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    QByteArray type = "vault.kek.created";
    size_t last = 0;
    for (size_t i = 0; i < 1500; ++i) {
        const bool isAlone = std::none_of(m_events.begin() + std::ptrdiff_t(i) + 1,
                                          m_events.end(),
                                          [&](const EventFields &event) {
                                              return event.type == m_events[i].type;
                                          });
        if (isAlone) {
            type = m_events[i].type;
            last = i;
        }
    }
    QVERIFY(last > 0);
    Cursor cursor;
    cursor.position = FromTime{m_events[0].createdAt};
    cursor.types = {type};
    QVERIFY(asked.ask(cursor, ToTime{m_events[last].createdAt}));
    QVERIFY(asked.plan);
    for (const Instant time : {m_events[last].createdAt + 1us, f->now, f->now + 24h}) {
        QVERIFY(asked.ask(cursor, ToTime{time}));
        QVERIFY(!asked.plan);
        QCOMPARE(asked.error->code, ErrorCode::WrongUsage);
        QVERIFY(asked.error->message.contains(u"stays where it is"));
    }
    QVERIFY(asked.ask(cursor, ToTime{f->now - 91 * 24h}));
    QCOMPARE(asked.error->code, ErrorCode::WrongUsage);
    QVERIFY(asked.error->message.contains(u"90 days"));
}

/// Whatever is stored and covered, in whatever types: the answer is that of the whole stream.
void TestCursorPlanner::answersExactlyOnRandomGround()
{
    QRandomGenerator random(7);
    const auto below = [&random](size_t end) { return size_t(random.bounded(quint32(end))); };
    for (int round = 0; round < 6; ++round) {
        const auto f = openFeed();
        QVERIFY(f);
        Asked asked(*f);
        for (int read = 0; read < 3; ++read) {
            FetchQuery query = f->query();
            const size_t from = below(m_events.size() - 200);
            query.scope.range = {m_events[from].createdAt, m_events[from + below(200)].createdAt};
            if (read == 1) {
                query.scope.types = {m_events[below(m_events.size())].type};
            }
            QVERIFY(f->read(query));
        }
        for (int move = 0; move < 6; ++move) {
            QList<QByteArray> types;
            for (size_t count = below(4); count > 0; --count) {
                types.append(m_events[below(m_events.size())].type);
            }
            const Cursor cursor = after(below(m_events.size()), types);
            const quint64 steps = 1 + below(400);
            const AfterEvent other = eventAt(below(m_events.size()));
            const MoveTarget targets[] = {EventsBack{steps},
                                          EventsForward{steps},
                                          TimeBack{1h * qint64(1 + below(200))},
                                          ToTime{m_events[below(m_events.size())].createdAt},
                                          ToPlace{other, ToPlace::Of::OtherCursor, {}},
                                          ToOldestKept{}};
            QVERIFY(asked.ask(cursor, targets[move]));
            if (asked.plan) {
                if (asked.plan->isBeyondHorizon) {
                    continue;
                }
                checkExactly(*asked.plan);
                if (move < 2 && asked.plan->events != steps) {
                    // Only at an end of the stream there are fewer.
                    QVERIFY(asked.plan->events < steps);
                }
            } else {
                QVERIFY2(move < 4, qPrintable(asked.error->message));
            }
            if (QTest::currentTestFailed()) {
                qInfo("round %d, move %d", round, move);
                return;
            }
        }
    }
}

void TestCursorPlanner::goesOnOverFaults()
{
    FaultPlan faults;
    for (const char *fault : {"error-500=0.2", "reset=0.1", "cut=0.1", "wrong-json=0.1"}) {
        const auto setting = parseFault(fault);
        QVERIFY2(setting, fault);
        faults.set(*setting);
    }
    m_api->setFaults(faults);
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    QVERIFY(asked.ask(after(1700), EventsBack{900}));
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->events, 900U);
    checkExactly(*asked.plan);
}

void TestCursorPlanner::saysWhyItCannotRead_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the server is gone") << QByteArray("gone") << ErrorCode::ConnectionRefused;
    QTest::newRow("a refused key") << QByteArray("refused") << ErrorCode::KeyRefused;
    QTest::newRow("no key") << QByteArray("none") << ErrorCode::KeyMissing;
    QTest::newRow("another Playhead writes") << QByteArray("locked") << ErrorCode::Locked;
}

void TestCursorPlanner::saysWhyItCannotRead()
{
    QFETCH(QByteArray, how);
    QFETCH(ErrorCode, code);
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    query.scope.range = {m_events[900].createdAt, m_events[1100].createdAt};
    QVERIFY(f->read(query));
    const quint64 stored = f->feed->snapshot().rowCount();
    std::unique_ptr<EventFeed> reader;
    EventFeed *feed = f->feed.get();
    if (how == "gone") {
        m_api.reset();
    } else if (how == "locked") {
        reader = std::make_unique<EventFeed>(f->catalogue, f->clock);
        QSignalSpy opened(reader.get(), &EventFeed::opened);
        reader->open(f->target);
        QVERIFY(opened.wait(10'000));
        QVERIFY(reader->isReadOnly());
        feed = reader.get();
    } else {
        f->feed->setFetchTarget({m_api->url(), how == "none" ? QByteArray() : "sk_wrong"});
    }
    CursorCounter counter;
    CursorPlanner planner(*feed, counter, f->clock);
    std::optional<MovePlan> plan;
    connect(&planner, &CursorPlanner::planned, &planner, [&plan](const MovePlan &told) {
        plan = told;
    });
    QSignalSpy finished(&planner, &CursorPlanner::finished);
    planner.plan(after(1050), EventsBack{1'000});
    QVERIFY(finished.wait(30'000));
    QVERIFY(plan);
    QCOMPARE(plan->events, 151U);
    QCOMPARE(plan->asked, 1'000U);
    QVERIFY(!plan->unread.isEmpty());
    QVERIFY(plan->expected);
    QVERIFY(planner.shortfall());
    QCOMPARE(planner.shortfall()->code, code);
    QVERIFY(!planner.shortfall()->message.isEmpty());
    QCOMPARE(feed->snapshot().rowCount(), stored);
}

void TestCursorPlanner::aServerKilledOnTheWayLeavesAnAtLeast()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    bool isKilled = false;
    connect(&asked.planner, &CursorPlanner::provisional, this, [&](const MovePlan &plan) {
        if (plan.events >= 40 && !isKilled) {
            isKilled = true;
            m_api.reset();
        }
    });
    QVERIFY(asked.ask(after(1500), EventsBack{1'000}));
    QVERIFY(isKilled);
    QVERIFY(asked.plan);
    QVERIFY(asked.plan->events >= 40 && asked.plan->events < 1'000);
    QVERIFY(!asked.plan->unread.isEmpty());
    QCOMPARE(asked.planner.shortfall().value_or(Error()).code, ErrorCode::ConnectionRefused);
    // What came is kept, and counted for the next question, which ends in the same way.
    const quint64 known = asked.plan->events;
    QVERIFY(asked.ask(after(1500), EventsBack{known / 2}));
    checkExactly(*asked.plan);
    QVERIFY(!asked.planner.shortfall());
}

/// By its clock, the server hides what is younger than an hour: no read covers it, however often it is repeated.
void TestCursorPlanner::whatAReadDoesNotCoverIsNotReadAgain()
{
    FeedFixture f;
    f.stream = StubStream::even(100, f.now - 100min, 1min);
    f.stream.date = f.now - 1h;
    QVERIFY(f.open());
    Asked asked(f);
    Cursor cursor;
    cursor.position = AfterEvent{EventId(f.stream.events.back().id),
                                 f.stream.events.back().createdAt};
    QVERIFY(asked.ask(cursor, ToTime{f.now - 90min}));
    QVERIFY(asked.plan);
    QVERIFY(asked.plan->isAtLeast);
    QCOMPARE(asked.plan->events, 90U); // younger than the edge: stored, and counted
    QVERIFY(asked.planner.shortfall());
    QCOMPARE(asked.planner.shortfall()->code, ErrorCode::NotFound);
    QVERIFY(asked.provisional.size() < 10);
}

void TestCursorPlanner::aCaptureIsNotRead()
{
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    query.scope.range = {m_events[900].createdAt, m_events[1100].createdAt};
    QVERIFY(f->read(query));
    EventFeed capture(f->catalogue, f->clock);
    CoverageMap coverage;
    coverage.add(CoverageKey(), query.scope.range);
    capture.present(f->feed->snapshot(), coverage);
    CursorCounter counter;
    CursorPlanner planner(capture, counter, f->clock);
    std::optional<MovePlan> plan;
    connect(&planner, &CursorPlanner::planned, &planner, [&plan](const MovePlan &told) {
        plan = told;
    });
    QSignalSpy finished(&planner, &CursorPlanner::finished);
    planner.plan(after(1050), ToTime{m_events[800].createdAt});
    QVERIFY(finished.wait(30'000));
    QVERIFY(plan && plan->isAtLeast);
    QCOMPARE(plan->events, 151U);
    QVERIFY(planner.shortfall()->message.contains(u"capture"));
    // Inside of it nothing is missing.
    finished.clear();
    planner.plan(after(1050), EventsBack{100});
    QVERIFY(finished.wait(30'000));
    QVERIFY(!planner.shortfall());
    QCOMPARE(plan->events, 100U);
    QVERIFY(!plan->isAtLeast);
}

void TestCursorPlanner::waitsForThePersonsRead()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    f->feed->fetch(f->query());
    asked.planner.plan(after(1500), EventsBack{300});
    QVERIFY(asked.waitForEnd());
    QCOMPARE(f->feed->progress().state, FetchState::Done);
    QVERIFY(f->feed->progress().events >= 1999);
    QVERIFY(asked.plan);
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(1200)));
    checkExactly(*asked.plan);
}

void TestCursorPlanner::theNextQuestionEndsTheOneBefore()
{
    const auto f = openFeed();
    QVERIFY(f);
    Asked asked(*f);
    asked.planner.plan(after(1500), EventsBack{1'000});
    QVERIFY(asked.counting.wait(30'000));
    // While it is read for, and each before it can be answered.
    for (quint64 count = 1; count <= 20; ++count) {
        asked.planner.plan(after(1500), EventsBack{count});
        QVERIFY(asked.planner.isPlanning());
    }
    asked.planner.plan(after(1500), EventsBack{20}); // the same again
    QVERIFY(asked.waitForEnd());
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(1480)));
    checkExactly(*asked.plan);
    QCOMPARE(asked.finished.size(), 1);

    asked.plan.reset();
    asked.finished.clear();
    asked.planner.plan(after(300), EventsBack{200});
    QVERIFY(asked.counting.wait(30'000));
    asked.planner.stop();
    QVERIFY(!asked.planner.isPlanning());
    QVERIFY(asked.ask(after(1500), EventsBack{5}));
    QCOMPARE(asked.plan->target, CursorPosition(eventAt(1495)));
}

void TestCursorPlanner::isAnsweredAgainWhenMoreIsStored()
{
    const auto f = openFeed();
    QVERIFY(f);
    f->feed->setFetchTarget({m_api->url(), "sk_wrong"});
    Asked asked(*f);
    QVERIFY(asked.ask(after(1000), ToTime{m_events[800].createdAt}));
    QVERIFY(asked.plan->isAtLeast && asked.planner.shortfall());
    f->feed->setFetchTarget({m_api->url(), m_api->apiKey()});
    QVERIFY(f->read(f->query()));
    QTRY_VERIFY_WITH_TIMEOUT(!asked.plan->isAtLeast && asked.plan->expected, 30'000);
    QVERIFY(!asked.planner.shortfall());
    checkExactly(*asked.plan);
}

/// Nothing more is read for a question that was answered, so that the present lies ahead of what was read some minutes later.
void TestCursorPlanner::saysWhenItsAnswerHasGrownOld()
{
    const auto f = openFeed();
    QVERIFY(f);
    SetClock clock;
    clock.at = f->now;
    CursorCounter counter;
    CursorPlanner planner(*f->feed, counter, clock);
    QSignalSpy finished(&planner, &CursorPlanner::finished);
    planner.plan(after(1900), ToNewest{});
    QVERIFY(finished.wait(30'000));
    QVERIFY(!planner.shortfall());
    clock.at += 5min;
    FetchQuery query = f->query();
    query.scope.range = {m_events[10].createdAt, m_events[20].createdAt};
    QVERIFY(f->read(query));
    QTRY_VERIFY_WITH_TIMEOUT(planner.shortfall(), 30'000);
    QVERIFY(!planner.shortfall()->message.isEmpty());
}

QTEST_GUILESS_MAIN(TestCursorPlanner)
#include "tst_cursorplanner.moc"
