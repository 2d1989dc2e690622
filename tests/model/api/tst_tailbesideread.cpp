// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A feed whose server answers or, once told, is silent; a tail polls once and then rests.
class SilentFixture : public FeedFixture
{
public:
    SilentFixture()
    {
        tail.every = tail.longestPause = 1h;
        stream = StubStream::even(150, now - 2h, 10s);
        stream.date = now + 61s;
        server.setFallback([this](const StubRequest &request) {
            return isSilent ? StubAnswer{200, {}, {}, Travel::Silence} : stream.answer(request);
        });
    }

    /// A read begins and waits for its first answer.
    bool beginRead()
    {
        server.forget();
        feed->fetch(query());
        return QTest::qWaitFor([this] { return !server.requests().isEmpty(); });
    }
    const TailStatus &status() const { return feed->tailStatus(); }

    bool isSilent = false;
};

} // namespace

/// A read has the server to itself: no poll is sent only to be dropped.
class TestTailBesideRead : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void staysPausedFromReadToRead();
    void startsPausedDuringARead();
};

void TestTailBesideRead::staysPausedFromReadToRead()
{
    SilentFixture f;
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    const quint64 requests = f.status().requests;
    f.isSilent = true;
    for (int read = 0; read < 3; ++read) {
        QVERIFY(f.beginRead());
        QTRY_COMPARE(f.status().state, TailState::Paused);
        QCOMPARE(f.status().requests, requests);
        QCOMPARE(f.server.requests().size(), 1);
    }
    f.isSilent = false;
    f.feed->stop();
    QTRY_COMPARE(f.status().polls, 2u);
    QCOMPARE(f.status().state, TailState::Live);
    QCOMPARE(f.status().requests, requests + 1);
}

void TestTailBesideRead::startsPausedDuringARead()
{
    SilentFixture f;
    QVERIFY(f.open());
    f.isSilent = true;
    QVERIFY(f.beginRead());
    f.feed->startTail(f.query().scope);
    QTRY_COMPARE(f.status().state, TailState::Paused);
    QCOMPARE(f.status().requests, 0u);
    f.isSilent = false;
    f.feed->stop();
    QTRY_COMPARE(f.status().polls, 1u);
    QVERIFY(f.stored() == f.stream.allRaw());
    QVERIFY(!f.covered(f.query()).empty());
}

QTEST_GUILESS_MAIN(TestTailBesideRead)
#include "tst_tailbesideread.moc"
