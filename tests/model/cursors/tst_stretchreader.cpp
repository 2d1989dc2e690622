// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coveragemap.h"
#include "model/api/stretchreads.h"
#include "model/cursors/stretchreader.h"
#include "tests/model/api/feedfixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// 450 events in 40 days; the range holds all of them.
void serve(FeedFixture &f)
{
    f.stream = StubStream::even(450, f.now - 40 * 24h, 2h);
    f.stream.date = f.now + 61s;
}

/// What ended it; empty = nothing did.
std::optional<Error> waitFor(QSignalSpy &finished)
{
    if (finished.isEmpty() && !finished.wait(30'000)) {
        return Error{ErrorCode::Internal, u"It never ended."_s, {}, 0};
    }
    return finished.takeFirst().first().value<std::optional<Error>>();
}

} // namespace

class TestStretchReader : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void readsBesideThePersonsRead();
    void waitsForThePersonsRead();
    void givesWayAndReadsAgain();
    void readersTakeTurns();
    void cancelStopsAHangingRequestAndNothingElse();
    void cancelEndsWaiting();
    void aNewReadDropsTheOneBefore();
    void theTailGoesOn();
    void tellsWhatEndedIt_data();
    void tellsWhatEndedIt();
    void goesOnByTimeWhenThePlaceIsLost();
    void aLockedStoreIsNotRead();
    void anotherEnvironmentEndsIt();
    void cancelWinsOverAnEndThatCrossesIt_data();
    void cancelWinsOverAnEndThatCrossesIt();
    void anotherEnvironmentEndsWhatHasJustEnded();
    void mayBeDestroyedWhileItReads();
};

/// The person's stopped read is still there to go on with, and its progress tells nothing of the other.
void TestStretchReader::readsBesideThePersonsRead()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    QObject context;
    connect(f.feed.get(), &EventFeed::snapshotChanged, &context, [&f] { f.feed->stop(); });
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Stopped);
    const quint64 before = f.feed->progress().events;
    QVERIFY(before > 0 && before < 450);
    context.disconnect();
    f.feed->disconnect(&context);

    QSignalSpy told(f.feed.get(), &EventFeed::progressChanged);
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    QSignalSpy progress(&reader, &StretchReader::progress);
    FetchQuery query = f.query();
    query.scope.range = {f.now - 5 * 24h, f.now};
    reader.read(query);
    QVERIFY(reader.isReading());
    QVERIFY(!waitFor(finished));
    QVERIFY(!reader.isReading());
    QCOMPARE(progress.last().first().toULongLong(),
             30u); // up to 60 hours before now
    QCOMPARE(f.covered(query).back().until, query.scope.range.until);
    QCOMPARE(told.size(), 0);
    QCOMPARE(f.feed->progress().state, FetchState::Stopped);
    QCOMPARE(f.feed->progress().events, before);

    f.feed->goOn();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 450u);
    QCOMPARE(f.stored(), f.stream.allRaw());
}

void TestStretchReader::waitsForThePersonsRead()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    bool wasActive = false;
    connect(&reader, &StretchReader::progress, this, [&] {
        wasActive = wasActive || f.feed->progress().isActive();
    });
    f.feed->fetch(f.query());
    reader.read(f.query());
    QVERIFY(!waitFor(finished));
    QVERIFY(!wasActive);
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 450u);
    QCOMPARE(f.feed->progress().duplicates, 0u);
}

void TestStretchReader::givesWayAndReadsAgain()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    QSignalSpy requested(&f.server, &StubServer::requested);
    reader.read(f.query());
    QVERIFY(requested.wait());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 450u);
    QVERIFY(!waitFor(finished));
    QCOMPARE(f.stored(), f.stream.allRaw());
}

void TestStretchReader::readersTakeTurns()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    StretchReader first(*f.feed);
    StretchReader second(*f.feed);
    StretchReader third(*f.feed);
    QStringList ends;
    connect(&first, &StretchReader::finished, this, [&] { ends += u"first"_s; });
    connect(&second, &StretchReader::finished, this, [&] { ends += u"second"_s; });
    QSignalSpy thirdFinished(&third, &StretchReader::finished);
    FetchQuery query = f.query();
    first.read(query);
    query.scope.types = {"user.created"};
    second.read(query);
    third.read(f.query());
    third.cancel(); // while the first one reads: that goes on
    QCOMPARE(waitFor(thirdFinished).value_or(Error()).code, ErrorCode::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 2, 30'000);
    QCOMPARE(ends, (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestStretchReader::cancelStopsAHangingRequestAndNothingElse()
{
    FeedFixture f;
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    QSignalSpy requested(&f.server, &StubServer::requested);
    reader.read(f.query());
    QVERIFY(requested.wait());
    QElapsedTimer time;
    time.start();
    reader.cancel();
    QCOMPARE(waitFor(finished).value_or(Error()).code, ErrorCode::Cancelled);
    QVERIFY2(time.elapsed() < 200, qPrintable(QString::number(time.elapsed())));
    // The next read of the person is not touched by what was cancelled.
    f.feed->fetch(f.query());
    QVERIFY(requested.wait());
    reader.cancel();
    QVERIFY(f.feed->syncStore()); // all orders have reached the other thread
    QVERIFY(f.feed->progress().isActive());
}

void TestStretchReader::cancelEndsWaiting()
{
    FeedFixture f;
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    f.feed->fetch(f.query());
    reader.read(f.query());
    reader.cancel();
    QVERIFY(finished.isEmpty()); // never from within a call
    QCOMPARE(waitFor(finished).value_or(Error()).code, ErrorCode::Cancelled);
    QVERIFY(f.feed->progress().isActive());
}

void TestStretchReader::aNewReadDropsTheOneBefore()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    FetchQuery query = f.query();
    query.scope.types = {"user.created"};
    reader.read(f.query());
    reader.read(query);
    QVERIFY(!waitFor(finished));
    QVERIFY(!reader.isReading());
    QCOMPARE(f.covered(query), TimeRanges{query.scope.range});
    QVERIFY(f.covered(f.query()).empty());
    QVERIFY(f.feed->syncStore());
    QVERIFY(finished.isEmpty());
}

void TestStretchReader::theTailGoesOn()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    FetchQuery query = f.query();
    reader.read(query);
    QVERIFY(!waitFor(finished));
    QVERIFY(f.feed->tailStatus().isOn());
    const quint64 polls = f.feed->tailStatus().polls;
    QTRY_VERIFY(f.feed->tailStatus().polls > polls);
}

void TestStretchReader::tellsWhatEndedIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no key") << 200 << QByteArray() << ErrorCode::KeyMissing;
    QTest::newRow("key refused") << 401 << QByteArray("key") << ErrorCode::KeyRefused;
    QTest::newRow("forbidden") << 403 << QByteArray("key") << ErrorCode::Forbidden;
    QTest::newRow("server fails") << 503 << QByteArray("key") << ErrorCode::ServerFailed;
}

void TestStretchReader::tellsWhatEndedIt()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, key);
    QFETCH(const ErrorCode, code);
    FeedFixture f;
    serve(f);
    f.server.setFallback([&f, status](const StubRequest &request) {
        return request.number > 1 ? StubAnswer{status, "{}", {}, Travel::Whole}
                                  : f.stream.answer(request);
    });
    f.target.fetch.apiKey = key;
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    FetchQuery query = f.query();
    query.scope.range.since = f.now - 29 * 24h;
    reader.read(query);
    const std::optional<Error> ended = waitFor(finished);
    QCOMPARE(ended.value_or(Error()).code, code);
    QVERIFY(!ended.value_or(Error()).message.isEmpty());
    QCOMPARE(f.feed->progress().state, FetchState::Idle);
    QCOMPARE(f.feed->snapshot().rowCount(), key.isEmpty() ? 0u : 100u); // what was read is kept
}

void TestStretchReader::goesOnByTimeWhenThePlaceIsLost()
{
    FeedFixture f;
    serve(f);
    f.server.setFallback([&f](const StubRequest &request) {
        return request.has(u"after"_s) ? StubAnswer{400,
                                                    R"({"message":"Event not found: 'event_'."})",
                                                    {},
                                                    Travel::Whole}
                                       : f.stream.answer(request);
    });
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    reader.read(f.query());
    const std::optional<Error> ended = waitFor(finished);
    QVERIFY2(!ended, qPrintable(ended.value_or(Error()).message));
    QCOMPARE(f.stored(), f.stream.allRaw());
}

void TestStretchReader::aLockedStoreIsNotRead()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    EventFeed second(f.catalogue, f.clock);
    QSignalSpy opened(&second, &EventFeed::opened);
    second.open(f.target);
    QVERIFY(opened.wait());
    StretchReader reader(second);
    QSignalSpy finished(&reader, &StretchReader::finished);
    reader.read(f.query());
    QCOMPARE(waitFor(finished).value_or(Error()).code, ErrorCode::Locked);

    // Nor is a capture.
    second.present(f.feed->snapshot(), CoverageMap());
    reader.read(f.query());
    const std::optional<Error> ended = waitFor(finished);
    QCOMPARE(ended.value_or(Error()).code, ErrorCode::NotFound);
    QVERIFY(ended.value_or(Error()).message.contains(u"capture"_s));
}

void TestStretchReader::anotherEnvironmentEndsIt()
{
    FeedFixture f;
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    QVERIFY(f.open());
    StretchReader reading(*f.feed);
    StretchReader waiting(*f.feed);
    QSignalSpy readingEnded(&reading, &StretchReader::finished);
    QSignalSpy waitingEnded(&waiting, &StretchReader::finished);
    QSignalSpy requested(&f.server, &StubServer::requested);
    reading.read(f.query());
    waiting.read(f.query());
    QVERIFY(requested.wait());
    FeedTarget other = f.target;
    other.storeKey = u"other"_s;
    QSignalSpy opened(f.feed.get(), &EventFeed::opened);
    f.feed->open(other);
    QCOMPARE(waitFor(readingEnded).value_or(Error()).code, ErrorCode::Conflict);
    QCOMPARE(waitFor(waitingEnded).value_or(Error()).code, ErrorCode::Conflict);
    QVERIFY(opened.size() == 1 || opened.wait());
    QCOMPARE(f.server.requests().size(), 1); // the new one is not asked
    // The new one can be read.
    f.server.setFallback([&f](const StubRequest &request) { return f.stream.answer(request); });
    reading.read(f.query());
    QVERIFY(!waitFor(readingEnded));
}

void TestStretchReader::cancelWinsOverAnEndThatCrossesIt_data()
{
    QTest::addColumn<bool>("isRefused");
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("refused, cancelled before it is known") << true << true;
    QTest::newRow("refused, cancelled before it is told") << true << false;
    QTest::newRow("done, cancelled before it is known") << false << true;
    QTest::newRow("done, cancelled before it is told") << false << false;
}

void TestStretchReader::cancelWinsOverAnEndThatCrossesIt()
{
    QFETCH(const bool, isRefused);
    QFETCH(const bool, isBefore);
    FeedFixture f;
    serve(f);
    if (isRefused) {
        f.target.fetch.apiKey.clear();
    }
    QVERIFY(f.open());
    std::unique_ptr<StretchReader> reader;
    const auto cancelAtTheEnd = [&] {
        connect(&f.feed->stretches(),
                &StretchReads::progressed,
                this,
                [&reader](quint64, const FetchProgress &progress) {
                    if (!progress.isActive()) {
                        reader->cancel();
                    }
                });
    };
    // Whoever connects first is told first.
    if (isBefore) {
        cancelAtTheEnd();
    }
    reader = std::make_unique<StretchReader>(*f.feed);
    if (!isBefore) {
        cancelAtTheEnd();
    }
    QSignalSpy finished(reader.get(), &StretchReader::finished);
    reader->read(f.query());
    QCOMPARE(waitFor(finished).value_or(Error()).code, ErrorCode::Cancelled);
    QVERIFY(!reader->isReading());
    QVERIFY(f.feed->syncStore());
    QVERIFY(finished.isEmpty()); // told once
}

/// Its reader would go on with what the other store holds.
void TestStretchReader::anotherEnvironmentEndsWhatHasJustEnded()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    StretchReader reader(*f.feed);
    QSignalSpy finished(&reader, &StretchReader::finished);
    FeedTarget other = f.target;
    other.storeKey = u"other"_s;
    connect(&f.feed->stretches(),
            &StretchReads::progressed,
            this,
            [&](quint64, const FetchProgress &progress) {
                if (progress.state == FetchState::Done) {
                    f.feed->open(other);
                }
            });
    reader.read(f.query());
    QCOMPARE(waitFor(finished).value_or(Error()).code, ErrorCode::Conflict);
}

void TestStretchReader::mayBeDestroyedWhileItReads()
{
    FeedFixture f;
    serve(f);
    QVERIFY(f.open());
    {
        StretchReader reader(*f.feed);
        reader.read(f.query());
    }
    StretchReader next(*f.feed);
    QSignalSpy finished(&next, &StretchReader::finished);
    next.read(f.query());
    QVERIFY(!waitFor(finished));
    QCOMPARE(f.stored(), f.stream.allRaw());
}

QTEST_GUILESS_MAIN(TestStretchReader)
#include "tst_stretchreader.moc"
