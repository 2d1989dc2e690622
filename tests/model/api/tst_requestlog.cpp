// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/requestlog.h"
#include "model/server/demoserver.h"
#include "model/server/localeventsapi.h"
#include "tests/model/api/feedfixture.h"

#include <QDebug>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RequestRecord record(int tryNumber = 1)
{
    RequestRecord made;
    made.tryNumber = tryNumber;
    return made;
}

/// All that a record holds, as text.
QString everythingIn(const RequestRecord &record)
{
    QString all;
    QDebug(&all) << record.url << record.request.types << record.request.after.value
                 << record.request.organization.value << record.facts.requestId
                 << record.facts.location << record.facts.streamId << record.next.value
                 << record.error.message << record.error.detail << record.notes;
    return all;
}

} // namespace

class TestRequestLog : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void keepsTheNewestAndCountsAll()
    {
        RequestLog log(0ms);
        for (size_t i = 1; i <= RequestLog::kKept + 50; ++i) {
            log.add(record(i % 10 == 0 ? 2 : 1));
        }
        QCOMPARE(log.count(), quint64(RequestLog::kKept + 50));
        QCOMPARE(log.retryCount(), quint64(RequestLog::kKept + 50) / 10);
        quint64 place = 0;
        const std::vector<LoggedRequestPtr> kept = log.following(place);
        QCOMPARE(kept.size(), RequestLog::kKept);
        QCOMPARE(kept.front()->number, 51u);
        QCOMPARE(kept.back()->number, quint64(RequestLog::kKept + 50));
        QCOMPARE(place, log.count());
        QVERIFY(log.following(place).empty());
        log.add(record());
        QCOMPARE(log.following(place).size(), size_t(1));
        log.clear();
        QCOMPARE(log.count(), 0u);
        place = 0;
        QVERIFY(log.following(place).empty());
        log.add(record());
        QCOMPARE(log.following(place).front()->number, 1u);
    }

    void tellsQuickOnesTogether()
    {
        RequestLog log(30ms);
        QSignalSpy grew(&log, &RequestLog::grew);
        log.add(record());
        QCOMPARE(grew.count(), 1); // one that comes alone is there at once
        for (int i = 0; i < 1000; ++i) {
            log.add(record());
        }
        QCOMPARE(grew.count(), 1);
        QCOMPARE(log.count(), 1001u);
        // One more while those are told: the next pause runs already.
        qsizetype toldAtOnce = -1;
        connect(
            &log,
            &RequestLog::grew,
            this,
            [&] {
                const qsizetype before = grew.count();
                log.add(record());
                toldAtOnce = grew.count() - before;
            },
            Qt::SingleShotConnection);
        QTRY_COMPARE(grew.count(), 3);
        QCOMPARE(toldAtOnce, 0);
        QCOMPARE(log.count(), 1002u);
    }

    void whatIsClearedIsNotTold()
    {
        RequestLog log(10ms);
        QSignalSpy grew(&log, &RequestLog::grew);
        QSignalSpy cleared(&log, &RequestLog::cleared);
        log.add(record());
        log.add(record());
        log.clear();
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(grew.count(), 1);
        log.add(record()); // of another environment: waits for nothing of the one before
        QCOMPARE(grew.count(), 2);
    }

    void problemIsAnErrorOrANote()
    {
        RequestRecord one = record(3);
        QVERIFY(!isProblem(one));
        one.notes << u"The order was ignored."_s;
        QVERIFY(isProblem(one));
        RequestRecord other;
        other.error.message = u"The server answered 503."_s;
        QVERIFY(isProblem(other));
    }

    void everyAnswerOfAReadComes()
    {
        FeedFixture f;
        f.stream = StubStream::even(230, f.now - 10 * 24h, 1h);
        f.server.setFallback([&f](const StubRequest &request) {
            StubAnswer answer = request.number == 2 ? StubAnswer{503, "{}", {}, Travel::Whole}
                                                    : f.stream.answer(request);
            answer.headers.append({"X-Request-ID", "req_" + QByteArray::number(request.number)});
            return answer;
        });
        QVERIFY(f.open());
        QList<RequestRecord> records;
        connect(f.feed.get(),
                &EventFeed::requestAnswered,
                this,
                [&records](const RequestRecord &one) { records << one; });
        FetchQuery query = f.query();
        query.scope.range.since = f.now - 11 * 24h;
        QVERIFY(f.read(query));
        QCOMPARE(f.feed->progress().state, FetchState::Done);
        QTRY_COMPARE(records.size(), f.server.requests().size());
        int failed = 0;
        int retries = 0;
        int events = 0;
        for (const RequestRecord &one : records) {
            failed += one.error.message.isEmpty() ? 0 : 1;
            retries += one.tryNumber > 1 ? 1 : 0;
            events += one.events;
            QVERIFY(one.facts.requestId.startsWith("req_"));
            QCOMPARE(one.facts.httpVersion, 1);
            QVERIFY(one.purpose == RequestPurpose::Backfill);
            QVERIFY(!everythingIn(one).contains(u"sk_test_secret"_s));
            QCOMPARE(one.url, pageUrl(f.server.url(), one.request));
        }
        QCOMPARE(failed, 1);
        QCOMPARE(retries, 1);
        QVERIFY(events >= 230);
    }

    void repeatLooksAndKeepsNothing()
    {
        const TypeCatalogue catalogue = *TypeCatalogue::load();
        const DemoPlan plan{1, 500, *tryParseIsoInstant("2026-11-23T12:00:00Z")};
        const auto api = LocalEventsApi::start(demoConfig(plan), catalogue);
        QVERIFY(api);
        FeedFixture f;
        f.target.fetch = {(*api)->url(), (*api)->apiKey()};
        QVERIFY(f.open());
        QList<RequestRecord> records;
        connect(f.feed.get(),
                &EventFeed::requestAnswered,
                this,
                [&records](const RequestRecord &one) { records << one; });
        FetchQuery query = f.query();
        query.limit = 100;
        QVERIFY(f.read(query));
        QTRY_VERIFY(!records.isEmpty());
        const RequestRecord asked = records.first();
        QVERIFY(asked.events > 0);
        const EventRow stored = f.feed->snapshot().rowCount();
        const TimeRanges covered = f.covered(query);
        const FetchProgress progress = f.feed->progress();
        records.clear();

        QSignalSpy repeated(f.feed.get(), &EventFeed::requestRepeated);
        PageRequest other = asked.request;
        other.limit = 7; // events that would be new, if they were kept
        other.since = f.now - 2 * 24h;
        other.until = f.now;
        RequestRecord again = asked;
        again.request = other;
        again.url = pageUrl((*api)->url(), other);
        QVERIFY(f.feed->repeat(again));
        QTRY_COMPARE(repeated.count(), 1);
        const auto answer = repeated.first().first().value<RepeatedRequest>();
        QVERIFY2(answer.record.error.message.isEmpty(), qPrintable(answer.record.error.message));
        QVERIFY(answer.record.purpose == RequestPurpose::Repeat);
        QCOMPARE(answer.record.facts.status, 200);
        QCOMPARE(answer.record.request, other);
        QCOMPARE(answer.record.events, 7);
        QVERIFY(answer.first && answer.last);
        QVERIFY(answer.first->createdAt <= answer.last->createdAt);
        QVERIFY(!answer.record.next.isEmpty());
        QCOMPARE(answer.record.next.value, answer.last->id.value);
        QCOMPARE(records.size(), 1); // it is in the log like every other
        QVERIFY(!everythingIn(answer.record).contains(QString::fromUtf8((*api)->apiKey())));

        QCOMPARE(f.feed->snapshot().rowCount(), stored);
        QCOMPARE(f.covered(query), covered);
        QCOMPARE(f.feed->progress().requests, progress.requests);
        QCOMPARE(f.feed->progress().state, progress.state);
    }

    void repeatTellsWhatSpeaksAgainstTheServer()
    {
        FeedFixture f;
        f.stream = StubStream::even(20, f.now - 10h, 10min);
        f.stream.isNewestFirst = true;
        QVERIFY(f.open());
        RequestRecord asked;
        asked.request.since = f.now - 24h;
        asked.url = pageUrl(f.server.url(), asked.request);
        QSignalSpy repeated(f.feed.get(), &EventFeed::requestRepeated);
        QVERIFY(f.feed->repeat(asked));
        QTRY_COMPARE(repeated.count(), 1);
        const auto answer = repeated.first().first().value<RepeatedRequest>();
        QCOMPARE(answer.record.notes,
                 QStringList{u"Oldest first was asked for, newest first came."_s});
    }

    void repeatWaitsAsTheServerAsked()
    {
        FeedFixture f;
        f.server.setFallback([&f](const StubRequest &request) {
            return request.number == 1
                       ? StubAnswer{429, "{}", {{"Retry-After", "1"}}, Travel::Whole}
                       : f.stream.answer(request);
        });
        QVERIFY(f.open());
        RequestRecord asked;
        asked.url = pageUrl(f.server.url(), asked.request);
        QSignalSpy repeated(f.feed.get(), &EventFeed::requestRepeated);
        QElapsedTimer waited;
        waited.start();
        QVERIFY(f.feed->repeat(asked));
        QTRY_COMPARE(repeated.count(), 1);
        const auto refused = repeated.first().first().value<RepeatedRequest>();
        QCOMPARE(refused.record.facts.status, 429);
        QCOMPARE(f.server.requests().size(), 1); // it is not tried again by itself
        QVERIFY(f.feed->repeat(asked));
        QTRY_COMPARE(repeated.count(), 2);
        QVERIFY2(waited.elapsed() >= 990, qPrintable(QString::number(waited.elapsed())));
        QCOMPARE(f.server.requests().size(), 2);
        QCOMPARE(repeated.last().first().value<RepeatedRequest>().record.facts.status, 200);
    }

    void repeatNeverGoesElsewhere()
    {
        FeedFixture f;
        QVERIFY(f.open());
        RequestRecord asked;
        asked.url = pageUrl(QUrl(u"http://127.0.0.1:9"_s), asked.request);
        const Status refused = f.feed->repeat(asked);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QVERIFY2(refused.error().message.contains(u"127.0.0.1:9"_s),
                 qPrintable(refused.error().message));
        asked.url = pageUrl(f.server.url(), asked.request);
        f.feed->close();
        QVERIFY(f.feed->repeat(asked).error().code == ErrorCode::NotFound);
        QVERIFY(f.server.requests().isEmpty());
    }

    void anotherStoreGetsNoAnswersOfTheOneBefore()
    {
        FeedFixture f;
        f.server.setFallback([](const StubRequest &) {
            return StubAnswer{200, {}, {}, Travel::Silence};
        });
        QVERIFY(f.open());
        RequestRecord asked;
        asked.url = pageUrl(f.server.url(), asked.request);
        QSignalSpy answered(f.feed.get(), &EventFeed::requestAnswered);
        QSignalSpy opened(f.feed.get(), &EventFeed::opened);
        QVERIFY(f.feed->repeat(asked));
        QTRY_COMPARE(f.server.requests().size(), 1);
        f.target.storeKey = u"another"_s;
        f.feed->open(f.target);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(answered.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)

#include "tst_requestlog.moc"
