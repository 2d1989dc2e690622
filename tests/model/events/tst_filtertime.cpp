// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtertime.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

// Half past ten in the evening in Berlin; the next day in Auckland.
constexpr auto kNow = "2026-11-22T21:30:00.123456Z";

QTimeZone zoneOf(const QByteArray &name)
{
    return name == "UTC" ? QTimeZone::utc() : QTimeZone(name);
}

} // namespace

class TestFilterTime : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void readsTimes_data();
    void readsTimes()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, until);
        const QTimeZone shown = zoneOf(zone);
        QVERIFY(shown.isValid());
        const auto range = filterTime(text, *tryParseIsoInstant(kNow), shown);
        QVERIFY(range);
        QTEST(isoUtcExact(range->since), "since");
        // A single microsecond is written as an empty end.
        QCOMPARE(isoUtcExact(range->until),
                 until.isEmpty() ? isoUtcExact(range->since + Duration(1)) : until);
        QVERIFY(isFilterTime(text));
    }

    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime()
    {
        QFETCH(QString, text);
        QVERIFY(!filterTime(text, *tryParseIsoInstant(kNow), QTimeZone::utc()));
        QVERIFY(!isFilterTime(text));
    }

    void suggestsTheNearestWord()
    {
        QCOMPARE(nearestTimeWord(u"yesterdy"_s), u"yesterday"_s);
        QCOMPARE(nearestTimeWord(u"tody"_s), u"today"_s);
        QCOMPARE(nearestTimeWord(u"elephant"_s), QString());
    }
};

void TestFilterTime::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("since");
    QTest::addColumn<QByteArray>("until");
    const auto row = [](const char *name,
                        const QString &text,
                        const char *zone,
                        const char *since,
                        const char *until = "") {
        QTest::newRow(name) << text << QByteArray(zone) << QByteArray(since) << QByteArray(until);
    };
    const char *berlin = "Europe/Berlin";
    row("now", u"now"_s, "UTC", kNow);
    row("seconds back", u"90s"_s, "UTC", "2026-11-22T21:28:30.123456Z");
    row("minutes back", u"15m"_s, "UTC", "2026-11-22T21:15:00.123456Z");
    row("hours back", u"24h"_s, "UTC", "2026-11-21T21:30:00.123456Z");
    row("days back", u"2d"_s, berlin, "2026-11-20T21:30:00.123456Z");
    row("weeks back", u"2w"_s, "UTC", "2026-11-08T21:30:00.123456Z");
    row("forward", u"+30d"_s, "UTC", "2026-12-22T21:30:00.123456Z");
    row("no time at all", u"0s"_s, "UTC", kNow);
    row("today", u"today"_s, "UTC", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z");
    row("today in a zone",
        u"today"_s,
        berlin,
        "2026-11-21T23:00:00.000Z",
        "2026-11-22T23:00:00.000Z");
    row("today on the other side",
        u"today"_s,
        "Pacific/Auckland",
        "2026-11-22T11:00:00.000Z",
        "2026-11-23T11:00:00.000Z");
    row("yesterday",
        u"yesterday"_s,
        berlin,
        "2026-11-20T23:00:00.000Z",
        "2026-11-21T23:00:00.000Z");
    row("date", u"2026-11-22"_s, "UTC", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z");
    row("date in a zone",
        u"2026-07-01"_s,
        berlin,
        "2026-06-30T22:00:00.000Z",
        "2026-07-01T22:00:00.000Z");
    row("day of 25 hours",
        u"2026-10-25"_s,
        berlin,
        "2026-10-24T22:00:00.000Z",
        "2026-10-25T23:00:00.000Z");
    row("day of 23 hours",
        u"2026-03-29"_s,
        berlin,
        "2026-03-28T23:00:00.000Z",
        "2026-03-29T22:00:00.000Z");
    row("minute",
        u"2026-11-22T09:00Z"_s,
        berlin,
        "2026-11-22T09:00:00.000Z",
        "2026-11-22T09:01:00.000Z");
    row("minute in a zone",
        u"2026-11-22T09:00"_s,
        berlin,
        "2026-11-22T08:00:00.000Z",
        "2026-11-22T08:01:00.000Z");
    row("with a space",
        u"2026-11-22 09:00"_s,
        berlin,
        "2026-11-22T08:00:00.000Z",
        "2026-11-22T08:01:00.000Z");
    row("second",
        u"2026-11-22T09:00:15"_s,
        "UTC",
        "2026-11-22T09:00:15.000Z",
        "2026-11-22T09:00:16.000Z");
    row("hundredth",
        u"2026-11-22T09:00:15.25Z"_s,
        "UTC",
        "2026-11-22T09:00:15.250Z",
        "2026-11-22T09:00:15.260Z");
    row("microsecond", u"2026-11-22T09:00:15.123456+01:00"_s, "UTC", "2026-11-22T08:00:15.123456Z");
    row("nine digits", u"2026-11-22T09:00:15.123456789"_s, berlin, "2026-11-22T08:00:15.123456Z");
    row("negative zone",
        u"2026-11-22T09:00-0500"_s,
        "UTC",
        "2026-11-22T14:00:00.000Z",
        "2026-11-22T14:01:00.000Z");
}

void TestFilterTime::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "yesterdy",
                             "Today",
                             "2",
                             "d",
                             "+",
                             "-2d",
                             "2y",
                             "2 d",
                             "1h30m",
                             "2026",
                             "2026-13-01",
                             "2026-02-30",
                             "2026-11-22T",
                             "2026-11-22T25:00",
                             "2026-11-22T09:00X",
                             "0000-01-01",
                             "9999-12-31",
                             "999999999w",
                             "+999999999w",
                             "9999999999s",
                             "4000000d",
                             "+3000000d"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

QTEST_APPLESS_MAIN(TestFilterTime)
#include "tst_filtertime.moc"
