// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// A million requests over kept connections to a local Events API, each answer checked, and to one that makes faults, and no
// growth of memory. The environment variable PLAYHEAD_SOAK_REQUESTS sets another number.
#include "tests/model/server/faultydemo.h"
#include "tests/model/server/soakquestions.h"
#include "tests/support/processmemory.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <deque>
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

/// What became of the questions to the server that makes faults.
struct Tally
{
    quint64 asked = 0;
    quint64 refused = 0; ///< A whole refusal that only a fault explains.
    quint64 broken = 0; ///< No whole answer.
    quint64 other = 0; ///< A whole page, but not the right one.
};

/// One client that asks what it likes of a server; now and then it goes away in the middle of things.
class Client
{
public:
    Client(quint16 port, bool makesFaults, const Questions &questions, unsigned seed)
        : m_port(port)
        , m_makesFaults(makesFaults)
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
            const bool isSent = m_connection->send(
                goesAway && m_random() % 2 == 0 ? all.first(all.size() / 2) : all);
            if (goesAway) {
                m_connection->close();
                continue;
            }
            const auto answer = isSent ? m_connection->receive(question.hasBody)
                                       : KeptConnection::Answer();
            if (m_makesFaults) {
                judge(question, answer);
            } else if (!isRight(question, answer)) {
                return question.request + answer.head.toByteArray() + answer.body.toByteArray();
            }
        }
        return {};
    }

    const Tally &tally() const { return m_tally; }

private:
    void judge(const Question &question, const KeptConnection::Answer &answer)
    {
        ++m_tally.asked;
        if (isRight(question, answer)) {
            return;
        }
        m_tally.broken += answer.isWhole ? 0 : 1;
        m_tally.refused += answer.isWhole && answer.status >= 400 ? 1 : 0;
        m_tally.other += answer.isWhole && answer.status == 200 ? 1 : 0;
    }

    quint16 m_port;
    bool m_makesFaults;
    const Questions *m_questions;
    std::mt19937 m_random;
    std::optional<KeptConnection> m_connection;
    Tally m_tally;
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

    /// The same demo with every fault; the waiting that they bring costs nothing.
    std::unique_ptr<LocalEventsApi> serveWithFaults() const
    {
        LocalApiConfig config;
        config.source = bytesSource(m_demo.source);
        config.clock = std::make_shared<FixedClock>(m_demo.plan.end + std::chrono::seconds(61));
        config.faults = planOf({"rate-limit=0.02",
                                "error-500=0.01,burst=3",
                                "error-503=0.02",
                                "error-status=0.01,status=504",
                                "delay=0.2,jitter=100",
                                "stall=0.01",
                                "slow=0.05,bytes-per-second=100000",
                                "reset=0.01",
                                "reset-body=0.01",
                                "cut=0.01",
                                "cut-chunked=0.01",
                                "cut-gzip=0.02",
                                "wrong-json=0.01",
                                "no-metadata=0.01",
                                "missing-field=0.01",
                                "repeat-page=0.01",
                                "doubled-event=0.01",
                                "out-of-order=0.01",
                                "updated-at-back=0.005",
                                "unknown-type=0.005",
                                "hold-back=0.005",
                                "lost-cursor=0.005",
                                "clock-skew=-5"});
        config.waiter = [](std::chrono::milliseconds) {};
        auto started = LocalEventsApi::start(std::move(config), *m_demo.catalogue);
        return started ? std::move(*started) : nullptr;
    }

    ServedDemo m_demo;
};

void SoakLocalEventsApi::keepsItsMemoryOverAMillionRequests()
{
    const int wanted = qEnvironmentVariableIntValue("PLAYHEAD_SOAK_REQUESTS");
    const quint64 requests = wanted > 0 ? quint64(wanted) : 1'000'000;
    const Questions questions(m_demo);
    const auto faulty = serveWithFaults();
    QVERIFY(faulty && faulty->faults().settings.size() == kFaultKinds - 1);
    std::deque<Client> clients;
    for (unsigned i = 0; i < kClients; ++i) {
        const bool makesFaults = i % 4 == 3;
        const QUrl url = makesFaults ? faulty->url() : m_demo.api->url();
        clients.emplace_back(quint16(url.port()), makesFaults, questions, i);
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
    Tally all;
    for (const Client &client : clients) {
        all.asked += client.tally().asked;
        all.refused += client.tally().refused;
        all.broken += client.tally().broken;
        all.other += client.tally().other;
    }
    qInfo("of %llu with faults: %llu refused, %llu broken, %llu other",
          all.asked,
          all.refused,
          all.broken,
          all.other);
    for (const quint64 kind : {all.refused, all.broken, all.other}) {
        QVERIFY(kind > all.asked / 50 && kind < all.asked / 3);
    }
    // All but those whose client went away in the middle of the request have been answered.
    QTRY_VERIFY(m_demo.api->journal().count() + faulty->journal().count() > requests * 98 / 100);
}

QTEST_GUILESS_MAIN(SoakLocalEventsApi)
#include "soak_localeventsapi.moc"
