// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/commands/cursorverb.h"
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

Result<Command> parsed(const QByteArray &line)
{
    static const TypeCatalogue catalogue = *TypeCatalogue::load();
    return parseCommandLine(words(line.constData()), catalogue);
}

template<typename Arguments>
Arguments taken(const QByteArray &line)
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
    void filesAreCaptures();
    void globalOptionsStandBeforeOrAfterTheVerb();
    void typesAreExpandedOnce();
    void aSpanAndItsEqualAreOneQuery();
    void fetchTakesItsPace();
    void cursorPlace();
    void cursorVerbsTakeTheirWords();
    void serveTakesItsNumbers();
    void serveTakesItsSourceAndFaults();
    void theHelpOfServeHoldsEachFaultAndSwitch();
    void exportKnowsItsFormat_data();
    void exportKnowsItsFormat();
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
             (WindowArguments{u"/tmp/x"_s, {}, true, {}}));
    QCOMPARE(taken<WindowArguments>("--env Staging"),
             (WindowArguments{{}, u"Staging"_s, false, {}}));
}

void CommandLineTest::filesAreCaptures()
{
    const QStringList files{u"a.ndjson"_s, u"./missing"_s, u"dir/b"_s};
    QCOMPARE(taken<WindowArguments>("a.ndjson ./missing dir/b").captures, files);
    QCOMPARE(taken<WindowArguments>("--env Staging a.ndjson ./missing dir/b"),
             (WindowArguments{{}, u"Staging"_s, false, files}));
    QVERIFY(taken<ShowText>("--help").text.contains(u"CAPTURE"_s));
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

void CommandLineTest::fetchTakesItsPace()
{
    const FetchArguments usual = taken<FetchArguments>("fetch");
    QCOMPARE(usual.windows, 6);
    QVERIFY(!usual.rate);
    const FetchArguments fetch = taken<FetchArguments>("fetch --windows 16 --rate 0");
    QCOMPARE(fetch.windows, 16);
    QCOMPARE(fetch.rate, 0);
    QCOMPARE(taken<FetchArguments>("fetch --rate=40 --windows=1").rate, 40);
    const QString help = taken<ShowText>("fetch --help").text;
    QVERIFY(help.contains(u"--windows N"_s) && help.contains(u"--rate N"_s));
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

void CommandLineTest::cursorVerbsTakeTheirWords()
{
    const CursorArguments move = taken<CursorArguments>(
        "--env Staging cursor rewind billing-sync --back 100 --yes");
    QCOMPARE(move.verb, u"rewind"_s);
    QCOMPARE(move.given.positional(), QStringList{u"billing-sync"_s});
    QCOMPARE(move.given.value(u"env"_s), std::optional(u"Staging"_s));
    QVERIFY(move.given.has(u"yes"_s));
    QVERIFY(!move.given.value(u"yes"_s)); // a switch
    QCOMPARE(taken<CursorArguments>("cursor --env Staging rewind billing-sync --back 100 --yes"),
             move);
    const QString overview = taken<ShowText>("cursor --help").text;
    for (const CursorVerb &verb : cursorVerbs()) {
        QVERIFY2(overview.contains(u"  "_s + verb.name), qPrintable(verb.name));
        const QString help = taken<ShowText>("cursor " + verb.name.toUtf8() + " --help").text;
        QVERIFY(help.startsWith(u"usage: playhead cursor "_s + verb.name + u" --env NAME"_s));
        for (const OptionRow &option : verb.options) {
            QVERIFY2(help.contains(spelledOption(option.name)), qPrintable(option.name));
        }
    }
}

void CommandLineTest::serveTakesItsNumbers()
{
    QCOMPARE(taken<ServeArguments>("serve"), ServeArguments());
    const ServePlan plan =
        taken<ServeArguments>(
            "serve --port 0 --demo-events 500 --seed 18446744073709551615 --latency 20 --end 2026-01-02")
            .plan;
    QCOMPARE(plan.port, quint16(0));
    QCOMPARE(plan.demoEvents, 500U);
    QCOMPARE(plan.seed, std::numeric_limits<quint64>::max());
    QCOMPARE(plan.faults.seed, plan.seed);
    QCOMPARE(plan.latencyMs, 20);
    QCOMPARE(plan.demoEnd, std::optional(*parseIsoInstant("2026-01-02")));
    QCOMPARE(taken<ServeArguments>("serve --end 7d").plan.demoEndBack,
             Duration(std::chrono::days(7)));
}

void CommandLineTest::serveTakesItsSourceAndFaults()
{
    const ServePlan plan = taken<ServeArguments>(
                               "serve --data a.ndjson --data=b.ndjson --seed 5 --fault-seed 6 "
                               "--fault rate-limit=0.05,retry-after=3 --fault clock-skew=-30 "
                               "--switch order=ignore --switch full-last-page=id --hold-back 5 "
                               "--arrive 1h --speed 60 --request-log -")
                               .plan;
    QCOMPARE(plan.captures, (QStringList{u"a.ndjson"_s, u"b.ndjson"_s}));
    QCOMPARE(plan.seed, quint64(5));
    QCOMPARE(plan.faults.seed, quint64(6));
    QCOMPARE(plan.faults.settings.size(), size_t(2));
    QCOMPARE(*plan.faults.find(FaultKind::RateLimit), *parseFault("rate-limit=0.05,retry-after=3"));
    QCOMPARE(plan.faults.find(FaultKind::ClockSkew)->amount, -30.0);
    QCOMPARE(plan.switches.order, ApiSwitches::Order::Ignore);
    QCOMPARE(plan.switches.fullLastPage, ApiSwitches::FullLastPage::Id);
    QCOMPARE(plan.switches.holdBack, std::chrono::seconds(5));
    QCOMPARE(plan.arrival, std::optional(Arrival{std::chrono::hours(1), 60}));
    QCOMPARE(plan.requestLog, u"-"_s);
}

void CommandLineTest::theHelpOfServeHoldsEachFaultAndSwitch()
{
    const Result<Command> command = parsed("serve --help");
    QVERIFY(command);
    const QString help = std::get<ShowText>(*command).text;
    for (const FaultSpec &spec : faultSpecs()) {
        QVERIFY2(help.contains(u"\n  "_s + QString::fromLatin1(spec.name) + u'='),
                 spec.name.constData());
        for (const FaultParameter &parameter : spec.parameters) {
            QVERIFY2(help.contains(u"\n    ,%1=%2 "_s.arg(QString::fromLatin1(parameter.name),
                                                          QString::number(parameter.usual))),
                     parameter.name.constData());
        }
    }
    for (const SwitchSpec &spec : switchSpecs()) {
        QVERIFY2(help.contains(u"\n  "_s + QString::fromLatin1(spec.name) + u'='),
                 spec.name.constData());
    }
    for (const QString &line : help.split(u'\n')) {
        QVERIFY2(line.size() <= 100, qPrintable(line));
        QVERIFY2(!line.endsWith(u' '), qPrintable(line));
    }
}

void CommandLineTest::exportKnowsItsFormat_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<CaptureFormat>("format");
    QTest::newRow("standard output") << QByteArray() << CaptureFormat::Ndjson;
    QTest::newRow("json") << QByteArray("-o a.json") << CaptureFormat::Json;
    QTest::newRow("csv") << QByteArray("-o b/a.CSV") << CaptureFormat::Csv;
    QTest::newRow("another ending") << QByteArray("-o a.txt") << CaptureFormat::Ndjson;
    QTest::newRow("said") << QByteArray("-o a.json --format csv") << CaptureFormat::Csv;
}

void CommandLineTest::exportKnowsItsFormat()
{
    QFETCH(QByteArray, options);
    QFETCH(CaptureFormat, format);
    const auto found = taken<ExportArguments>("--env A export --data-dir D " + options);
    QCOMPARE(found.environment, u"A"_s);
    QCOMPARE(found.dataFolder, u"D"_s);
    QCOMPARE(found.format, format);
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
    row("capture", "no verb and no file");
    row("a.ndjson serve", "Only --data-dir");
    row("export", "--env NAME or --capture FILE");
    row("export --env A --capture b.ndjson", "--env and --capture");
    row("export --env A extra", "'extra'");
    row("export --env A --format xml", "ndjson, json or csv");
    row("export --env A --format nsjson", "Did you mean ndjson?");
    row("export --env A --filter tpye:x",
        "--filter: \"tpye\" is not a field. Did you mean type? (at 1)");
    row("export --env A --filter type:a,is:", "(at ");
    row("export --env A --filter is:selected", "(at 4)");
    row("export --env A --filter -result:failed", "(at 2)");
    row("export --env A --limit 3", "--limit");
    row("--demo export", "export");
    row("--frob", "--frob");
    row("--demo fetch", "fetch");
    row("--demo --env X", "--env");
    row("--data-dir", "--data-dir");
    row("fetch --sinse 7d", "Did you mean --since?");
    row("fetch --windows 0", "from 1 to 64, not '0'");
    row("fetch --windows 65", "from 1 to 64, not '65'");
    row("fetch --windows many", "--windows");
    row("fetch --windows", "windows");
    row("fetch --windows 2 --windows 3", "more than once");
    row("fetch --rate -1", "--rate takes a whole number from 0");
    row("fetch --rate 0.5", "--rate");
    row("fetch --rate 100001", "--rate");
    row("export --env A --rate 3", "--rate");
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
    row("serve --data", "data");
    row("serve --data=", "--data");
    row("serve f.ndjson", "--data");
    row("serve --data a.ndjson b.ndjson", "'b.ndjson'");
    row("serve --data a --demo-events 5", "--demo-events");
    row("serve --data a --end 1h", "--end");
    row("serve --fault 500=0.1", "error-500");
    row("serve --fault rate_limit=0.1", "Did you mean rate-limit?");
    row("serve --fault rate-limit", "--fault");
    row("serve --fault rate-limit=2", "0 to 1");
    row("serve --fault delay=1,ms=x", "ms=x");
    row("serve --fault delay=1,mss=3", "jitter");
    row("serve --fault cut=0.1 --fault cut=0.2", "more than once");
    row("serve --fault-seed x", "--fault-seed");
    row("serve --switch order", "obey, ignore");
    row("serve --switch order=maybe", "obey, ignore");
    row("serve --switch ordr=obey", "Did you mean order?");
    row("serve --switch order=obey --switch order=ignore", "more than once");
    row("serve --switch hold-back=1 --hold-back 2", "more than once");
    row("serve --hold-back 9999", "--hold-back takes a whole number from 0 to 3600");
    row("serve --hold-back 1 --hold-back 2", "more than once");
    row("serve --arrive soon", "--arrive");
    row("serve --arrive 1h --speed 1001", "--speed");
    row("serve --speed 10", "--arrive");
    row("serve --config a --config b", "--config");
    row("serve --request-log a --request-log b", "--request-log");
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
