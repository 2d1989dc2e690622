// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/serveddemo.h"
#include "tests/support/servedevents.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);
constexpr int kEvents = 3000;

} // namespace

/// `playhead fetch` that cannot begin, breaks off, and goes on.
class FetchBreaksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whatCannotBeginSaysSoInOneLine_data();
    void whatCannotBeginSaysSoInOneLine();
    void killedAndStartedAgainEndsTheSame();
    void interruptedAndStartedAgainEndsTheSame();
    void aDeadServerLeavesWhatIsComplete();
    void aSecondWriterIsRefused();
    void aClosedOutputIsAFailure();
    void aFullDiskIsAFailureWithItsSummary();
    void aStoreThatCannotBeMadeLeavesNothing();

private:
    QStringList command(const QUrl &url, const QStringList &options = {}) const;
    /// Waits until the fetch that writes into the data folder has stored events.
    bool hasStored() const;

    std::unique_ptr<ServedDemo> m_server; ///< Answers slowly.
    QList<QByteArray> m_served;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void FetchBreaksTest::initTestCase()
{
    m_server = std::make_unique<ServedDemo>(kProgram,
                                            QStringList{u"--demo-events"_s,
                                                        QString::number(kEvents),
                                                        u"--latency"_s,
                                                        u"60"_s});
    QVERIFY(m_server->url().isValid());
    m_served = allServedEvents(m_server->url(), ServedDemo::kKey);
    QCOMPARE(m_served.size(), kEvents);
}

void FetchBreaksTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"out.ndjson"_s);
}

QStringList FetchBreaksTest::command(const QUrl &url, const QStringList &options) const
{
    return QStringList{u"fetch"_s,
                       u"--data-dir"_s,
                       m_folder->filePath(u"data"_s),
                       u"--base-url"_s,
                       url.toString(),
                       u"--since"_s,
                       u"90d"_s,
                       u"-o"_s,
                       m_file}
           + options;
}

bool FetchBreaksTest::hasStored() const
{
    return QTest::qWaitFor(
        [this] { return isAnywhereBelow(m_folder->filePath(u"data/events"_s), "\"event_"); },
        30'000);
}

void FetchBreaksTest::whatCannotBeginSaysSoInOneLine_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    const QString url = m_server->url().toString();
    QTest::newRow("wrong key") << QByteArray("sk_wrong") << QStringList{u"--base-url"_s, url} << 3;
    QTest::newRow("no key") << QByteArray() << QStringList{u"--base-url"_s, url} << 2;
    QTest::newRow("key of two words")
        << QByteArray("sk a") << QStringList{u"--base-url"_s, url} << 2;
    QTest::newRow("unknown environment")
        << ServedDemo::kKey << QStringList{u"--env"_s, u"Nowhere"_s} << 2;
    QTest::newRow("nobody listens")
        << ServedDemo::kKey << QStringList{u"--base-url"_s, u"http://127.0.0.1:1"_s} << 1;
    QTest::newRow("range ends before it starts")
        << ServedDemo::kKey
        << QStringList{u"--base-url"_s, url, u"--since"_s, u"1d"_s, u"--until"_s, u"2d"_s} << 2;
    QTest::newRow("no such folder")
        << ServedDemo::kKey
        << QStringList{u"--base-url"_s, url, u"-o"_s, u"/nonexistent/out.ndjson"_s} << 1;
    QTest::newRow("output is a folder")
        << ServedDemo::kKey << QStringList{u"--base-url"_s, url, u"-o"_s, u"/"_s} << 1;
    QTest::newRow("unknown event")
        << ServedDemo::kKey
        << QStringList{u"--base-url"_s, url, u"--after"_s, u"event_01NOSUCHEVENT"_s} << 1;
}

void FetchBreaksTest::whatCannotBeginSaysSoInOneLine()
{
    QFETCH(QByteArray, key);
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    const ProgramResult result =
        runProgram(kProgram,
                   QStringList{u"fetch"_s, u"--data-dir"_s, m_folder->filePath(u"data"_s)}
                       + options,
                   key);
    QCOMPARE(result.exitCode, exitCode);
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errorLines().size() == 1, result.error.constData());
    QVERIFY(result.error.startsWith("playhead: "));
    QVERIFY(key.isEmpty() || !result.error.contains(key));
}

void FetchBreaksTest::killedAndStartedAgainEndsTheSame()
{
    {
        Program broken(kProgram, command(m_server->url()), ServedDemo::kKey);
        QVERIFY(hasStored());
        broken.process().kill();
        QCOMPARE(broken.finish().exitCode, -1);
    }
    QVERIFY(!QFile::exists(m_file));
    const ProgramResult again = runProgram(kProgram,
                                           command(m_server->url(), {u"--json-summary"_s}),
                                           ServedDemo::kKey);
    QCOMPARE(again.exitCode, 0);
    QVERIFY2(again.errorLines().constFirst().contains("Going on"), again.error.constData());
    QCOMPARE(contentOf(m_file), m_served.join('\n') + '\n');
    QVERIFY(!QFile::exists(m_file + u".part"_s));
    const QJsonObject summary = QJsonDocument::fromJson(again.errorLines().constLast()).object();
    QCOMPARE(summary.value(u"events"_s).toInt(), kEvents);
    QCOMPARE(summary.value(u"duplicates"_s).toInt(-1), 0);
}

void FetchBreaksTest::interruptedAndStartedAgainEndsTheSame()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no SIGINT for other processes.");
#endif
    Program broken(kProgram, command(m_server->url()), ServedDemo::kKey);
    QVERIFY(hasStored());
    broken.interrupt();
    const ProgramResult result = broken.finish();
    QCOMPARE(result.exitCode, 130);
    QVERIFY2(result.errorLines().constLast().contains("again"), result.error.constData());
    QVERIFY(!QFile::exists(m_file));
    const QList<QByteArray> part = linesOf(contentOf(m_file + u".part"_s));
    QCOMPARE(part, m_served.first(part.size()));

    const ProgramResult again = runProgram(kProgram, command(m_server->url()), ServedDemo::kKey);
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.error.contains("Going on"));
    QCOMPARE(contentOf(m_file), m_served.join('\n') + '\n');
}

void FetchBreaksTest::aDeadServerLeavesWhatIsComplete()
{
    ServedDemo server(kProgram,
                      {u"--demo-events"_s, QString::number(kEvents), u"--latency"_s, u"60"_s});
    const QList<QByteArray> served = allServedEvents(server.url(), ServedDemo::kKey);
    Program broken(kProgram, command(server.url(), {u"--json-summary"_s}), ServedDemo::kKey);
    QVERIFY(hasStored());
    server.kill();
    const ProgramResult result = broken.finish();
    QCOMPARE(result.exitCode, 1);
    const QList<QByteArray> lines = result.errorLines();
    QVERIFY2(lines.size() == 3, result.error.constData());
    QVERIFY(lines.at(1).contains("again to go on"));
    const QJsonObject summary = QJsonDocument::fromJson(lines.at(2)).object();
    const int kept = summary.value(u"events"_s).toInt();
    const QList<QByteArray> part = linesOf(contentOf(m_file + u".part"_s));
    QCOMPARE(part.size(), kept);
    QCOMPARE(part, served.first(kept));
    // Going on after it misses nothing: it names the last event of the file, not one that only the store has.
    const QJsonObject last = QJsonDocument::fromJson(part.constLast()).object();
    QCOMPARE(summary.value(u"last_event_id"_s), last.value(u"id"_s));
}

void FetchBreaksTest::aSecondWriterIsRefused()
{
    Program first(kProgram, command(m_server->url()), ServedDemo::kKey);
    QVERIFY(hasStored());
    const QString file = m_folder->filePath(u"second.ndjson"_s);
    QFile left(m_folder->filePath(u"third.ndjson.part"_s));
    QVERIFY(left.open(QFile::WriteOnly) && left.write("of a read that broke off\n") > 0);
    left.close();
    const ProgramResult second = runProgram(kProgram,
                                            command(m_server->url()).replaceInStrings(m_file, file),
                                            ServedDemo::kKey);
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.errorLines().size() == 1, second.error.constData());
    QVERIFY2(second.error.contains(QByteArray::number(first.process().processId())),
             second.error.constData());
    QVERIFY(!QFile::exists(file) && !QFile::exists(file + u".part"_s));
    const ProgramResult third = runProgram(
        kProgram,
        command(m_server->url()).replaceInStrings(m_file, m_folder->filePath(u"third.ndjson"_s)),
        ServedDemo::kKey);
    QCOMPARE(third.exitCode, 1);
    QCOMPARE(contentOf(left.fileName()), "of a read that broke off\n");
    QCOMPARE(first.finish().exitCode, 0);
    QCOMPARE(contentOf(m_file), m_served.join('\n') + '\n');
}

void FetchBreaksTest::aClosedOutputIsAFailure()
{
#ifdef Q_OS_WIN
    QSKIP("The shell below is POSIX.");
#endif
    QStringList words = command(m_server->url());
    words.removeLast();
    words.removeLast();
    const QString line = u"\"$0\" \"$@\" | true; exit ${PIPESTATUS[0]}"_s;
    const ProgramResult result = runProgram(u"/bin/bash"_s,
                                            QStringList{u"-c"_s, line, kProgram} + words,
                                            ServedDemo::kKey);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errorLines().size() == 2, result.error.constData());
}

void FetchBreaksTest::aFullDiskIsAFailureWithItsSummary()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("This system has no /dev/full.");
    }
    QStringList words = command(m_server->url(), {u"--limit"_s, u"10"_s, u"--json-summary"_s});
    words.replaceInStrings(m_file, u"/dev/full"_s);
    const ProgramResult result = runProgram(kProgram, words, ServedDemo::kKey);
    QCOMPARE(result.exitCode, 1);
    const QList<QByteArray> lines = result.errorLines();
    QVERIFY2(lines.size() == 3, result.error.constData());
    QVERIFY2(lines.at(0).contains("full"), result.error.constData());
    QCOMPARE(QJsonDocument::fromJson(lines.at(2)).object().value(u"events"_s).toInt(), 10);
}

void FetchBreaksTest::aStoreThatCannotBeMadeLeavesNothing()
{
    const QStringList words = command(m_server->url(), {u"--limit"_s, u"10"_s});
    const QString data = words.at(words.indexOf(u"--data-dir"_s) + 1);
    QVERIFY(QDir().mkpath(data));
    QFile inTheWay(data + u"/events"_s);
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    const ProgramResult result = runProgram(kProgram, words, ServedDemo::kKey);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errorLines().size() == 1, result.error.constData());
    QVERIFY(!QFile::exists(m_file + u".part"_s));
    QVERIFY(inTheWay.remove());
    // A new read, not one that goes on.
    const ProgramResult again = runProgram(kProgram, words, ServedDemo::kKey);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.error, QByteArray());
}

QTEST_GUILESS_MAIN(FetchBreaksTest)
#include "tst_fetchbreaks.moc"
