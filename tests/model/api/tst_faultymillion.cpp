// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "model/server/demoserver.h"
#include "model/server/localeventsapi.h"
#include "tests/model/api/feedfixture.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kEvents = 1'000'000;

/// 5 % of the requests fail, in every way of the local Events API that is tried again.
const std::initializer_list<const char *> kFaults{"rate-limit=0.003,retry-after=0",
                                                  "error-500=0.004",
                                                  "error-503=0.003,burst=2",
                                                  "stall=0.002,seconds=1",
                                                  "slow=0.002,bytes-per-second=100",
                                                  "reset=0.004",
                                                  "reset-body=0.003",
                                                  "cut=0.004",
                                                  "cut-chunked=0.003",
                                                  "cut-gzip=0.004",
                                                  "wrong-json=0.004",
                                                  "no-metadata=0.004",
                                                  "missing-field=0.004",
                                                  "repeat-page=0.004"};

QByteArray hashOf(const EventSnapshot &events)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const EventRow row : streamOrder(events)) {
        hash.addData(events.raw(row).toByteArray() + '\n');
    }
    return hash.result();
}

} // namespace

/// 1,000,000 events through a server that fails 5 % of the requests end as the same file as without faults.
class TestFaultyMillion : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void endsAsTheSameFile();

private:
    QByteArray readAll(int windows, const FaultPlan &faults, FetchProgress &progress);

    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    const DemoPlan m_plan{1, kEvents, *tryParseIsoInstant("2026-11-23T12:00:00Z")};
    std::unique_ptr<LocalEventsApi> m_api;
};

QByteArray TestFaultyMillion::readAll(int windows, const FaultPlan &faults, FetchProgress &progress)
{
    m_api->setFaults(faults);
    FeedFixture f;
    f.windows = windows;
    f.client = {800ms, 300ms, 64LL * 1024 * 1024};
    f.target.fetch = {m_api->url(), m_api->apiKey()};
    f.growthPause = 100ms;
    if (!f.open()) {
        return {};
    }
    QElapsedTimer timer;
    timer.start();
    FetchQuery query = f.query();
    query.scope.range.until = f.now + 1h;
    f.feed->fetch(query);
    const bool hasEnded = QTest::qWaitFor([&f] { return !f.feed->progress().isActive(); }, 600'000);
    progress = f.feed->progress();
    qInfo("%d windows: %llu events, %llu requests, %llu retries, %llu duplicates, %lld ms",
          windows,
          progress.events,
          progress.requests,
          progress.retries,
          progress.duplicates,
          timer.elapsed());
    return hasEnded ? hashOf(f.feed->snapshot()) : QByteArray();
}

void TestFaultyMillion::endsAsTheSameFile()
{
    QByteArray served;
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QByteArray &event : makeDemoStream(m_plan)) {
            hash.addData(event + '\n');
        }
        served = hash.result();
    }
    Result<std::unique_ptr<LocalEventsApi>> api = LocalEventsApi::start(demoConfig(m_plan),
                                                                        m_catalogue);
    QVERIFY2(api, qPrintable(api ? QString() : api.error().message));
    m_api = std::move(*api);
    FaultPlan faults;
    faults.seed = 7;
    for (const char *text : kFaults) {
        const auto setting = parseFault(text);
        QVERIFY2(setting, text);
        faults.set(*setting);
    }
    FetchProgress progress;
    QVERIFY(readAll(6, {}, progress) == served);
    QCOMPARE(progress.state, FetchState::Done);
    QCOMPARE(progress.events, quint64(kEvents));
    QCOMPARE(progress.retries, 0u);
    struct Round
    {
        int windows;
        const char *fault; // the statuses that are tried again and have no fault of their own
    };
    for (const auto &[windows, fault] : {Round{6, "error-status=0.004,status=408"},
                                         Round{16, "error-status=0.004,status=502"},
                                         Round{10, "error-status=0.004,status=504"}}) {
        faults.set(*parseFault(fault));
        const QByteArray read = readAll(windows, faults, progress);
        QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
        QVERIFY(read == served);
        QCOMPARE(progress.events, quint64(kEvents));
        QCOMPARE(progress.duplicates, 0u);
        // One request in twenty.
        QVERIFY(progress.retries > 400 && progress.retries < 700);
    }
}

QTEST_GUILESS_MAIN(TestFaultyMillion)
#include "tst_faultymillion.moc"
