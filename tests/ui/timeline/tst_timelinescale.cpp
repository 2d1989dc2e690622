// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinescale.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

constexpr Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 14h + 6min;

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

TimelineScale last(Duration span, qreal width = 1160)
{
    return {{kNow - span, kNow}, 34, width};
}

QStringList textsOf(const QList<TimeTick> &ticks)
{
    QStringList texts;
    for (const TimeTick &tick : ticks) {
        texts.append(tick.isEmphasized ? u'*' + tick.text : tick.text);
    }
    return texts;
}

} // namespace

class TestTimelineScale : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void binsAreNiceAndWideEnough_data();
    void binsAreNiceAndWideEnough();
    void binsBeginOnTheZonesClock_data();
    void binsBeginOnTheZonesClock();
    void timeAndPlaceGoBothWays_data();
    void timeAndPlaceGoBothWays();
    void ticksLieInsideApartAndInOrder_data();
    void ticksLieInsideApartAndInOrder();
    void ticksSayWhatTheMockSays();
    void daysAreMarksOfALongRange();
    void ticksFollowTheClockOverItsChange();
    void countMarksAreNice_data();
    void countMarksAreNice();
    void squareRootLeavesTheTop();
    void zoomKeepsTheFixedTime_data();
    void zoomKeepsTheFixedTime();
    void viewsStayInsideTheirLimits();
    void emptyRangesGiveNothing();
    void spansAreToldShortly();
};

void TestTimelineScale::binsAreNiceAndWideEnough_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<int>("width");
    QTest::addColumn<qint64>("binSeconds");
    QTest::newRow("15 minutes") << qint64(15) << 1160 << qint64(5);
    QTest::newRow("an hour") << qint64(60) << 1160 << qint64(30);
    QTest::newRow("6 hours") << qint64(360) << 1160 << qint64(120);
    QTest::newRow("24 hours, as in the mock") << qint64(1440) << 1160 << qint64(600);
    QTest::newRow("24 hours, in the small mock") << qint64(1440) << 912 << qint64(600);
    QTest::newRow("7 days") << qint64(7 * 1440) << 1160 << qint64(3600);
    QTest::newRow("30 days") << qint64(30 * 1440) << 1160 << qint64(6 * 3600);
    QTest::newRow("90 days") << qint64(90 * 1440) << 1160 << qint64(12 * 3600);
    QTest::newRow("10 years") << qint64(3650 * 1440) << 1160 << qint64(28 * 86400);
    QTest::newRow("100 years") << qint64(36500) * 1440 << 1160 << qint64(7 * 28 * 86400);
}

void TestTimelineScale::binsAreNiceAndWideEnough()
{
    QFETCH(qint64, minutes);
    QFETCH(int, width);
    QFETCH(qint64, binSeconds);
    const Duration span = std::chrono::minutes(minutes);
    const Duration bin = binLengthFor(span, width);
    QCOMPARE(bin.count(), binSeconds * 1'000'000);
    QVERIFY(double(bin.count()) / double(span.count()) * width >= 6);
}

void TestTimelineScale::binsBeginOnTheZonesClock_data()
{
    QTest::addColumn<QTimeZone>("zone");
    QTest::addColumn<qint64>("binMinutes");
    QTest::newRow("UTC, 10 minutes") << QTimeZone::utc() << qint64(10);
    QTest::newRow("Berlin, 3 hours") << berlin() << qint64(180);
    QTest::newRow("Berlin, a day") << berlin() << qint64(1440);
    QTest::newRow("Kolkata, half past, an hour") << QTimeZone("Asia/Kolkata") << qint64(60);
    QTest::newRow("New York, 12 hours") << QTimeZone("America/New_York") << qint64(720);
}

void TestTimelineScale::binsBeginOnTheZonesClock()
{
    QFETCH(QTimeZone, zone);
    QFETCH(qint64, binMinutes);
    const Duration bin = std::chrono::minutes(binMinutes);
    const TimeRange range{kNow - 50h, kNow};
    const TimeRange aligned = alignedRange(range, bin, zone);
    QVERIFY(aligned.since <= range.since && range.since - aligned.since < bin);
    QVERIFY(aligned.until >= range.until && aligned.until - range.until < bin);
    QCOMPARE((aligned.until - aligned.since).count(), bin.count() * binCount(aligned, bin));
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(toUs(aligned.until) / 1000, zone);
    QCOMPARE(end.time().msecsSinceStartOfDay() % (bin.count() / 1000), 0);
    // An aligned range stays as it is.
    QCOMPARE(alignedRange(aligned, bin, zone), aligned);
}

void TestTimelineScale::timeAndPlaceGoBothWays_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::newRow("a minute") << qint64(1);
    QTest::newRow("a day") << qint64(1440);
    QTest::newRow("90 days") << qint64(90 * 1440);
}

void TestTimelineScale::timeAndPlaceGoBothWays()
{
    QFETCH(qint64, minutes);
    const TimelineScale scale = last(std::chrono::minutes(minutes));
    QCOMPARE(scale.xOf(scale.view.since), 34.0);
    QCOMPARE(scale.xOf(scale.view.until), 34.0 + 1160);
    for (int x = 0; x < 1300; x += 7) {
        QVERIFY(std::abs(scale.xOf(scale.timeAt(x)) - x) < 0.01);
    }
}

void TestTimelineScale::ticksLieInsideApartAndInOrder_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QTimeZone>("zone");
    for (const qint64 seconds : {10LL,
                                 90LL,
                                 900LL,
                                 3600LL,
                                 86400LL,
                                 7 * 86400LL,
                                 30 * 86400LL,
                                 90 * 86400LL,
                                 3650 * 86400LL}) {
        QTest::addRow("%lld s, UTC", static_cast<long long>(seconds))
            << seconds << QTimeZone::utc();
        QTest::addRow("%lld s, Berlin", static_cast<long long>(seconds)) << seconds << berlin();
    }
}

void TestTimelineScale::ticksLieInsideApartAndInOrder()
{
    QFETCH(qint64, seconds);
    QFETCH(QTimeZone, zone);
    const TimelineScale scale = last(std::chrono::seconds(seconds));
    const QList<TimeTick> ticks = timeTicks(scale, zone, 68);
    QVERIFY(ticks.size() >= 3);
    QVERIFY(ticks.size() <= 18);
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        QVERIFY(scale.view.contains(ticks[i].at));
        QVERIFY(!ticks[i].text.isEmpty());
        // A clock's change takes an hour of a step at the most.
        QVERIFY(i == 0 || scale.xOf(ticks[i].at) - scale.xOf(ticks[i - 1].at) > 68 / 2.0);
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(toUs(ticks[i].at) / 1000, zone);
        QVERIFY(seconds < 86400 || (local.time().minute() == 0 && local.time().second() == 0));
    }
}

void TestTimelineScale::ticksSayWhatTheMockSays()
{
    const QStringList wide = {u"16:00"_s,
                              u"18:00"_s,
                              u"20:00"_s,
                              u"22:00"_s,
                              u"*23 Nov"_s,
                              u"02:00"_s,
                              u"04:00"_s,
                              u"06:00"_s,
                              u"08:00"_s,
                              u"10:00"_s,
                              u"12:00"_s,
                              u"14:00"_s};
    QCOMPARE(textsOf(timeTicks(last(24h), QTimeZone::utc(), 68)), wide);
    // The whole bins that are shown begin at 14:00.
    const TimelineScale whole{{kNow - 24h - 6min, kNow + 4min}, 34, 912};
    QCOMPARE(textsOf(timeTicks(whole, QTimeZone::utc(), 68)), QStringList(u"14:00"_s) + wide);
    const QStringList seconds = textsOf(timeTicks(last(1min), QTimeZone::utc(), 68));
    QCOMPARE(seconds.first(), u"14:05:00"_s);
}

void TestTimelineScale::daysAreMarksOfALongRange()
{
    const QStringList texts = textsOf(timeTicks(last(90 * 24h), QTimeZone::utc(), 68));
    QVERIFY(texts.contains(u"12 Nov"_s) || texts.contains(u"19 Nov"_s)
            || texts.contains(u"16 Nov"_s));
    const TimelineScale overNewYear{{kNow, kNow + 90 * 24h}, 34, 1160};
    const QStringList later = textsOf(timeTicks(overNewYear, QTimeZone::utc(), 68));
    QCOMPARE(later.filter(u"*"_s).size(), 1);
    QVERIFY(later.filter(u"*"_s).first().endsWith(u" 2027"_s));
}

void TestTimelineScale::ticksFollowTheClockOverItsChange()
{
    // On 25 October 2026 Berlin's clocks go back from 03:00 to 02:00.
    const Instant start = std::chrono::sys_days(std::chrono::year(2026) / 10 / 24) + 12h;
    const TimelineScale scale{{start, start + 24h}, 0, 1160};
    const QStringList texts = textsOf(timeTicks(scale, berlin(), 68));
    QVERIFY(texts.contains(u"*25 Oct"_s));
    QCOMPARE(texts.filter(u"*"_s).size(), 1);
    QVERIFY(texts.contains(u"04:00"_s) && texts.contains(u"06:00"_s) && texts.contains(u"12:00"_s));
}

void TestTimelineScale::countMarksAreNice_data()
{
    QTest::addColumn<quint64>("most");
    QTest::addColumn<quint64>("top");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64(0) << quint64(2) << u"2"_s;
    QTest::newRow("one") << quint64(1) << quint64(2) << u"2"_s;
    QTest::newRow("3") << quint64(3) << quint64(4) << u"4"_s;
    QTest::newRow("the mock's 77") << quint64(77) << quint64(80) << u"80"_s;
    QTest::newRow("80 itself") << quint64(80) << quint64(80) << u"80"_s;
    QTest::newRow("81") << quint64(81) << quint64(100) << u"100"_s;
    QTest::newRow("1,001") << quint64(1001) << quint64(2000) << u"2k"_s;
    QTest::newRow("a million") << quint64(1'000'000) << quint64(1'000'000) << u"1M"_s;
}

void TestTimelineScale::countMarksAreNice()
{
    QFETCH(quint64, most);
    QFETCH(quint64, top);
    QFETCH(QString, text);
    const CountScale scale = CountScale::upTo(most, false);
    QCOMPARE(scale.top, top);
    QCOMPARE(scale.top % 2, quint64(0));
    QCOMPARE(countMarkText(scale.top), text);
    QVERIFY(scale.shareOf(most) <= 8.0 / 9 + 1e-9);
}

void TestTimelineScale::squareRootLeavesTheTop()
{
    QCOMPARE(CountScale::upTo(0, false).most, 0ULL);
    const CountScale linear = CountScale::upTo(100, false);
    QCOMPARE(linear.most, 100ULL);
    const CountScale root = CountScale::upTo(100, true);
    QCOMPARE(root.shareOf(100), linear.shareOf(100));
    QCOMPARE(root.shareOf(0), 0.0);
    QCOMPARE(root.shareOf(25), root.shareOf(100) / 2);
    QVERIFY(root.shareOf(1) > linear.shareOf(1));
}

void TestTimelineScale::zoomKeepsTheFixedTime_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<double>("factor");
    QTest::newRow("in at the left") << 34 << 2.0;
    QTest::newRow("in in the middle") << 600 << 1.25;
    QTest::newRow("in at the right") << 1194 << 3.0;
}

void TestTimelineScale::zoomKeepsTheFixedTime()
{
    QFETCH(int, x);
    QFETCH(double, factor);
    const TimelineScale before = last(24h);
    const Instant fixed = before.timeAt(x);
    TimelineScale after = before;
    for (int i = 0; i < 4; ++i) {
        after.view = zoomedView(after.view, before.view, fixed, factor);
        QVERIFY(std::abs(after.xOf(fixed) - x) < 1);
    }
    QVERIFY(after.view.until - after.view.since < 24h);
}

void TestTimelineScale::viewsStayInsideTheirLimits()
{
    const TimeRange limits = last(24h).view;
    const TimeRange part{kNow - 2h, kNow - 1h};
    QCOMPARE(zoomedView(part, limits, kNow - 90min, 1e-6), limits);
    const TimeRange least = zoomedView(part, limits, kNow - 90min, 1e9);
    QCOMPARE((least.until - least.since).count(), qint64(10'000'000));
    QVERIFY(least.contains(kNow - 90min));
    const TimeRange late = pannedView(part, limits, 10h);
    QCOMPARE(late, (TimeRange{kNow - 1h, kNow}));
    const TimeRange early = pannedView(part, limits, -100h);
    QCOMPARE(early, (TimeRange{kNow - 24h, kNow - 23h}));
    const TimeRange tiny{kNow - 1s, kNow};
    QCOMPARE(zoomedView(tiny, tiny, kNow, 2), tiny);
}

void TestTimelineScale::emptyRangesGiveNothing()
{
    QVERIFY(alignedRange({}, 10min, QTimeZone::utc()).isEmpty());
    QVERIFY(timeTicks({{}, 0, 1000}, QTimeZone::utc(), 68).isEmpty());
    const TimelineScale nothing{{}, 34, 1000};
    QCOMPARE(nothing.xOf(kNow), 34.0);
    QCOMPARE(nothing.timeAt(500), nothing.view.since);
    QVERIFY(binLengthFor(Duration(0), 0) > Duration(0));
}

void TestTimelineScale::spansAreToldShortly()
{
    const QTimeZone utc = QTimeZone::utc();
    const Instant day = kNow - 14h - 6min;
    QCOMPARE(timeSpanText({day + 9h + 30min, kNow}, kNow, utc), u"09:30 – 14:06"_s);
    QCOMPARE(timeSpanText({day - 1h, day + 1h}, kNow, utc), u"22 Nov 23:00 – 01:00"_s);
    QCOMPARE(timeSpanText({day + 9h + 17s, day + 10h + 17s}, kNow, utc), u"09:00 – 10:00"_s);
    QCOMPARE(timeSpanText({day + 9h + 17s, day + 9h + 40s}, kNow, utc), u"09:00:17 – 09:00:40"_s);
    QCOMPARE(timeSpanText({kNow - 24h, kNow}, kNow, utc), u"22 Nov 14:06 – 23 Nov 14:06"_s);
    QCOMPARE(timeSpanText({kNow - 90 * 24h + 5s, kNow + 5s}, kNow, utc),
             u"25 Aug 14:06 – 23 Nov 14:06"_s);
    QCOMPARE(timeSpanText({day - 365 * 24h, day}, kNow, utc),
             u"23 Nov 2025 00:00 – 23 Nov 00:00"_s);
    QCOMPARE(shortTimeText(day + 9h + 5s, kNow, utc), u"09:00:05"_s);
    QCOMPARE(shortTimeText(day - 365 * 24h, kNow, utc), u"23 Nov 2025 00:00"_s);
    QCOMPARE(shortTimeText(day, kNow, berlin()), u"01:00"_s);
}

} // namespace playhead

QTEST_GUILESS_MAIN(playhead::TestTimelineScale)
#include "tst_timelinescale.moc"
