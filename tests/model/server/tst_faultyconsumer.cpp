// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/faultydemo.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestFaultyConsumer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void consumersThatTryAgainLoseNothing();

private:
    FaultyDemo m_demo;
};

namespace {

/// A consumer as semantics 7 asks for: it takes a page only when all of it is right, and asks again when it is not.
class Consumer
{
public:
    explicit Consumer(const QUrl &url)
        : m_url(url)
    {
        m_url.setPath(u"/events"_s);
    }

    std::vector<QByteArray> events;
    int failures = 0;
    int requests = 0;

    /// False when one page failed too often.
    bool run(const QByteArray &query)
    {
        QByteArray after;
        bool isDone = false;
        for (int tries = 0; !isDone && tries < 50;) {
            const auto page = readOnce(query + (after.isEmpty() ? "" : "&after=" + after));
            const bool isRepeated = page && !after.isEmpty() && page->after == after;
            if (!page || isRepeated) {
                ++failures;
                ++tries;
                continue;
            }
            tries = 0;
            take(*page);
            after = page->after;
            isDone = after.isEmpty();
        }
        return isDone;
    }

private:
    std::optional<ServedPage> readOnce(const QByteArray &query)
    {
        ++requests;
        m_url.setQuery(QString::fromLatin1(query));
        QNetworkRequest request(m_url);
        request.setRawHeader("Authorization", "Bearer sk_test_playhead");
        const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(20'000)) {
            return std::nullopt;
        }
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const ServedPage page = readPage(reply->readAll());
        return status == 200 && page.isRight ? std::optional(page) : std::nullopt;
    }
    void take(const ServedPage &page)
    {
        for (const QByteArray &event : page.events) {
            if (!m_ids.contains(idOf(event))) {
                m_ids.insert(idOf(event));
                events.push_back(event);
            }
        }
    }

    QNetworkAccessManager m_manager;
    QUrl m_url;
    QSet<QByteArray> m_ids;
};

} // namespace

void TestFaultyConsumer::consumersThatTryAgainLoseNothing()
{
    for (const quint64 seed : {1, 2, 3}) {
        LocalApiConfig config;
        config.waiter = [](std::chrono::milliseconds) {};
        config.faults = planOf({"rate-limit=0.05",
                                "error-500=0.05,burst=2",
                                "error-503=0.05",
                                "delay=0.05",
                                "stall=0.05",
                                "slow=0.05",
                                "reset=0.05",
                                "reset-body=0.05",
                                "cut=0.05",
                                "cut-chunked=0.05",
                                "cut-gzip=0.05",
                                "wrong-json=0.05",
                                "no-metadata=0.05",
                                "repeat-page=0.05",
                                "doubled-event=0.05",
                                "out-of-order=0.05",
                                "clock-skew=120"},
                               seed);
        const auto api = m_demo.serve(std::move(config));
        QVERIFY(api);
        Consumer consumer(api->url());
        QVERIFY(consumer.run("limit=4"));
        QVERIFY(consumer.failures > 50);
        std::vector<QByteArray> expected = m_demo.demo.source;
        std::sort(expected.begin(), expected.end());
        std::sort(consumer.events.begin(), consumer.events.end());
        QCOMPARE(consumer.events, expected);
        // Every fault has hit at least once.
        QByteArray faults;
        for (const ServedRequest &line : api->journal().newerThan(0)) {
            faults += line.faults + ", ";
        }
        for (const FaultSetting &setting : api->faults().settings) {
            QVERIFY2(faults.contains(faultSpec(setting.kind).name + ' ')
                         || faults.contains(faultSpec(setting.kind).name + ','),
                     faultSpec(setting.kind).name.constData());
        }
        qInfo("seed %llu: %d requests, %d tried again", seed, consumer.requests, consumer.failures);
    }
}

QTEST_GUILESS_MAIN(TestFaultyConsumer)
#include "tst_faultyconsumer.moc"
