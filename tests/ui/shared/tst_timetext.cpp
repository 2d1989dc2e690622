// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/timetext.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant at(const char *iso)
{
    return *tryParseIsoInstant(iso);
}

const char kNow[] = "2026-11-23T14:06:00Z";

} // namespace

class TestTimeText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void showsClockTimes_data()
    {
        QTest::addColumn<QByteArray>("moment");
        QTest::addColumn<bool>("marksUtc");
        QTest::addColumn<QString>("expected");
        const auto row =
            [](const char *name, const char *moment, bool marksUtc, const QString &text) {
                QTest::newRow(name) << QByteArray(moment) << marksUtc << text;
            };
        row("today local", "2026-11-23T13:58:51.306Z", false, u"13:58:51.306"_s);
        row("today utc", "2026-11-23T13:58:51.306Z", true, u"13:58:51.306Z"_s);
        row("cut, not rounded", "2026-11-23T13:58:51.306999Z", true, u"13:58:51.306Z"_s);
        row("other day", "2026-11-22T13:58:51.306Z", false, u"22 Nov 13:58:51"_s);
        row("other day utc", "2026-11-02T13:58:51.306Z", true, u"2 Nov 13:58:51Z"_s);
        row("other year", "2025-11-02T13:58:51.306Z", false, u"2 Nov 2025 13:58"_s);
    }
    void showsClockTimes()
    {
        QFETCH(QByteArray, moment);
        QFETCH(bool, marksUtc);
        QFETCH(QString, expected);
        QCOMPARE(clockTimeText(at(moment.constData()), at(kNow), QTimeZone::utc(), marksUtc),
                 expected);
    }

    void showsRelativeTimes_data()
    {
        QTest::addColumn<QByteArray>("moment");
        QTest::addColumn<QString>("expected");
        QTest::newRow("now") << QByteArray("2026-11-23T14:06:00Z") << u"just now"_s;
        QTest::newRow("seconds") << QByteArray("2026-11-23T14:05:20Z") << u"40 s ago"_s;
        QTest::newRow("minutes") << QByteArray("2026-11-23T13:58:51Z") << u"7 min ago"_s;
        QTest::newRow("hours") << QByteArray("2026-11-23T10:58:51Z") << u"3 h ago"_s;
        QTest::newRow("one day") << QByteArray("2026-11-22T10:58:51Z") << u"1 day ago"_s;
        QTest::newRow("days") << QByteArray("2026-11-20T10:58:51Z") << u"3 days ago"_s;
        QTest::newRow("ahead") << QByteArray("2026-11-23T14:11:00Z") << u"in 5 min"_s;
    }
    void showsRelativeTimes()
    {
        QFETCH(QByteArray, moment);
        QFETCH(QString, expected);
        QCOMPARE(relativeTimeText(at(moment.constData()), at(kNow)), expected);
    }

    void showsDifferences_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("expected");
        QTest::newRow("milliseconds") << qint64(23'000) << u"+0.023 s"_s;
        QTest::newRow("nothing") << qint64(0) << u"+0.000 s"_s;
        QTest::newRow("back") << qint64(-1'500'000) << u"-1.500 s"_s;
        QTest::newRow("minutes") << qint64(125'000'000) << u"+2 min 05 s"_s;
        QTest::newRow("hours") << qint64(11'520'000'000) << u"+3 h 12 min"_s;
        QTest::newRow("days") << qint64(187'200'000'000) << u"+2 d 4 h"_s;
    }
    void showsDifferences()
    {
        QFETCH(qint64, us);
        QFETCH(QString, expected);
        QCOMPARE(deltaText(Duration(us)), expected);
    }

    void namesTheZone()
    {
        QCOMPARE(zoneName(QTimeZone::utc(), at(kNow)), u"UTC"_s);
        QVERIFY(!zoneName(QTimeZone("Europe/Berlin"), at(kNow)).isEmpty());
        QCOMPARE(fullTimeText(at(kNow), QTimeZone::utc()), u"23 Nov 2026, 14:06:00.000"_s);
    }

    void lengthsHaveTwoUnitsAtMost()
    {
        QCOMPARE(durationText(16'560s), u"4 h 36 min"_s);
        QCOMPARE(durationText(12s), u"12 s"_s);
        QCOMPARE(durationText(72h), u"3 days"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
