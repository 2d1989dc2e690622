// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/faultdice.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace playhead;

class TestFaultDice : public QObject
{
    Q_OBJECT

private slots:
    void hitsAsOftenAsAsked_data();
    void hitsAsOftenAsAsked();
    void repeatsItself();
    void differsBySeed();
    void kindsAreIndependent();
    void burstsCoverWhatFollows();
    void burstsKeepTheShare_data();
    void burstsKeepTheShare();
    void eventsAreDrawnByTheirIds();
    void drawsWithinBounds();
};

namespace {

constexpr quint64 kThrows = 100'000;

/// Five standard deviations of a share that is counted over all throws.
double tolerance(double share)
{
    return 5 * std::sqrt(share * (1 - share) / double(kThrows));
}

} // namespace

void TestFaultDice::hitsAsOftenAsAsked_data()
{
    QTest::addColumn<double>("share");
    for (const double share : {0.0, 0.001, 0.01, 0.05, 0.3, 0.5, 0.9, 1.0}) {
        QTest::addRow("%g", share) << share;
    }
}

void TestFaultDice::hitsAsOftenAsAsked()
{
    QFETCH(double, share);
    for (const quint64 seed : {quint64(0), quint64(1), quint64(2), ~quint64(0)}) {
        for (size_t kind = 0; kind < kFaultKinds; ++kind) {
            quint64 hits = 0;
            for (quint64 number = 1; number <= kThrows; ++number) {
                hits += FaultDice(seed).hits(FaultKind(kind), number, share) ? 1 : 0;
            }
            const double got = double(hits) / double(kThrows);
            QVERIFY2(std::abs(got - share) <= tolerance(share), qPrintable(QString::number(got)));
        }
    }
}

void TestFaultDice::repeatsItself()
{
    // Fixed for good: a seed in somebody's notes must give the same run next year and on another computer.
    const FaultDice dice(1);
    QCOMPARE(dice.thrown(FaultKind::RateLimit, 1, 0),
             FaultDice(1).thrown(FaultKind::RateLimit, 1, 0));
    QCOMPARE(dice.thrown(FaultKind::RateLimit, 1, 0), Q_UINT64_C(0x91df2b1652002e2d));
    QCOMPARE(dice.thrown(FaultKind::ClockSkew, 300, 2), Q_UINT64_C(0xa7fb342a4b0f1643));
    QCOMPARE(FaultDice(42).thrown(FaultKind::Cut, FaultDice::subjectOf("event_01HXYZ"), 1),
             Q_UINT64_C(0xc5b9e7b9639a087c));
}

void TestFaultDice::differsBySeed()
{
    int alike = 0;
    for (quint64 number = 1; number <= 10'000; ++number) {
        alike += FaultDice(1).hits(FaultKind::Cut, number, 0.5)
                         == FaultDice(2).hits(FaultKind::Cut, number, 0.5)
                     ? 1
                     : 0;
    }
    QVERIFY(alike > 4'700 && alike < 5'300);
}

void TestFaultDice::kindsAreIndependent()
{
    const FaultDice dice(7);
    for (size_t kind = 1; kind < kFaultKinds; ++kind) {
        quint64 both = 0;
        quint64 onTheNext = 0;
        for (quint64 number = 1; number <= kThrows; ++number) {
            const bool hit = dice.hits(FaultKind(kind), number, 0.1);
            both += hit && dice.hits(FaultKind(kind - 1), number, 0.1) ? 1 : 0;
            onTheNext += hit && dice.hits(FaultKind(kind), number + 1, 0.1) ? 1 : 0;
        }
        QVERIFY(std::abs(double(both) / double(kThrows) - 0.01) <= tolerance(0.01));
        QVERIFY(std::abs(double(onTheNext) / double(kThrows) - 0.01) <= tolerance(0.01));
    }
}

void TestFaultDice::burstsCoverWhatFollows()
{
    const FaultDice dice(3);
    constexpr qint64 kLength = 4;
    int runs = 0;
    qint64 run = 0;
    for (quint64 number = 1; number <= 20'000; ++number) {
        if (dice.hitsInBurst(FaultKind::Error503, number, 0.02, kLength)) {
            ++run;
        } else if (run > 0) {
            QVERIFY(run >= kLength);
            ++runs;
            run = 0;
        }
    }
    QVERIFY(runs > 50);
    for (quint64 number = 1; number <= 100; ++number) {
        QVERIFY(dice.hitsInBurst(FaultKind::Error503, number, 1, kLength));
        QVERIFY(!dice.hitsInBurst(FaultKind::Error503, number, 0, 1000));
        QCOMPARE(dice.hitsInBurst(FaultKind::Error503, number, 0.3, 1),
                 dice.hits(FaultKind::Error503, number, 0.3));
    }
}

void TestFaultDice::burstsKeepTheShare_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("length");
    QTest::newRow("short") << 0.05 << 3;
    QTest::newRow("long") << 0.2 << 50;
    QTest::newRow("most") << 0.9 << 10;
}

void TestFaultDice::burstsKeepTheShare()
{
    QFETCH(double, share);
    QFETCH(int, length);
    quint64 hits = 0;
    for (quint64 number = 1; number <= kThrows; ++number) {
        hits += FaultDice(11).hitsInBurst(FaultKind::Error500, number, share, length) ? 1 : 0;
    }
    // Requests of one burst are not independent: the count spreads wider by its length.
    QVERIFY(std::abs(double(hits) / double(kThrows) - share)
            <= tolerance(share) * std::sqrt(double(length)));
}

void TestFaultDice::eventsAreDrawnByTheirIds()
{
    QSet<quint64> subjects;
    int hits = 0;
    for (int i = 0; i < 10'000; ++i) {
        const quint64 subject = FaultDice::subjectOf("event_01JD4ZK3VN" + QByteArray::number(i));
        subjects.insert(subject);
        hits += FaultDice(1).hits(FaultKind::LostCursor, subject, 0.1) ? 1 : 0;
    }
    QCOMPARE(subjects.size(), 10'000);
    QVERIFY(hits > 850 && hits < 1150);
    QVERIFY(FaultDice::subjectOf("ab") != FaultDice::subjectOf("ba"));
    QVERIFY(FaultDice::subjectOf("") != FaultDice::subjectOf(QByteArrayView("\0", 1)));
}

void TestFaultDice::drawsWithinBounds()
{
    const FaultDice dice(5);
    QCOMPARE(dice.below(0, FaultKind::Delay, 1, 1), quint64(0));
    QSet<quint64> drawn;
    for (quint64 number = 1; number <= 1'000; ++number) {
        const quint64 one = dice.below(7, FaultKind::Delay, number, 1);
        QVERIFY(one < 7);
        drawn.insert(one);
        const double portion = dice.portion(FaultKind::Cut, number, 1);
        QVERIFY(portion >= 0 && portion < 1);
    }
    QCOMPARE(drawn.size(), 7);
}

QTEST_GUILESS_MAIN(TestFaultDice)
#include "tst_faultdice.moc"
