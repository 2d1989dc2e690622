// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/clock.h"
#include "model/core/json.h"
#include "model/server/demostream.h"
#include "tests/app/servedprogram.h"

#include <QDateTime>
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

QTEST_GUILESS_MAIN(ServeCapturesTest)
#include "tst_servecaptures.moc"
