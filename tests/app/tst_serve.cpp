// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/program.h"
#include "tests/support/servedevents.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);

} // namespace

class ServeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itAnswersToTheLastPage();
    void equalSeedsAndEndsServeEqualBytes();
    void latencyDelaysEveryAnswer();
    void aTerminateSignalEndsItCleanly();
    void aTakenPortFails();
};

void ServeTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void ServeTest::itAnswersToTheLastPage()
{
    Program server(kProgram, {u"serve"_s, u"--port"_s, u"0"_s, u"--demo-events"_s, u"5000"_s});
    const QByteArray line = server.readOutputLine();
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    QCOMPARE(ready.size(), 3);
    QCOMPARE(ready.value(u"events"_s).toInt(), 5000);
    QCOMPARE(ready.value(u"api_key"_s).toString(), u"sk_test_playhead"_s);
    const QUrl url(ready.value(u"url"_s).toString());
    QVERIFY(
        QRegularExpression(
            u"^\\{\"url\":\"http://127\\.0\\.0\\.1:\\d+\",\"api_key\":\"[^\"]+\",\"events\":5000\\}\n$"_s)
            .match(QString::fromUtf8(line))
            .hasMatch());

    QCOMPARE(allServedEvents(url, "sk_test_playhead").size(), 5000);
    QUrl events(url);
    events.setPath(u"/events"_s);
    QCOMPARE(plainGet(events, "sk_wrong").status, 401);
    server.interrupt();
    const ProgramResult result = server.finish();
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.error, QByteArray());
}

void ServeTest::equalSeedsAndEndsServeEqualBytes()
{
    QList<QByteArray> streams[2];
    for (QList<QByteArray> &stream : streams) {
        Program server(kProgram,
                       {u"serve"_s,
                        u"--port"_s,
                        u"0"_s,
                        u"--demo-events"_s,
                        u"300"_s,
                        u"--seed"_s,
                        u"7"_s,
                        u"--end"_s,
                        QDate::currentDate().toString(Qt::ISODate)});
        const QJsonObject ready = QJsonDocument::fromJson(server.readOutputLine()).object();
        stream = allServedEvents(QUrl(ready.value(u"url"_s).toString()), "sk_test_playhead");
    }
    QCOMPARE(streams[0].size(), 300);
    QCOMPARE(streams[0], streams[1]);
}

void ServeTest::latencyDelaysEveryAnswer()
{
    Program server(
        kProgram,
        {u"serve"_s, u"--port"_s, u"0"_s, u"--demo-events"_s, u"10"_s, u"--latency"_s, u"300"_s});
    const QJsonObject ready = QJsonDocument::fromJson(server.readOutputLine()).object();
    QUrl url(ready.value(u"url"_s).toString());
    for (const auto &[path, status] : {std::pair(u"/events"_s, 200), std::pair(u"/none"_s, 404)}) {
        url.setPath(path);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(plainGet(url, "sk_test_playhead").status, status);
        QVERIFY2(timer.elapsed() >= 300, qPrintable(path));
    }
}

void ServeTest::aTerminateSignalEndsItCleanly()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no SIGTERM for other processes.");
#endif
    Program server(kProgram, {u"serve"_s, u"--port"_s, u"0"_s, u"--demo-events"_s, u"10"_s});
    QVERIFY(!server.readOutputLine().isEmpty());
    server.process().terminate();
    QCOMPARE(server.finish().exitCode, 0);
}

void ServeTest::aTakenPortFails()
{
    Program server(kProgram, {u"serve"_s, u"--port"_s, u"0"_s, u"--demo-events"_s, u"10"_s});
    const QJsonObject ready = QJsonDocument::fromJson(server.readOutputLine()).object();
    const int port = QUrl(ready.value(u"url"_s).toString()).port();
    const ProgramResult second = runProgram(kProgram,
                                            {u"serve"_s, u"--port"_s, QString::number(port)});
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.output, QByteArray());
    QCOMPARE(second.errorLines().size(), 1);
    QVERIFY(second.error.contains(QByteArray::number(port)));
}

QTEST_GUILESS_MAIN(ServeTest)
#include "tst_serve.moc"
