// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/backfill.h"
#include "model/api/clientpool.h"
#include "model/api/coverage.h"
#include "model/api/ratelimit.h"
#include "model/core/clock.h"
#include "model/events/eventstore.h"
#include "tests/model/api/sampleevents.h"
#include "tests/model/api/stubstream.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Each answer is told, with its try and what its page says against the server.
class TestReadRecords : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsEveryRequest();
    void tellsTriesAndWhy();
    void tellsWhatAPageSaysAgainstTheServer_data();
    void tellsWhatAPageSaysAgainstTheServer();
    void whoIsToldMayStopTheRead();
    void waitsTogetherOnlyWhenAllWait();
    void givesUpOnOnePage();

private:
    void make(int windows);
    bool read();

    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    const Instant m_now = *tryParseIsoInstant("2026-11-23T12:00:00Z");
    const FixedClock m_clock{m_now};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StubServer> m_server;
    StubStream m_stream;
    QNetworkAccessManager m_network;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Coverage> m_coverage;
    std::unique_ptr<ClientPool> m_clients;
    RateLimit m_rate;
    std::unique_ptr<Backfill> m_read;
    std::vector<RequestRecord> m_records;
    std::vector<FetchProgress> m_told;
};

void TestReadRecords::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_read.reset();
    m_clients.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<StubServer>();
    m_stream = StubStream::even(1000, m_now - 80 * 24h, 110min);
    m_stream.date = m_now + 61s;
    m_server->setFallback([this](const StubRequest &request) { return m_stream.answer(request); });
    m_rate = RateLimit();
}

void TestReadRecords::make(int windows)
{
    m_store = std::move(*EventStore::open(m_folder->filePath(u"events"_s), m_catalogue));
    m_database = std::make_unique<Database>(
        std::move(*Database::open(m_folder->filePath(u"playhead.sqlite"_s))));
    m_coverage = std::make_unique<Coverage>(std::move(*Coverage::load(*m_database, u"store"_s, 0)));
    m_clients = std::make_unique<ClientPool>(m_network,
                                             m_catalogue,
                                             m_clock,
                                             ClientSettings{5s, 5s, 1024 * 1024},
                                             windows);
    m_clients->setTarget({m_server->url(), "sk_test_secret"});
    m_read = std::make_unique<Backfill>(*m_store,
                                        *m_clients,
                                        m_rate,
                                        *m_coverage,
                                        m_catalogue,
                                        m_clock,
                                        RetrySettings{8, 1ms, 4ms});
    m_records.clear();
    m_told.clear();
    connect(m_read.get(), &Backfill::requestAnswered, this, [this](const RequestRecord &record) {
        m_records.push_back(record);
    });
    connect(m_read.get(), &Backfill::progressChanged, this, [this] {
        m_told.push_back(m_read->progress());
    });
}

bool TestReadRecords::read()
{
    FetchQuery query;
    query.scope.range = {m_now - 89 * 24h, m_now};
    m_read->start(query);
    return QTest::qWaitFor([this] { return !m_read->progress().isActive(); }, 30'000);
}

void TestReadRecords::tellsEveryRequest()
{
    make(6);
    QVERIFY(read());
    QCOMPARE(m_read->progress().state, FetchState::Done);
    QCOMPARE(m_records.size(), size_t(m_server->requests().size()));
    QCOMPARE(m_records.size(), size_t(m_read->progress().requests));
    std::set<QByteArray> sent;
    for (const StubRequest &request : m_server->requests()) {
        sent.insert(request.target);
    }
    int events = 0;
    for (const RequestRecord &record : m_records) {
        QCOMPARE(record.purpose, RequestPurpose::Backfill);
        QCOMPARE(record.tryNumber, 1);
        QCOMPARE(record.facts.status, 200);
        QCOMPARE(record.sentAt, m_now);
        QVERIFY(record.facts.bodyBytes > 0);
        QVERIFY(record.error.message.isEmpty() && record.notes.isEmpty());
        QVERIFY(sent.contains((u"/events?"_s + record.url.query(QUrl::FullyEncoded)).toLatin1()));
        QVERIFY(record.events == 100 || record.next.isEmpty() || record.events == 0);
        events += record.events;
    }
    QVERIFY(events >= 1000);
}

void TestReadRecords::tellsTriesAndWhy()
{
    m_server->queue({503, {}, {}, Travel::Whole});
    m_server->queue({200, "{", {}, Travel::Whole});
    make(1);
    QVERIFY(read());
    QCOMPARE(m_records.at(0).tryNumber, 1);
    QCOMPARE(m_records.at(0).error.code, ErrorCode::ServerFailed);
    QCOMPARE(m_records.at(1).tryNumber, 2);
    QCOMPARE(m_records.at(1).error.code, ErrorCode::Malformed);
    QCOMPARE(m_records.at(2).tryNumber, 3);
    QCOMPARE(m_records.at(2).request, m_records.at(0).request);
    QVERIFY(m_records.at(2).error.message.isEmpty());
    QCOMPARE(m_records.at(3).tryNumber, 1);
    QCOMPARE(m_records.at(3).request.after, m_records.at(2).next);
}

void TestReadRecords::tellsWhatAPageSaysAgainstTheServer_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("note");
    QTest::addColumn<ErrorCode>("code"); // Internal = the page is taken.
    QTest::newRow("repeats") << u"repeats"_s << u"came again"_s << ErrorCode::Malformed;
    QTest::newRow("newest first") << u"newest"_s << u"newest first"_s << ErrorCode::BadRequest;
    QTest::newRow("begins anew") << u"anew"_s << u"before the cursor"_s << ErrorCode::CursorUnknown;
    QTest::newRow("another stream") << u"stream"_s << QString() << ErrorCode::Conflict;
    QTest::newRow("out of range") << u"outside"_s << u"outside the range"_s << ErrorCode::Internal;
}

void TestReadRecords::tellsWhatAPageSaysAgainstTheServer()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, note);
    QFETCH(const ErrorCode, code);
    StubAnswer last;
    m_server->setFallback([this, &last, fault](const StubRequest &request) {
        StubStream stream = m_stream;
        if (request.number == 3 && fault == u"repeats"_s) {
            return last;
        }
        stream.isNewestFirst = request.number == 1 && fault == u"newest"_s;
        stream.streamId = fault != u"stream"_s ? "" : request.number < 3 ? "demo-1" : "demo-2";
        stream.ignoresRangeEnd = fault == u"outside"_s;
        StubRequest asked = request;
        if (request.number == 3 && fault == u"anew"_s) {
            asked.target = "/events?limit=100";
        }
        return last = stream.answer(asked);
    });
    make(1);
    QVERIFY(read());
    const auto noted = std::find_if(m_records.begin(), m_records.end(), [](const auto &record) {
        return !record.notes.isEmpty() || !record.error.message.isEmpty();
    });
    QVERIFY(noted != m_records.end());
    const QString said = noted->notes.join(u'\n');
    QVERIFY2(note.isEmpty() ? said.isEmpty() : said.contains(note), qPrintable(said));
    if (code == ErrorCode::Internal) {
        QVERIFY(noted->error.message.isEmpty());
        QCOMPARE(m_read->progress().state, FetchState::Done);
        QCOMPARE(m_store->snapshot().rowCount(), 1000u);
        QCOMPARE(m_read->progress().duplicates, 0u);
    } else {
        QCOMPARE(noted->error.code, code);
    }
}

void TestReadRecords::whoIsToldMayStopTheRead()
{
    make(6);
    connect(m_read.get(), &Backfill::requestAnswered, this, [this](const RequestRecord &) {
        if (m_records.size() == 3) {
            m_read->stop();
        }
    });
    QVERIFY(read());
    QCOMPARE(m_read->progress().state, FetchState::Stopped);
    QCOMPARE(m_records.size(), size_t(3));
    const quint64 events = m_read->progress().events;
    QCOMPARE(events, quint64(m_records.at(0).events + m_records.at(1).events));
    QCOMPARE(m_store->snapshot().rowCount(), events);
    m_read->goOn();
    QTRY_COMPARE(m_read->progress().state, FetchState::Done);
    QCOMPARE(m_read->progress().events, 1000u);
    QCOMPARE(m_read->progress().duplicates, 0u);
}

void TestReadRecords::waitsTogetherOnlyWhenAllWait()
{
    // The first page of one window fails a few times while the other five are read.
    QByteArray failing;
    int failures = 0;
    m_server->setFallback([this, &failing, &failures](const StubRequest &request) {
        if (failing.isEmpty()) {
            failing = request.target;
        }
        if (request.target == failing && ++failures < 5) {
            return StubAnswer{503, {}, {}, Travel::Whole};
        }
        return m_stream.answer(request);
    });
    make(6);
    QVERIFY(read());
    QCOMPARE(m_read->progress().state, FetchState::Done);
    QCOMPARE(m_read->progress().retries, 4u);
    const int open =
        std::max_element(m_told.begin(), m_told.end(), [](const auto &a, const auto &b) {
            return a.windowsOpen < b.windowsOpen;
        })->windowsOpen;
    QCOMPARE(open, 6);
    for (const FetchProgress &told : m_told) {
        QVERIFY(told.windows <= quint64(told.windowsInAll));
        QVERIFY(told.state != FetchState::Waiting || told.failedTries > 0);
    }
}

void TestReadRecords::givesUpOnOnePage()
{
    m_server->setFallback([this](const StubRequest &request) {
        // One window's first page never comes.
        const auto since = tryParseIsoInstant(request.parameter(u"range_start"_s).toLatin1());
        return since && *since > m_now - 20 * 24h ? StubAnswer{502, {}, {}, Travel::Whole}
                                                  : m_stream.answer(request);
    });
    make(6);
    QVERIFY(read());
    QCOMPARE(m_read->progress().state, FetchState::Failed);
    QCOMPARE(m_read->progress().error.code, ErrorCode::ServerFailed);
    QCOMPARE(m_read->progress().failedTries, 8);
    QCOMPARE(m_read->progress().failingSince, m_now);
    QVERIFY(m_read->progress().error.message.contains(u"8 times"_s));
    QVERIFY(m_read->progress().share < 1);
    m_server->setFallback([this](const StubRequest &request) { return m_stream.answer(request); });
    m_read->goOn();
    QTRY_COMPARE(m_read->progress().state, FetchState::Done);
    QCOMPARE(m_read->progress().events, 1000u);
    QCOMPARE(m_store->snapshot().rowCount(), 1000u);
}

QTEST_GUILESS_MAIN(TestReadRecords)
#include "tst_readrecords.moc"
