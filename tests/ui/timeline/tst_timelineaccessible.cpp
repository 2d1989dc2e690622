// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/timeline/timelinestand.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

double secondsOf(Instant at)
{
    return double(toUs(at)) / 1e6;
}

QStringList namesOf(QAccessibleInterface *group)
{
    QStringList names;
    for (int i = 0; i < group->childCount(); ++i) {
        names.append(group->child(i)->text(QAccessible::Name));
    }
    return names;
}

QAccessibleInterface *partOf(QAccessibleInterface *group, const QString &name)
{
    const auto index = int(namesOf(group).indexOf(name));
    return index < 0 ? nullptr : group->child(index);
}

} // namespace

class TestTimelineAccessible : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
        QAccessible::setActive(true);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void isAGroupOfNamedParts();
    void summaryTellsTheBars();
    void slidersTellTheirTimes();
    void settingAnEdgeMovesTheBrush();
    void valuesThatMakeNoSenseAreRefused();
    void flagIsMovedAndPreviewed();
    void flagOutsideOfTheViewIsStillThere();
    void partsOfGoneFlagsAreInvalid();
    void focusedFlagIsTold();
    void partsLieWhereTheyArePainted();
    void emptyTimelineHasItsSentence();
};

void TestTimelineAccessible::isAGroupOfNamedParts()
{
    TimelineStand stand;
    stand.addMockFlags();
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QVERIFY(group);
    QCOMPARE(group->role(), QAccessible::Grouping);
    QCOMPARE(group->text(QAccessible::Name), u"Timeline"_s);
    QCOMPARE(namesOf(group).mid(1),
             (QStringList{u"Selected from"_s,
                          u"Selected until"_s,
                          u"Cursor audit-archive"_s,
                          u"Cursor crm-mirror"_s,
                          u"Cursor billing-sync"_s}));
    for (int i = 0; i < group->childCount(); ++i) {
        QAccessibleInterface *part = group->child(i);
        QVERIFY(part->isValid());
        QCOMPARE(part->parent(), group);
        QCOMPARE(group->indexOfChild(part), i);
        QCOMPARE(group->child(i), part); // The same one each time.
        QCOMPARE(part->role(), i == 0 ? QAccessible::StaticText : QAccessible::Slider);
        QCOMPARE(part->valueInterface() != nullptr, i > 0);
    }
}

void TestTimelineAccessible::summaryTellsTheBars()
{
    TimelineStand stand;
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    stand.events.events.clear();
    stand.events.add(onMockDay(6, 21), Family::Users, 2411);
    stand.events.add(onMockDay(9, 0), Family::Users);
    stand.timeline.setSource(stand.events.source());
    QCOMPARE(group->child(0)->text(QAccessible::Name),
             u"Events over time, 2,412 events, most at 06:20"_s);
    stand.events.events.resize(1);
    stand.timeline.setSource(stand.events.source());
    QCOMPARE(group->child(0)->text(QAccessible::Name), u"Events over time, 1 event, at 06:20"_s);
    stand.timeline.setSource({});
    QCOMPARE(group->child(0)->text(QAccessible::Name), u"Events over time, no events"_s);
}

void TestTimelineAccessible::slidersTellTheirTimes()
{
    TimelineStand stand;
    stand.addMockFlags();
    stand.timeline.setBrush({onMockDay(9, 30), kMockNow});
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QAccessibleInterface *start = partOf(group, u"Selected from"_s);
    QCOMPARE(start->text(QAccessible::Value), u"09:30"_s);
    QCOMPARE(start->valueInterface()->currentValue().toDouble(), secondsOf(onMockDay(9, 30)));
    QCOMPARE(start->valueInterface()->minimumValue().toDouble(), secondsOf(kMockNow - 24h));
    QCOMPARE(start->valueInterface()->maximumValue().toDouble(), secondsOf(kMockNow));
    QCOMPARE(start->valueInterface()->minimumStepSize().toDouble(), 600.0);
    QCOMPARE(partOf(group, u"Selected until"_s)->text(QAccessible::Value), u"14:06"_s);
    QAccessibleInterface *flag = partOf(group, u"Cursor billing-sync"_s);
    QCOMPARE(flag->text(QAccessible::Value), u"13:56"_s);
    QCOMPARE(flag->text(QAccessible::Description), u"Active cursor"_s);
    stand.timeline.setBrush({});
    QCOMPARE(start->text(QAccessible::Description), u"Nothing is selected"_s);
    QCOMPARE(start->valueInterface()->currentValue().toDouble(), secondsOf(kMockNow - 24h));
}

void TestTimelineAccessible::settingAnEdgeMovesTheBrush()
{
    TimelineStand stand;
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    partOf(group, u"Selected from"_s)
        ->valueInterface()
        ->setCurrentValue(secondsOf(onMockDay(9, 30)));
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 30), kMockNow}));
    partOf(group, u"Selected until"_s)
        ->valueInterface()
        ->setCurrentValue(secondsOf(onMockDay(12, 0)));
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 30), onMockDay(12, 0)}));
    QCOMPARE(edited.size(), 2);
}

void TestTimelineAccessible::valuesThatMakeNoSenseAreRefused()
{
    TimelineStand stand;
    const TimeRange brush{onMockDay(9, 30), onMockDay(12, 0)};
    stand.timeline.setBrush(brush);
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QAccessibleInterface *start = partOf(group, u"Selected from"_s);
    start->valueInterface()->setCurrentValue(u"soon"_s);
    start->valueInterface()->setCurrentValue(qQNaN());
    QCOMPARE(stand.timeline.brush(), brush);
    start->valueInterface()->setCurrentValue(1e300); // As far as it goes: a bin before the end.
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(11, 50), onMockDay(12, 0)}));
    start->valueInterface()->setCurrentValue(-1e300);
    QCOMPARE(stand.timeline.brush(), (TimeRange{kMockNow - 24h, onMockDay(12, 0)}));
}

void TestTimelineAccessible::flagIsMovedAndPreviewed()
{
    TimelineStand stand;
    stand.addMockFlags();
    QSignalSpy dropped(&stand.timeline, &Timeline::flagDropped);
    QSignalSpy chosen(&stand.timeline, &Timeline::flagChosen);
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QAccessibleInterface *flag = partOf(group, u"Cursor crm-mirror"_s);
    QAccessibleActionInterface *actions = flag->actionInterface();
    QVERIFY(actions);
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen.size(), 1);
    flag->valueInterface()->setCurrentValue(secondsOf(onMockDay(8, 0)));
    QCOMPARE(flag->text(QAccessible::Value), u"08:00"_s);
    QVERIFY(dropped.isEmpty());
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.last().at(0).toLongLong(), 2);
    QCOMPARE(dropped.last().at(1).value<Instant>(), onMockDay(8, 0));
    QCOMPARE(flag->text(QAccessible::Value), u"10:41"_s);
}

void TestTimelineAccessible::flagOutsideOfTheViewIsStillThere()
{
    TimelineStand stand;
    stand.addMockFlags();
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QAccessibleInterface *flag = partOf(group, u"Cursor audit-archive"_s);
    QCOMPARE(flag->text(QAccessible::Value), u"22 Nov 12:00"_s);
    QCOMPARE(flag->text(QAccessible::Description), u"Outside of the shown range"_s);
    QVERIFY(flag->state().offscreen);
    QVERIFY(flag->rect().isEmpty());
}

void TestTimelineAccessible::partsOfGoneFlagsAreInvalid()
{
    TimelineStand stand;
    stand.addMockFlags();
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QAccessibleInterface *flag = partOf(group, u"Cursor crm-mirror"_s);
    stand.timeline.setFlags({});
    QVERIFY(!flag->isValid());
    QVERIFY(flag->text(QAccessible::Name).isEmpty());
    QCOMPARE(group->childCount(), 3);
    QCOMPARE(group->indexOfChild(flag), -1);
}

void TestTimelineAccessible::focusedFlagIsTold()
{
    TimelineStand stand;
    stand.addMockFlags();
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    stand.timeline.setFocus();
    QTRY_VERIFY(stand.timeline.hasFocus());
    QTest::keyClick(&stand.timeline, Qt::Key_Tab);
    QAccessibleInterface *focused = group->focusChild();
    QVERIFY(focused);
    QCOMPARE(focused->text(QAccessible::Name), u"Cursor crm-mirror"_s);
    QVERIFY(focused->state().focused);
    QTest::keyClick(&stand.timeline, Qt::Key_Left);
    QCOMPARE(focused->text(QAccessible::Value), u"10:40"_s);
}

void TestTimelineAccessible::partsLieWhereTheyArePainted()
{
    TimelineStand stand;
    stand.addMockFlags();
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(12, 0)});
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    const int x = qRound(stand.scale().xOf(onMockDay(12, 0)));
    const QPoint handle = stand.timeline.mapToGlobal(QPoint(x, 67));
    QAccessibleInterface *end = partOf(group, u"Selected until"_s);
    QVERIFY(end->rect().contains(handle));
    QCOMPARE(group->childAt(handle.x(), handle.y()), end);
    const QPoint label = stand.timeline.mapToGlobal(
        QPoint(qRound(stand.scale().xOf(onMockDay(10, 41))) - 30, 12));
    QCOMPARE(group->childAt(label.x(), label.y()), partOf(group, u"Cursor crm-mirror"_s));
}

void TestTimelineAccessible::emptyTimelineHasItsSentence()
{
    TimelineStand stand;
    stand.addMockFlags();
    stand.timeline.setRange({});
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(&stand.timeline);
    QCOMPARE(namesOf(group), QStringList(u"Events over time appear here"_s));
}

} // namespace playhead

QTEST_MAIN(playhead::TestTimelineAccessible)
#include "tst_timelineaccessible.moc"
