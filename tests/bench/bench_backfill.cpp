// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bars 10 to 12: reading a range from a server that waits 50 ms before each answer, against what the round trips allow and
// against the loop with the official Node SDK. The SDK is taken from the folder that PLAYHEAD_BENCH_SDK names (one in which
// `npm install @workos-inc/node` was run); without it bars 11 and 12 are skipped.
#include "model/api/eventfeed.h"
#include "model/core/clock.h"
#include "model/events/typecatalogue.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchtime.h"
#include "tests/support/serveddemo.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <ctime>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLatencyMs = 50;
constexpr quint32 kEvents = 200'000;
constexpr quint32 kSequentialEvents = 20'000; // read one after another this takes 10 s
constexpr int kSdkPages = 200;
constexpr int kMany = 16;

struct Cost
{
    double events = 0;
    double seconds = 0;
    double cpuSeconds = 0; ///< Of the client alone.

    double eventsPerSecond() const { return events / seconds; }
    double cpuUsPerEvent() const { return cpuSeconds * 1e6 / events; }
};

class LateServer
{
public:
    explicit LateServer(quint32 events)
        : m_served(QStringLiteral(PLAYHEAD_PROGRAM),
                   {u"--demo-events"_s,
                    QString::number(events),
                    u"--latency"_s,
                    QString::number(kLatencyMs)})
    {
        bench::require(m_served.url().isValid(), "starting the server");
    }
    const QUrl &url() const { return m_served.url(); }

private:
    ServedDemo m_served;
};

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

Cost read(const QUrl &url, quint32 events, int windows, const TypeCatalogue &catalogue)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    FeedSettings settings;
    settings.limits.windows = windows;
    EventFeed feed(catalogue, clock, settings);
    QEventLoop opened;
    QObject::connect(&feed, &EventFeed::opened, &opened, &QEventLoop::quit);
    feed.open({u"bench"_s, folder.path(), {url, ServedDemo::kKey}});
    opened.exec();

    FetchQuery query;
    query.scope.range = {horizonAt(clock.now()), clock.now()};
    QEventLoop ended;
    QObject::connect(&feed, &EventFeed::progressChanged, &ended, [&] {
        if (feed.progress().state != FetchState::Idle && !feed.progress().isActive()) {
            ended.quit();
        }
    });
    const double cpuBefore = cpuSeconds();
    const double seconds = bench::secondsOf([&] {
        feed.fetch(query);
        ended.exec();
    });
    const double cpu = cpuSeconds() - cpuBefore;
    bench::require(feed.progress().state == FetchState::Done, "reading to the end");
    bench::require(feed.snapshot().rowCount() == events, "reading every event");
    return {double(events), seconds, cpu};
}

/// Bar 10: what one page of 100 a round trip and window allows.
void measureRoundTrips(const TypeCatalogue &catalogue)
{
    const auto measure = [&](quint32 events, int windows, double limit) {
        const LateServer server(events);
        const Cost cost = read(server.url(), events, windows, catalogue);
        const double allowed = 100.0 * windows * 1000 / kLatencyMs;
        bench::atLeast({"10",
                        "backfill at 50 ms, windows: " + QByteArray::number(windows),
                        events,
                        cost.eventsPerSecond(),
                        "100 events a window and round trip",
                        allowed,
                        "events/s"},
                       limit);
    };
    measure(kSequentialEvents, 1, 0.93);
    measure(kEvents, 6, 0.85);
}

Cost sdkLoop(const QString &node,
             const QString &folder,
             const QUrl &url,
             const TypeCatalogue &catalogue)
{
    QByteArrayList types;
    for (const EventType &type : catalogue.types()) {
        types.append(type.name);
    }
    QProcess process;
    process.start(node,
                  {QStringLiteral(PLAYHEAD_SDK_LOOP),
                   folder,
                   url.toString(),
                   QString::number(kSdkPages),
                   QString::fromUtf8(types.join(','))});
    bench::require(process.waitForFinished(-1) && process.exitCode() == 0,
                   "running the SDK's loop");
    const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return {said[u"events"_s].toDouble(), said[u"seconds"_s].toDouble(), said[u"cpu"_s].toDouble()};
}

void measureAgainstSdk(const TypeCatalogue &catalogue)
{
    const LateServer server(kEvents);
    const Cost own = read(server.url(), kEvents, kMany, catalogue);
    const QByteArray what = "backfill at 50 ms, windows: " + QByteArray::number(kMany);
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    const QString folder = qEnvironmentVariable("PLAYHEAD_BENCH_SDK");
    if (node.isEmpty() || folder.isEmpty()) {
        bench::told({"11", what, kEvents, own.eventsPerSecond(), {}, 0, "events/s"});
        const char *why = node.isEmpty()
                              ? "node is not installed"
                              : "PLAYHEAD_BENCH_SDK names no folder with @workos-inc/node";
        bench::skipped("11", what, kEvents, why);
        bench::skipped("12", "processor for an event", kEvents, why);
        return;
    }
    const Cost sdk = sdkLoop(node, folder, server.url(), catalogue);
    bench::require(sdk.events == 100.0 * kSdkPages, "reading as many events with the SDK");
    bench::atLeast({"11",
                    what,
                    kEvents,
                    own.eventsPerSecond(),
                    "Node SDK's loop",
                    sdk.eventsPerSecond(),
                    "events/s"},
                   10);
    bench::atMost({"12",
                   "processor for an event",
                   kEvents,
                   own.cpuUsPerEvent(),
                   "Node SDK's loop",
                   sdk.cpuUsPerEvent(),
                   "us"},
                  0.3);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    measureRoundTrips(catalogue);
    measureAgainstSdk(catalogue);
    return 0;
}
