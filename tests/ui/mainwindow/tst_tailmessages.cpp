// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/tailmessages.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kNow = *tryParseIsoInstant("2026-11-23T14:06:00Z");

TailStatus live(Duration ago)
{
    TailStatus status;
    status.state = TailState::Live;
    status.startedAt = kNow - 1h;
    status.lastGoodPoll = kNow - ago;
    status.nextPollAt = kNow + 2s;
    return status;
}

TailStatus waiting(ErrorCode code, Duration since, Duration left)
{
    TailStatus status = live(since + 2s);
    status.state = TailState::Waiting;
    status.failingSince = kNow - since;
    status.failedTries = 3;
    status.nextPollAt = kNow + left;
    status.error = {code, u"The connection to api.workos.com was lost."_s, u"status 0"_s, 0};
    return status;
}

} // namespace

class TestTailMessages : public QObject
{
    Q_OBJECT

private slots:
    void theStatusBarCounts_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shortText");
        QTest::newRow("at once") << qint64(0) << u"Live, last good poll 0 s ago"_s
                                 << u"Live, 0 s"_s;
        QTest::newRow("seconds") << qint64(4) << u"Live, last good poll 4 s ago"_s
                                 << u"Live, 4 s"_s;
        QTest::newRow("minutes") << qint64(185) << u"Live, last good poll 3 min ago"_s
                                 << u"Live, 3 min"_s;
        QTest::newRow("hours") << qint64(7300) << u"Live, last good poll 2 h ago"_s
                               << u"Live, 2 h"_s;
    }
    void theStatusBarCounts()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QString, text);
        QFETCH(const QString, shortText);
        QCOMPARE(tailText(live(std::chrono::seconds(seconds)), kNow, false), text);
        QCOMPARE(tailText(live(std::chrono::seconds(seconds)), kNow, true), shortText);
    }

    void otherStatesAreNamed()
    {
        TailStatus status;
        QVERIFY(tailText(status, kNow, false).isEmpty());
        QVERIFY(tailFacts(status, kNow, QTimeZone::utc()).isEmpty());
        status.state = TailState::CatchingUp;
        QCOMPARE(tailText(status, kNow, false), u"Live, catching up"_s);
        status.state = TailState::Paused;
        QCOMPARE(tailText(status, kNow, false), u"Live, waits for the fetch"_s);
        status = waiting(ErrorCode::ConnectionLost, 10s, 1s);
        QCOMPARE(tailText(status, kNow, false), u"Live, failing, last good poll 12 s ago"_s);
        status.lastGoodPoll.reset();
        QCOMPARE(tailText(status, kNow, false), u"Live, failing for 10 s"_s);
        status = waiting(ErrorCode::RateLimited, 10s, 1s);
        QCOMPARE(tailText(status, kNow, false), u"Live, slowed down, last good poll 12 s ago"_s);
        QCOMPARE(tailText(status, kNow, true), u"Live, slowed down"_s);
        status.lastGoodPoll.reset();
        QCOMPARE(tailText(status, kNow, false), u"Live, slowed down for 10 s"_s);
        status.state = TailState::Failed;
        QVERIFY(tailText(status, kNow, false).isEmpty());
    }

    void factsCountRequestsAndRetries()
    {
        const auto requests = [](quint64 retries) {
            TailStatus status = live(4s);
            status.requests = 12;
            status.retries = retries;
            const QList<StatusFact> facts = tailFacts(status, kNow, QTimeZone::utc());
            return facts.constLast().value;
        };
        QCOMPARE(requests(0), u"12"_s);
        QCOMPARE(requests(1), u"12, 1 of them a retry"_s);
        QCOMPARE(requests(2), u"12, 2 of them retries"_s);
    }

    void aShortFaultIsNotWorthAStrip()
    {
        const QTimeZone utc = QTimeZone::utc();
        QVERIFY(!tailMessage(live(4s), kNow, utc));
        QVERIFY(!tailMessage(waiting(ErrorCode::ConnectionLost, 2s, 1s), kNow, utc));
        const auto message = tailMessage(waiting(ErrorCode::ConnectionLost, 65s, 8s), kNow, utc);
        QVERIFY(message);
        QCOMPARE(message->title, u"Live tail gets no answer, trying again in 8 s"_s);
        QVERIFY(message->text.contains(u"was lost"_s) && message->text.contains(u"14:04:55"_s));
        QVERIFY(message->text.contains(u"It has been failing since "_s));
        QCOMPARE(message->choices.size(), 1);
    }

    void aStripStaysForItsWholePause()
    {
        TailStatus status = waiting(ErrorCode::RateLimited, 0s, 6s);
        for (int second = 0; second <= 8; ++second) {
            const auto message = tailMessage(status,
                                             kNow + std::chrono::seconds(second),
                                             QTimeZone::utc());
            QVERIFY2(message, qPrintable(QString::number(second)));
        }
        status.nextPollAt = kNow + 4s; // a short one has none until it lasted
        QVERIFY(!tailMessage(status, kNow, QTimeZone::utc()));
        QVERIFY(!tailMessage(status, kNow + 4s, QTimeZone::utc()));
        QVERIFY(tailMessage(status, kNow + 5s, QTimeZone::utc()));
    }

    void aTryThatIsOnItsWayCountsNothing()
    {
        for (const Duration left : {Duration(0), Duration(-25s)}) {
            auto message = tailMessage(waiting(ErrorCode::TimedOut, 40s, left),
                                       kNow,
                                       QTimeZone::utc());
            QVERIFY(message);
            QCOMPARE(message->title, u"Live tail gets no answer, trying again"_s);
            message = tailMessage(waiting(ErrorCode::RateLimited, 40s, left),
                                  kNow,
                                  QTimeZone::utc());
            QVERIFY(message);
            QCOMPARE(message->title, u"Slowed down by WorkOS, going on"_s);
        }
    }

    void aPauseThatWasAskedForCountsDown()
    {
        const auto message = tailMessage(waiting(ErrorCode::RateLimited, 1s, 18s),
                                         kNow,
                                         QTimeZone::utc());
        QVERIFY(message);
        QCOMPARE(message->title, u"Slowed down by WorkOS, going on in 18 s"_s);
    }

    void aRefusalSaysWhyAndWhatToDo()
    {
        TailStatus status = live(4s);
        status.state = TailState::Failed;
        status.error = {ErrorCode::KeyRefused, u"api.workos.com refused the key."_s, {}, 401};
        auto message = tailMessage(status, kNow, QTimeZone::utc());
        QVERIFY(message);
        QCOMPARE(message->title, u"Live tail has stopped"_s);
        QCOMPARE(message->text, status.error.message);
        QCOMPARE(message->choices.size(), 2);
        status.error.code = ErrorCode::Conflict;
        message = tailMessage(status, kNow, QTimeZone::utc());
        QCOMPARE(message->choices.size(), 1);
    }

    void whatIsMissingIsTold()
    {
        TailStatus status = live(4s);
        status.unreadable = {kNow - 100 * 24h, kNow - 90 * 24h};
        const auto message = tailMessage(status, kNow, QTimeZone::utc());
        QVERIFY(message);
        QVERIFY(message->text.contains(u"15 Aug"_s) && message->text.contains(u"25 Aug"_s));
        QVERIFY(message->canClose);
    }
};

QTEST_GUILESS_MAIN(TestTailMessages)
#include "tst_tailmessages.moc"
