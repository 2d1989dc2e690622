// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The child: reads the fixture's range into the folder, as `--read FOLDER URL NOW` says, until it is killed or done.
int readAsChild(QCoreApplication &application)
{
    const QStringList arguments = application.arguments();
    const TypeCatalogue catalogue = *TypeCatalogue::load();
    const Instant now = *tryParseIsoInstant(arguments.at(4).toLatin1());
    const FixedClock clock(now);
    EventFeed feed(catalogue, clock);
    QObject::connect(&feed, &EventFeed::progressChanged, &application, [&feed] {
        if (!feed.progress().isActive()) {
            QCoreApplication::exit(feed.progress().state == FetchState::Done ? 0 : 1);
        }
    });
    QObject::connect(&feed, &EventFeed::openFailed, &application, [] {
        QCoreApplication::exit(2);
    });
    feed.open({u"store"_s, arguments.at(2), {QUrl(arguments.at(3)), "sk_test_secret"}});
    FetchQuery query;
    query.scope.range = {now - 89 * 24h, now};
    feed.fetch(query);
    return QCoreApplication::exec();
}

} // namespace

class TestKilledRead : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void endsWithTheSameEvents();
};

void TestKilledRead::endsWithTheSameEvents()
{
    FeedFixture f;
    f.stream = StubStream::even(1800, f.now - 88 * 24h, 1h);
    f.stream.date = f.now + 61s;
    quint64 killAt = 0;
    QProcess child;
    f.server.setFallback([&](const StubRequest &request) {
        if (request.number == killAt) {
            child.kill(); // SIGKILL on Unix
        }
        return f.stream.answer(request);
    });
    const QStringList arguments{u"--read"_s,
                                f.folder.path(),
                                f.server.url().toString(),
                                QString::fromLatin1(isoUtcExact(f.now))};
    int kills = 0;
    for (const quint64 pages : {1, 2, 5, 3, 4, 1000}) {
        killAt = quint64(f.server.requests().size()) + pages;
        QSignalSpy finished(&child, &QProcess::finished);
        child.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(finished.wait(30'000));
        kills += child.exitStatus() == QProcess::CrashExit ? 1 : 0;
    }
    QCOMPARE(kills, 5);
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);

    QVERIFY(f.open());
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 4 && qstrcmp(argv[1], "--read") == 0) {
        return readAsChild(application);
    }
    TestKilledRead test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedread.moc"
