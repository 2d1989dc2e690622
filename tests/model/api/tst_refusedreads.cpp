// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

StubAnswer notFound(const QByteArray &after)
{
    return {400, R"({"message":"Event not found: ')" + after + R"('."})", {}, Travel::Whole};
}

/// The first page of the stream, whatever was asked after: so WorkOS's emulators answer for an event that they do not know.
StubAnswer anew(const StubStream &stream, const StubRequest &request)
{
    StubRequest first = request;
    const QByteArray after = request.parameter(u"after"_s).toUtf8();
    first.target.replace("&after=" + after, QByteArray());
    return stream.answer(first);
}

} // namespace

/// What ends a read at once by name, and that going on afterwards ends as if it had not happened.
class TestRefusedReads : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aRefusalInTheMiddle_data();
    void aRefusalInTheMiddle();
    void aRedirectIsNotFollowed();
    void aFailedHandshake();
    void aRefusedConnection();
    void aLostCursorGoesOnByTime();
    void whatCameLateBehindALostCursorIsRead();
    void aServerThatForgotAllCursors_data();
    void aServerThatForgotAllCursors();
    void aServerThatBeginsAnewIsNoticed();
    void lateEventsAreNoNewBeginning();
    void equalTimesAreNoNewBeginning_data();
    void equalTimesAreNoNewBeginning();
    void anAnswerBeforeTheGivenEventIsNoticed_data();
    void anAnswerBeforeTheGivenEventIsNoticed();

private:
    void endsAsServed();
    std::unique_ptr<FeedFixture> m_f;
};

void TestRefusedReads::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_f = std::make_unique<FeedFixture>();
    m_f->windows = 4;
    m_f->stream = StubStream::even(3000, m_f->now - 80 * 24h, 38min);
    m_f->stream.date = m_f->now + 61s;
    QVERIFY(m_f->open());
}

void TestRefusedReads::endsAsServed()
{
    m_f->feed->goOn();
    QVERIFY(m_f->waitForEnd());
    const FetchProgress &progress = m_f->feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QCOMPARE(progress.events, 3000u);
    QCOMPARE(progress.duplicates, 0u);
    QVERIFY(m_f->stored() == m_f->stream.allRaw());
    QCOMPARE(m_f->covered(m_f->query()), TimeRanges{m_f->query().scope.range});
}

void TestRefusedReads::aRefusalInTheMiddle_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("400") << 400 << ErrorCode::BadRequest;
    QTest::newRow("401") << 401 << ErrorCode::KeyRefused;
    QTest::newRow("403") << 403 << ErrorCode::Forbidden;
    QTest::newRow("404") << 404 << ErrorCode::BadRequest;
    QTest::newRow("422") << 422 << ErrorCode::Unprocessable;
    QTest::newRow("501") << 501 << ErrorCode::ServerFailed;
}

void TestRefusedReads::aRefusalInTheMiddle()
{
    QFETCH(const int, status);
    QFETCH(const ErrorCode, code);
    m_f->server.setFallback([this, status](const StubRequest &request) {
        return request.number == 12 ? StubAnswer{status, "{}", {}, Travel::Whole}
                                    : m_f->stream.answer(request);
    });
    QVERIFY(m_f->read(m_f->query()));
    QCOMPARE(m_f->feed->progress().state, FetchState::Failed);
    QCOMPARE(m_f->feed->progress().error.code, code);
    QCOMPARE(m_f->feed->progress().retries, 0u);
    endsAsServed();
}

void TestRefusedReads::aRedirectIsNotFollowed()
{
    StubServer other;
    m_f->server.setFallback([this, &other](const StubRequest &request) {
        const QByteArray place = other.url().toEncoded() + "/events";
        return request.number == 12 ? StubAnswer{307, {}, {{"Location", place}}, Travel::Whole}
                                    : m_f->stream.answer(request);
    });
    QVERIFY(m_f->read(m_f->query()));
    QCOMPARE(m_f->feed->progress().error.code, ErrorCode::Redirected);
    QCOMPARE(m_f->feed->progress().retries, 0u);
    endsAsServed();
    // The key went to one host only.
    QCOMPARE(other.requests().size(), 0);
    for (const StubRequest &request : m_f->server.requests()) {
        QCOMPARE(request.header("authorization"), "Bearer sk_test_secret");
    }
}

void TestRefusedReads::aFailedHandshake()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&plain, &QTcpServer::newConnection, this, [&plain, &received, this] {
        while (QTcpSocket *socket = plain.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [socket, &received] {
                received += socket->readAll();
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
                socket->disconnectFromHost();
            });
        }
    });
    connect(&m_f->server, &StubServer::requested, this, [this] {
        if (m_f->server.requests().size() == 12) {
            m_f->feed->stop();
        }
    });
    QVERIFY(m_f->read(m_f->query()));
    QCOMPARE(m_f->feed->progress().state, FetchState::Stopped);
    m_f->feed->setFetchTarget(
        {QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort())), "sk_test_secret"});
    m_f->feed->goOn();
    QVERIFY(m_f->waitForEnd());
    QCOMPARE(m_f->feed->progress().error.code, ErrorCode::TlsFailed);
    QCOMPARE(m_f->feed->progress().retries, 0u);
    QVERIFY(!received.isEmpty() && !received.contains("sk_test_secret"));
    m_f->feed->setFetchTarget(m_f->target.fetch);
    endsAsServed();
}

void TestRefusedReads::aRefusedConnection()
{
    m_f->feed->setFetchTarget({QUrl(u"http://127.0.0.1:1"_s), "sk_test_secret"});
    QVERIFY(m_f->read(m_f->query()));
    QCOMPARE(m_f->feed->progress().error.code, ErrorCode::ConnectionRefused);
    QCOMPARE(m_f->feed->progress().retries, 0u);
    m_f->feed->setFetchTarget(m_f->target.fetch);
    endsAsServed();
}

void TestRefusedReads::aLostCursorGoesOnByTime()
{
    QByteArray lost;
    m_f->server.setFallback([this, &lost](const StubRequest &request) {
        const QByteArray after = request.parameter(u"after"_s).toUtf8();
        if (lost.isEmpty() && request.number > 12) {
            lost = after;
        }
        // For good: only by time can the rest be read.
        return !after.isEmpty() && after == lost ? notFound(after) : m_f->stream.answer(request);
    });
    QVERIFY(m_f->read(m_f->query()));
    QVERIFY(!lost.isEmpty());
    QCOMPARE(m_f->feed->progress().state, FetchState::Failed);
    QCOMPARE(m_f->feed->progress().error.code, ErrorCode::CursorUnknown);
    QVERIFY(m_f->feed->progress().error.message.contains(QString::fromUtf8(lost)));
    QVERIFY(m_f->feed->progress().error.message.contains(u"by time"_s));
    endsAsServed();
}

void TestRefusedReads::whatCameLateBehindALostCursorIsRead()
{
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 2h, 10s);
    f.stream.date = f.now + 61s;
    // The last event of the first page is lost, and the next one is 50 s older than it.
    const auto late = f.stream.events.begin() + 95;
    std::rotate(late, late + 1, late + 6);
    const QByteArray lost = f.stream.events[99].id;
    f.server.setFallback([&f, lost](const StubRequest &request) {
        return request.parameter(u"after"_s).toUtf8() == lost ? notFound(lost)
                                                              : f.stream.answer(request);
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::CursorUnknown);
    QCOMPARE(f.feed->progress().events, 100u);
    f.feed->goOn();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 150u);
    QCOMPARE(f.feed->progress().duplicates, 0u);
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
    const EventSnapshot snapshot = f.feed->snapshot();
    for (int number = 0; number < 150; ++number) {
        const auto row = snapshot.find(EventId(sampleId(number)));
        QVERIFY(row);
        QCOMPARE(snapshot.hasFlag(*row, EventFlag::OutOfOrder), number == 95);
    }
}

void TestRefusedReads::aServerThatForgotAllCursors_data()
{
    QTest::addColumn<bool>("saysSo");
    QTest::newRow("and says so") << true;
    QTest::newRow("and begins anew") << false;
}

void TestRefusedReads::aServerThatForgotAllCursors()
{
    QFETCH(const bool, saysSo);
    QSet<QByteArray> known;
    int restarts = 0;
    m_f->server.setFallback([&](const StubRequest &request) {
        if (request.number > 16 && restarts == 0) {
            ++restarts;
            known.clear();
        }
        const QByteArray after = request.parameter(u"after"_s).toUtf8();
        const bool isLost = !after.isEmpty() && !known.contains(after);
        const StubAnswer answer = !isLost  ? m_f->stream.answer(request)
                                  : saysSo ? notFound(after)
                                           : anew(m_f->stream, request);
        const QJsonObject page = QJsonDocument::fromJson(answer.body).object();
        known.insert(page["list_metadata"_L1]["after"_L1].toString().toUtf8());
        return answer;
    });
    QVERIFY(m_f->read(m_f->query()));
    QCOMPARE(restarts, 1);
    QCOMPARE(m_f->feed->progress().error.code, ErrorCode::CursorUnknown);
    QVERIFY(m_f->feed->progress().windowsOpen > 1);
    endsAsServed(); // after going on once, whatever number of windows was open
}

void TestRefusedReads::aServerThatBeginsAnewIsNoticed()
{
    m_f->server.setFallback([this](const StubRequest &request) {
        return request.number > 10 && request.number < 30 && request.has(u"after"_s)
                   ? anew(m_f->stream, request)
                   : m_f->stream.answer(request);
    });
    QVERIFY(m_f->read(m_f->query()));
    QCOMPARE(m_f->feed->progress().state, FetchState::Failed);
    QCOMPARE(m_f->feed->progress().error.code, ErrorCode::CursorUnknown);
    const quint64 events = m_f->feed->progress().events;
    QVERIFY(events > 0 && events <= 1000);
    m_f->server.setFallback(
        [this](const StubRequest &request) { return m_f->stream.answer(request); });
    endsAsServed();
}

void TestRefusedReads::lateEventsAreNoNewBeginning()
{
    // Two events that the server lists behind the cursor although they are a little older; read twice, so both are stored.
    FeedFixture f;
    f.stream = StubStream::even(300, f.now - 2h, 10s);
    f.stream.date = f.now + 61s;
    const auto cursor = f.stream.events.begin() + 100;
    const EventId after(cursor->id);
    std::rotate(cursor - 2, cursor, cursor + 1);
    QVERIFY(f.open());
    FetchQuery upTo = f.query();
    upTo.limit = 99;
    QVERIFY(f.read(upTo));
    FetchQuery query = f.query();
    query.after = after;
    for (int read = 0; read < 2; ++read) {
        QVERIFY(f.read(query));
        QVERIFY2(f.feed->progress().state == FetchState::Done,
                 qPrintable(f.feed->progress().error.message));
        QCOMPARE(f.feed->progress().events, 201u);
        QCOMPARE(f.feed->snapshot().rowCount(), 300u);
    }
    const EventSnapshot snapshot = f.feed->snapshot();
    for (int number : {98, 99}) {
        const auto row = snapshot.find(EventId(sampleId(number)));
        QVERIFY(row && snapshot.hasFlag(*row, EventFlag::OutOfOrder));
    }
}

void TestRefusedReads::equalTimesAreNoNewBeginning_data()
{
    QTest::addColumn<bool>("isHidden");
    QTest::newRow("stored by a read of other types") << false;
    QTest::newRow("stored while the cursor was hidden") << true;
}

void TestRefusedReads::equalTimesAreNoNewBeginning()
{
    // A page ends with the first of three events of one time; the other two were stored before it.
    QFETCH(const bool, isHidden);
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 2h, 10s);
    f.stream.date = f.now + 61s;
    std::vector<StubStream::Event> &events = f.stream.events;
    const Instant t = events[99].createdAt;
    for (const int number : {100, 101}) {
        StubStream::Event &event = events[size_t(number)];
        event.createdAt = t;
        event.raw = sampleEvent(number, t, event.type, event.organization);
    }
    const StubStream::Event cursor = events[99];
    QVERIFY(f.open());
    FetchQuery others = f.query();
    if (isHidden) {
        events.erase(events.begin() + 99);
    } else {
        others.scope.types = {events[100].type, events[101].type};
        QVERIFY(!others.scope.types.contains(cursor.type));
    }
    QVERIFY(f.read(others));
    QVERIFY(!f.feed->snapshot().find(EventId(cursor.id)));
    if (isHidden) {
        events.insert(events.begin() + 99, cursor);
    }
    f.server.forget();
    QVERIFY(f.read(f.query()));
    QVERIFY2(f.feed->progress().state == FetchState::Done,
             qPrintable(f.feed->progress().error.message));
    QCOMPARE(f.server.requests().constLast().parameter(u"after"_s).toUtf8(), cursor.id);
    QCOMPARE(f.feed->progress().events, 150u);
    QCOMPARE(f.feed->progress().duplicates, 0u);
}

void TestRefusedReads::anAnswerBeforeTheGivenEventIsNoticed_data()
{
    QTest::addColumn<bool>("isStored");
    QTest::addColumn<int>("minutes"); // between events
    QTest::newRow("its time is known") << true << 38;
    QTest::newRow("all within an hour, stored") << true << 0;
    QTest::newRow("nothing is known, but it stands first") << false << 38;
}

void TestRefusedReads::anAnswerBeforeTheGivenEventIsNoticed()
{
    QFETCH(const bool, isStored);
    QFETCH(const int, minutes);
    FeedFixture f;
    f.stream = StubStream::even(1000,
                                minutes > 0 ? f.now - 80 * 24h : f.now - 30min,
                                minutes > 0 ? minutes * 1min : Duration(1s));
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    if (isStored) {
        QVERIFY(f.read(query));
        QCOMPARE(f.feed->progress().state, FetchState::Done);
    }
    f.server.setFallback([&f](const StubRequest &request) { return anew(f.stream, request); });
    const EventSnapshot before = f.feed->snapshot();
    query.after = EventId(f.stream.events[isStored ? 500 : 0].id);
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Failed);
    QCOMPARE(f.feed->progress().error.code, ErrorCode::CursorUnknown);
    QVERIFY(f.feed->progress().error.message.contains(query.after.toString()));
    QCOMPARE(f.feed->progress().requests, 1u);
    QCOMPARE(f.feed->progress().events, 0u);
    QCOMPARE(f.feed->snapshot().rowCount(), before.rowCount());
}

QTEST_GUILESS_MAIN(TestRefusedReads)
#include "tst_refusedreads.moc"
