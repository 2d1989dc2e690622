// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineflags.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr qreal kRight = 1000;

qreal tenForEachLetter(const QString &text)
{
    return qreal(text.size()) * 10;
}

QList<FlagLabel> layout(const QList<FlagPlace> &flags)
{
    return layoutFlags(flags, 0, kRight, tenForEachLetter);
}

} // namespace

class TestTimelineFlags : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void loneFlagStandsAtTheRightOfItsLine();
    void flagAtTheEdgeFlips();
    void flagThatWouldTouchItsNeighbourFlips();
    void flagThatTouchesOnBothSidesJoins();
    void theActiveOneSpeaksForTheOthers();
    void flagsOfOneMomentShareALabel();
    void flagWiderThanTheRoomIsPushedInside();
    void labelsNeverLieOnEachOther();
};

void TestTimelineFlags::loneFlagStandsAtTheRightOfItsLine()
{
    const QList<FlagLabel> labels = layout({{500, u"billing"_s}});
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels[0].box, QRectF(501, 0, 70, 1));
    QVERIFY(!labels[0].isLeftOfLine);
    QCOMPARE(labels[0].text, u"billing"_s);
}

void TestTimelineFlags::flagAtTheEdgeFlips()
{
    const QList<FlagLabel> labels = layout({{990, u"billing"_s}});
    QVERIFY(labels[0].isLeftOfLine);
    QCOMPARE(labels[0].box.right(), 989.0);
}

void TestTimelineFlags::flagThatWouldTouchItsNeighbourFlips()
{
    // As in the mock: the right one flips at the edge, the left one before it.
    const QList<FlagLabel> labels = layout({{850, u"crm-mirror"_s}, {990, u"billing-sync"_s}});
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels[0].leader, 1);
    QVERIFY(labels[0].isLeftOfLine);
    QVERIFY(labels[1].isLeftOfLine);
    QCOMPARE(labels[1].box.right(), 849.0);
}

void TestTimelineFlags::flagThatTouchesOnBothSidesJoins()
{
    const QList<FlagLabel> labels = layout(
        {{960, u"first"_s}, {970, u"second"_s}, {990, u"third"_s}, {100, u"far"_s}});
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels[0].text, u"third +2"_s);
    QCOMPARE(labels[0].leader, 2);
    QCOMPARE(labels[0].members.size(), 3);
    QCOMPARE(labels[1].text, u"far"_s);
}

void TestTimelineFlags::theActiveOneSpeaksForTheOthers()
{
    const QList<FlagLabel> labels = layout({{965, u"first"_s, true}, {990, u"last"_s}});
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels[0].leader, 0);
    QCOMPARE(labels[0].text, u"first +1"_s);
}

void TestTimelineFlags::flagsOfOneMomentShareALabel()
{
    const QList<FlagLabel> labels = layout({{500, u"one"_s}, {500, u"two"_s}});
    QCOMPARE(labels.size(), 1);
    QVERIFY(labels[0].text.endsWith(u" +1"_s));
}

void TestTimelineFlags::flagWiderThanTheRoomIsPushedInside()
{
    const QList<FlagLabel> labels =
        layoutFlags({{30, u"a-very-long-name"_s}}, 0, 100, tenForEachLetter);
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels[0].box, QRectF(0, 0, 100, 1));
}

void TestTimelineFlags::labelsNeverLieOnEachOther()
{
    unsigned seed = 11;
    const auto random = [&seed](unsigned below) {
        seed = seed * 1103515245U + 12345U;
        return (seed >> 16U) % below;
    };
    for (int round = 0; round < 500; ++round) {
        QList<FlagPlace> flags;
        const unsigned count = random(12);
        for (unsigned i = 0; i < count; ++i) {
            flags.append({qreal(random(1000)), QString(qsizetype(1 + random(14)), u'x'), i == 5});
        }
        const QList<FlagLabel> labels = layout(flags);
        QList<bool> isTold(flags.size(), false);
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const QRectF &box = labels[i].box;
            QVERIFY(box.left() >= 0 && box.right() <= kRight);
            QVERIFY(i == 0 || box.right() < labels[i - 1].box.left());
            QVERIFY(labels[i].members.contains(labels[i].leader));
            for (const qsizetype member : labels[i].members) {
                QVERIFY(!isTold[member]);
                isTold[member] = true;
            }
            // The leader's line stands at a side of its label, and not in another one.
            for (const FlagLabel &other : labels) {
                const qreal x = flags[labels[i].leader].x;
                QVERIFY(labels.size() == 1 || x <= other.box.left() || x >= other.box.right());
            }
        }
        QVERIFY(!isTold.contains(false));
    }
}

} // namespace playhead

QTEST_GUILESS_MAIN(playhead::TestTimelineFlags)
#include "tst_timelineflags.moc"
