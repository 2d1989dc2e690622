// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/emptystates.h"
#include "ui/mainwindow/fetchmessages.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kNow = *tryParseIsoInstant("2026-11-23T14:06:00Z");

FetchSituation situation(FetchState state)
{
    FetchSituation s;
    s.progress.state = state;
    s.progress.events = 1300;
    s.progress.requests = 14;
    s.progress.share = 0.5;
    s.environmentName = u"Staging"_s;
    s.host = u"api.workos.com"_s;
    s.rangePhrase = u"the last 24 hours"_s;
    s.loaded = 764;
    s.now = kNow;
    s.zone = QTimeZone::utc();
    return s;
}

FetchSituation failure(ErrorCode code,
                       int status = 0,
                       const QString &message = u"Something. Do that."_s)
{
    FetchSituation s = situation(FetchState::Failed);
    s.progress.error = Error{code, message, u"detail"_s, status};
    return s;
}

} // namespace

class TestFetchMessages : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void doneSaysNothing()
    {
        QVERIFY(!fetchMessage(situation(FetchState::Done)));
        QVERIFY(!fetchMessage(situation(FetchState::Idle)));
    }

    void aStartBeyondTheHorizonIsTold()
    {
        FetchSituation s = situation(FetchState::Done);
        s.isMoved = true;
        s.progress.range = {kNow - 90 * 24h + 1min, kNow};
        const std::optional<Message> told = fetchMessage(s);
        QVERIFY(told && told->canClose);
        QVERIFY2(told->text.contains(u"25 Aug 14:07"_s), qPrintable(told->text));
        // Wholly beyond it: nothing came, and that is no silence either.
        s.progress.range.until = kNow - 95 * 24h;
        QVERIFY(fetchMessage(s)->text.contains(u"nothing was read"_s));
        s.progress.state = FetchState::Idle;
        QVERIFY(!fetchMessage(s));
    }

    void refusedTypesAreTold()
    {
        FetchSituation s = situation(FetchState::Done);
        s.progress.refusedTypes = {u"dsync.user.moved"_s};
        QVERIFY(fetchMessage(s)->text.contains(u"dsync.user.moved"_s));
    }

    void runningShowsTheShare()
    {
        const Message message = *fetchMessage(situation(FetchState::Running));
        QCOMPARE(message.title, u"Fetching the last 24 hours"_s);
        QCOMPARE(message.text, u"1,300 events, 14 requests"_s);
        QCOMPARE(message.share, std::optional(0.5));
        QCOMPARE(message.choices.first().id, QString::fromLatin1(kChoiceStop));
    }

    void pauseCountsDown()
    {
        FetchSituation s = situation(FetchState::Waiting);
        s.progress.waitReason.code = ErrorCode::RateLimited;
        s.progress.waitUntil = kNow + 18s;
        QCOMPARE(fetchMessage(s)->title, u"Slowed down by WorkOS, going on in 18 s"_s);
        s.now += 17'500ms;
        QCOMPARE(fetchMessage(s)->title, u"Slowed down by WorkOS, going on in 1 s"_s);
        s.now += 10s;
        QCOMPARE(fetchMessage(s)->title, u"Slowed down by WorkOS, going on in 1 s"_s);
    }

    void stoppedSaysHowFar()
    {
        FetchSituation s = situation(FetchState::Stopped);
        s.progress.oldest = *tryParseIsoInstant("2026-11-22T14:06:00Z");
        s.progress.newest = *tryParseIsoInstant("2026-11-23T09:12:00Z");
        const Message message = *fetchMessage(s);
        QCOMPARE(message.title, u"Stopped, 1,300 events read"_s);
        QCOMPARE(message.text, u"They reach from 22 Nov 14:06 to 09:12."_s);
        QCOMPARE(message.choices.first().id, QString::fromLatin1(kChoiceGoOn));
    }

    void failuresAreWorded_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("choice");
        const auto row = [](const char *name,
                            ErrorCode code,
                            int status,
                            const QString &title,
                            const char *choice) {
            QTest::newRow(name) << int(code) << status << title << QString::fromLatin1(choice);
        };
        row("missing key", ErrorCode::KeyMissing, 0, u"Staging has no API key"_s, kChoiceChangeKey);
        row("401",
            ErrorCode::KeyRefused,
            401,
            u"WorkOS refused the API key for Staging"_s,
            kChoiceChangeKey);
        row("403", ErrorCode::Forbidden, 403, u"This key may not read events"_s, kChoiceChangeKey);
        row("429",
            ErrorCode::RateLimited,
            429,
            u"WorkOS still asks for a pause (429)"_s,
            kChoiceRetry);
        row("502", ErrorCode::ServerFailed, 502, u"WorkOS had a problem (502)"_s, kChoiceRetry);
        row("offline",
            ErrorCode::NameNotResolved,
            0,
            u"No connection to api.workos.com"_s,
            kChoiceRetry);
        row("refused",
            ErrorCode::ConnectionRefused,
            0,
            u"No connection to api.workos.com"_s,
            kChoiceRetry);
        row("timeout",
            ErrorCode::TimedOut,
            0,
            u"api.workos.com does not answer in time"_s,
            kChoiceRetry);
        row("lost",
            ErrorCode::ConnectionLost,
            0,
            u"The connection to api.workos.com broke off"_s,
            kChoiceRetry);
        row("tls",
            ErrorCode::TlsFailed,
            0,
            u"The certificate of api.workos.com is not trusted"_s,
            kChoiceRetry);
        row("cursor",
            ErrorCode::CursorUnknown,
            400,
            u"WorkOS no longer has the event to read from"_s,
            kChoiceRetry);
        row("json", ErrorCode::Malformed, 200, u"Reading stopped before its end"_s, kChoiceRetry);
    }
    void failuresAreWorded()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        QFETCH(QString, title);
        QFETCH(QString, choice);
        const Message message = *fetchMessage(failure(ErrorCode(code), status));
        QCOMPARE(message.title, title);
        QCOMPARE(message.choices.first().id, choice);
        QVERIFY(!message.iconName.isEmpty());
        QVERIFY(!message.title.contains(u'!') && !message.text.contains(u'!'));
    }

    void onlyChosenTypesThatStandAloneAreTakenOut()
    {
        const QList<QByteArray> chosen = {"dsync.user", "dsync.user.moved", "user.moved"};
        const FetchSituation s = failure(ErrorCode::Unprocessable,
                                         422,
                                         u"It refused dsync.user.moved. Remove it."_s);
        QCOMPARE(refusedTypes(s.progress.error, chosen), QList<QByteArray>{"dsync.user.moved"});
        FetchSituation picked = s;
        picked.chosenTypes = chosen;
        QCOMPARE(fetchMessage(picked)->choices.first().id, QString::fromLatin1(kChoiceRemoveTypes));
        QVERIFY(fetchMessage(s)->choices.isEmpty());
    }

    void problemSplitsIntoTitleAndText()
    {
        const Message message = problemMessage(
            {ErrorCode::Locked, u"Another Playhead writes. Close it."_s, {}, 0});
        QCOMPARE(message.title, u"Another Playhead writes"_s);
        QCOMPARE(message.text, u"Close it."_s);
        QCOMPARE(message.kind, MessageKind::Warning);
    }

    void emptyTableSaysWhy()
    {
        EmptySituation s;
        s.host = u"api.workos.com"_s;
        QCOMPARE(emptyStateFor(s).choices.first().id, QString::fromLatin1(kChoiceFetch));
        s.isCovered = true;
        QCOMPARE(emptyStateFor(s).title, u"No events in the last 24 hours"_s);
        QCOMPARE(emptyStateFor(s).choices.first().text, u"Fetch the last 7 days"_s);
        s.choice.types = {"user.created"};
        QCOMPARE(emptyStateFor(s).choices.last().id, QString::fromLatin1(kChoiceAllTypes));
        s.loaded = 2412;
        QCOMPARE(emptyStateFor(s).title, u"No loaded event matches"_s);
        s.loaded = 0;
        s.isBusy = true;
        QVERIFY(emptyStateFor(s).isLoading);
    }
};

QTEST_GUILESS_MAIN(TestFetchMessages)
#include "tst_fetchmessages.moc"
