// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timelinehead.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

constexpr Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 14h + 6min;

TimelineHeadState stateOf(TimeRange brush, quint64 events)
{
    TimelineHeadState state;
    state.title = u"Last 24 hours"_s;
    state.brush = brush;
    state.shown = {kNow - 24h, kNow};
    state.events = events;
    state.zone = QTimeZone::utc();
    state.now = kNow;
    return state;
}

QStringList shownTexts(const TimelineHead &head)
{
    QStringList texts;
    for (const QLabel *label : head.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&head)) {
            texts.append(label->text());
        }
    }
    return texts;
}

QToolButton *button(const TimelineHead &head, const QString &name)
{
    for (auto *candidate : head.findChildren<QToolButton *>()) {
        if (candidate->accessibleName() == name) {
            return candidate;
        }
    }
    return nullptr;
}

} // namespace

class TestTimelineHead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void tellsTheSelectedStretch();
    void tellsTheShownStretch();
    void tellsOneEvent();
    void firstRunShowsItsTitleOnly();
    void buttonsGiveOrders();
    void partsStayInsideAtEveryHeight_data();
    void partsStayInsideAtEveryHeight();
};

void TestTimelineHead::tellsTheSelectedStretch()
{
    TimelineHead head;
    head.setState(stateOf({kNow - 4h - 36min, kNow}, 764));
    QCOMPARE(shownTexts(head),
             (QStringList{u"Last 24 hours"_s,
                          u"09:30 – 14:06 selected"_s,
                          u"764 events in 4 h 36 min"_s}));
}

void TestTimelineHead::tellsTheShownStretch()
{
    TimelineHead head;
    head.setState(stateOf({}, 2412));
    QCOMPARE(shownTexts(head),
             (QStringList{u"Last 24 hours"_s,
                          u"22 Nov 14:06 – 23 Nov 14:06"_s,
                          u"2,412 events in 1 day"_s}));
}

void TestTimelineHead::tellsOneEvent()
{
    TimelineHead head;
    head.setState(stateOf({kNow - 10min, kNow}, 1));
    QCOMPARE(shownTexts(head).last(), u"1 event in 10 min"_s);
}

void TestTimelineHead::firstRunShowsItsTitleOnly()
{
    TimelineHead head;
    head.show();
    QCOMPARE(shownTexts(head), QStringList(u"Timeline"_s));
    QVERIFY(!button(head, u"Zoom in"_s)->isVisible());
    head.resize(232, 128);
    grab(head, u"head-empty"_s);
    head.setState(stateOf({}, 3));
    QVERIFY(button(head, u"Zoom in"_s)->isVisible());
}

void TestTimelineHead::buttonsGiveOrders()
{
    TimelineHead head;
    TimelineHeadState state = stateOf({}, 3);
    head.setState(state);
    head.show();
    QCOMPARE(unnamedInputs(head), QStringList());
    QSignalSpy in(&head, &TimelineHead::zoomInRequested);
    QSignalSpy out(&head, &TimelineHead::zoomOutRequested);
    QSignalSpy fit(&head, &TimelineHead::fitRequested);
    button(head, u"Zoom in"_s)->click();
    // All is shown, so there is nothing to zoom out to.
    button(head, u"Zoom out"_s)->click();
    button(head, u"Fit"_s)->click();
    QCOMPARE(QList<qsizetype>({in.size(), out.size(), fit.size()}), QList<qsizetype>({1, 0, 0}));
    state.isZoomed = true;
    head.setState(state);
    button(head, u"Zoom out"_s)->click();
    button(head, u"Fit"_s)->click();
    QCOMPARE(QList<qsizetype>({in.size(), out.size(), fit.size()}), QList<qsizetype>({1, 1, 1}));
}

void TestTimelineHead::partsStayInsideAtEveryHeight_data()
{
    QTest::addColumn<int>("height");
    for (const int height : {84, 92, 128, 200}) {
        QTest::addRow("%d", height) << height;
    }
}

void TestTimelineHead::partsStayInsideAtEveryHeight()
{
    QFETCH(int, height);
    TimelineHead head;
    head.setState(stateOf({kNow - 4h, kNow}, 764));
    head.resize(232, height);
    head.show();
    grab(head, u"head-%1"_s.arg(height));
    const auto parts = head.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *part : parts) {
        QVERIFY2(head.rect().contains(part->geometry()), qPrintable(part->accessibleName()));
        for (const QWidget *other : parts) {
            QVERIFY(part == other || !part->geometry().intersects(other->geometry()));
        }
        const auto *pressed = qobject_cast<const QToolButton *>(part);
        QVERIFY(!pressed || (pressed->width() >= 24 && pressed->height() >= 24));
    }
}

} // namespace playhead

QTEST_MAIN(playhead::TestTimelineHead)
#include "tst_timelinehead.moc"
