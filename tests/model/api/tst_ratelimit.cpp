// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/ratelimit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RateLimit::Time kStart{std::chrono::hours(5)};

} // namespace

class TestRateLimit : public QObject
{
    Q_OBJECT

private slots:
    void zeroIsNoLimit();
    void letsFewGoAtOnce();
    void keepsTheRate_data();
    void keepsTheRate();
    void aSilenceIsNotSavedUp();
    void aPauseHoldsEverybody();
    void theLongerPauseHolds();
};

void TestRateLimit::zeroIsNoLimit()
{
    RateLimit limit(0);
    for (int i = 0; i < 10'000; ++i) {
        QCOMPARE(limit.take(kStart), 0ms);
    }
}

void TestRateLimit::letsFewGoAtOnce()
{
    RateLimit limit(80);
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(limit.take(kStart), 0ms);
    }
    // A token each 12.5 ms; a refusal takes none.
    QCOMPARE(limit.take(kStart), 13ms);
    QCOMPARE(limit.take(kStart), 13ms);
    QCOMPARE(limit.take(kStart + 12ms), 1ms);
    QCOMPARE(limit.take(kStart + 13ms), 0ms);
    QCOMPARE(limit.take(kStart + 13ms), 12ms);
    QCOMPARE(RateLimit(1).take(kStart), 0ms);
}

void TestRateLimit::keepsTheRate_data()
{
    QTest::addColumn<int>("perSecond");
    QTest::newRow("1") << 1;
    QTest::newRow("7") << 7;
    QTest::newRow("80") << 80;
    QTest::newRow("3000") << 3000;
}

void TestRateLimit::keepsTheRate()
{
    // Several who ask again when they are told, some of them late.
    QFETCH(const int, perSecond);
    RateLimit limit(perSecond);
    QRandomGenerator random(11);
    RateLimit::Time now = kStart;
    int sent = 0;
    while (now < kStart + 60s) {
        const std::chrono::milliseconds wait = limit.take(now);
        sent += wait == 0ms ? 1 : 0;
        now += wait + std::chrono::microseconds(random.bounded(40));
    }
    QVERIFY2(sent <= perSecond * 60 + perSecond / 10 + 2, qPrintable(QString::number(sent)));
    QVERIFY2(sent >= perSecond * 59, qPrintable(QString::number(sent)));
}

void TestRateLimit::aSilenceIsNotSavedUp()
{
    RateLimit limit(80);
    limit.take(kStart);
    int sent = 0;
    while (limit.take(kStart + 1h) == 0ms) {
        ++sent;
    }
    QCOMPARE(sent, 8);
}

void TestRateLimit::aPauseHoldsEverybody()
{
    const Error reason{ErrorCode::RateLimited, u"Too many."_s, {}, 429};
    for (const int perSecond : {0, 80}) {
        RateLimit limit(perSecond);
        QCOMPARE(limit.pauseLeft(kStart), 0ms);
        limit.pause(kStart, 2s, reason);
        QCOMPARE(limit.take(kStart), 2000ms);
        QCOMPARE(limit.pauseLeft(kStart + 500ms), 1500ms);
        QCOMPARE(limit.take(kStart + 1999ms), 1ms);
        QCOMPARE(limit.take(kStart + 2s), 0ms);
        QCOMPARE(limit.pauseLeft(kStart + 2s), 0ms);
        QCOMPARE(limit.pauseReason(), reason);
    }
}

void TestRateLimit::theLongerPauseHolds()
{
    RateLimit limit(0);
    limit.pause(kStart, 10s, {});
    limit.pause(kStart + 1s, 2s, {});
    QCOMPARE(limit.pauseLeft(kStart + 1s), 9000ms);
    limit.pause(kStart + 1s, std::chrono::milliseconds::max(), {});
    QVERIFY(limit.pauseLeft(kStart + 1s) > 24h * 300);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
