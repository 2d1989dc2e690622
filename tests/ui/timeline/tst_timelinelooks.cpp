// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/timeline/timelinestand.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timelinehead.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

/// Pixels of `image` in `area` that have exactly this colour.
int countOf(const QImage &image, const QRect &area, const QColor &colour)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            count += image.pixelColor(x, y) == colour;
        }
    }
    return count;
}

TimelineHeadState mockHead()
{
    TimelineHeadState state;
    state.title = u"Last 24 hours"_s;
    state.brush = {onMockDay(9, 30), kMockNow};
    state.shown = {kMockNow - 24h, kMockNow};
    state.events = 764;
    state.isZoomed = true;
    state.zone = QTimeZone::utc();
    state.now = kMockNow;
    return state;
}

} // namespace

class TestTimelineLooks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void cleanup() { applyTheme(ThemeChoice::Light); }
    void looksLikeTheMocks_data();
    void looksLikeTheMocks();
    void barsStackTheFamiliesInOrder();
    void barsOutsideTheBrushAreVeiled();
    void onlyTheActiveFlagIsFilled();
    void flagOutsideOfTheViewIsNotPainted();
    void sentenceStandsWhereNothingIsAskedFor();
    void unreadPartsAreHatched();
    void nowStandsAtAnEndThatIsNow();
    void focusIsSeen();
    void linesAreSharpAtEveryScale_data();
    void linesAreSharpAtEveryScale();
    void squareRootRaisesLowBars();
    void repaintAsksTheSourceAtMostOnce();
    void refreshesAreGathered();
};

void TestTimelineLooks::looksLikeTheMocks_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << ThemeChoice::Light << QSize(1208, 127);
    QTest::newRow("dark") << ThemeChoice::Dark << QSize(1208, 127);
    QTest::newRow("min") << ThemeChoice::Light << QSize(960, 91);
}

void TestTimelineLooks::looksLikeTheMocks()
{
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    applyTheme(theme);
    TimelineStand stand(size);
    stand.addMockFlags();
    stand.timeline.setBrush({onMockDay(9, 30), kMockNow});
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    const QImage plot = grab(stand.timeline, u"timeline-"_s + row);
    // The places of the mocks: the active flag's label, the brush's edges, the base line.
    const TimelineFrame frame = stand.frame();
    QVERIFY(countOf(plot, frame.flags.toRect(), tokens().accentFill) > 500);
    const int start = qRound(stand.scale().xOf(onMockDay(9, 30)));
    QCOMPARE(plot.pixelColor(start, int(frame.plot.top()) + 4), tokens().accent);
    QCOMPARE(plot.pixelColor(int(frame.plot.left()) + 5, int(frame.plot.bottom()) - 1),
             tokens().line);
    TimelineHead head;
    head.resize(232, size.height());
    head.setState(mockHead());
    head.show();
    head.setFocus();
    QImage whole(size.width() + 232, size.height(), QImage::Format_RGB32);
    QPainter(&whole).drawImage(0, 0, grab(head, u"head-"_s + row));
    QPainter(&whole).drawImage(232, 0, plot);
    // The line between the two is their row's.
    QCOMPARE(whole.pixelColor(231, 60), tokens().side);
    if (const QString folder = qEnvironmentVariable("PLAYHEAD_GRABS"); !folder.isEmpty()) {
        whole.save(folder + u"/timeline-whole-"_s + row + u".png"_s);
    }
}

void TestTimelineLooks::barsStackTheFamiliesInOrder()
{
    TimelineStand stand;
    stand.events.events.clear();
    stand.events.add(onMockDay(6, 15), Family::Authentication, 40);
    stand.events.add(onMockDay(6, 15), Family::DirectorySync, 40);
    stand.timeline.setSource(stand.events.source());
    const QRect bar(qRound(stand.scale().xOf(onMockDay(6, 10))) + 1, 26, 5, 81);
    const QImage image = grab(stand.timeline, u"stack"_s);
    // 80 events reach the upper mark, at 8/9 of the height; half of them is each family's.
    QCOMPARE(image.pixelColor(bar.left(), 105), tokens().family[0]);
    QCOMPARE(image.pixelColor(bar.left(), 73), tokens().family[0]);
    QCOMPARE(image.pixelColor(bar.left(), 70), tokens().family[1]);
    QCOMPARE(image.pixelColor(bar.left(), 38), tokens().family[1]);
    QCOMPARE(image.pixelColor(bar.left(), 32), tokens().base);
    // A pixel parts the families, and a column parts the bars.
    QCOMPARE(image.pixelColor(bar.left(), 71), tokens().hair); // The lower mark's line shows there.
    QCOMPARE(image.pixelColor(bar.left() + 6, 100), tokens().base);
}

void TestTimelineLooks::barsOutsideTheBrushAreVeiled()
{
    TimelineStand stand;
    const QPoint inside(qRound(stand.scale().xOf(onMockDay(10, 0))) + 2, 104);
    const QPoint outside(qRound(stand.scale().xOf(onMockDay(6, 10))) + 2, 104);
    const QColor full = tokens().family[size_t(Family::DirectorySync)];
    QImage image = grab(stand.timeline, u"no-brush"_s);
    QCOMPARE(image.pixelColor(inside), full);
    QCOMPARE(image.pixelColor(outside), full);

    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(12, 0)});
    image = grab(stand.timeline, u"brush"_s);
    QCOMPARE(image.pixelColor(inside), full);
    QVERIFY(image.pixelColor(outside) != full);
    QVERIFY(image.pixelColor(outside).lightness() > full.lightness());
}

void TestTimelineLooks::onlyTheActiveFlagIsFilled()
{
    TimelineStand stand;
    stand.addMockFlags();
    const QImage image = grab(stand.timeline, u"flags"_s);
    const QRect strip = stand.frame().flags.toRect();
    const int line = qRound(stand.scale().xOf(onMockDay(10, 41)));
    const int active = qRound(stand.scale().xOf(onMockDay(13, 56)));
    QCOMPARE(countOf(image, strip.intersected({line - 90, 0, 140, 30}), tokens().accentFill), 0);
    QVERIFY(countOf(image, strip.intersected({line - 90, 0, 140, 30}), tokens().strong) > 60);
    QVERIFY(countOf(image, strip.intersected({active - 90, 0, 88, 30}), tokens().accentFill) > 600);
    QCOMPARE(image.pixelColor(active, 50), tokens().accent);
}

void TestTimelineLooks::flagOutsideOfTheViewIsNotPainted()
{
    TimelineStand stand;
    const QImage before = grab(stand.timeline, u"no-flag"_s);
    stand.timeline.setFlags({{3, u"audit-archive"_s, onMockDay(14, 0) - 26h}});
    QCOMPARE(grab(stand.timeline, u"far-flag"_s), before);
}

void TestTimelineLooks::sentenceStandsWhereNothingIsAskedFor()
{
    TimelineStand stand;
    stand.timeline.setRange({});
    const int asked = stand.events.asked;
    const QImage image = grab(stand.timeline, u"timeline-empty"_s);
    QCOMPARE(stand.events.asked, asked);
    QCOMPARE(stand.timeline.summary(), u"Events over time appear here"_s);
    QVERIFY(countOf(image, {500, 55, 210, 25}, tokens().base) < 210 * 25);
    QCOMPARE(image.pixelColor(600, 107), tokens().line);
}

void TestTimelineLooks::unreadPartsAreHatched()
{
    TimelineStand stand;
    stand.events.events.clear();
    stand.timeline.setSource(stand.events.source());
    const auto lines = [&stand](Instant since, Instant until) {
        const int left = qRound(stand.scale().xOf(since)) + 1;
        const int right = qRound(stand.scale().xOf(until)) - 1;
        const QImage image = grab(stand.timeline, u"unread"_s);
        return countOf(image, {left, 40, right - left, 60}, tokens().line);
    };
    QCOMPARE(lines(onMockDay(4, 0), onMockDay(8, 0)), 0);

    stand.timeline.setUnread({{onMockDay(4, 0), onMockDay(8, 0)}});
    QVERIFY(lines(onMockDay(4, 0), onMockDay(8, 0)) > 500);
    QCOMPARE(lines(onMockDay(8, 10), onMockDay(12, 0)), 0);
    QVERIFY(stand.timeline.summary().endsWith(u"parts are not read yet"));

    stand.timeline.setUnread({});
    QCOMPARE(lines(onMockDay(4, 0), onMockDay(8, 0)), 0);
    QVERIFY(!stand.timeline.summary().contains(u"not read"));
}

void TestTimelineLooks::nowStandsAtAnEndThatIsNow()
{
    TimelineStand stand;
    const QRect corner(1160, 110, 48, 16);
    QVERIFY(countOf(grab(stand.timeline, u"now"_s), corner, tokens().ok) > 0);
    stand.timeline.setNow(kMockNow + 3h);
    QCOMPARE(countOf(grab(stand.timeline, u"then"_s), corner, tokens().ok), 0);
}

void TestTimelineLooks::focusIsSeen()
{
    TimelineStand stand;
    stand.addMockFlags();
    const QImage without = grab(stand.timeline, u"unfocused"_s);
    stand.timeline.activateWindow();
    stand.timeline.setFocus();
    QTRY_VERIFY(stand.timeline.hasFocus());
    const QImage focused = grab(stand.timeline, u"focused"_s);
    QVERIFY(focused != without);
    QCOMPARE(focused.pixelColor(600, 0), tokens().accent);
    QTest::keyClick(&stand.timeline, Qt::Key_Tab);
    const QImage onFlag = grab(stand.timeline, u"focused-flag"_s);
    QVERIFY(onFlag != focused);
    QVERIFY(onFlag.pixelColor(600, 0) != tokens().accent);
}

void TestTimelineLooks::linesAreSharpAtEveryScale_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("1") << 1.0;
    QTest::newRow("1.5") << 1.5;
    QTest::newRow("2") << 2.0;
}

void TestTimelineLooks::linesAreSharpAtEveryScale()
{
    QFETCH(qreal, ratio);
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(12, 0)});
    QImage image(QSizeF(1208 * ratio, 127 * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    stand.timeline.render(&image);
    if (const QString folder = qEnvironmentVariable("PLAYHEAD_GRABS"); !folder.isEmpty()) {
        image.save(folder + u"/timeline-scale-%1.png"_s.arg(ratio));
    }
    const QRect bars = QRectF(QPointF(980, 90) * ratio, QSizeF(100, 15) * ratio).toRect();
    // Inside the brush there are whole family colours, gaps and the lines' colours, and no mixture of them.
    int mixed = bars.width() * bars.height();
    for (const QColor &family : tokens().family) {
        mixed -= countOf(image, bars, family);
    }
    mixed -= countOf(image, bars, tokens().base) + countOf(image, bars, tokens().hair);
    QCOMPARE(mixed, 0);
}

void TestTimelineLooks::squareRootRaisesLowBars()
{
    TimelineStand stand;
    const QRect night(qRound(stand.scale().xOf(onMockDay(1, 0))), 30, 200, 70);
    const int linear = countOf(grab(stand.timeline, u"linear"_s), night, tokens().base);
    stand.timeline.setSquareRoot(true);
    const int root = countOf(grab(stand.timeline, u"square-root"_s), night, tokens().base);
    QVERIFY2(root < linear, qPrintable(u"%1, %2"_s.arg(root).arg(linear)));
}

void TestTimelineLooks::repaintAsksTheSourceAtMostOnce()
{
    TimelineStand stand;
    grab(stand.timeline, u"once"_s);
    const int asked = stand.events.asked;
    grab(stand.timeline, u"once"_s);
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(12, 0)});
    stand.addMockFlags();
    grab(stand.timeline, u"once"_s);
    QCOMPARE(stand.events.asked, asked);
    stand.timeline.zoomIn();
    grab(stand.timeline, u"once"_s);
    QCOMPARE(stand.events.asked, asked + 1);
}

void TestTimelineLooks::refreshesAreGathered()
{
    TimelineStand stand;
    QTRY_VERIFY(stand.events.asked > 0);
    const int asked = stand.events.asked;
    for (int i = 0; i < 100; ++i) {
        stand.timeline.refresh();
    }
    QTRY_COMPARE(stand.events.asked, asked + 1);
    stand.timeline.hide();
    stand.timeline.refresh();
    QTest::qWait(40); // More than a frame: that nothing happens has no other sign.
    QCOMPARE(stand.events.asked, asked + 1);
    stand.timeline.show();
    QTRY_COMPARE(stand.events.asked, asked + 2);
}

} // namespace playhead

QTEST_MAIN(playhead::TestTimelineLooks)
#include "tst_timelinelooks.moc"
