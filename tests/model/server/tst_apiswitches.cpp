// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/apiswitches.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestApiSwitches : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void namesAreThose();
    void saysWhatAndWhy();
    void setsOneAndNoOther();
    void takesHoldBackInSeconds();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestApiSwitches::namesAreThose()
{
    // They stand in configuration files of users.
    QByteArray all;
    for (const SwitchSpec &spec : switchSpecs()) {
        all += spec.name;
        for (const QByteArray &value : spec.values) {
            all += ' ' + value;
        }
        all += '\n';
    }
    QCOMPARE(all,
             QByteArray("unknown-cursor error restart\n"
                        "after-with-range-start error allow\n"
                        "full-last-page null id\n"
                        "order obey ignore\n"
                        "events-absent all required\n"
                        "unknown-type error ignore\n"
                        "over-wide-range error clamp\n"
                        "without-organization leave include\n"
                        "hold-back\n"));
}

void TestApiSwitches::saysWhatAndWhy()
{
    const QRegularExpression oneSentence(u"^[A-Z][^.]+\\.$"_s);
    for (const SwitchSpec &spec : switchSpecs()) {
        QVERIFY2(!spec.meaning.isEmpty(), spec.name.constData());
        QVERIFY2(oneSentence.match(spec.reason).hasMatch(), qPrintable(spec.reason));
    }
}

void TestApiSwitches::setsOneAndNoOther()
{
    for (const SwitchSpec &spec : switchSpecs()) {
        const std::vector<QByteArray> values = spec.values.empty()
                                                   ? std::vector<QByteArray>{"0", "1", "3600"}
                                                   : spec.values;
        QCOMPARE(switchValue(ApiSwitches(), spec.name), values.front());
        for (const QByteArray &value : values) {
            ApiSwitches switches;
            QVERIFY(setSwitch(switches, spec.name, value));
            QCOMPARE(switchValue(switches, spec.name), value);
            QCOMPARE(switches == ApiSwitches(), value == values.front());
            for (const SwitchSpec &other : switchSpecs()) {
                if (other.name != spec.name) {
                    QCOMPARE(switchValue(switches, other.name),
                             switchValue(ApiSwitches(), other.name));
                }
            }
            QVERIFY(setSwitch(switches, spec.name, values.front()));
            QCOMPARE(switches, ApiSwitches());
        }
    }
    QCOMPARE(switchValue(ApiSwitches(), "no-such"), QByteArray());
}

void TestApiSwitches::takesHoldBackInSeconds()
{
    ApiSwitches switches;
    QVERIFY(setSwitch(switches, "hold-back", "12"));
    QCOMPARE(switches.holdBack, std::chrono::seconds(12));
}

void TestApiSwitches::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("message");
    const QString seconds =
        u"The switch hold-back cannot be '%1'. It takes: a number of seconds from 0 to 3600."_s;
    for (const char *value : {"-1", "3601", "ten", "1.5", "99999999999999999999", "1s"}) {
        QTest::newRow(value) << QByteArray("hold-back") << QByteArray(value)
                             << seconds.arg(QString::fromLatin1(value));
    }
    QTest::newRow("empty") << QByteArray("hold-back") << QByteArray() << seconds.arg(QString());
    QTest::newRow("value") << QByteArray("order") << QByteArray("obeyed")
                           << u"The switch order cannot be 'obeyed'. It takes: obey, ignore."_s;
    QTest::newRow("value in capitals")
        << QByteArray("order") << QByteArray("Ignore")
        << u"The switch order cannot be 'Ignore'. It takes: obey, ignore."_s;
    QTest::newRow("name")
        << QByteArray("orders") << QByteArray("obey")
        << u"There is no switch 'orders'. The switches are unknown-cursor, "
           "after-with-range-start, full-last-page, order, events-absent, unknown-type, "
           "over-wide-range, without-organization, hold-back."_s;
}

void TestApiSwitches::saysWhatIsWrong()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, message);
    ApiSwitches switches;
    const Status set = setSwitch(switches, name, value);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::WrongUsage);
    QCOMPARE(set.error().message, message);
    QCOMPARE(switches, ApiSwitches());
}

QTEST_GUILESS_MAIN(TestApiSwitches)
#include "tst_apiswitches.moc"
