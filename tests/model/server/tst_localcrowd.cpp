// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/serveddemo.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

constexpr int kHour = 3'600'000;
constexpr int kConnections = 64;

} // namespace

/// What happens when clients take all connections of a local Events API.
class TestLocalCrowd : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void cutsOffDrippingClients();
    void cutsOffClientsThatReadNothing();
    void keepsTheSixtyFifthWaiting();
    void stopsWithSixtyFourHangingClients();

private:
    std::unique_ptr<LocalEventsApi> serveWith(const ConnectionLimits &limits,
                                              int latencyMs = 0) const
    {
        LocalApiConfig config;
        config.source = bytesSource(m_demo.source);
        config.clock = std::make_shared<FixedClock>(m_demo.plan.end);
        config.limits = limits;
        config.latencyMs = latencyMs;
        auto started = LocalEventsApi::start(std::move(config), *m_demo.catalogue);
        return started ? std::move(*started) : nullptr;
    }

    ServedDemo m_demo;
};

void TestLocalCrowd::cutsOffDrippingClients()
{
    ConnectionLimits limits;
    limits.requestMs = 200;
    const auto api = serveWith(limits);
    QVERIFY(api);
    Clients dripping;
    for (int i = 0; i < kConnections; ++i) {
        dripping.push_back(std::make_unique<RawClient>(api->url()));
        dripping.back()->send("GET /events HTTP/1.1\r\nX-Drip: ");
    }
    // All connections are taken by them; this one's turn comes when the first of them are cut off.
    RawClient other(api->url());
    other.ask("/events?limit=1");
    for (const auto &client : dripping) {
        // A byte every few milliseconds; without the limit this would go on for 128 KB.
        while (client->socket().state() == QAbstractSocket::ConnectedState) {
            client->send("x");
            client->socket().waitForReadyRead(5);
        }
    }
    QCOMPARE(other.receive().status, 200);
}

void TestLocalCrowd::cutsOffClientsThatReadNothing()
{
    ConnectionLimits limits;
    limits.stallMs = 200;
    const auto api = serveWith(limits);
    QVERIFY(api);
    Clients deaf;
    for (int i = 0; i < kConnections; ++i) {
        deaf.push_back(std::make_unique<RawClient>(api->url()));
        deaf.back()->socket().setReadBufferSize(1);
        for (int n = 0; n < 400; ++n) {
            deaf.back()->ask("/events?limit=100"); // answers of 30 MB
        }
    }
    RawClient other(api->url());
    QCOMPARE(other.get("/events?limit=1").status, 200);
}

void TestLocalCrowd::keepsTheSixtyFifthWaiting()
{
    ConnectionLimits limits;
    limits.requestMs = limits.idleMs = limits.crowdedIdleMs = kHour;
    const auto api = serveWith(limits);
    QVERIFY(api);
    const auto openFiles = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files).size();
    };
    const auto before = openFiles();
    for (int round = 0; round < 2; ++round) {
        Clients holding;
        for (int i = 0; i < kConnections; ++i) {
            holding.push_back(std::make_unique<RawClient>(api->url()));
            QCOMPARE(holding.back()->get("/events?limit=1").status, 200);
        }
        Clients waiting;
        for (int i = 0; i < 40; ++i) {
            waiting.push_back(std::make_unique<RawClient>(api->url()));
            waiting.back()->ask("/events?limit=1");
        }
        const quint64 answered = api->requestCount();
        // The others are served on while they wait.
        for (const auto &client : holding) {
            QCOMPARE(client->get("/events?limit=1").status, 200);
        }
        QCOMPARE(api->requestCount(), answered + kConnections);
        // A file for each client on this side, and on the server's side only for those that are served and for one more.
        if (before > 0) {
            QVERIFY(openFiles() - before <= kConnections + 40 + kConnections + 1);
        }
        for (size_t i = 0; i < waiting.size(); ++i) {
            holding[i].reset();
            QCOMPARE(waiting[i]->receive().status, 200);
        }
    }
}

void TestLocalCrowd::stopsWithSixtyFourHangingClients()
{
    ConnectionLimits limits;
    limits.requestMs = limits.stallMs = limits.idleMs = limits.crowdedIdleMs = kHour;
    auto api = serveWith(limits, kHour);
    QVERIFY(api);
    Clients clients;
    for (int i = 0; i < kConnections + 16; ++i) {
        clients.push_back(std::make_unique<RawClient>(api->url()));
        if (i % 3 == 1) {
            clients.back()->send("GET /events HTTP/1.1\r\nHost: 127");
        } else if (i % 3 == 2) {
            clients.back()->ask("/events");
        }
    }
    QElapsedTimer timer;
    timer.start();
    api.reset();
    qInfo("stopped in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    for (const auto &client : clients) {
        QVERIFY(client->isEnded());
    }
}

QTEST_GUILESS_MAIN(TestLocalCrowd)
#include "tst_localcrowd.moc"
