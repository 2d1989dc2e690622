// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/emptystates.h"
#include "ui/mainwindow/failuremessages.h"
#include "ui/mainwindow/fetchmessages.h"
#include "ui/mainwindow/messagewords.h"

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
        QCOMPARE(
            fetchMessage(s)->text,
            u"The server answered 429 and asked for a pause. 764 events are loaded, the rest follows by itself. "
            "Nothing is lost."_s);
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
        QCOMPARE(message.title, u"Stopped, 764 events loaded"_s);
        QCOMPARE(message.text, u"This read reached from 22 Nov 14:06 to 09:12."_s);
        s.loaded = 1300;
        QCOMPARE(fetchMessage(s)->title, u"Stopped, 1,300 events loaded"_s);
        QCOMPARE(fetchMessage(s)->text, u"They reach from 22 Nov 14:06 to 09:12."_s);
        s.progress.oldest.reset();
        QCOMPARE(fetchMessage(s)->text, u"Nothing has come yet."_s);
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
            nullptr);
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
        QCOMPARE(message.choices.isEmpty() ? QString() : message.choices.first().id, choice);
        // It stays until something else is done, and so does what is loaded.
        QVERIFY(!message.canClose);
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
        QCOMPARE(fetchMessage(picked)->title, u"WorkOS does not know a type in this request"_s);
        QCOMPARE(fetchMessage(picked)->text, u"dsync.user.moved was refused."_s);
        QCOMPARE(fetchMessage(picked)->choices.first().text, u"Remove it and fetch"_s);
    }

    void triesAndTheirTimeAreTold()
    {
        FetchSituation s = failure(ErrorCode::ServerFailed, 502);
        s.progress.failedTries = 4;
        s.progress.failingSince = kNow - 31s;
        s.progress.endedAt = kNow;
        QCOMPARE(fetchMessage(s)->text,
                 u"Tried 4 times in 31 s. The 764 events already loaded stay here."_s);
        QCOMPARE(fetchMessage(s)->detail, u"detail"_s);
        s.progress.failingSince = kNow;
        s.loaded = 0;
        QCOMPARE(fetchMessage(s)->text, u"Tried 4 times."_s);
    }

    void offlineTellsTheAgeOfWhatIsThere()
    {
        FetchSituation s = failure(ErrorCode::NameNotResolved);
        s.loaded = 2412;
        s.lastReadAt = kNow - 9min - 20s;
        QCOMPARE(
            fetchMessage(s)->text,
            u"The name could not be resolved. You see 2,412 events from the cache, read 9 minutes ago. "
            "Filter and export work."_s);
        s.lastReadAt.reset();
        QVERIFY(!fetchMessage(s)->text.contains(u"read"_s));
        s.loaded = 0;
        QCOMPARE(fetchMessage(s)->text, u"The name could not be resolved."_s);
    }

    void agesAreWrittenOut_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(59) << u"just now"_s;
        QTest::newRow("future") << qint64(-30) << u"just now"_s;
        QTest::newRow("minute") << qint64(60) << u"1 minute ago"_s;
        QTest::newRow("minutes") << qint64(3599) << u"59 minutes ago"_s;
        QTest::newRow("hour") << qint64(3600) << u"1 hour ago"_s;
        QTest::newRow("hours") << qint64(7300) << u"2 hours ago"_s;
        QTest::newRow("day") << qint64(86'400) << u"1 day ago"_s;
        QTest::newRow("days") << qint64(3 * 86'400) << u"3 days ago"_s;
    }
    void agesAreWrittenOut()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        QCOMPARE(agoText(kNow - std::chrono::seconds(seconds), kNow), text);
    }

    void lostCursorIsNamedAndCanBeRecovered()
    {
        FetchSituation s = failure(ErrorCode::CursorUnknown, 400);
        s.progress.events = 0;
        s.cursor = ReadCursor{7, u"billing-sync"_s, *tryParseIsoInstant("2026-08-21T10:00:00Z")};
        const Message message = *fetchMessage(s);
        QCOMPARE(message.title, u"billing-sync points to an event WorkOS no longer has"_s);
        QCOMPARE(
            message.text,
            u"The event is from 21 Aug, and WorkOS keeps 90 days. Pick a new start. Events between the two can "
            "only come from a full sync."_s);
        QCOMPARE(message.choices.size(), 2);
        QCOMPARE(message.choices[0].id, QString::fromLatin1(kChoiceRecover));
        QCOMPARE(message.choices[1].id, QString::fromLatin1(kChoiceKeepCursor));
        // An unknown event of a later page is not the cursor's.
        s.progress.events = 100;
        QCOMPARE(fetchMessage(s)->choices.first().id, QString::fromLatin1(kChoiceRetry));
    }

    void largeReadAsksOnce()
    {
        FetchSituation s = situation(FetchState::Running);
        s.progress.events = kLargeRead - 1;
        QCOMPARE(fetchMessage(s)->kind, MessageKind::Progress);
        s.progress.events = 214'000;
        const Message message = *fetchMessage(s);
        QCOMPARE(message.kind, MessageKind::Info);
        QCOMPARE(message.title, u"This range is large, 214,000 events so far"_s);
        QCOMPARE(message.share, std::optional(0.5));
        QCOMPARE(message.choices[0].id, QString::fromLatin1(kChoiceNarrow));
        QCOMPARE(message.choices[1].id, QString::fromLatin1(kChoiceKeepReading));
        s.keepsReading = true;
        QCOMPARE(fetchMessage(s)->kind, MessageKind::Progress);
    }

    void keyInMemoryIsTold()
    {
        FetchSituation s = situation(FetchState::Idle);
        s.key = KeyState::NotTyped;
        QCOMPARE(fetchMessage(s)->title, u"Staging has no API key"_s);
        QCOMPARE(fetchMessage(s)->choices.first().id, QString::fromLatin1(kChoiceChangeKey));
        QVERIFY(!fetchMessage(s)->canClose);
        s.key = KeyState::NoVariable;
        QVERIFY(fetchMessage(s)->text.contains(u"WORKOS_API_KEY"_s));
        s.key = KeyState::Typed;
        QVERIFY(fetchMessage(s)->canClose);
        QCOMPARE(*fetchMessage(s), keyKeptMessage(u"Staging"_s));
        // What happened in the read is more than that.
        s.progress.state = FetchState::Running;
        QCOMPARE(fetchMessage(s)->kind, MessageKind::Progress);
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
        s.server = u"WorkOS"_s;
        QCOMPARE(emptyStateFor(s).choices.first().id, QString::fromLatin1(kChoiceFetch));
        s.isCovered = true;
        QCOMPARE(emptyStateFor(s).title, u"No events in the last 24 hours"_s);
        QCOMPARE(emptyStateFor(s).text, u"WorkOS answered with an empty list."_s);
        QCOMPARE(emptyStateFor(s).choices.first().text, u"Fetch last 7 days"_s);
        s.choice.types = {"user.created"};
        QCOMPARE(emptyStateFor(s).text, u"WorkOS answered with an empty list for these types."_s);
        QCOMPARE(emptyStateFor(s).choices.last().id, QString::fromLatin1(kChoiceAllTypes));
        s.loaded = 2412;
        QCOMPARE(emptyStateFor(s).title, u"No loaded event matches"_s);
        QCOMPARE(
            emptyStateFor(s).text,
            u"2,412 events are loaded from the last 24 hours. Older events are not loaded yet."_s);
        QCOMPARE(emptyStateFor(s).choices.first().text, u"Clear filter"_s);
        s.choice.preset = RangePreset::Days90;
        QCOMPARE(emptyStateFor(s).choices.size(), 1);
        QVERIFY(!emptyStateFor(s).text.contains(u"Older"_s));
    }
};

QTEST_GUILESS_MAIN(TestFetchMessages)
#include "tst_fetchmessages.moc"
