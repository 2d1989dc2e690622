// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/arrivalclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(playhead::Duration)

class TestArrivalClock : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void runs_data();
    void runs();
    void neverGoesBack();
    void runsWithTheComputer();

private:
    /// A clock that shows what m_passed says.
    ArrivalClock clock(Duration last, int speed)
    {
        return ArrivalClock(kEnd, {last, speed}, [this] { return kSteady + m_passed; });
    }

    static constexpr Instant kEnd = instantFromUs(1'795'420'800'000'000);
    static constexpr std::chrono::steady_clock::time_point kSteady{12'345s};
    Duration m_passed{};
};

void TestArrivalClock::runs_data()
{
    QTest::addColumn<Duration>("last");
    QTest::addColumn<int>("speed");
    QTest::addColumn<Duration>("passed");
    QTest::addColumn<Duration>("fromEnd");
    QTest::newRow("begins before the end") << Duration(1h) << 1 << Duration(0) << Duration(-1h);
    QTest::newRow("own rhythm") << Duration(1h) << 1 << Duration(10min) << Duration(-50min);
    QTest::newRow("own rhythm, at the end") << Duration(1h) << 1 << Duration(1h) << Duration(0);
    QTest::newRow("own rhythm, after") << Duration(1h) << 1 << Duration(3h) << Duration(2h);
    QTest::newRow("60 times") << Duration(1h) << 60 << Duration(30s) << Duration(-30min);
    QTest::newRow("60 times, at the end") << Duration(1h) << 60 << Duration(1min) << Duration(0);
    QTest::newRow("60 times, then once") << Duration(1h) << 60 << Duration(2min) << Duration(1min);
    QTest::newRow("1000 times") << Duration(24h) << 1000 << Duration(43'200ms) << Duration(-12h);
    QTest::newRow("1000 times, after")
        << Duration(24h) << 1000 << Duration(86'401ms) << Duration(1ms);
    QTest::newRow("runs for years")
        << Duration(24h) << 1000 << Duration(100'000h) << Duration(100'000h - 86'400ms);
    QTest::newRow("nothing to arrive") << Duration(0) << 10 << Duration(5s) << Duration(5s);
    QTest::newRow("negative counts as nothing")
        << Duration(-5s) << 10 << Duration(5s) << Duration(5s);
    QTest::newRow("too slow") << Duration(1h) << 0 << Duration(1min) << Duration(-59min);
    QTest::newRow("too fast") << Duration(1h) << 5000 << Duration(1s) << Duration(-2600s);
}

void TestArrivalClock::runs()
{
    QFETCH(const Duration, last);
    QFETCH(const int, speed);
    QFETCH(const Duration, passed);
    QFETCH(const Duration, fromEnd);
    m_passed = Duration(0);
    const ArrivalClock arriving = clock(last, speed);
    m_passed = passed;
    QCOMPARE((arriving.now() - kEnd).count(), fromEnd.count());
}

void TestArrivalClock::neverGoesBack()
{
    for (const int speed : {1, 7, 999, 1000}) {
        m_passed = Duration(0);
        const ArrivalClock arriving = clock(Duration(100'003), speed);
        Instant before = arriving.now();
        QCOMPARE(before, kEnd - Duration(100'003));
        for (; m_passed <= Duration(101'000); ++m_passed) {
            const Instant now = arriving.now();
            // No step is longer than two of its own: nothing is skipped.
            QVERIFY(now >= before && now - before <= Duration(2 * speed));
            before = now;
        }
        QVERIFY(before >= kEnd);
    }
}

void TestArrivalClock::runsWithTheComputer()
{
    const ArrivalClock arriving(kEnd, {Duration(24h), 1000});
    const Instant begin = arriving.now();
    QVERIFY(begin >= kEnd - 24h && begin < kEnd);
    QTRY_VERIFY(arriving.now() > begin);
}

QTEST_GUILESS_MAIN(TestArrivalClock)
#include "tst_arrivalclock.moc"
