// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/clock.h"
#include "model/core/json.h"
#include "model/server/demostream.h"
#include "tests/app/servedprogram.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

QList<QByteArray> demoEvents(quint32 count)
{
    QList<QByteArray> events;
    const Instant now = std::chrono::floor<std::chrono::milliseconds>(SystemClock().now());
    for (const QByteArray &event : makeDemoStream({7, count, now})) {
        events.append(event);
    }
    return events;
}

/// The events of a page as they stand in it.
QList<QByteArray> eventsOf(const PlainAnswer &answer)
{
    QList<QByteArray> events;
    if (const auto slices = arrayMemberSlices(answer.body, "data")) {
        for (const QByteArrayView slice : *slices) {
            events.append(slice.toByteArray());
        }
    }
    return events;
}

QString idOf(const QByteArray &event)
{
    return QJsonDocument::fromJson(event).object().value(u"id"_s).toString();
}

} // namespace

class ServeCapturesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCaptureIsServedToTheByte();
    void capturesAreMergedEachIdOnce();
    void whatIsLeftOutIsTold();
    void whatCannotBeReadFails_data();
    void whatCannotBeReadFails();
    void anEndGoesBackFromNow();
    void eventsArriveAsTimeGoesOn();
    void aSwitchAndAHoldBackCount();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void ServeCapturesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(m_folder.isValid());
}

void ServeCapturesTest::aCaptureIsServedToTheByte()
{
    const QList<QByteArray> events = demoEvents(700);
    QVERIFY(writeCapture(path(u"all.ndjson"_s), events));
    ServedProgram server({u"--data"_s, path(u"all.ndjson"_s)});
    QCOMPARE(server.events(), 700);
    QCOMPARE(server.allEvents(), events);
    const ProgramResult result = server.terminate();
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.error, QByteArray());
}

void ServeCapturesTest::capturesAreMergedEachIdOnce()
{
    const QList<QByteArray> events = demoEvents(300);
    QList<QByteArray> even;
    QList<QByteArray> odd;
    for (qsizetype i = 0; i < events.size(); ++i) {
        (i % 2 == 0 ? even : odd).append(events[i]);
    }
    odd.append(even.constFirst()); // once in each
    QVERIFY(writeCapture(path(u"even.ndjson"_s), even));
    QVERIFY(writeCapture(path(u"odd.ndjson"_s), odd));
    ServedProgram server({u"--data"_s, path(u"odd.ndjson"_s), u"--data"_s, path(u"even.ndjson"_s)});
    QCOMPARE(server.events(), 300);
    QCOMPARE(server.allEvents(), events);
    const ProgramResult result = server.terminate();
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.contains("once: 1"), result.error.constData());
}

void ServeCapturesTest::whatIsLeftOutIsTold()
{
    QVERIFY(writeCapture(path(u"part.ndjson"_s),
                         {captureEvent(1, QDateTime::currentDateTimeUtc(), 5), "{\"id\":", "[]"}));
    ServedProgram server({u"--data"_s, path(u"part.ndjson"_s)});
    QCOMPARE(server.events(), 1);
    const ProgramResult result = server.terminate();
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.contains("part.ndjson: "), result.error.constData());
    QVERIFY2(result.error.contains("line 2"), result.error.constData());
}

void ServeCapturesTest::whatCannotBeReadFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such file") << u"nowhere.ndjson"_s;
    QTest::newRow("a folder") << u"."_s;
    QTest::newRow("not one event") << u"empty.ndjson"_s;
}

void ServeCapturesTest::whatCannotBeReadFails()
{
    QFETCH(QString, name);
    QVERIFY(writeCapture(path(u"empty.ndjson"_s), {"", "{}"}));
    const ProgramResult result =
        runProgram(QStringLiteral(PLAYHEAD_PROGRAM),
                   {u"serve"_s, u"--port"_s, u"0"_s, u"--data"_s, path(name)});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.startsWith("playhead: "), result.error.constData());
}

void ServeCapturesTest::anEndGoesBackFromNow()
{
    ServedProgram server({u"--demo-events"_s, u"50"_s, u"--end"_s, u"24h"_s});
    const QList<QByteArray> newest = eventsOf(server.get(u"limit=1&order=desc"_s));
    QCOMPARE(newest.size(), 1);
    const QString time =
        QJsonDocument::fromJson(newest.constFirst()).object().value(u"created_at"_s).toString();
    const qint64 ago =
        QDateTime::fromString(time, Qt::ISODateWithMs).secsTo(QDateTime::currentDateTimeUtc());
    QVERIFY2(ago >= 86'400 && ago < 86'400 + 600, qPrintable(time));
}

void ServeCapturesTest::eventsArriveAsTimeGoesOn()
{
    // A day passes in 86 s: the first of its events come within the first second, the newest when the test is long over.
    constexpr qint64 kDay = 86'400;
    const QDateTime end = QDateTime::currentDateTimeUtc();
    const QList<QByteArray> events{captureEvent(1, end, kDay + 600),
                                   captureEvent(2, end, kDay + 60),
                                   captureEvent(3, end, kDay - 300),
                                   captureEvent(4, end, kDay - 600),
                                   captureEvent(5, end, kDay - 900),
                                   captureEvent(6, end, 0)};
    QVERIFY(writeCapture(path(u"day.ndjson"_s), events));
    ServedProgram server(
        {u"--data"_s, path(u"day.ndjson"_s), u"--arrive"_s, u"24h"_s, u"--speed"_s, u"1000"_s});
    QCOMPARE(server.events(), 6);

    QList<QByteArray> seen;
    QDeadlineTimer patience(60'000);
    while (seen.size() < 5 && !patience.hasExpired()) {
        const PlainAnswer page = server.get(seen.isEmpty() ? QString()
                                                           : u"after="_s + idOf(seen.constLast()));
        QCOMPARE(page.status, 200);
        seen += eventsOf(page);
    }
    QCOMPARE(seen, events.first(5));
}

void ServeCapturesTest::aSwitchAndAHoldBackCount()
{
    const QDateTime end = QDateTime::currentDateTimeUtc();
    const QList<QByteArray> events{captureEvent(1, end, 3600), captureEvent(2, end, 0)};
    QVERIFY(writeCapture(path(u"two.ndjson"_s), events));
    const QStringList source{u"--data"_s, path(u"two.ndjson"_s)};
    ServedProgram plain(source);
    QCOMPARE(eventsOf(plain.get(u"order=desc"_s)), (QList<QByteArray>{events[1], events[0]}));
    // The server's clock starts 61 s after the newest event.
    ServedProgram server(source + QStringList{u"--hold-back"_s, u"1800"_s});
    QCOMPARE(eventsOf(server.get()), events.first(1));
    ServedProgram stubborn(source + QStringList{u"--switch"_s, u"order=ignore"_s});
    QCOMPARE(eventsOf(stubborn.get(u"order=desc"_s)), events);
}

QTEST_GUILESS_MAIN(ServeCapturesTest)
#include "tst_servecaptures.moc"
