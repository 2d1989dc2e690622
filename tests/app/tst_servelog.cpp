// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/app/servedprogram.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

constexpr int kPatienceMs = 60'000;

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    QList<QByteArray> lines;
    if (file.open(QIODevice::ReadOnly)) {
        lines = file.readAll().split('\n');
    }
    // A log that is whole ends with a line's end.
    if (!lines.isEmpty() && lines.constLast().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

/// Without the times and the request's id, which stand last.
QByteArray repeatable(const QByteArray &line)
{
    return line.left(line.indexOf(",\"at\":"));
}

int numberOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line + '}').object().value(u"number"_s).toInt();
}

} // namespace

class ServeLogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void equalRunsWriteEqualLogs();
    void aLogIsWholeWhenTheServerIsEnded();
    void aLogGoesToStandardError();
    void aLogThatCannotBeWrittenFails();
    void aLogNeverOverwritesWhatIsRead_data();
    void aLogNeverOverwritesWhatIsRead();
    void aServerThatCannotStartKeepsTheLog();
    void aFullDiskStopsTheLogOnly();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QList<QByteArray> logOf(const QStringList &options) const;

    QTemporaryDir m_folder;
};

void ServeLogTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(m_folder.isValid());
}

/// What is repeatable of the log of a consumer that pages and asks a few wrong things.
QList<QByteArray> ServeLogTest::logOf(const QStringList &options) const
{
    const QString log = path(u"run.ndjson"_s);
    ServedProgram server(QStringList{u"--demo-events"_s,
                                     u"400"_s,
                                     u"--seed"_s,
                                     u"9"_s,
                                     u"--end"_s,
                                     QDate::currentDate().toString(Qt::ISODate),
                                     u"--request-log"_s,
                                     log}
                         + options);
    QString after;
    for (int i = 0; i < 60; ++i) {
        const PlainAnswer answer = server.get(u"limit=5"_s + after);
        const QString next = QJsonDocument::fromJson(answer.body)
                                 .object()
                                 .value(u"list_metadata"_s)
                                 .toObject()
                                 .value(u"after"_s)
                                 .toString();
        after = next.isEmpty() ? after : u"&after="_s + next;
    }
    server.get(u"limit=1000"_s);
    server.get(u"after=event_nowhere"_s);
    if (server.terminate().exitCode != 0) {
        return {};
    }
    QList<QByteArray> lines;
    for (const QByteArray &line : linesOf(log)) {
        lines.append(repeatable(line));
    }
    // An answer is logged when it has gone out; on another connection the next one may be there first.
    std::sort(lines.begin(), lines.end(), [](const QByteArray &a, const QByteArray &b) {
        return numberOf(a) < numberOf(b);
    });
    return lines;
}

void ServeLogTest::equalRunsWriteEqualLogs()
{
    const QStringList faults{u"--fault"_s, u"rate-limit=0.2"_s, u"--fault"_s, u"error-500=0.1"_s};
    const QList<QByteArray> first = logOf(faults);
    QCOMPARE(first.size(), 62);
    QVERIFY(first.constFirst().startsWith("{\"number\":1,"));
    QVERIFY(first.constLast().contains("event_nowhere"));
    QCOMPARE(logOf(faults), first);
    const auto limited = std::count_if(first.cbegin(), first.cend(), [](const QByteArray &line) {
        return line.contains("\"faults\":\"rate-limit");
    });
    QVERIFY(limited > 0 && limited < 62);
    QVERIFY(logOf(faults + QStringList{u"--fault-seed"_s, u"10"_s}) != first);
}

void ServeLogTest::aLogIsWholeWhenTheServerIsEnded()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no SIGTERM for other processes.");
#endif
    const QString log = path(u"ended.ndjson"_s);
    ServedProgram server({u"--demo-events"_s, u"300"_s, u"--request-log"_s, log});
    // Half of the clients have had an answer and keep their connection, the others have asked half a question.
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 16; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        QTcpSocket &client = *clients.back();
        client.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
        QVERIFY(client.waitForConnected(kPatienceMs));
        client.write("GET /events?limit=1 HTTP/1.1\r\nHost: 127.0.0.1:"
                     + QByteArray::number(server.url().port()) + "\r\n");
        if (i % 2 == 0) {
            client.write("Authorization: Bearer sk_test_playhead\r\n\r\n");
            QVERIFY(client.waitForReadyRead(kPatienceMs));
            QVERIFY(client.readAll().startsWith("HTTP/1.1 200"));
        }
        client.flush();
    }
    const ProgramResult result = server.terminate();
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.error, QByteArray());
    const QList<QByteArray> lines = linesOf(log);
    int answered = 0;
    for (const QByteArray &line : lines) {
        QJsonParseError error;
        const QJsonObject request = QJsonDocument::fromJson(line, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, line.constData());
        answered += request.value(u"status"_s).toInt() == 200 ? 1 : 0;
    }
    QCOMPARE(answered, 8);
}

void ServeLogTest::aLogGoesToStandardError()
{
    ServedProgram server({u"--demo-events"_s, u"10"_s, u"--request-log"_s, u"-"_s});
    QCOMPARE(server.get(u"limit=3"_s).status, 200);
    const QByteArray line = server.program().readErrorLine();
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    QCOMPARE(request.value(u"target"_s).toString(), u"/events?limit=3"_s);
    QCOMPARE(request.value(u"events"_s).toInt(), 3);
    QVERIFY(!line.contains("sk_test_playhead"));
    QCOMPARE(server.terminate().exitCode, 0);
}

void ServeLogTest::aLogThatCannotBeWrittenFails()
{
    const ProgramResult result = runProgram(
        QStringLiteral(PLAYHEAD_PROGRAM),
        {u"serve"_s, u"--port"_s, u"0"_s, u"--request-log"_s, path(u"no/such/folder"_s)});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.contains("--request-log"), result.error.constData());
}

void ServeLogTest::aLogNeverOverwritesWhatIsRead_data()
{
    QTest::addColumn<QString>("log");
    QTest::newRow("the capture") << u"./precious.ndjson"_s;
    QTest::newRow("a hard link to it") << u"link.ndjson"_s;
    QTest::newRow("the configuration") << u"serve.json"_s;
}

void ServeLogTest::aLogNeverOverwritesWhatIsRead()
{
    QFETCH(const QString, log);
    const QString capture = path(u"precious.ndjson"_s);
    const QByteArray event = captureEvent(1, QDateTime::currentDateTimeUtc(), 0);
    QVERIFY(writeCapture(capture, {event}));
    QFile::remove(path(u"link.ndjson"_s));
    std::filesystem::create_hard_link(QFileInfo(capture).filesystemFilePath(),
                                      QFileInfo(path(u"link.ndjson"_s)).filesystemFilePath());
    const QByteArray config = R"({"data":["precious.ndjson"]})";
    QVERIFY(writeCapture(path(u"serve.json"_s), {config}));
    const ProgramResult result = runProgram(QStringLiteral(PLAYHEAD_PROGRAM),
                                            {u"serve"_s,
                                             u"--port"_s,
                                             u"0"_s,
                                             u"--config"_s,
                                             path(u"serve.json"_s),
                                             u"--request-log"_s,
                                             path(log)});
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QCOMPARE(linesOf(capture), QList<QByteArray>{event});
    QCOMPARE(linesOf(path(u"serve.json"_s)), QList<QByteArray>{config});
}

void ServeLogTest::aServerThatCannotStartKeepsTheLog()
{
    const QString log = path(u"kept.ndjson"_s);
    ServedProgram first({u"--demo-events"_s, u"10"_s, u"--request-log"_s, log});
    QCOMPARE(first.get(u"limit=1"_s).status, 200);
    QTRY_COMPARE(linesOf(log).size(), 1);
    const ProgramResult second = runProgram(QStringLiteral(PLAYHEAD_PROGRAM),
                                            {u"serve"_s,
                                             u"--port"_s,
                                             QString::number(first.url().port()),
                                             u"--demo-events"_s,
                                             u"10"_s,
                                             u"--request-log"_s,
                                             log});
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(first.get(u"limit=2"_s).status, 200);
    QCOMPARE(first.terminate().exitCode, 0);
    const QList<QByteArray> lines = linesOf(log);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith("{\"number\":1,") && lines[1].startsWith("{\"number\":2,"));

    // A server that starts begins it anew, even when nobody asks it anything.
    ServedProgram third({u"--demo-events"_s, u"10"_s, u"--request-log"_s, log});
    QCOMPARE(third.events(), 10);
    QTRY_COMPARE(linesOf(log).size(), 0);
}

void ServeLogTest::aFullDiskStopsTheLogOnly()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("There is no /dev/full here.");
    }
    ServedProgram server({u"--demo-events"_s, u"10"_s, u"--request-log"_s, u"/dev/full"_s});
    QCOMPARE(server.get().status, 200);
    QCOMPARE(server.get().status, 200);
    const ProgramResult result = server.terminate();
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.contains("/dev/full") && result.error.contains("after line 0"),
             result.error.constData());
}

QTEST_GUILESS_MAIN(ServeLogTest)
#include "tst_servelog.moc"
