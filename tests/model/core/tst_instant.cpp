// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/instant.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestInstant : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void readsEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utc");
        const auto row = [](const char *text, const char *utc) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(utc);
        };
        row("2020-05-04", "2020-05-04T00:00:00.000Z");
        row("2025-01-01T00:00Z", "2025-01-01T00:00:00.000Z");
        row("2025-01-01T00:00:00Z", "2025-01-01T00:00:00.000Z");
        row("2023-04-28 20:05:31.093", "2023-04-28T20:05:31.093Z");
        row("2020-05-06 04:21:48.649164", "2020-05-06T04:21:48.649164Z");
        row("2026-11-22T13:58:51.306Z", "2026-11-22T13:58:51.306Z");
        row("2026-11-22T13:58:51.306+02:00", "2026-11-22T11:58:51.306Z");
        row("2026-11-22T13:58:51-0530", "2026-11-22T19:28:51.000Z");
        row("2026-11-22T13:58+01", "2026-11-22T12:58:00.000Z");
        row("2026-11-22T13:58:51.123456789Z", "2026-11-22T13:58:51.123456Z");
        row("2024-02-29", "2024-02-29T00:00:00.000Z");
        row("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z");
    }
    void readsEverySpelling()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utc);
        const auto instant = parseIsoInstant(text);
        QVERIFY(instant.has_value());
        QCOMPARE(isoUtcExact(*instant), utc);
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 "2026",
                                 "2026-13-01",
                                 "2026-02-30",
                                 "2023-02-29",
                                 "2026-11-22T24:00Z",
                                 "2026-11-22T10",
                                 "2026-11-22T10:60Z",
                                 "2026-11-22T10:00:00.Z",
                                 "2026-11-22T10:00:00.1234567890Z",
                                 "2026-11-22T10:00Zx",
                                 "2026-11-22x10:00",
                                 "yesterday",
                                 "26-11-22",
                                 "2026-11-22T10:00:00+25:00",
                                 " 2026-11-22",
                                 "2026-11-22T"}) {
            QTest::newRow(*text != '\0' ? text : "empty") << QByteArray(text);
        }
    }
    void refusesWhatIsNoTime()
    {
        QFETCH(QByteArray, text);
        const auto instant = parseIsoInstant(text);
        QVERIFY(!instant.has_value());
        QCOMPARE(instant.error().code, ErrorCode::WrongUsage);
        QVERIFY(instant.error().message.contains(QString::fromUtf8(text)));
    }

    void printsWhatQtPrintsAndReadsItBack()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const qint64 ms = random.bounded(Q_INT64_C(-62135596800000),
                                             Q_INT64_C(253402300799999));
            const Instant instant = instantFromUs(ms * 1000);
            const QByteArray text = isoUtcMs(instant);
            const QDateTime peer = QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
            // Qt spells UTC as Z or +00:00, by version.
            QCOMPARE(text, peer.toString(Qt::ISODateWithMs).first(23).toLatin1() + "Z");
            QCOMPARE(tryParseIsoInstant(text), std::optional(instant));
            const Instant exact = instant + Duration(random.bounded(1000));
            QCOMPARE(tryParseIsoInstant(isoUtcExact(exact)), std::optional(exact));
        }
    }

    void readsDurations_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("seconds") << QByteArrayLiteral("90s") << Q_INT64_C(90);
        QTest::newRow("minutes") << QByteArrayLiteral("15m") << Q_INT64_C(900);
        QTest::newRow("hours") << QByteArrayLiteral("24h") << Q_INT64_C(86400);
        QTest::newRow("days") << QByteArrayLiteral("7d") << Q_INT64_C(604800);
        QTest::newRow("weeks") << QByteArrayLiteral("2w") << Q_INT64_C(1209600);
        QTest::newRow("two parts") << QByteArrayLiteral("1h 15m") << Q_INT64_C(4500);
        QTest::newRow("as people write") << QByteArrayLiteral("1 h 15 min") << Q_INT64_C(4500);
        for (const char *text :
             {"", "0s", "5", "h", "-5m", "5y", "1.5h", "99999999999999999999d"}) {
            QTest::newRow(qPrintable(u"refused: "_s + QString::fromLatin1(text)))
                << QByteArray(text) << Q_INT64_C(0);
        }
    }
    void readsDurations()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        const auto duration = parseDuration(text);
        QCOMPARE(duration.has_value(), seconds != 0);
        if (duration) {
            QCOMPARE(duration->count(), seconds * 1'000'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
