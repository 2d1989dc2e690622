// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A server that shows each event a while after it happened, at its place by time, and whose clock goes on with each request.
/// Now and then it refuses the key or no longer knows a cursor.
class HidingFixture : public FeedFixture
{
public:
    HidingFixture(quint32 seed, Duration longest)
        : m_random(seed)
    {
        for (int i = 0; i < 1000; ++i) {
            const Instant t = now - 260s + Duration(200ms) * i;
            stream.events.push_back({sampleId(i), "user.created", {}, t, sampleEvent(i, t)});
            m_shownAt.push_back(t + Duration(m_random.bounded(qint64(longest.count()))));
        }
        windows = 1 + m_random.bounded(3);
        m_date = now - 150s;
        server.setFallback([this](const StubRequest &request) { return answer(request); });
    }

    FetchQuery query() const
    {
        FetchQuery query = FeedFixture::query();
        query.scope.range.since = now - 1h;
        return query;
    }
    /// Whether all events in `range` that the server has are stored.
    bool hasAll(const TimeRange &range) const
    {
        const EventSnapshot events = feed->snapshot();
        return std::all_of(stream.events.begin(), stream.events.end(), [&](const auto &event) {
            return !range.contains(event.createdAt) || events.find(EventId(event.id));
        });
    }
    /// Whether nothing that comes before the last settled event is missing.
    bool isSettled() const
    {
        const auto last = feed->snapshot().find(feed->progress().lastEventId);
        return !last || hasAll({now - 1h, feed->snapshot().createdAt(*last)});
    }
    /// From now on nothing is hidden, and nothing fails.
    void showAll() { m_isOpen = true; }

private:
    StubAnswer answer(const StubRequest &request)
    {
        if (m_isOpen) {
            stream.date = now + 61s;
            return stream.answer(request);
        }
        const int chance = int(m_random.bounded(5));
        m_date += std::chrono::seconds(m_random.bounded(chance == 0 ? 150 : 3));
        if (chance == 0) {
            return {401, "{}", {}, Travel::Whole};
        }
        if (chance == 1 && request.has(u"after"_s)) {
            return {404,
                    R"({"message":"Event not found","code":"entity_not_found"})",
                    {},
                    Travel::Whole};
        }
        StubStream shown;
        shown.date = m_date;
        for (size_t i = 0; i < stream.events.size(); ++i) {
            if (m_shownAt[i] <= m_date) {
                shown.events.push_back(stream.events[i]);
            }
        }
        return shown.answer(request);
    }

    QRandomGenerator m_random;
    std::vector<Instant> m_shownAt; ///< By number of the event.
    Instant m_date;
    bool m_isOpen = false;
};

} // namespace

/// What counts as read or settled leaves nothing out, whenever a read was broken off and went on.
class TestHiddenReads : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void coverageLeavesNothingOut_data();
    void coverageLeavesNothingOut();
};

void TestHiddenReads::coverageLeavesNothingOut_data()
{
    QTest::addColumn<int>("hiddenSeconds");
    QTest::newRow("up to the margin of the coverage") << 59;
    QTest::newRow("up to the margin of what is settled") << 9;
}

void TestHiddenReads::coverageLeavesNothingOut()
{
    QFETCH(const int, hiddenSeconds);
    int goneOn = 0;
    int settled = 0;
    for (quint32 seed = 1; seed <= 12; ++seed) {
        const QString told = u"seed %1"_s.arg(seed);
        HidingFixture f(seed, std::chrono::seconds(hiddenSeconds));
        QVERIFY(f.open());
        QVERIFY(f.read(f.query()));
        for (; f.feed->progress().state == FetchState::Failed; ++goneOn) {
            QVERIFY2(hiddenSeconds > 9 || f.isSettled(), qPrintable(told));
            f.feed->goOn();
            QVERIFY(f.waitForEnd());
        }
        QVERIFY2(f.feed->progress().state == FetchState::Done, qPrintable(told));
        QVERIFY2(hiddenSeconds > 9 || f.isSettled(), qPrintable(told));
        settled += f.feed->progress().lastEventId.isEmpty() ? 0 : 1;
        for (const TimeRange &range : f.covered(f.query())) {
            QVERIFY2(f.hasAll(range), qPrintable(told));
        }
        f.showAll();
        FetchQuery rest = f.query();
        rest.skipCovered = true;
        QVERIFY(f.read(rest));
        QVERIFY2(f.stored() == f.stream.allRaw(), qPrintable(told));
    }
    QCOMPARE(settled, 12);
    QVERIFY2(goneOn > 15, qPrintable(QString::number(goneOn)));
}

QTEST_GUILESS_MAIN(TestHiddenReads)
#include "tst_hiddenreads.moc"
