// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "model/events/typecatalogue.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

Result<Command> parsed(const char *line)
{
    static const TypeCatalogue catalogue = *TypeCatalogue::load();
    return parseCommandLine(words(line), catalogue);
}

template<typename Arguments>
Arguments taken(const char *line)
{
    const Result<Command> command = parsed(line);
    if (!command) {
        qCritical("%s", qPrintable(command.error().message));
        return {};
    }
    return std::get<Arguments>(*command);
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingOpensTheWindow();
    void globalOptionsStandBeforeOrAfterTheVerb();
    void typesAreExpandedOnce();
    void aSpanAndItsEqualAreOneQuery();
    void cursorPlace();
    void serveTakesItsNumbers();
    void refusals_data();
    void refusals();
};

void CommandLineTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void CommandLineTest::nothingOpensTheWindow()
{
    QCOMPARE(taken<WindowArguments>(""), WindowArguments());
    QCOMPARE(taken<WindowArguments>("--demo --data-dir /tmp/x"),
             (WindowArguments{u"/tmp/x"_s, {}, true}));
    QCOMPARE(taken<WindowArguments>("--env Staging"), (WindowArguments{{}, u"Staging"_s, false}));
}

void CommandLineTest::globalOptionsStandBeforeOrAfterTheVerb()
{
    const FetchArguments after = taken<FetchArguments>(
        "fetch --data-dir d --env Staging --limit 5");
    QCOMPARE(after.dataFolder, u"d"_s);
    QCOMPARE(after.environment, u"Staging"_s);
    QCOMPARE(after.limit, quint64(5));
    QVERIFY(after.baseUrl.isEmpty());
    QCOMPARE(taken<FetchArguments>("--data-dir d --env Staging fetch --limit 5"), after);
    QCOMPARE(taken<FetchArguments>("--data-dir=d --env=Staging fetch --limit=5"), after);
    // A value may look like a verb.
    QCOMPARE(taken<FetchArguments>("--data-dir serve fetch").dataFolder, u"serve"_s);
}

void CommandLineTest::typesAreExpandedOnce()
{
    const FetchArguments fetch = taken<FetchArguments>(
        "fetch --type dsync.group.*,user.created --type dsync.group.created,new.type");
    QVERIFY(fetch.types.contains("dsync.group.user_added"));
    QVERIFY(fetch.types.contains("new.type"));
    QCOMPARE(fetch.types.count("dsync.group.created"), 1);
    QVERIFY(std::is_sorted(fetch.types.cbegin(), fetch.types.cend()));
    QCOMPARE(fetch.baseUrl, QUrl(u"https://api.workos.com"_s));
}

void CommandLineTest::aSpanAndItsEqualAreOneQuery()
{
    const auto days = taken<FetchArguments>("fetch --since 7d").since;
    const auto hours = taken<FetchArguments>("fetch --since 168h").since;
    QVERIFY(days && hours);
    QCOMPARE(days->canonical(), hours->canonical());
    const Instant now = instantFromUs(1'700'000'000'000'000);
    QCOMPARE(days->at(now), now - std::chrono::days(7));
    const auto moment = taken<FetchArguments>("fetch --since 2026-11-22T14:00+01:00").since;
    QVERIFY(moment && !moment->isRelative());
    QCOMPARE(isoUtcMs(moment->at(now)), "2026-11-22T13:00:00.000Z");
}

void CommandLineTest::cursorPlace()
{
    const FetchArguments cursor = taken<FetchArguments>(
        "fetch --env Staging --after cursor:billing-sync");
    QCOMPARE(cursor.afterCursor, u"billing-sync"_s);
    QVERIFY(cursor.after.isEmpty());
    QCOMPARE(taken<FetchArguments>("fetch --after event_01H --until 1h").after,
             EventId("event_01H"));
}

void CommandLineTest::serveTakesItsNumbers()
{
    QCOMPARE(taken<ServeArguments>("serve"), ServeArguments());
    const ServeArguments serve = taken<ServeArguments>(
        "serve --port 0 --demo-events 500 --seed 18446744073709551615 --latency 20 --end 2026-01-02");
    QCOMPARE(serve.port, quint16(0));
    QCOMPARE(serve.demoEvents, 500U);
    QCOMPARE(serve.seed, std::numeric_limits<quint64>::max());
    QCOMPARE(serve.latencyMs, 20);
    QVERIFY(serve.end);
}

void CommandLineTest::refusals_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *line, const char *told) {
        QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(told);
    };
    row("frob", "'frob'");
    row("fetsh", "Did you mean fetch?");
    row("capture.ndjson", "no verb");
    row("export", "'export'");
    row("--frob", "--frob");
    row("--demo fetch", "fetch");
    row("--demo --env X", "--env");
    row("--data-dir", "--data-dir");
    row("fetch --sinse 7d", "Did you mean --since?");
    row("fetch --windows 3", "--windows");
    row("fetch --rate 3", "--rate");
    row("fetch extra", "'extra'");
    row("fetch --since", "since");
    row("fetch --since=", "--since");
    row("fetch --since yesterdy", "--since");
    row("fetch --since 2026-02-30", "--since");
    row("fetch --since 1d --since 2d", "more than once");
    row("fetch --until soon", "--until");
    row("fetch --after event_1 --since 1d", "--after");
    row("fetch --after cursor:x", "--env");
    row("fetch --after cursor: --env A", "name");
    row("fetch --env A --base-url http://127.0.0.1:1", "--base-url");
    row("fetch --base-url http://example.com", "--base-url");
    row("fetch --base-url nonsense", "--base-url");
    row("fetch --limit 0", "--limit");
    row("fetch --limit 1.5", "--limit");
    row("fetch --limit -1", "--limit");
    row("fetch --type a,,b", "event type");
    row("fetch --type nothing.like.*", "nothing.like.*");
    row("fetch --json-summary=yes", "json-summary");
    row("fetch --port 1", "--port");
    row("serve --port 70000", "--port");
    row("serve --port x", "--port");
    row("serve --demo-events 0", "--demo-events");
    row("serve --demo-events 9999999", "--demo-events");
    row("serve --latency -1", "--latency");
    row("serve --end never", "--end");
    row("serve --data f.ndjson", "--data");
    row("serve --fault 500=0.1", "--fault");
    row("serve --env A", "--env");
    row("--env A serve", "--env");
}

void CommandLineTest::refusals()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, told);
    const Result<Command> command = parsed(line.constData());
    QVERIFY(!command);
    QCOMPARE(command.error().code, ErrorCode::WrongUsage);
    QVERIFY2(command.error().message.contains(told), qPrintable(command.error().message));
    QVERIFY(!command.error().message.contains(u'\n'));
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
