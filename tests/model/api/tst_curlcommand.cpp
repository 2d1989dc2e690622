// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/curlcommand.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestCurlCommand : public QObject
{
    Q_OBJECT

private:
    static Instant at(const char *text) { return parseIsoInstant(text).value(); }

    /// The words that a shell makes of it: each in a line of its own, the program's name left out.
    static QStringList words(const QByteArray &command)
    {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"WORKOS_API_KEY"_s, u"sk_test_of the shell"_s);
        shell.setProcessEnvironment(environment);
        shell.start(u"sh"_s,
                    {u"-c"_s,
                     u"curl() { for word; do printf '%s\\n' \"$word\"; done; }; "_s
                         + QString::fromUtf8(command)});
        if (!shell.waitForFinished()) {
            return {};
        }
        return QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

private slots:
    void asksForTheMomentOfTheEvent()
    {
        QCOMPARE(curlCommand(QUrl(u"https://api.workos.com"_s),
                             "dsync.user.updated",
                             at("2026-11-23T13:58:51.306Z")),
                 QByteArray("curl -G 'https://api.workos.com/events'"
                            " -H \"Authorization: Bearer $WORKOS_API_KEY\""
                            " --data-urlencode 'range_start=2026-11-23T13:58:51.305Z'"
                            " --data-urlencode 'range_end=2026-11-23T13:58:51.308Z'"
                            " --data-urlencode 'events=dsync.user.updated'"
                            " --data-urlencode 'limit=100'"));
    }

    void rangeHoldsAnEventBetweenTwoMilliseconds()
    {
        const QByteArray command = curlCommand(QUrl(u"https://api.workos.com"_s),
                                               "user.created",
                                               at("2026-11-23T13:58:51.306999Z"));
        QVERIFY(command.contains("range_start=2026-11-23T13:58:51.305Z"));
        QVERIFY(command.contains("range_end=2026-11-23T13:58:51.308Z"));
    }

    void basePathStaysAndNothingElseOfTheUrl()
    {
        const QByteArray command = curlCommand(QUrl(u"http://me:secret@127.0.0.1:4100/v1/?a=b#c"_s),
                                               "user.created",
                                               at("2026-11-23T13:58:51Z"));
        QVERIFY(command.startsWith("curl -G 'http://127.0.0.1:4100/v1/events' "));
        QVERIFY(!command.contains("secret"));
    }

    void shellTakesItAsItStands_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("plain") << QByteArray("user.created");
        QTest::newRow("quote") << QByteArray("a'b");
        QTest::newRow("command") << QByteArray("x'; echo broken; '");
        QTest::newRow("substitution") << QByteArray("$(echo broken)`echo broken`$HOME\\");
    }
    void shellTakesItAsItStands()
    {
        if (QStandardPaths::findExecutable(u"sh"_s).isEmpty()) {
            QSKIP("no POSIX shell here");
        }
        QFETCH(QByteArray, type);
        QCOMPARE(words(curlCommand(QUrl(u"https://api.workos.com"_s),
                                   type,
                                   at("2026-11-23T14:00:00Z"))),
                 (QStringList{u"-G"_s,
                              u"https://api.workos.com/events"_s,
                              u"-H"_s,
                              u"Authorization: Bearer sk_test_of the shell"_s,
                              u"--data-urlencode"_s,
                              u"range_start=2026-11-23T13:59:59.999Z"_s,
                              u"--data-urlencode"_s,
                              u"range_end=2026-11-23T14:00:00.002Z"_s,
                              u"--data-urlencode"_s,
                              u"events="_s + QString::fromUtf8(type),
                              u"--data-urlencode"_s,
                              u"limit=100"_s}));
    }

    void asksTheSameAgain_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QStringList>("how");
        QTest::newRow("page") << QByteArray("GET") << QByteArray("/events?events[]=a.b&limit=5")
                              << QStringList();
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray("/events")
                              << QStringList{u"-I"_s};
        QTest::newRow("other") << QByteArray("DELETE") << QByteArray("/x")
                               << QStringList{u"-X"_s, u"DELETE"_s};
        QTest::newRow("broken") << QByteArray("a'b") << QByteArray("/$(echo broken)'`")
                                << QStringList{u"-X"_s, u"a'b"_s};
    }
    void asksTheSameAgain()
    {
        if (QStandardPaths::findExecutable(u"sh"_s).isEmpty()) {
            QSKIP("no POSIX shell here");
        }
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QStringList, how);
        QCOMPARE(words(curlCommand(QUrl(u"http://me:secret@127.0.0.1:4100/?a=b#c"_s),
                                   method,
                                   target)),
                 (QStringList{u"-g"_s} + how
                  + QStringList{u"http://127.0.0.1:4100"_s + QString::fromUtf8(target),
                                u"-H"_s,
                                u"Authorization: Bearer sk_test_of the shell"_s}));
        QCOMPARE(words(
                     curlCommand(QUrl(u"http://127.0.0.1:4100"_s), method, target, "sk_test_known"))
                     .last(),
                 u"Authorization: Bearer sk_test_known"_s);
    }
};

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
