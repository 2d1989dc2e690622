// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/windowread.h"
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Events in clusters, with equal times and equal milliseconds; `late` in a hundred are listed behind younger ones.
StubStream randomStream(QRandomGenerator &random, Instant now, int late)
{
    const int count = random.bounded(5) == 0 ? random.bounded(120) : random.bounded(2600);
    const Duration span = random.bounded(3) == 0 ? Duration(2min) : Duration(88 * 24h);
    std::vector<Instant> times;
    Instant t = now - span - 1h;
    while (int(times.size()) < count) {
        switch (random.bounded(12)) {
        case 0:
            t += Duration(qint64(random.generateDouble() * double(span.count()) / 40));
            break;
        case 1:
        case 2:
            break;
        case 3:
            t += Duration(random.bounded(1000));
            break;
        default:
            t += Duration(qint64(random.generateDouble() * double(span.count()) / 5000));
        }
        times.push_back(std::min(t, now - 1s));
    }
    StubStream stream;
    for (int i = 0; i < count; ++i) {
        // The ids do not tell the order.
        const int number = int(qint64(i) * 7919 % 100'003);
        stream.events.push_back({sampleId(number),
                                 "user.created",
                                 "org_one",
                                 times[size_t(i)],
                                 sampleEvent(number, times[size_t(i)], "user.created")});
    }
    for (size_t i = 0; i + 8 < stream.events.size(); ++i) {
        const auto place = stream.events.begin() + std::ptrdiff_t(i);
        if (int(random.bounded(100)) < late
            && (place + 7)->createdAt - place->createdAt < kLatestArrival) {
            std::rotate(place, place + 1, place + 1 + random.bounded(7));
        }
    }
    stream.date = now + 61s;
    stream.ignoresRangeEnd = random.bounded(4) == 0;
    stream.isStartExclusive = random.bounded(2) == 0;
    stream.isEndInclusive = random.bounded(2) == 0;
    stream.fullLastPageHasCursor = random.bounded(2) == 0;
    return stream;
}

/// Every fault that is tried again (semantics 7), and refusals that end the read until it goes on.
class RandomFaults
{
public:
    RandomFaults(StubStream &stream, quint32 seed, int faultsInHundred, bool forgetsCursors)
        : m_stream(stream)
        , m_random(seed)
        , m_faultsInHundred(faultsInHundred)
        , m_forgetsCursors(forgetsCursors)
    {}

    StubAnswer answer(const StubRequest &request)
    {
        const StubAnswer good = m_stream.answer(request);
        const QByteArray after = request.parameter(u"after"_s).toUtf8();
        if (int(m_random.bounded(100)) < m_faultsInHundred) {
            return m_random.bounded(12) == 0 ? refusal(after) : fault(good, after);
        }
        const QRegularExpressionMatch next =
            QRegularExpression(u"\"after\":\"([^\"]+)\""_s).match(QString::fromUtf8(good.body));
        if (next.hasMatch()) {
            m_pageBefore.insert(next.captured(1).toUtf8(), good.body);
        }
        return good;
    }

private:
    StubAnswer fault(const StubAnswer &good, const QByteArray &after)
    {
        static const int statuses[] = {408, 429, 500, 502, 503, 504};
        static const Travel ways[] = {Travel::CutWithLength,
                                      Travel::CutWithoutLength,
                                      Travel::CutChunked,
                                      Travel::CutDeflated,
                                      Travel::ResetBefore,
                                      Travel::ResetInside};
        switch (m_random.bounded(16)) {
        case 0:
            return {200, good.body, {}, Travel::StallInside};
        case 1:
            return {200, {}, {}, m_random.bounded(2) == 0 ? Travel::Silence : Travel::SlowBytes};
        case 2:
            return {200, good.body.chopped(1), {}, Travel::Whole};
        case 3:
            return {200, R"({"object":"list","data":[]})", {}, Travel::Whole};
        case 4:
            return {200, R"({"data":[{"id":"event_x"}],"list_metadata":{}})", {}, Travel::Whole};
        case 5:
            return {200, m_pageBefore.value(after, "[]"), {}, Travel::Whole};
        case 6:
        case 7:
        case 8:
        case 9:
            return {200, good.body, {}, ways[m_random.bounded(6)]};
        default:
            return {statuses[m_random.bounded(6)], "\"no\"", {{"Retry-After", "0"}}, Travel::Whole};
        }
    }

    StubAnswer refusal(const QByteArray &after)
    {
        switch (m_random.bounded(m_forgetsCursors && !after.isEmpty() ? 7 : 4)) {
        case 0:
            return {401, "{}", {}, Travel::Whole};
        case 1:
            return {400, R"({"message":"No."})", {}, Travel::Whole};
        case 2:
            return {302, {}, {{"Location", "https://example.com/events"}}, Travel::Whole};
        case 3:
            return {200, {}, {}, Travel::Endless};
        default:
            return {400,
                    R"({"message":"Event not found: ')" + after + R"('."})",
                    {},
                    Travel::Whole};
        }
    }

    StubStream &m_stream;
    QRandomGenerator m_random;
    int m_faultsInHundred;
    bool m_forgetsCursors;
    QHash<QByteArray, QByteArray> m_pageBefore; ///< By the cursor that it ends with.
};

} // namespace

/// Random events, windows, faults, stops and restarts: what is stored is always what was served, in order, once.
class TestRandomReads : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void endWithWhatWasServed_data();
    void endWithWhatWasServed();
};

void TestRandomReads::endWithWhatWasServed_data()
{
    QTest::addColumn<quint32>("seed");
    bool isSet = false;
    const quint32 first = quint32(qEnvironmentVariableIntValue("PLAYHEAD_FIRST_SEED", &isSet));
    for (quint32 seed = isSet ? first : 1; seed < (isSet ? first : 1) + 24; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

void TestRandomReads::endWithWhatWasServed()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    FeedFixture f;
    // By time, as after a restart, what is listed late can be missed (semantics 8): then only stops.
    const bool canRestart = random.bounded(2) == 0;
    f.stream = randomStream(random, f.now, canRestart ? 0 : 5);
    f.client = {400ms, 150ms, 2 * 1024 * 1024};
    f.windows = std::array{1, 2, 3, 6, 8, 16}[random.bounded(6)];
    if (random.bounded(2) == 0) {
        f.server.answerInRandomOrder(seed);
    }
    RandomFaults faults(f.stream, seed, int(random.bounded(25)), canRestart);
    f.server.setFallback([&faults](const StubRequest &request) { return faults.answer(request); });
    const int stopsInHundred = int(random.bounded(8));
    connect(&f.server, &StubServer::requested, this, [&f, &random, stopsInHundred] {
        if (int(random.bounded(100)) < stopsInHundred) {
            f.feed->stop();
        }
    });

    FetchQuery query = f.query();
    if (random.bounded(2) == 0) {
        query.scope.range.since += std::chrono::hours(random.bounded(40 * 24));
        query.scope.range.until -= Duration(random.bounded(1'000'000'000));
    }
    std::vector<StubStream::Event> expected;
    std::copy_if(f.stream.events.begin(),
                 f.stream.events.end(),
                 std::back_inserter(expected),
                 [&query](const StubStream::Event &event) {
                     return query.scope.range.contains(event.createdAt);
                 });
    std::stable_sort(expected.begin(), expected.end(), [](const auto &a, const auto &b) {
        return a.createdAt < b.createdAt;
    });

    QVERIFY(f.open());
    f.feed->fetch(query);
    for (int breaks = 0; breaks < 2000; ++breaks) {
        QVERIFY(f.waitForEnd());
        QCOMPARE(f.feed->progress().duplicates, 0u);
        if (f.feed->progress().state == FetchState::Done) {
            break;
        }
        if (canRestart && random.bounded(3) == 0) {
            f.reopen();
            query.skipCovered = true;
            f.feed->fetch(query);
        } else {
            f.feed->goOn();
        }
    }
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    std::vector<QByteArray> served;
    for (const StubStream::Event &event : expected) {
        served.push_back(event.raw);
    }
    QCOMPARE(f.stored().size(), served.size());
    QVERIFY(f.stored() == served);
    QCOMPARE(f.covered(query), TimeRanges{query.scope.range});
}

QTEST_GUILESS_MAIN(TestRandomReads)
#include "tst_randomreads.moc"
