// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"
#include "model/server/serveplanfile.h"
#include "model/server/serveplantext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;
using namespace std::chrono_literals;

namespace {

/// A plan with anything in it that a configuration can say.
ServePlan randomPlan(QRandomGenerator &random)
{
    const auto chance = [&random] { return random.bounded(2) == 0; };
    ServePlan plan;
    plan.port = quint16(random.bounded(65536));
    plan.seed = random.generate64();
    if (chance()) {
        plan.captures = {u"a b.ndjson"_s, u"/tmp/\"é\"\\\n.ndjson"_s};
    } else {
        plan.demoEvents = quint32(random.bounded(1, 1'000'001));
        if (chance()) {
            plan.demoEnd = instantFromUs(qint64(random.bounded(2'000'000'000)) * 1'000'003);
        } else if (chance()) {
            plan.demoEndBack = std::chrono::seconds(random.bounded(1, 10'000'000));
        }
    }
    plan.latencyMs = random.bounded(kLongestLatencyMs + 1);
    plan.faults.seed = chance() ? plan.seed : random.generate64();
    for (const FaultSpec &spec : faultSpecs()) {
        if (chance()) {
            continue;
        }
        const bool isShare = amountName(spec.measure) == "rate";
        FaultSetting setting = faultSetting(spec.kind,
                                            isShare ? random.generateDouble()
                                                    : random.bounded(1, 5000));
        size_t i = 0;
        for (const FaultParameter &parameter : spec.parameters) {
            setting.values.at(i++) = chance() ? parameter.most : parameter.usual;
        }
        plan.faults.set(setting);
    }
    for (const SwitchSpec &spec : switchSpecs()) {
        const auto value = spec.values.empty()
                               ? QByteArray::number(random.bounded(int(kLongestHoldBack)))
                               : spec.values.at(size_t(random.bounded(int(spec.values.size()))));
        if (!setSwitch(plan.switches, spec.name, value)) {
            qCritical("%s cannot be %s", spec.name.constData(), value.constData());
        }
    }
    if (chance()) {
        plan.arrival = Arrival{std::chrono::seconds(random.bounded(1, 100'000)),
                               random.bounded(1, Arrival::kFastest + 1)};
    }
    plan.requestLog = chance() ? QString() : u"log of \"me\".ndjson"_s;
    return plan;
}

} // namespace

class TestServePlanFile : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void nothingIsTheUsualPlan();
    void eachMemberIsTaken();
    void theFaultsSeedFollowsTheSeed();
    void whatIsWrittenIsReadAgain();
    void refusals_data();
    void refusals();
};

void TestServePlanFile::nothingIsTheUsualPlan()
{
    const Result<ServePlan> plan = readServePlan("{}");
    QVERIFY(plan);
    QCOMPARE(*plan, ServePlan());
}

void TestServePlanFile::eachMemberIsTaken()
{
    const Result<ServePlan> demo = readServePlan(R"({
        "port": 0, "demo-events": 500, "seed": 18446744073709551615, "end": "2026-11-22T14:00Z",
        "latency": 20, "fault-seed": 7, "hold-back": 5, "arrive": "1h", "speed": 60,
        "request-log": "log.ndjson",
        "faults": {"rate-limit": 0.05, "delay": {"rate": 1, "ms": 200, "jitter": 50},
                   "revoke-key": 500, "clock-skew": {"seconds": -30}},
        "switches": {"order": "ignore"}})");
    QVERIFY2(demo, demo ? "" : qPrintable(demo.error().message));
    ServePlan wanted;
    wanted.port = 0;
    wanted.demoEvents = 500;
    wanted.seed = std::numeric_limits<quint64>::max();
    wanted.demoEnd = *parseIsoInstant("2026-11-22T14:00Z");
    wanted.latencyMs = 20;
    wanted.arrival = Arrival{1h, 60};
    wanted.requestLog = u"log.ndjson"_s;
    wanted.switches.order = ApiSwitches::Order::Ignore;
    wanted.switches.holdBack = 5s;
    wanted.faults.seed = 7;
    for (const char *fault :
         {"rate-limit=0.05", "delay=1,ms=200,jitter=50", "revoke-key=500", "clock-skew=-30"}) {
        wanted.faults.set(*parseFault(fault));
    }
    QCOMPARE(wanted.faults.settings.size(), size_t(4));
    QCOMPARE(*demo, wanted);

    const Result<ServePlan> captures = readServePlan(
        R"({"data":["a.ndjson","b/c.ndjson"],"seed":3,"switches":{"hold-back":9}})");
    QVERIFY(captures);
    QCOMPARE(captures->captures, (QStringList{u"a.ndjson"_s, u"b/c.ndjson"_s}));
    QCOMPARE(captures->switches.holdBack, 9s);

    const Result<ServePlan> back = readServePlan(R"({"end":"24h"})");
    QVERIFY(back);
    const Instant now = instantFromUs(1'700'000'000'000'000);
    QCOMPARE(back->demoEndAt(now), now - 24h);
    QCOMPARE(back->demoEndAt(Instant{} + 1h), Instant{}); // 1970
}

void TestServePlanFile::theFaultsSeedFollowsTheSeed()
{
    QCOMPARE(readServePlan(R"({"seed":3})")->faults.seed, quint64(3));
    QCOMPARE(readServePlan(R"({"fault-seed":4,"seed":3})")->faults.seed, quint64(4));
    const Result<ServePlan> other = readServePlan(R"({"seed":3})", 5);
    QCOMPARE(other->seed, quint64(5));
    QCOMPARE(other->faults.seed, quint64(5));
    // What is said outright is kept, also where it is the same number.
    QCOMPARE(readServePlan(R"({"seed":3,"fault-seed":3})", 5)->faults.seed, quint64(3));
}

void TestServePlanFile::whatIsWrittenIsReadAgain()
{
    QRandomGenerator random(20261125);
    for (int i = 0; i < 500; ++i) {
        const ServePlan plan = randomPlan(random);
        const QByteArray json = servePlanJson(plan);
        const Result<ServePlan> again = readServePlan(json);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QVERIFY2(*again == plan, json.constData());
        QCOMPARE(servePlanJson(*again), json);
    }
    QCOMPARE(servePlanJson(ServePlan()),
             QByteArrayLiteral(
                 "{\n  \"port\": 4100,\n  \"demo-events\": 2000,\n  \"seed\": 1\n}\n"));
}

void TestServePlanFile::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place"); ///< How the message begins.
    QTest::addColumn<QString>("told");
    const auto row = [](const char *json, const char *place, const char *told) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(place)
                            << QString::fromUtf8(told);
    };
    row("", "It is not JSON", "JSON");
    row("[]", "It must be one JSON object", "object");
    row("{\n\"port\": 0,\n\"seed\": 1,,\n}", "It is not JSON (line 3)", "commas");
    row("{\"port\":0} x", "It is not JSON", "JSON");
    row(R"({"prt":0})", "prt: ", "Did you mean port?");
    row(R"({"demo_events":5})", "demo_events: ", "Did you mean demo-events?");
    row(R"({"throttle":5})", "throttle: ", "faults, switches");
    row(R"({"port":0,"port":1})", "port: ", "twice");
    row(R"({"port":65536})", "port: ", "from 0 to 65535");
    row(R"({"port":"0"})", "port: ", "whole number");
    row(R"({"port":1.5})", "port: ", "whole number");
    row(R"({"port":-1})", "port: ", "whole number");
    row(R"({"demo-events":0})", "demo-events: ", "from 1 to 1000000");
    row(R"({"seed":18446744073709551616})", "seed: ", "to 18446744073709551615");
    row(R"({"seed":null})", "seed: ", "whole number");
    row(R"({"fault-seed":-7})", "fault-seed: ", "whole number");
    row(R"({"latency":600001})", "latency: ", "to 600000");
    row(R"({"end":"soon"})", "end: ", "2026-11-22T14:00Z");
    row(R"({"end":1700000000})", "end: ", "2026-11-22T14:00Z");
    row(R"({"data":"a.ndjson"})", "data: ", "list of file names");
    row(R"({"data":["a.ndjson",1]})", "data: ", "list of file names");
    row(R"({"data":[""]})", "data: ", "list of file names");
    row(R"({"data":["a"],"demo-events":5})", "data: ", "demo-events or end");
    row(R"({"data":["a"],"end":"1h"})", "data: ", "demo-events or end");
    row(R"({"faults":[]})", "faults: ", "object");
    row(R"({"faults":{"rate_limit":0.1}})", "faults.rate_limit: ", "Did you mean rate-limit?");
    row(R"({"faults":{"500":0.1}})", "faults.500: ", "error-500");
    row(R"({"faults":{"cut":1.5}})", "faults.cut: ", "from 0 to 1");
    row(R"({"faults":{"cut":"0.5"}})", "faults.cut: ", "number");
    row(R"({"faults":{"cut":0.1,"cut":0.2}})", "faults.cut: ", "twice");
    row(R"({"faults":{"revoke-key":0.5}})", "faults.revoke-key: ", "whole number of requests");
    row(R"({"faults":{"delay":{"ms":5}}})", "faults.delay: ", "\"rate\" is missing");
    row(R"({"faults":{"delay":{"rate":1,"ms":600001}}})", "faults.delay.ms: ", "0 to 600000");
    row(R"({"faults":{"delay":{"rate":1,"ms":1.5}}})", "faults.delay.ms: ", "whole number");
    row(R"({"faults":{"delay":{"rate":1,"jiter":1}}})", "faults.delay.jiter: ", "mean jitter?");
    row(R"({"faults":{"delay":{"rate":1,"rate":1}}})", "faults.delay.rate: ", "twice");
    row(R"({"switches":{"ordr":"obey"}})", "switches.ordr: ", "Did you mean order?");
    row(R"({"switches":{"order":"maybe"}})", "switches.order: ", "obey, ignore");
    row(R"({"switches":{"order":true}})", "switches.order: ", "obey, ignore");
    row(R"({"switches":{"hold-back":3601}})", "switches.hold-back: ", "3600");
    row(R"({"switches":"order"})", "switches: ", "object");
    row(R"({"hold-back":3601})", "hold-back: ", "0 to 3600");
    row(R"({"hold-back":1,"switches":{"hold-back":2}})", "hold-back: ", "switches");
    row(R"({"arrive":3600})", "arrive: ", "\"1h\"");
    row(R"({"arrive":"0h"})", "arrive: ", "\"1h\"");
    row(R"({"arrive":"1h","speed":0})", "speed: ", "1 to 1000");
    row(R"({"arrive":"1h","speed":1001})", "speed: ", "1 to 1000");
    row(R"({"speed":10})", "speed: ", "arrive");
    row(R"({"request-log":""})", "request-log: ", "file name");
    row(R"({"request-log":true})", "request-log: ", "file name");
}

void TestServePlanFile::refusals()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(QString, told);
    const Result<ServePlan> plan = readServePlan(json);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::WrongUsage);
    const QString &message = plan.error().message;
    QVERIFY2(message.startsWith(place), qPrintable(message));
    QVERIFY2(message.contains(told), qPrintable(message));
    QVERIFY(!message.contains(u'\n'));
    QVERIFY(message.endsWith(u'.') || message.endsWith(u'?'));
}

QTEST_APPLESS_MAIN(TestServePlanFile)
#include "tst_serveplanfile.moc"
