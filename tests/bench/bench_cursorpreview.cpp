// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The preview of a cursor's move over many loaded events: until the counts are there, until what a careful consumer does is
// there, too; and the lags of many cursors.
#include "model/cursors/cursorcounter.h"
#include "model/events/streamorder.h"
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace playhead;

namespace {

constexpr double kAnswerMs = 100;
constexpr int kRuns = 10;
constexpr int kCursors = 50;
const Instant kHorizon = bench::kMadeEnd - std::chrono::hours(24 * 90);

/// The slowest of some runs: a person sees that one.
struct Times
{
    double answerMs = 0;
    double expectedMs = 0;
};

class Previews
{
public:
    explicit Previews(const EventSnapshot &events)
        : m_events(events)
        , m_order(streamOrder(events))
    {}

    MoveQuestion question(const MoveTarget &target) const
    {
        MoveQuestion question;
        question.events = m_events;
        question.target = target;
        question.horizon = kHorizon;
        question.cursor.covered = {{kHorizon, bench::kMadeEnd}};
        Cursor &cursor = question.cursor.cursor;
        cursor.id = 1;
        cursor.position = AfterEvent{m_events.id(m_order.back()),
                                     m_events.createdAt(m_order.back())};
        return question;
    }

    Times ask(const MoveQuestion &question, quint64 events)
    {
        QElapsedTimer timer;
        timer.start();
        Times times;
        bool isDone = false;
        m_counter.ask(question, &m_counter, [&](const MoveAnswer &answer, bool isLast) {
            const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            times.answerMs = times.answerMs > 0 ? times.answerMs : ms;
            times.expectedMs = ms;
            isDone = isLast;
            bench::require(answer.plan && (events == 0 || answer.plan->events == events),
                           "the number of events of the move");
            bench::require(!isLast || answer.plan->expected, "what a careful consumer does");
        });
        while (!isDone) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return times;
    }

    void report(const char *what, const MoveQuestion &question, quint64 events)
    {
        Times slowest;
        for (int run = 0; run < kRuns; ++run) {
            const Times times = ask(question, events);
            slowest.answerMs = std::max(slowest.answerMs, times.answerMs);
            slowest.expectedMs = std::max(slowest.expectedMs, times.expectedMs);
        }
        const QByteArray name = "preview, " + QByteArray(what);
        bench::atMost({{},
                       name + ": the answer",
                       m_events.rowCount(),
                       slowest.answerMs,
                       "the limit, of the slowest of 10",
                       kAnswerMs,
                       "ms"},
                      1);
        bench::told({{},
                     name + ": with what would be applied",
                     m_events.rowCount(),
                     slowest.expectedMs,
                     {},
                     0,
                     "ms"});
    }

    /// Many cursors, each with types of its own or without, all over the stream.
    void reportLags()
    {
        QList<CoveredCursor> cursors;
        for (int i = 0; i < kCursors; ++i) {
            CoveredCursor covered = question(ToNewest{}).cursor;
            const EventRow row = m_order[m_order.size() / kCursors * size_t(i)];
            covered.cursor.id = i + 1;
            covered.cursor.position = AfterEvent{m_events.id(row), m_events.createdAt(row)};
            for (int type = 0; i % 2 == 1 && type < m_events.typeCount(); type += 1 + i / 10) {
                covered.cursor.types.append(
                    m_events.typeName(quint16((type + i) % m_events.typeCount())));
            }
            std::sort(covered.cursor.types.begin(), covered.cursor.types.end());
            cursors.append(covered);
        }
        double slowest = 0;
        for (int run = 0; run < kRuns; ++run) {
            QElapsedTimer timer;
            timer.start();
            bool isDone = false;
            QObject context;
            QObject::connect(&m_counter, &CursorCounter::counted, &context, [&isDone] {
                isDone = true;
            });
            m_counter.count(m_events, cursors, kHorizon);
            while (!isDone) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            slowest = std::max(slowest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        bench::atMost({{},
                       "lags of 50 cursors",
                       m_events.rowCount(),
                       slowest,
                       "the limit, of the slowest of 10",
                       kAnswerMs,
                       "ms"},
                      1);
    }

private:
    EventSnapshot m_events;
    std::vector<EventRow> m_order;
    CursorCounter m_counter;
};

void measure(const EventSnapshot &events)
{
    Previews previews(events);
    const Times first = previews.ask(previews.question(EventsBack{100}), 100);
    bench::told({{},
                 "preview, the first of a store, by 100 events: the answer",
                 events.rowCount(),
                 first.answerMs,
                 {},
                 0,
                 "ms"});
    const quint64 many = std::min<quint64>(100'000, events.rowCount() / 2);
    previews.report("back by 100 events", previews.question(EventsBack{100}), 100);
    previews.report("back by 100,000 events", previews.question(EventsBack{many}), many);
    previews.report("to the oldest kept", previews.question(ToOldestKept{}), events.rowCount());
    MoveQuestion narrow = previews.question(ToOldestKept{});
    narrow.cursor.cursor.types = {"dsync.user.created", "dsync.user.updated", "user.updated"};
    narrow.cursor.cursor.organization = events.organizationId(1);
    previews.report("to the oldest kept, three types of one organization", narrow, 0);
    previews.reportLags();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TypeCatalogue catalogue = bench::catalogue();
    for (const quint32 count : bench::wantedEvents(argc, argv)) {
        measure(bench::openStore(count, catalogue)->snapshot());
    }
    return 0;
}
