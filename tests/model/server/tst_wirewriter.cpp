// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/wirewriter.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace playhead;

class TestWireWriter : public QObject
{
    Q_OBJECT

private slots:
    void findsTheBodyWhereverTheWritesAreCut();
    void sendsNothingBeforeAReset();
    void cutsWithTheWholeLength_data();
    void cutsWithTheWholeLength();
    void endsShortWithAFittingLength();
    void sendsChunks_data();
    void sendsChunks();
    void stallsBeforeItCuts();
    void isAsSlowAsAsked_data();
    void isAsSlowAsAsked();
    void endsWithTheConnection();
};

namespace {

/// What a writer has done with an answer.
struct Wire
{
    QByteArray sent;
    std::vector<qsizetype> sizes;
    std::chrono::milliseconds waited{0};
    qsizetype breaksAfter = -1; ///< Bytes; -1 = never.
    bool goesOn = true;
    std::optional<WireWriter::Place> cut;

    void write(const WirePlan &plan, const std::vector<QByteArray> &pieces)
    {
        WireWriter writer(
            plan,
            [this](QByteArrayView bytes) {
                sent.append(bytes);
                sizes.push_back(bytes.size());
                return breaksAfter < 0 || sent.size() <= breaksAfter;
            },
            [this](std::chrono::milliseconds time) { waited += time; });
        for (const QByteArray &piece : pieces) {
            goesOn = goesOn && writer.take(piece);
        }
        cut = writer.cutPlace();
    }
    QByteArray body() const { return sent.mid(sent.indexOf("\r\n\r\n") + 4); }
    QByteArray head() const { return sent.left(sent.indexOf("\r\n\r\n") + 4); }
};

QByteArray headFor(qsizetype length)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(length)
           + "\r\nContent-Type: application/json\r\n\r\n";
}

// Looks like another head, so that a search for the empty line from behind would be seen.
const QByteArray kBody = "{\"a\":1}\r\n\r\nContent-Length: 3\r\n\r\n" + QByteArray(3000, 'x');

WirePlan cutAt(double share)
{
    WirePlan plan;
    plan.end = WirePlan::End::Cut;
    plan.bodyShare = share;
    return plan;
}

} // namespace

void TestWireWriter::findsTheBodyWhereverTheWritesAreCut()
{
    const QByteArray all = headFor(kBody.size()) + kBody;
    for (qsizetype at = 0; at < 160; ++at) {
        Wire wire;
        wire.write(cutAt(0.01), {all.left(at), all.mid(at, 7), all.mid(at + 7)});
        QCOMPARE(wire.head(), headFor(kBody.size()));
        QCOMPARE(wire.body(), kBody.left(kBody.size() / 100));
        QVERIFY(!wire.goesOn);
    }
}

void TestWireWriter::sendsNothingBeforeAReset()
{
    WirePlan plan;
    plan.end = WirePlan::End::Reset;
    plan.sendsHead = false;
    Wire wire;
    wire.write(plan, {headFor(kBody.size()), kBody});
    QVERIFY(!wire.goesOn);
    QVERIFY(wire.sent.isEmpty());
    QVERIFY(!wire.cut);
}

void TestWireWriter::cutsWithTheWholeLength_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<qint64>("bytes");
    const qint64 size = kBody.size();
    QTest::newRow("nothing is one byte") << 0.0 << qint64(1);
    QTest::newRow("half") << 0.5 << size / 2;
    QTest::newRow("nearly all is not all") << 0.999999 << size - 1;
}

void TestWireWriter::cutsWithTheWholeLength()
{
    QFETCH(double, share);
    QFETCH(qint64, bytes);
    for (const auto end : {WirePlan::End::Cut, WirePlan::End::Reset}) {
        WirePlan plan = cutAt(share);
        plan.end = end;
        Wire wire;
        wire.write(plan, {headFor(kBody.size()), kBody});
        QCOMPARE(wire.sent, headFor(kBody.size()) + kBody.left(bytes));
        QVERIFY(!wire.goesOn);
        QVERIFY(wire.cut);
        QCOMPARE(wire.cut->bytes, bytes);
        QCOMPARE(wire.cut->ofBytes, qint64(kBody.size()));
    }
}

void TestWireWriter::endsShortWithAFittingLength()
{
    WirePlan plan;
    plan.bodyShare = 0.5;
    Wire wire;
    wire.write(plan, {headFor(kBody.size()), kBody.left(10), kBody.mid(10)});
    const qsizetype half = kBody.size() / 2;
    QCOMPARE(wire.sent, headFor(half) + kBody.left(half));
    QVERIFY(wire.goesOn); // by HTTP nothing is wrong
    QCOMPARE(wire.cut->bytes, qint64(half));
}

void TestWireWriter::sendsChunks_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("whole") << 1.0;
    QTest::newRow("cut") << 0.7;
}

void TestWireWriter::sendsChunks()
{
    QFETCH(double, share);
    WirePlan plan = cutAt(share);
    plan.isChunked = true;
    plan.end = share < 1 ? WirePlan::End::Cut : WirePlan::End::Whole;
    Wire wire;
    wire.write(plan, {headFor(kBody.size()), kBody});
    QVERIFY(wire.head().contains("\r\nTransfer-Encoding: chunked\r\n"));
    QVERIFY(!wire.head().contains("Content-Length"));
    QVERIFY(wire.head().endsWith("\r\nContent-Type: application/json\r\n\r\n"));
    QByteArray rest = wire.body();
    QByteArray body;
    bool hasLast = false;
    while (!rest.isEmpty()) {
        const qsizetype line = rest.indexOf("\r\n");
        const qsizetype size = rest.left(line).toLongLong(nullptr, 16);
        QCOMPARE(rest.mid(line + 2 + size, 2), QByteArray("\r\n"));
        body += rest.mid(line + 2, size);
        hasLast = size == 0;
        rest = rest.mid(line + 4 + size);
    }
    QCOMPARE(hasLast, share == 1);
    QCOMPARE(body, kBody.left(qsizetype(share * double(kBody.size()))));
    QCOMPARE(wire.goesOn, share == 1);
}

void TestWireWriter::stallsBeforeItCuts()
{
    WirePlan plan = cutAt(0.5);
    plan.end = WirePlan::End::Stall;
    plan.stallFor = 30s;
    Wire wire;
    wire.write(plan, {headFor(kBody.size()), kBody});
    QCOMPARE(wire.body(), kBody.left(kBody.size() / 2));
    QCOMPARE(wire.waited, 30'000ms);
    QVERIFY(!wire.goesOn);
}

void TestWireWriter::isAsSlowAsAsked_data()
{
    QTest::addColumn<qint64>("bytesPerSecond");
    for (const qint64 speed : {1, 7, 500, 3031, 100'000}) {
        QTest::addRow("%lld", speed) << speed;
    }
}

void TestWireWriter::isAsSlowAsAsked()
{
    QFETCH(qint64, bytesPerSecond);
    WirePlan plan;
    plan.bytesPerSecond = bytesPerSecond;
    Wire wire;
    wire.write(plan, {headFor(kBody.size()), kBody});
    QCOMPARE(wire.sent, headFor(kBody.size()) + kBody);
    QVERIFY(wire.goesOn);
    const double seconds = double(kBody.size()) / double(bytesPerSecond);
    QVERIFY(std::abs(double(wire.waited.count()) / 1000 - seconds) <= 0.05 + seconds / 50);
    for (size_t i = 1; i < wire.sizes.size(); ++i) {
        QVERIFY(wire.sizes[i] <= std::max<qint64>(bytesPerSecond / 20, 1));
    }
}

void TestWireWriter::endsWithTheConnection()
{
    for (const bool chunked : {false, true}) {
        WirePlan plan;
        plan.bytesPerSecond = 1000;
        plan.isChunked = chunked;
        Wire wire;
        wire.breaksAfter = 500;
        wire.write(plan, {headFor(kBody.size()), kBody});
        QVERIFY(!wire.goesOn);
        QVERIFY(wire.sent.size() < 700);
    }
}

QTEST_GUILESS_MAIN(TestWireWriter)
#include "tst_wirewriter.moc"
