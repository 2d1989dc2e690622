// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/clock.h"
#include "tests/model/api/sampleevents.h"
#include "tests/model/api/stubstream.h"
#include "tests/support/program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);

/// `playhead fetch --follow` on a server in this process, whose events grow. Nothing here may block: the server would not
/// answer.
class Followed
{
public:
    Followed()
    {
        // Five old events, and two that are not settled yet.
        for (int i = 0; i < 5; ++i) {
            happen(i, now - 1h + i * 1min);
        }
        happen(10, now - 6s);
        happen(12, now - 2s);
        stream.date = now;
        answerAgain();
    }

    void answerAgain()
    {
        server.setFallback([this](const StubRequest &request) {
            // The program asks first, with HEAD, which stream this is.
            return request.target.startsWith("/events") ? stream.answer(request)
                                                        : StubAnswer{404, {}, {}, Travel::Whole};
        });
    }
    void happen(int number, Instant at)
    {
        const auto place = std::upper_bound(stream.events.begin(),
                                            stream.events.end(),
                                            at,
                                            [](Instant t, const StubStream::Event &event) {
                                                return t < event.createdAt;
                                            });
        stream.events.insert(place,
                             {sampleId(number), "user.created", {}, at, sampleEvent(number, at)});
    }

    void start(const QStringList &options) { run(QStringList{u"--follow"_s} + options); }
    void run(const QStringList &options)
    {
        output.clear();
        error.clear();
        program = std::make_unique<Program>(kProgram,
                                            QStringList{u"fetch"_s,
                                                        u"--data-dir"_s,
                                                        folder.filePath(u"data"_s),
                                                        u"--base-url"_s,
                                                        server.url().toString()}
                                                + options,
                                            "sk_test_secret");
    }
    bool hasLines(size_t count)
    {
        return QTest::qWaitFor([this, count] { return outputLines().size() >= count; }, 20'000);
    }
    bool hasSaid(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [this, &text] {
                error += program->process().readAllStandardError();
                return error.contains(text);
            },
            20'000);
    }
    std::vector<QByteArray> outputLines()
    {
        output += program->process().readAllStandardOutput();
        return linesOf(output);
    }
    static std::vector<QByteArray> linesOf(const QByteArray &text)
    {
        std::vector<QByteArray> lines;
        for (const QByteArray &line : text.split('\n')) {
            if (!line.isEmpty()) {
                lines.push_back(line);
            }
        }
        return lines;
    }
    static std::vector<QByteArray> linesIn(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? linesOf(file.readAll()) : std::vector<QByteArray>();
    }
    bool hasEnded()
    {
        const bool isOver =
            QTest::qWaitFor([this] { return program->process().state() == QProcess::NotRunning; },
                            20'000);
        error += program->process().readAllStandardError();
        output += program->process().readAllStandardOutput();
        return isOver;
    }
    int exitCode() { return program->process().exitCode(); }

    const Instant now = SystemClock().now();
    QTemporaryDir folder;
    StubServer server;
    StubStream stream;
    std::unique_ptr<Program> program;
    QByteArray output;
    QByteArray error;
};

} // namespace

class FetchFollowTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void writesWhatHasSettledUntilInterrupted();
    void writesAFileThatGetsItsNameAtTheEnd();
    void goesOnAfterADeadServer();
    void aRefusalEndsItWithWhatIsThere();
    void aRefusalGivesTheFileItsName();
    void anInterruptInTheFirstWriteKeepsTheRead();
    void followsBehindAnEvent();
    void aResumedReadLeavesNoGap();
    void anEndMakesNoSense_data();
    void anEndMakesNoSense();
};

void FetchFollowTest::writesWhatHasSettledUntilInterrupted()
{
    Followed f;
    f.start({u"--since"_s, u"2h"_s, u"--json-summary"_s});
    QVERIFY2(f.hasLines(5), f.error.constData());
    QCOMPARE(f.outputLines().size(), size_t(5));
    f.happen(11, f.now - 4s); // held back until now
    f.stream.date = f.now + 7s; // by the server's time all but the last are older than 10 s
    QVERIFY(f.hasLines(7));
    QCOMPARE(f.outputLines().size(), size_t(7));
    f.stream.date = f.now + 60s;
    f.happen(13, f.now + 55s);
    f.stream.events.push_back(f.stream.events.back()); // the server lists it twice
    QVERIFY(f.hasLines(8));
    f.program->interrupt();
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 130);
    std::vector<QByteArray> settled = f.stream.allRaw();
    settled.resize(settled.size() - 2); // the youngest is left to whoever goes on
    QCOMPARE(f.outputLines(), settled);
    const QByteArray last = Followed::linesOf(f.error).back();
    const QJsonObject summary = QJsonDocument::fromJson(last).object();
    QCOMPARE(summary.value(u"events"_s).toInt(), 8);
    QCOMPARE(summary.value(u"last_event_id"_s).toString().toLatin1(), sampleId(12));
    QVERIFY(summary.value(u"requests"_s).toInt() >= 4);
    QCOMPARE(summary.value(u"duplicates"_s).toInt(), 1);
}

void FetchFollowTest::writesAFileThatGetsItsNameAtTheEnd()
{
    Followed f;
    const QString path = f.folder.filePath(u"out.ndjson"_s);
    f.start({u"--since"_s, u"2h"_s, u"-o"_s, path});
    QTRY_COMPARE_WITH_TIMEOUT(Followed::linesIn(path + u".part"_s).size(), size_t(5), 20'000);
    f.stream.date = f.now + 60s;
    QTRY_COMPARE_WITH_TIMEOUT(Followed::linesIn(path + u".part"_s).size(), size_t(7), 20'000);
    QVERIFY(!QFile::exists(path));
    f.program->process().terminate();
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 130);
    QCOMPARE(Followed::linesIn(path), f.stream.allRaw());
    QVERIFY(!QFile::exists(path + u".part"_s));
    QCOMPARE(f.output, QByteArray());
}

void FetchFollowTest::goesOnAfterADeadServer()
{
    Followed f;
    f.start({u"--since"_s, u"2h"_s});
    QVERIFY(f.hasLines(5));
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{503, "{}", {}, Travel::Whole};
    });
    QVERIFY(f.hasSaid("Following goes on by itself."));
    f.stream.date = f.now + 60s;
    f.answerAgain();
    QVERIFY(f.hasSaid("The server answers again."));
    QVERIFY(f.hasLines(7));
    QCOMPARE(f.outputLines(), f.stream.allRaw());
    f.program->interrupt();
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 130);
    QCOMPARE(f.outputLines(), f.stream.allRaw());
}

void FetchFollowTest::aRefusalEndsItWithWhatIsThere()
{
    Followed f;
    f.start({u"--since"_s, u"2h"_s});
    QVERIFY(f.hasLines(5));
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{401, "{}", {}, Travel::Whole};
    });
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 3);
    QCOMPARE(f.outputLines().size(), size_t(5));
    QVERIFY2(f.error.contains("Events written: 5."), f.error.constData());
    QVERIFY2(f.error.contains("To go on: --after " + sampleId(4)), f.error.constData());
    QVERIFY(!f.error.contains("sk_test_secret"));
}

void FetchFollowTest::aRefusalGivesTheFileItsName()
{
    Followed f;
    const QString path = f.folder.filePath(u"out.ndjson"_s);
    f.start({u"--since"_s, u"2h"_s, u"-o"_s, path});
    QTRY_COMPARE_WITH_TIMEOUT(Followed::linesIn(path + u".part"_s).size(), size_t(5), 20'000);
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{401, "{}", {}, Travel::Whole};
    });
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 3);
    const std::vector<QByteArray> all = f.stream.allRaw();
    QCOMPARE(Followed::linesIn(path), std::vector<QByteArray>(all.begin(), all.begin() + 5));
    QVERIFY(!QFile::exists(path + u".part"_s));
    QVERIFY2(f.error.contains("To go on: --after " + sampleId(4) + ", with another -o."),
             f.error.constData());
}

void FetchFollowTest::anInterruptInTheFirstWriteKeepsTheRead()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no pipes with names in folders.");
#else
    Followed f;
    for (int i = 0; i < 300; ++i) {
        f.happen(100 + i, f.now - 50min + i * 1ms);
    }
    const QByteArray filler(40'000, 'x');
    for (StubStream::Event &event : f.stream.events) {
        event.raw.replace("\"data\":{", "\"data\":{\"filler\":\"" + filler + "\",");
    }
    f.stream.date = f.now + 60s;
    const QByteArray pipe = QFile::encodeName(f.folder.filePath(u"pipe"_s));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    const QStringList options{u"--since"_s, u"2h"_s};
    f.start(options + QStringList{u"-o"_s, QFile::decodeName(pipe)});
    QByteArray some(100'000, 0);
    QTRY_VERIFY_WITH_TIMEOUT(::read(reader, some.data(), 1) == 1, 20'000);
    f.program->interrupt();
    // It hears of the interrupt between two writes, 100 ms after it began at the earliest.
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY(since.hasExpired(300));
    QTRY_VERIFY_WITH_TIMEOUT((::read(reader, some.data(), some.size()),
                              f.program->process().state() == QProcess::NotRunning),
                             60'000);
    ::close(reader);
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 130);
    QVERIFY2(f.error.contains("Run the same command again"), f.error.constData());

    f.start(options);
    QVERIFY2(f.hasSaid("Going on with the read"), f.error.constData());
    QVERIFY(f.hasLines(307));
    f.program->interrupt();
    QVERIFY(f.hasEnded());
    QCOMPARE(f.outputLines(), f.stream.allRaw());
#endif
}

void FetchFollowTest::followsBehindAnEvent()
{
    Followed f;
    f.start({u"--after"_s, QString::fromLatin1(sampleId(2)), u"--org"_s, u"org_one"_s});
    for (StubStream::Event &event : f.stream.events) {
        event.organization = "org_one";
    }
    QVERIFY(f.hasLines(2));
    f.stream.date = f.now + 60s;
    QVERIFY(f.hasLines(4));
    f.program->interrupt();
    QVERIFY(f.hasEnded());
    const std::vector<QByteArray> all = f.stream.allRaw();
    QCOMPARE(f.outputLines(), std::vector<QByteArray>(all.begin() + 3, all.end()));
}

void FetchFollowTest::aResumedReadLeavesNoGap()
{
    Followed f;
    for (int i = 0; i < 150; ++i) {
        f.happen(100 + i, f.now - 50min + i * 1ms);
    }
    f.stream.date = f.now + 10min; // all has settled and counts as read completely
    f.server.setFallback([&f](const StubRequest &request) {
        return request.has(u"after"_s) ? StubAnswer{401, "{}", {}, Travel::Whole}
                                       : f.stream.answer(request);
    });
    f.run({u"--since"_s, u"2h"_s, u"--windows"_s, u"1"_s});
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 3);
    f.answerAgain();
    // Later another read covers what is newer, without what happened in between.
    const Instant later = std::chrono::ceil<std::chrono::milliseconds>(SystemClock().now());
    f.happen(300, later);
    f.happen(301, later + 10ms);
    QTRY_VERIFY(SystemClock().now() > later + 20ms);
    f.run({u"--since"_s, QString::fromLatin1(isoUtcMs(later + 5ms))});
    QVERIFY(f.hasEnded());
    QCOMPARE(f.exitCode(), 0);
    QCOMPARE(f.outputLines(), std::vector<QByteArray>{f.stream.allRaw().back()});

    f.start({u"--since"_s, u"2h"_s, u"--json-summary"_s});
    QVERIFY(f.hasLines(159));
    QVERIFY2(f.hasSaid("Going on with the read"), f.error.constData());
    f.program->interrupt();
    QVERIFY(f.hasEnded());
    QCOMPARE(f.outputLines(), f.stream.allRaw());
    const QByteArray last = Followed::linesOf(f.error).back();
    const QJsonObject summary = QJsonDocument::fromJson(last).object();
    QCOMPARE(summary.value(u"last_event_id"_s).toString().toLatin1(), sampleId(301));
}

void FetchFollowTest::anEndMakesNoSense_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("until") << QStringList{u"--until"_s, u"1h"_s};
    QTest::newRow("limit") << QStringList{u"--limit"_s, u"5"_s};
}

void FetchFollowTest::anEndMakesNoSense()
{
    QFETCH(const QStringList, options);
    const ProgramResult result = runProgram(kProgram,
                                            QStringList{u"fetch"_s, u"--follow"_s} + options,
                                            "sk_test_secret");
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.error.contains(options.constFirst().toLatin1()));
}

QTEST_GUILESS_MAIN(FetchFollowTest)
#include "tst_fetchfollow.moc"
