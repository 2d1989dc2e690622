// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/localeventsapi.h"
#include "model/server/servedconfig.h"
#include "model/server/sliceserver.h"
#include "tests/model/cursors/storedevents.h"
#include "tests/model/server/serveddemo.h"
#include "tests/support/servedevents.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using State = SliceServer::State;

namespace {

constexpr int kPatienceMs = 20'000;

std::vector<MadeEvent> someEvents(int count)
{
    std::vector<MadeEvent> events;
    for (int i = 0; i < count; ++i) {
        events.push_back({"event_" + QByteArray::number(i),
                          *tryParseIsoInstant("2026-11-23T12:00:00Z") + std::chrono::seconds(i / 3),
                          "dsync.user.updated",
                          "org_1"});
    }
    return events;
}

/// Every event that the server has, oldest first, as a consumer without a range gets them.
std::vector<QByteArray> allPages(const SliceServer &server)
{
    std::vector<QByteArray> events;
    QUrl url = server.url();
    url.setPath(u"/events"_s);
    QByteArray after;
    do {
        url.setQuery(u"limit=7"_s
                     + (after.isEmpty() ? QString() : u"&after="_s + QString::fromUtf8(after)));
        const ServedPage page = readPage(plainGet(url, server.apiKey()).body);
        if (!page.isRight) {
            return {};
        }
        events.insert(events.end(), page.events.begin(), page.events.end());
        after = page.after;
    } while (!after.isEmpty());
    return events;
}

bool canConnect(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
    return socket.waitForConnected(1000);
}

} // namespace

class TestSliceServer : public QObject
{
    Q_OBJECT

private:
    static bool waitFor(const SliceServer &server, State state)
    {
        return QTest::qWaitFor([&server, state] { return server.state() == state; }, kPatienceMs);
    }
    Slice slice(const std::vector<EventRow> &rows) const
    {
        return {m_events->snapshot(), rows, u"Staging, selected"_s};
    }
    static ServePlan anyPort()
    {
        ServePlan plan;
        plan.port = 0;
        return plan;
    }
    /// One request that gets an answer.
    static void ask(const SliceServer &server)
    {
        QUrl url = server.url();
        url.setPath(u"/events"_s);
        QVERIFY(plainGet(url, server.apiKey()).status != 0);
    }

    const TypeCatalogue m_catalogue = TypeCatalogue::load().value();
    std::unique_ptr<StoredEvents> m_events;

private slots:
    void initTestCase()
    {
        m_events = std::make_unique<StoredEvents>(someEvents(50));
        QVERIFY(m_events->isValid());
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void breaksAStartOff()
    {
        ServePlan large = anyPort();
        large.demoEvents = kMostDemoEvents; // they take about 10 s
        SliceServer server(m_catalogue);
        QElapsedTimer timer;
        timer.start();
        server.start(large, std::nullopt);
        server.stop();
        server.start(large, std::nullopt);
        server.start(anyPort(), slice({3}));
        QVERIFY(waitFor(server, State::Running));
        QCOMPARE(server.eventCount(), quint64(1));
        {
            SliceServer closed(m_catalogue);
            closed.start(large, std::nullopt);
        }
        qInfo("three large starts broken off in %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < kPatienceMs);
    }

    void servesTheBytesOfTheStore()
    {
        SliceServer server(m_catalogue);
        const std::vector<EventRow> rows{3, 4, 5, 11, 12, 13, 14, 20, 31, 49};
        // As from a table that is sorted another way.
        server.start(anyPort(), slice({rows.rbegin(), rows.rend()}));
        QCOMPARE(server.state(), State::Starting);
        QVERIFY(waitFor(server, State::Running));
        QCOMPARE(server.eventCount(), quint64(rows.size()));
        std::vector<QByteArray> stored;
        for (const EventRow row : rows) {
            stored.push_back(m_events->snapshot().raw(row).toByteArray());
        }
        QCOMPARE(allPages(server), stored);
    }

    void servesTheDemoWithoutASlice()
    {
        SliceServer server(m_catalogue);
        ServePlan plan = anyPort();
        plan.demoEvents = 30;
        plan.demoEnd = tryParseIsoInstant(kDemoEnd).value();
        server.start(plan, std::nullopt);
        QVERIFY(waitFor(server, State::Running));
        QCOMPARE(server.eventCount(), 30);
        QCOMPARE(allPages(server), makeDemoStream({plan.seed, plan.demoEvents, *plan.demoEnd}));
    }

    void obeysThePlan()
    {
        SliceServer server(m_catalogue);
        ServePlan plan = anyPort();
        plan.switches.eventsAbsent = ApiSwitches::EventsAbsent::Required;
        plan.switches.holdBack = std::chrono::seconds(3);
        plan.faults.set(faultSetting(FaultKind::RateLimit, 1));
        server.start(plan, slice({1, 2, 3}));
        QVERIFY(waitFor(server, State::Running));
        QCOMPARE(server.faults(), plan.faults);
        FaultPlan other;
        other.set(faultSetting(FaultKind::Delay, 0.5));
        server.setFaults(other);
        QCOMPARE(server.faults(), other);
    }

    void stopsAtOnceAndFreesThePort()
    {
        SliceServer server(m_catalogue);
        server.start(anyPort(), slice({1, 2, 3}));
        QVERIFY(waitFor(server, State::Running));
        const int port = server.url().port();
        // One that hangs.
        QTcpSocket hanging;
        hanging.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
        QVERIFY(hanging.waitForConnected());
        hanging.write("GET /events HTTP/1.1\r\n");
        hanging.flush();

        QElapsedTimer timer;
        timer.start();
        server.stop();
        QCOMPARE(server.state(), State::Stopped);
        QVERIFY2(timer.elapsed() < 50, "the window's thread waited for the stop");
        QTRY_VERIFY(!canConnect(port));
    }

    void startsAnewAtTheSamePort()
    {
        SliceServer server(m_catalogue);
        server.start(anyPort(), slice({1, 2, 3}));
        QVERIFY(waitFor(server, State::Running));
        ask(server);
        QTRY_COMPARE(server.journal().count(), 1);
        ServePlan plan;
        plan.port = quint16(server.url().port());
        QSignalSpy changed(&server, &SliceServer::stateChanged);
        server.start(plan, slice({1, 2, 3, 4, 5}));
        QCOMPARE(server.journal().count(), 0);
        QVERIFY(waitFor(server, State::Running));
        QCOMPARE(changed.size(), 2); // Starting, Running.
        QCOMPARE(server.url().port(), int(plan.port));
        QCOMPARE(allPages(server).size(), size_t(5));
    }

    void saysThatThePortIsTaken()
    {
        SliceServer first(m_catalogue);
        first.start(anyPort(), slice({1}));
        QVERIFY(waitFor(first, State::Running));
        ServePlan plan;
        plan.port = quint16(first.url().port());
        SliceServer second(m_catalogue);
        second.start(plan, slice({1}));
        QVERIFY(waitFor(second, State::Failed));
        QVERIFY2(second.error().message.contains(QString::number(plan.port)),
                 qPrintable(second.error().message));
        // And goes on from there.
        second.start(anyPort(), slice({1}));
        QVERIFY(waitFor(second, State::Running));
    }

    void canStopAndDieWhileItStarts()
    {
        ServePlan plan = anyPort();
        plan.demoEvents = 20'000; // Takes a moment to make.
        {
            SliceServer server(m_catalogue);
            server.start(plan, std::nullopt);
            server.stop();
            QCOMPARE(server.state(), State::Stopped);
            server.start(anyPort(), slice({1, 2}));
            QVERIFY(waitFor(server, State::Running));
            QCOMPARE(server.eventCount(), 2);
            QCOMPARE(allPages(server).size(), size_t(2));
        }
        auto server = std::make_unique<SliceServer>(m_catalogue);
        server->start(plan, std::nullopt);
        server.reset();
        QCoreApplication::processEvents(); // Nothing of it is left.
    }

    void tellsRequestsWhileSomebodyWatches()
    {
        SliceServer server(m_catalogue);
        QSignalSpy came(&server, &SliceServer::requestsCame);
        server.start(anyPort(), slice({1, 2, 3}));
        QVERIFY(waitFor(server, State::Running));
        ask(server);
        QTRY_COMPARE(server.journal().count(), 1);
        QCOMPARE(came.size(), 0);
        {
            QObject watcher;
            server.watch(&watcher);
            QTRY_VERIFY(came.size() == 1);
            ask(server);
            QTRY_VERIFY(came.size() == 2);
        }
        ask(server);
        QTRY_COMPARE(server.journal().count(), 3);
        server.stop();
        QCOMPARE(came.size(), 2);
        // What was asked is kept.
        QCOMPARE(server.journal().newerThan(0).size(), size_t(3));
        QCOMPARE(server.journal().newerThan(0).front().status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSliceServer)
#include "tst_sliceserver.moc"
