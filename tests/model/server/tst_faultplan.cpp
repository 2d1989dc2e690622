// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/faultplan.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestFaultPlan : public QObject
{
    Q_OBJECT

private slots:
    void tableListsEveryKindByItsName();
    void tableIsComplete_data();
    void tableIsComplete();
    void everyKindComesBackAsSpelled_data();
    void everyKindComesBackAsSpelled();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void everyKindRefusesWhatIsBeyond_data();
    void everyKindRefusesWhatIsBeyond();
    void keepsEachKindOnceAndInOrder();

private:
    static void addKinds();
};

void TestFaultPlan::addKinds()
{
    QTest::addColumn<int>("kind");
    for (const FaultSpec &spec : faultSpecs()) {
        QTest::newRow(spec.name.constData()) << int(spec.kind);
    }
}

void TestFaultPlan::tableListsEveryKindByItsName()
{
    // Command lines, files and logs hold these names: they never change.
    const std::vector<QByteArray> names =
        {"rate-limit",  "error-500",     "error-503",    "error-status",    "delay",
         "stall",       "slow",          "reset",        "reset-body",      "cut",
         "cut-chunked", "cut-gzip",      "wrong-json",   "no-metadata",     "missing-field",
         "repeat-page", "doubled-event", "out-of-order", "updated-at-back", "unknown-type",
         "hold-back",   "lost-cursor",   "revoke-key",   "clock-skew"};
    QCOMPARE(names.size(), kFaultKinds);
    QCOMPARE(faultSpecs().size(), kFaultKinds);
    for (size_t i = 0; i < kFaultKinds; ++i) {
        QCOMPARE(faultSpecs()[i].name, names[i]);
        QCOMPARE(faultSpecs()[i].kind, FaultKind(i));
        QCOMPARE(faultKind(names[i]), std::optional(FaultKind(i)));
        QCOMPARE(faultSpec(FaultKind(i)).name, names[i]);
    }
    QVERIFY(!faultKind("Rate-Limit"));
    QVERIFY(!faultKind(""));
}

void TestFaultPlan::tableIsComplete_data()
{
    addKinds();
}

void TestFaultPlan::tableIsComplete()
{
    QFETCH(int, kind);
    const FaultSpec &spec = faultSpec(FaultKind(kind));
    QVERIFY(!spec.title.isEmpty());
    QVERIFY(spec.meaning.endsWith(u'.'));
    QVERIFY(spec.parameters.size() <= FaultSetting().values.size());
    const FaultSetting usual = faultSetting(spec.kind, 1);
    QSet<QByteArray> names;
    for (size_t i = 0; i < spec.parameters.size(); ++i) {
        const FaultParameter &parameter = spec.parameters[i];
        QVERIFY(parameter.least <= parameter.usual && parameter.usual <= parameter.most);
        QVERIFY(!parameter.meaning.isEmpty());
        QCOMPARE(usual.values.at(i), parameter.usual);
        names.insert(parameter.name);
    }
    QCOMPARE(names.size(), qsizetype(spec.parameters.size()));
}

void TestFaultPlan::everyKindComesBackAsSpelled_data()
{
    addKinds();
}

void TestFaultPlan::everyKindComesBackAsSpelled()
{
    QFETCH(int, kind);
    const FaultSpec &spec = faultSpec(FaultKind(kind));
    const bool isShare = spec.measure == FaultMeasure::ShareOfRequests
                         || spec.measure == FaultMeasure::ShareOfEvents;
    FaultSetting setting = faultSetting(spec.kind, isShare ? 0.05 : 30);
    QCOMPARE(spelledFault(setting), spec.name + (isShare ? "=0.05" : "=30"));
    for (const bool most : {false, true}) {
        for (size_t i = 0; i < spec.parameters.size(); ++i) {
            const FaultParameter &parameter = spec.parameters[i];
            const qint64 value = most ? parameter.most : parameter.least;
            QVERIFY(setFaultParameter(setting, parameter.name, value));
            QCOMPARE(setting.values.at(i), value);
        }
        const auto read = parseFault(spelledFault(setting));
        QVERIFY(read);
        QCOMPARE(*read, setting);
    }
}

void TestFaultPlan::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("amount");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("second");
    QTest::addColumn<QByteArray>("spelled");
    const auto row =
        [](const char *text, double amount, qint64 first, qint64 second, const char *spelled) {
            QTest::newRow(text) << QByteArray(text) << amount << first << second
                                << QByteArray(spelled);
        };
    row("rate-limit=0.05", 0.05, 1, 0, "rate-limit=0.05");
    row("rate-limit=1,as-date=1", 1, 1, 1, "rate-limit=1,as-date=1");
    row("delay=1,ms=200,jitter=50", 1, 200, 50, "delay=1,jitter=50");
    row("delay=1,jitter=50,ms=7", 1, 7, 50, "delay=1,ms=7,jitter=50");
    row("revoke-key=500", 500, 0, 0, "revoke-key=500");
    row("clock-skew=-30", -30, 0, 0, "clock-skew=-30");
    row("error-503=1e-3,burst=5", 0.001, 5, 0, "error-503=0.001,burst=5");
    row("cut=0", 0, 0, 0, "cut=0");
    row("hold-back=0.5", 0.5, 5, 0, "hold-back=0.5");
}

void TestFaultPlan::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(double, amount);
    QFETCH(qint64, first);
    QFETCH(qint64, second);
    const auto setting = parseFault(text);
    QVERIFY(setting);
    QCOMPARE(setting->amount, amount);
    QCOMPARE(setting->values, (std::array<qint64, 2>{first, second}));
    QTEST(spelledFault(*setting), "spelled");
}

void TestFaultPlan::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("names"); // what the message must name
    QTest::newRow("nothing") << QByteArray("") << u"rate-limit, error-500"_s;
    QTest::newRow("unknown") << QByteArray("ratelimit=0.1") << u"'ratelimit'"_s;
    QTest::newRow("no amount") << QByteArray("cut") << u"from 0 to 1"_s;
    QTest::newRow("empty amount") << QByteArray("cut=") << u"from 0 to 1"_s;
    QTest::newRow("percent") << QByteArray("cut=5%") << u"'5%'"_s;
    QTest::newRow("not a number") << QByteArray("cut=nan") << u"from 0 to 1"_s;
    QTest::newRow("infinite") << QByteArray("clock-skew=inf") << u"seconds"_s;
    QTest::newRow("half a request") << QByteArray("revoke-key=1.5") << u"requests"_s;
    QTest::newRow("unknown parameter") << QByteArray("delay=1,sec=2") << u"ms, jitter"_s;
    QTest::newRow("no parameters") << QByteArray("cut=1,ms=2") << u"no parameter 'ms'"_s;
    QTest::newRow("no value") << QByteArray("delay=1,ms") << u"'ms'"_s;
    QTest::newRow("fraction") << QByteArray("delay=1,ms=2.5") << u"'ms=2.5'"_s;
    QTest::newRow("ends in a comma") << QByteArray("delay=1,") << u"delay"_s;
}

void TestFaultPlan::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, names);
    const auto setting = parseFault(text);
    QVERIFY(!setting);
    QCOMPARE(setting.error().code, ErrorCode::WrongUsage);
    QVERIFY2(setting.error().message.contains(names), qPrintable(setting.error().message));
    QVERIFY(!setting.error().message.contains(u'\n'));
}

void TestFaultPlan::everyKindRefusesWhatIsBeyond_data()
{
    addKinds();
}

void TestFaultPlan::everyKindRefusesWhatIsBeyond()
{
    QFETCH(int, kind);
    const FaultSpec &spec = faultSpec(FaultKind(kind));
    const QString name = QString::fromLatin1(spec.name);
    FaultSetting setting = faultSetting(spec.kind, 1);
    const FaultSetting before = setting;
    for (const double amount : {1e18, -1e18, 0.5 + 1e9}) {
        const Status status = setFaultAmount(setting, amount);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::WrongUsage);
        QVERIFY(status.error().message.contains(name));
    }
    for (const FaultParameter &parameter : spec.parameters) {
        for (const qint64 value : {parameter.least - 1, parameter.most + 1}) {
            const Status status = setFaultParameter(setting, parameter.name, value);
            QVERIFY(!status);
            QVERIFY(status.error().message.contains(QString::number(parameter.least)));
            QVERIFY(status.error().message.contains(QString::number(parameter.most)));
        }
    }
    QVERIFY(!setFaultParameter(setting, "unknown", 1));
    QCOMPARE(setting, before);
}

void TestFaultPlan::keepsEachKindOnceAndInOrder()
{
    FaultPlan plan;
    QVERIFY(plan.isEmpty());
    plan.set(faultSetting(FaultKind::Cut, 0.5));
    plan.set(faultSetting(FaultKind::RateLimit, 0.1));
    plan.set(faultSetting(FaultKind::Cut, 0.2));
    QCOMPARE(plan.settings,
             (std::vector{faultSetting(FaultKind::RateLimit, 0.1),
                          faultSetting(FaultKind::Cut, 0.2)}));
    QCOMPARE(plan.find(FaultKind::Cut)->amount, 0.2);
    QVERIFY(!plan.find(FaultKind::Reset));
    plan.set(faultSetting(FaultKind::Cut, 0));
    QVERIFY(!plan.find(FaultKind::Cut));
    QCOMPARE(plan.settings.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestFaultPlan)
#include "tst_faultplan.moc"
