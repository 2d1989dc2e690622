// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// A million requests to a local Events API over kept connections, each answer checked, and no growth of memory. The
// environment variable PLAYHEAD_SOAK_REQUESTS sets another number.
#include "tests/model/server/serveddemo.h"
#include "tests/support/keptconnection.h"
#include "tests/support/processmemory.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <deque>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

constexpr int kClients = 8;
/// So many fill the request journal, the heaps of all threads and the buffers of all connections.
constexpr quint64 kWarmUp = 50'000;
/// A leak of 8 bytes a request, less than the smallest block of memory, would be nearly as much.
constexpr double kMostGrowth = 8e6;
// The sanitizer keeps what is freed, to notice its use.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kTellsMemory = false;
#else
constexpr bool kTellsMemory = true;
#endif

/// One question and the only right answer to it.
struct Question
{
    QByteArray request;
    int status = 200;
    QByteArray body;
    bool isPacked = false;
    bool hasBody = true;
};

/// What is asked of the served demo, with answers made from its events without asking the server.
class Questions
{
public:
    explicit Questions(const ServedDemo &demo)
        : m_demo(&demo)
    {
        addPages();
        addFilters();
        addRefusals();
    }

    const Question &any(std::mt19937 &random) const { return m_all[random() % m_all.size()]; }

private:
    QByteArray pageOf(const std::vector<size_t> &rows, bool hasMore) const
    {
        QByteArrayList events;
        for (const size_t row : rows) {
            events.append(m_demo->source[row]);
        }
        return R"({"object":"list","data":[)" + events.join(',') + R"(],"list_metadata":{"after":)"
               + (hasMore ? '"' + m_demo->fields[rows.back()].id + '"' : QByteArray("null")) + "}}";
    }
    static QByteArray requestOf(const QByteArray &target,
                                const QByteArray &headers = kKeyHeader,
                                const QByteArray &method = "GET")
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
    }
    void add(const QByteArray &target, const QByteArray &body)
    {
        m_all.push_back({requestOf(target), 200, body});
        m_all.push_back({requestOf(target, kKeyHeader, "HEAD"), 200, {}, false, false});
        m_all.push_back({requestOf(target, kKeyHeader + QByteArray("Accept-Encoding: gzip\r\n")),
                         200,
                         body,
                         true});
    }

    void addPages()
    {
        const size_t count = m_demo->source.size();
        for (const size_t limit : {size_t(1), size_t(10), size_t(37), size_t(100)}) {
            for (size_t first = 0; first < count; first += 45) {
                std::vector<size_t> rows;
                for (size_t row = first; row < std::min(first + limit, count); ++row) {
                    rows.push_back(row);
                }
                QByteArray target = "/events?limit=" + QByteArray::number(qulonglong(limit));
                if (first > 0) {
                    target += "&after=" + m_demo->fields[first - 1].id;
                }
                add(target, pageOf(rows, rows.back() + 1 < count));
            }
        }
    }
    void addFilters()
    {
        QHash<QByteArray, std::vector<size_t>> byType;
        QHash<QByteArray, std::vector<size_t>> byOrganization;
        for (size_t row = 0; row < m_demo->fields.size(); ++row) {
            byType[m_demo->fields[row].type].push_back(row);
            byOrganization[m_demo->fields[row].organizationId].push_back(row);
        }
        byOrganization.remove({});
        const auto addAll = [this](const QByteArray &name, const auto &groups) {
            for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
                const size_t size = std::min<size_t>(group->size(), 20);
                const std::vector<size_t> rows(group->begin(),
                                               group->begin() + std::ptrdiff_t(size));
                add("/events?limit=20&" + name + '=' + group.key(),
                    pageOf(rows, size < group->size()));
            }
        };
        addAll("events", byType);
        addAll("organization_id", byOrganization);
    }
    void addRefusals()
    {
        const auto refuse = [this](const QByteArray &request, int status, const QByteArray &body) {
            for (int often = 0; often < 10; ++often) {
                m_all.push_back({request, status, body});
            }
        };
        refuse(requestOf("/events", {}),
               401,
               R"({"message":"Unauthorized","code":"unauthorized"})");
        refuse(requestOf("/none?after=event_1"), 404, R"({"message":"Not Found"})");
        refuse(requestOf("/events", kKeyHeader + QByteArray("Content-Length: 4\r\n"), "POST")
                   + "body",
               405,
               R"({"message":"Method Not Allowed"})");
        refuse(requestOf("/events?after=event_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
               400,
               R"({"message":"Event not found: 'event_01ARZ3NDEKTSV4RRFFQ69G5FAV'."})");
        refuse(
            requestOf("/events?limit=0"),
            422,
            R"({"message":"Validation failed.","errors":[{"code":"invalid","field":"limit","message":"limit must be a whole number from 1 to 100."}]})");
        refuse(requestOf("/events", "Origin: https://page.example\r\n"),
               403,
               R"({"message":"This server answers only to its own computer."})");
    }

    const ServedDemo *m_demo;
    std::vector<Question> m_all;
};

/// Whether a gzip stream says that it holds so many bytes (RFC 1952: its last four).
bool holds(QByteArrayView packed, qsizetype size)
{
    if (packed.size() < 18 || !packed.startsWith("\x1f\x8b")) {
        return false;
    }
    qsizetype told = 0;
    for (int i = 4; i > 0; --i) {
        told = told << 8 | quint8(packed[packed.size() - 5 + i]);
    }
    return told == size;
}

bool isRight(const Question &question, const KeptConnection::Answer &answer)
{
    return answer.isWhole && answer.status == question.status
           && answer.head.contains("Content-Encoding: gzip") == question.isPacked
           && (question.isPacked ? holds(answer.body, question.body.size())
                                 : answer.body == question.body);
}

/// One client that asks what it likes; now and then it goes away in the middle of things.
class Client
{
public:
    Client(quint16 port, const Questions &questions, unsigned seed)
        : m_port(port)
        , m_questions(&questions)
        , m_random(seed)
    {}

    /// Asks so many questions; what was wrong first, or nothing.
    QByteArray ask(quint64 count)
    {
        for (quint64 n = 0; n < count; ++n) {
            const Question &question = m_questions->any(m_random);
            if (!m_connection || !m_connection->isOpen()) {
                m_connection.emplace(m_port);
            }
            const bool goesAway = m_random() % 200 == 0;
            const QByteArrayView all(question.request);
            // Of those that go away, half do so in the middle of the request and half before they read the answer.
            if (!m_connection->send(goesAway && m_random() % 2 == 0 ? all.first(all.size() / 2)
                                                                    : all)) {
                return "not sent: " + question.request;
            }
            if (goesAway) {
                m_connection->close();
                continue;
            }
            const auto answer = m_connection->receive(question.hasBody);
            if (!isRight(question, answer)) {
                return question.request + answer.head.toByteArray() + answer.body.toByteArray();
            }
        }
        return {};
    }

private:
    quint16 m_port;
    const Questions *m_questions;
    std::mt19937 m_random;
    std::optional<KeptConnection> m_connection;
};

} // namespace

class SoakLocalEventsApi : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void keepsItsMemoryOverAMillionRequests();

private:
    /// Lets all clients ask so many questions together; what was wrong first.
    static QByteArray askAll(std::deque<Client> &clients, quint64 count)
    {
        std::vector<QByteArray> wrong(clients.size());
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < clients.size(); ++i) {
            threads.emplace_back([&, i] { wrong[i] = clients[i].ask(count / clients.size()); });
        }
        threads.clear();
        for (const QByteArray &text : wrong) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return {};
    }

    ServedDemo m_demo;
};

void SoakLocalEventsApi::keepsItsMemoryOverAMillionRequests()
{
    const int wanted = qEnvironmentVariableIntValue("PLAYHEAD_SOAK_REQUESTS");
    const quint64 requests = wanted > 0 ? quint64(wanted) : 1'000'000;
    const Questions questions(m_demo);
    std::deque<Client> clients;
    for (unsigned i = 0; i < kClients; ++i) {
        clients.emplace_back(quint16(m_demo.api->url().port()), questions, i);
    }
    QElapsedTimer timer;
    timer.start();
    const quint64 warmUp = std::min(kWarmUp, requests / 2);
    QCOMPARE(askAll(clients, warmUp), QByteArray());
    const double before = anonymousBytes();
    qInfo("%llu requests: %.1f MB", warmUp, before / 1e6);
    constexpr quint64 kParts = 5;
    double after = 0;
    for (quint64 part = 1; part <= kParts; ++part) {
        QCOMPARE(askAll(clients, (requests - warmUp) / kParts), QByteArray());
        after = anonymousBytes();
        qInfo("%llu requests: %.1f MB, %.0f s",
              warmUp + (requests - warmUp) / kParts * part,
              after / 1e6,
              double(timer.elapsed()) / 1e3);
    }
    QVERIFY2(!kTellsMemory || after - before <= kMostGrowth,
             qPrintable(QString::number(after - before)));
    // All but those whose client went away in the middle of the request have been answered.
    QTRY_VERIFY(m_demo.api->journal().count() > requests * 98 / 100);
}

QTEST_GUILESS_MAIN(SoakLocalEventsApi)
#include "soak_localeventsapi.moc"
