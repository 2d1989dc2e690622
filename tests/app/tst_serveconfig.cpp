// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "model/events/typecatalogue.h"
#include "tests/app/servedprogram.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class ServeConfigTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theFileIsServed();
    void theCommandLineWins_data();
    void theCommandLineWins();
    void mistakesNameTheFile_data();
    void mistakesNameTheFile();

private:
    QString written(const QByteArray &json) const;

    QTemporaryDir m_folder;
};

void ServeConfigTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(m_folder.isValid());
}

/// The path of a configuration with this content.
QString ServeConfigTest::written(const QByteArray &json) const
{
    const QString path = m_folder.filePath(u"serve.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size()) {
        qCritical("%s cannot be written", qPrintable(path));
    }
    return path;
}

void ServeConfigTest::theFileIsServed()
{
    const QDateTime end = QDateTime::currentDateTimeUtc();
    const QList<QByteArray> events{captureEvent(1, end, 90), captureEvent(2, end, 0)};
    QVERIFY(QDir(m_folder.path()).mkdir(u"captures"_s));
    QVERIFY(writeCapture(m_folder.filePath(u"captures/two.ndjson"_s), events));
    // Relative names count from the file's folder, not from where the program runs.
    const QString config = written(
        R"({"data":["captures/two.ndjson"],"switches":{"order":"ignore"},"request-log":"log.ndjson"})");
    QVERIFY(QDir::current() != QDir(m_folder.path()));
    ServedProgram server({u"--config"_s, config});
    QCOMPARE(server.events(), 2);
    QCOMPARE(server.allEvents(), events);
    const ProgramResult result = server.terminate();
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.error, QByteArray());
    QVERIFY(QFileInfo(m_folder.filePath(u"log.ndjson"_s)).size() > 0);
}

void ServeConfigTest::theCommandLineWins_data()
{
    using Tell = QByteArray (*)(const ServePlan &);
    QTest::addColumn<QString>("options");
    QTest::addColumn<Tell>("tell");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char *options, Tell tell, const char *told) {
        QTest::newRow(options) << QString::fromLatin1(options) << tell << QByteArray(told);
    };
    const Tell port = [](const ServePlan &plan) { return QByteArray::number(plan.port); };
    const Tell source = [](const ServePlan &plan) {
        return plan.captures.isEmpty() ? "demo " + QByteArray::number(plan.demoEvents)
                                       : QFileInfo(plan.captures.constLast()).fileName().toUtf8();
    };
    const Tell seeds = [](const ServePlan &plan) {
        return QByteArray::number(plan.seed) + ' ' + QByteArray::number(plan.faults.seed);
    };
    const Tell faults = [](const ServePlan &plan) {
        QByteArrayList all;
        for (const FaultSetting &setting : plan.faults.settings) {
            all.append(spelledFault(setting));
        }
        return all.join(' ');
    };
    const Tell switches = [](const ServePlan &plan) {
        return switchValue(plan.switches, "order") + ' ' + switchValue(plan.switches, "hold-back");
    };
    const Tell arrival = [](const ServePlan &plan) {
        return QByteArray::number(qint64(plan.arrival->last.count() / 1'000'000)) + ' '
               + QByteArray::number(plan.arrival->speed);
    };
    const Tell log = [](const ServePlan &plan) { return plan.requestLog.toUtf8(); };
    row("", port, "5000");
    row("--port 0", port, "0");
    row(" ", source, "a.ndjson");
    row("--data b.ndjson", source, "b.ndjson");
    row("--demo-events 7", source, "demo 7");
    row("--end 1h", source, "demo 2000");
    row("  ", seeds, "3 3");
    row("--seed 5", seeds, "5 5");
    row("--fault-seed 6", seeds, "3 6");
    row("   ", faults, "rate-limit=0.5 cut=0.25");
    row("--fault cut=0", faults, "rate-limit=0.5");
    row("--fault rate-limit=0.1,retry-after=9 --fault stall=1",
        faults,
        "rate-limit=0.1,retry-after=9 stall=1 cut=0.25");
    row("    ", switches, "ignore 4");
    row("--switch order=obey --hold-back 8", switches, "obey 8");
    row("     ", arrival, "3600 60");
    row("--arrive 2h", arrival, "7200 60");
    row("--speed 10", arrival, "3600 10");
    row("--request-log -", log, "-");
}

void ServeConfigTest::theCommandLineWins()
{
    using Tell = QByteArray (*)(const ServePlan &);
    QFETCH(QString, options);
    QFETCH(Tell, tell);
    const QString config = written(
        R"({"port":5000,"data":["a.ndjson"],"seed":3,"faults":{"rate-limit":0.5,"cut":0.25},
            "switches":{"order":"ignore"},"hold-back":4,"arrive":"1h","speed":60,"request-log":"x"})");
    const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    QVERIFY(catalogue);
    const QStringList words = QStringList{u"serve"_s, u"--config"_s, config}
                              + options.split(u' ', Qt::SkipEmptyParts);
    const Result<Command> command = parseCommandLine(words, *catalogue);
    QVERIFY2(command, command ? "" : qPrintable(command.error().message));
    QTEST(tell(std::get<ServeArguments>(*command).plan), "told");
}

void ServeConfigTest::mistakesNameTheFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("not there") << QByteArray() << 1 << QByteArray("cannot be read");
    QTest::newRow("not JSON") << QByteArray("{\n\"port\":0\n\"seed\":1}") << 2
                              << QByteArray("(line 3)");
    QTest::newRow("a fault's parameter") << QByteArray(R"({"faults":{"delay":{"rate":1,"ms":-1}}})")
                                         << 2 << QByteArray("faults.delay.ms: ");
    QTest::newRow("a capture") << captureEvent(1, QDateTime::currentDateTimeUtc(), 0) << 2
                               << QByteArray("object: ");
    QTest::newRow("too large") << QByteArray(1024 * 1024 + 1, ' ') << 2 << QByteArray("1 MiB");
}

void ServeConfigTest::mistakesNameTheFile()
{
    QFETCH(QByteArray, json);
    const QString config = json.isEmpty() ? m_folder.filePath(u"nowhere.json"_s) : written(json);
    const ProgramResult result = runProgram(QStringLiteral(PLAYHEAD_PROGRAM),
                                            {u"serve"_s, u"--config"_s, config});
    QTEST(result.exitCode, "exitCode");
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.error.contains(QDir::toNativeSeparators(config).toUtf8()),
             result.error.constData());
    QFETCH(QByteArray, told);
    QVERIFY2(result.error.contains(told), result.error.constData());
}

QTEST_GUILESS_MAIN(ServeConfigTest)
#include "tst_serveconfig.moc"
