// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/eventsbetween.h"
#include "model/events/compiledfilter.h"
#include "model/events/filterparser.h"
#include "tests/model/cursors/storedevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <numeric>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kEvents = 60;
const Instant kStart = *tryParseIsoInstant("2026-11-23T12:00:00Z");

/// Stored out of order, some at the very same time.
std::vector<MadeEvent> made(QRandomGenerator &random)
{
    std::vector<MadeEvent> events;
    for (int i = 0; i < kEvents; ++i) {
        events.push_back({"event_" + QByteArray::number(i),
                          kStart + std::chrono::seconds(random.bounded(kEvents / 2)),
                          i % 3 == 0 ? "dsync.user.created" : "dsync.user.updated",
                          i % 2 == 0 ? "org_0" : "org_1"});
    }
    return events;
}

} // namespace

/// What lies between two cursors is what the filter language says of it (semantics 21).
class TestEventsBetween : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void isWhatTheFilterLetsThrough();
    void nothingLiesBetweenACursorAndItself();
    void allWasReadOnlyWhereItIsCovered();
};

void TestEventsBetween::isWhatTheFilterLetsThrough()
{
    QRandomGenerator random(7);
    const std::vector<MadeEvent> all = made(random);
    const StoredEvents stored(all);
    QVERIFY(stored.isValid());
    const EventSnapshot events = stored.snapshot();
    const auto place = [&]() -> CursorPosition {
        const MadeEvent &event = all[random.bounded(kEvents)];
        switch (random.bounded(3)) {
        case 0:
            return FromTime{event.createdAt + Duration(random.bounded(3) - 1)};
        case 1:
            return AfterEvent{EventId("event_gone"), event.createdAt};
        default:
            return AfterEvent{EventId(event.id), event.createdAt};
        }
    };
    const auto placeOf = [&events](const CursorPosition &position) {
        const auto *after = std::get_if<AfterEvent>(&position);
        const auto row = after ? events.find(after->id) : std::nullopt;
        return CursorPlace{row ? events.createdAt(*row) : positionTime(position), row};
    };
    for (int i = 0; i < 2000; ++i) {
        const CursorPosition a = place();
        const CursorPosition b = place();
        const std::vector<EventRow> found = eventsBetween(events, a, b);
        QCOMPARE(eventsBetween(events, b, a), found);
        QVERIFY(std::is_sorted(found.begin(), found.end(), [&events](EventRow x, EventRow y) {
            return streamBefore(events, x, y);
        }));
        FilterContext context;
        context.cursors = {{u"a"_s, placeOf(a)}, {u"b"_s, placeOf(b)}};
        std::vector<EventRow> both;
        for (const QString &text : {u"cursor>a cursor<=b"_s, u"cursor>b cursor<=a"_s}) {
            auto filter = CompiledFilter::compile(*parseFilter(text), context);
            QVERIFY(filter.has_value());
            std::vector<EventRow> rows(events.rowCount());
            std::iota(rows.begin(), rows.end(), 0);
            rows = filter->matching(events, rows);
            QVERIFY(rows.empty() || both.empty()); // One of the two is the earlier one.
            both.insert(both.end(), rows.begin(), rows.end());
        }
        std::vector<EventRow> sorted = found;
        std::sort(sorted.begin(), sorted.end());
        std::sort(both.begin(), both.end());
        QCOMPARE(both, sorted);
    }
}

void TestEventsBetween::nothingLiesBetweenACursorAndItself()
{
    QRandomGenerator random(8);
    const std::vector<MadeEvent> all = made(random);
    const StoredEvents stored(all);
    const CursorPosition place = AfterEvent{EventId(all[20].id), all[20].createdAt};
    QVERIFY(eventsBetween(stored.snapshot(), place, place).empty());
    QCOMPARE(eventsBetween(stored.snapshot(), FromTime{Instant{}}, FromTime{Instant::max()}),
             stored.order());
}

void TestEventsBetween::allWasReadOnlyWhereItIsCovered()
{
    const CursorPosition from = FromTime{kStart};
    const Instant last = kStart + 1h;
    const CursorPosition to = AfterEvent{EventId("event_1"), last};
    using Ranges = std::vector<TimeRange>;
    QVERIFY(!isAllBetweenRead({}, from, to));
    QVERIFY(isAllBetweenRead(Ranges{{kStart, last + 2h}}, from, to));
    QVERIFY(isAllBetweenRead(Ranges{{kStart, last + 2h}}, to, from));
    QVERIFY(
        isAllBetweenRead(Ranges{{kStart, kStart + 30min}, {kStart + 30min, last + 2h}}, from, to));
    QVERIFY(
        !isAllBetweenRead(Ranges{{kStart, kStart + 30min}, {kStart + 31min, last + 2h}}, from, to));
    QVERIFY(!isAllBetweenRead(Ranges{{kStart + Duration(1), last + 2h}}, from, to));
    // The event of the later place has to be read as well.
    QVERIFY(!isAllBetweenRead(Ranges{{kStart, last}, {last + Duration(1), last + 2h}}, from, to));
    QVERIFY(isAllBetweenRead(Ranges{{kStart, last}, {last + Duration(1), last + 2h}},
                             from,
                             FromTime{last}));
}

QTEST_GUILESS_MAIN(TestEventsBetween)
#include "tst_eventsbetween.moc"
