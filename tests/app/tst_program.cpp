// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/program.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

const QString kProgram = QStringLiteral(PLAYHEAD_PROGRAM);

} // namespace

/// What the program itself answers, whatever it is asked.
class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void helpGoesToStandardOutput_data();
    void helpGoesToStandardOutput();
    void versionIsOneLine();
    void wrongUsageIsOneLineAndTwo_data();
    void wrongUsageIsOneLineAndTwo();
    void withoutADisplayItPrintsTheDemo();
};

void ProgramTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void ProgramTest::helpGoesToStandardOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("window") << QStringList{u"--help"_s} << QByteArray("playhead fetch");
    QTest::newRow("fetch") << QStringList{u"fetch"_s, u"--help"_s} << QByteArray("--json-summary");
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--help"_s} << QByteArray("--demo-events");
}

void ProgramTest::helpGoesToStandardOutput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, told);
    const ProgramResult result = runProgram(kProgram, arguments);
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.error, QByteArray());
    QVERIFY(result.output.startsWith("usage: playhead"));
    QVERIFY(result.output.contains(told));
    QVERIFY(result.output.endsWith('\n'));
}

void ProgramTest::versionIsOneLine()
{
    const ProgramResult result = runProgram(kProgram, {u"--version"_s});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(QRegularExpression(u"^playhead \\d+\\.\\d+\\.\\d+\n$"_s)
                .match(QString::fromUtf8(result.output))
                .hasMatch());
}

void ProgramTest::wrongUsageIsOneLineAndTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("verb") << QStringList{u"replay"_s};
    QTest::newRow("option") << QStringList{u"fetch"_s, u"--frob"_s};
    QTest::newRow("range") << QStringList{u"fetch"_s, u"--since"_s, u"soon"_s};
    QTest::newRow("no key") << QStringList{u"fetch"_s, u"--since"_s, u"1h"_s};
    QTest::newRow("port") << QStringList{u"serve"_s, u"--port"_s, u"high"_s};
}

void ProgramTest::wrongUsageIsOneLineAndTwo()
{
    QFETCH(QStringList, arguments);
    const ProgramResult result = runProgram(kProgram, arguments);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.error.startsWith("playhead: "));
}

void ProgramTest::withoutADisplayItPrintsTheDemo()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    QSKIP("There is always a display here.");
#endif
    const QTemporaryDir folder;
    const ProgramResult result = runProgram(kProgram,
                                            {u"--demo"_s, u"--data-dir"_s, folder.path()});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.error.contains("no display"));
    QCOMPARE(result.output.count('\n'), 21);
    QCOMPARE(result.output.count("event_"), 20);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
