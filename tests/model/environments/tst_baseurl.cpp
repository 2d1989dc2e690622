// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/baseurl.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestBaseUrl : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void takesWhatAKeyMayGoTo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *text, const char *url) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(url);
        };
        row("https://api.workos.com", "https://api.workos.com");
        row("  https://API.WorkOS.com/ \n", "https://api.workos.com");
        row("HTTPS://api.workos.com:8443", "https://api.workos.com:8443");
        row("https://proxy.example/workos//", "https://proxy.example/workos");
        row("http://127.0.0.1:4100", "http://127.0.0.1:4100");
        row("http://127.8.0.2", "http://127.8.0.2");
        row("http://localhost:4100/", "http://localhost:4100");
        row("http://[::1]:4100", "http://[::1]:4100");
    }
    void takesWhatAKeyMayGoTo()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        const auto parsed = parseBaseUrl(text);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        QCOMPARE(parsed->toString(), url);
    }

    void refusesWhatWouldLeakOrBreak_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word"); // the reason that the message must give
        const auto row = [](const char *text, const char *word) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(word);
        };
        row("", "complete");
        row("api.workos.com", "complete");
        row("https://", "complete");
        row("https://bad host", "complete");
        row("http://api.workos.com", "unencrypted");
        row("http://127.0.0.1.example.com", "unencrypted");
        row("http://localhost.example.com", "unencrypted");
        row("http://0.0.0.0:4100", "unencrypted");
        row("http://10.0.0.1", "unencrypted");
        row("ftp://api.workos.com", "https://");
        row("file:///etc/passwd", "complete");
        row("https://me:hunter2@api.workos.com", "password");
        row("https://sk_live@api.workos.com", "password");
        row("https://api.workos.com?x=1", "query");
        row("https://api.workos.com/#a", "query");
    }
    void refusesWhatWouldLeakOrBreak()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const auto parsed = parseBaseUrl(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::WrongUsage);
        QVERIFY2(parsed.error().message.contains(word), qPrintable(parsed.error().message));
        QVERIFY(!parsed.error().message.contains(u"hunter2"_s)
                && !parsed.error().message.contains(u"sk_live"_s));
        QVERIFY(!parsed.error().message.contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_baseurl.moc"
