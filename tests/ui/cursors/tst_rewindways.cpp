// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/cursors/rewindsamples.h"
#include "ui/cursors/placechoice.h"
#include "ui/cursors/rewindform.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QDateTimeEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

/// The ways to name a place in the Rewind dialog, each as a person fills it in.
class TestRewindWays : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void waysBecomeTargets_data();
    void waysBecomeTargets();
    void presetIsAskedAsItIs();
    void aWrongDurationIsSaidBesideTheField();
    void clickOnAFieldChoosesIt();
    void savedPlacesAndOtherCursorsAreTwoLists();
    void theChosenPlaceStaysChosen();
    void aPlaceOfItsOwnHistoryIsShownAndAsked();
    void theLabelSaysWhichWayEventsAreCounted();
    void theSelectedEventIsOffered();
    void theEndsNeedNoField();

private:
    QWidget m_window; ///< The dialogs' parent: as large as the usual window.
};

void TestRewindWays::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
    m_window.resize(1440, 900);
    m_window.show();
}

void TestRewindWays::waysBecomeTargets_data()
{
    QTest::addColumn<TargetCase>("wanted");
    QTest::newRow("events") << TargetCase{EventsBack{7}};
    QTest::newRow("duration") << TargetCase{TimeBack{std::chrono::minutes(75)}};
    QTest::newRow("days") << TargetCase{TimeBack{std::chrono::hours(26)}};
    QTest::newRow("time") << TargetCase{ToTime{at("2026-03-29T01:30:00Z")}};
    QTest::newRow("event") << TargetCase{ToEvent{EventId("evt_anything")}};
    QTest::newRow("forward") << TargetCase{EventsForward{12}};
    QTest::newRow("oldest") << TargetCase{ToOldestKept{}};
    QTest::newRow("newest") << TargetCase{ToNewest{}};
    const CursorPosition place = AfterEvent{EventId("event_p"), at("2026-11-20T16:02:11Z")};
    for (const auto of : {ToPlace::Of::SavedPlace, ToPlace::Of::OtherCursor}) {
        QTest::addRow("place %d", int(of)) << TargetCase{ToPlace{place, of, u"a name"_s}};
    }
    QTest::newRow("history") << TargetCase{ToPlace{place, ToPlace::Of::History, {}}};
}

void TestRewindWays::waysBecomeTargets()
{
    QFETCH(TargetCase, wanted);
    const MoveTarget target = wanted.target;
    for (const QTimeZone &zone :
         {QTimeZone::utc(), QTimeZone("Europe/Berlin"), QTimeZone("America/New_York")}) {
        RewindForm form(formContext(zone));
        form.setTarget(target);
        const std::optional<MoveTarget> got = form.target();
        QVERIFY(got);
        QCOMPARE(got->index(), target.index());
        QVERIFY(*got == target);
    }
}

void TestRewindWays::presetIsAskedAsItIs()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.setTarget(ToEvent{EventId("event_here")});
    QCOMPARE(std::get<ToEvent>(questions.targets.last()).id, EventId("event_here"));
    QTest::qWait(300);
    QCOMPARE(questions.targets.size(), 2);
}

void TestRewindWays::aWrongDurationIsSaidBesideTheField()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    questions.answers.first()(somePlan());
    dialog.setTarget(TimeBack{std::chrono::hours(1)});
    const qsizetype before = questions.targets.size();
    auto *form = dialog.findChild<RewindForm *>();
    QLineEdit *field = nullptr;
    for (auto *edit : form->findChildren<QLineEdit *>()) {
        field = edit->accessibleName() == u"Time back"_s ? edit : field;
    }
    QVERIFY(field);
    field->setText(u"1 fortnight"_s);
    QVERIFY(visibleTexts(dialog).contains(u"Try 90 s, 15 min, 2 h or 1 d."_s));
    QVERIFY(field->property("invalid").toBool());
    QTRY_VERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QCOMPARE(questions.targets.size(), before);
    field->setText(u"2 h"_s);
    QVERIFY(!field->property("invalid").toBool());
    QTRY_COMPARE(questions.targets.size(), before + 1);
}

void TestRewindWays::clickOnAFieldChoosesIt()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    auto *form = dialog.findChild<RewindForm *>();
    auto *time = dialog.findChild<QDateTimeEdit *>();
    QVERIFY(!time->isEnabled());
    QTest::mouseClick(form, Qt::LeftButton, {}, time->geometry().center());
    QVERIFY(time->isEnabled());
    QTRY_VERIFY(std::holds_alternative<ToTime>(questions.targets.last()));
}

void TestRewindWays::savedPlacesAndOtherCursorsAreTwoLists()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    auto *saved = named<QComboBox>(dialog, u"To a saved place"_s);
    auto *cursors = named<QComboBox>(dialog, u"To another cursor"_s);
    QVERIFY(!saved->isEnabled());
    radio(dialog, u"To a saved place"_s)->click();
    QVERIFY(saved->isEnabled());
    QTRY_COMPARE(questions.targets.size(), 2);
    QVERIFY(questions.targets.last()
            == MoveTarget(ToPlace{AfterEvent{EventId("event_release"), at("2026-11-20T16:02:11Z")},
                                  ToPlace::Of::SavedPlace,
                                  u"Before release 4.12"_s}));
    QVERIFY(visibleTexts(dialog).contains(u"20 Nov 16:02, of billing-sync"_s));
    radio(dialog, u"To another cursor"_s)->click();
    cursors->setCurrentIndex(1);
    QTRY_COMPARE(questions.targets.size(), 3);
    QVERIFY(questions.targets.last()
            == MoveTarget(ToPlace{FromTime{at("2026-11-22T18:00:00.123456Z")},
                                  ToPlace::Of::OtherCursor,
                                  u"audit-archive"_s}));
    // That it counts other events is said before it is asked for.
    QVERIFY(visibleTexts(dialog).contains(u"Counts all types; this one 2 types."_s));

    RewindDialogContext alone = someContext();
    alone.places.clear();
    RewindDialog without(someCursor(), questions.reader(), alone, &m_window);
    without.open();
    for (const auto *way : without.findChildren<QRadioButton *>()) {
        QCOMPARE(way->isEnabled(),
                 way->text() != u"To a saved place"_s && way->text() != u"To another cursor"_s);
    }
    QCOMPARE(named<QComboBox>(without, u"To a saved place"_s)->placeholderText(),
             u"No saved place"_s);
    // Nor is there room for a line about one.
    for (const auto *choice : without.findChildren<PlaceChoice *>()) {
        QVERIFY(!choice->hint()->isVisible());
    }
    // They may come while the dialog is open, and go again.
    without.setPlaces(someContext().places);
    QVERIFY(radio(without, u"To a saved place"_s)->isEnabled());
    radio(without, u"To a saved place"_s)->click();
    // Another way is not asked for in its stead.
    without.setPlaces({});
    QVERIFY(radio(without, u"To a saved place"_s)->isChecked());
    QVERIFY(
        visibleTexts(without).contains(u"“Before release 4.12” is gone. Choose another place."_s));
    without.setPlaces(someContext().places);
    QCOMPARE(named<QComboBox>(without, u"To a saved place"_s)->currentText(),
             u"Before release 4.12"_s);
}

void TestRewindWays::theChosenPlaceStaysChosen()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    radio(dialog, u"To another cursor"_s)->click();
    auto *cursors = named<QComboBox>(dialog, u"To another cursor"_s);
    cursors->setCurrentIndex(1);
    QTRY_COMPARE(questions.targets.size(), 2);
    questions.answers.last()(somePlan());
    QVERIFY(applyOf(dialog)->isEnabled());
    // What did not change is not asked again, nor is what was not chosen.
    QList<OfferedPlace> places = someContext().places;
    dialog.setPlaces(places);
    QVERIFY(applyOf(dialog)->isEnabled());
    places[1].position = FromTime{at("2026-11-23T12:00:00Z")};
    dialog.setPlaces(places);
    QVERIFY(applyOf(dialog)->isEnabled());
    QCOMPARE(cursors->currentText(), u"audit-archive"_s);
    // The chosen one goes on: it is still the one that is asked for, where it stands now.
    places[2].position = FromTime{at("2026-11-22T19:00:00Z")};
    dialog.setPlaces(places);
    QVERIFY(!applyOf(dialog)->isEnabled());
    QCOMPARE(cursors->currentText(), u"audit-archive"_s);
    QTRY_COMPARE(questions.targets.size(), 3);
    QVERIFY(
        questions.targets.last()
        == MoveTarget(ToPlace{places[2].position, ToPlace::Of::OtherCursor, u"audit-archive"_s}));
    // Once it is gone, none is, until a person chooses again.
    questions.answers.last()(somePlan());
    places.removeLast();
    dialog.setPlaces(places);
    QCOMPARE(cursors->currentIndex(), -1);
    QVERIFY(visibleTexts(dialog).contains(u"“audit-archive” is gone. Choose another place."_s));
    QVERIFY(!applyOf(dialog)->isEnabled());
    cursors->setCurrentIndex(0);
    QTRY_COMPARE(questions.targets.size(), 4);
    QCOMPARE(std::get<ToPlace>(questions.targets.last()).name, u"crm-mirror"_s);
}

void TestRewindWays::aPlaceOfItsOwnHistoryIsShownAndAsked()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    const ToPlace place{AfterEvent{EventId("event_old"), at("2026-11-22T18:00:00Z")},
                        ToPlace::Of::History,
                        {}};
    dialog.setTarget(place);
    QVERIFY(questions.targets.last() == MoveTarget(place));
    QCOMPARE(named<QComboBox>(dialog, u"To a saved place"_s)->currentText(),
             u"Its earlier place"_s);
    QVERIFY(visibleTexts(dialog).contains(u"22 Nov 18:00"_s));
}

void TestRewindWays::theLabelSaysWhichWayEventsAreCounted()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    auto *direction = named<QPushButton>(dialog, u"Count forward"_s);
    QVERIFY(direction);
    direction->click();
    QVERIFY(radio(dialog, u"Events forward"_s));
    QVERIFY(named<QSpinBox>(dialog, u"Events forward"_s));
    QTRY_COMPARE(questions.targets.size(), 2);
    QVERIFY(questions.targets.last() == MoveTarget(EventsForward{100}));
    direction->click();
    QTRY_COMPARE(questions.targets.size(), 3);
    QVERIFY(questions.targets.last() == MoveTarget(EventsBack{100}));
}

void TestRewindWays::theSelectedEventIsOffered()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    auto *use = dialog.findChild<QPushButton *>(u"usePicked"_s);
    QVERIFY(use && use->isVisible());
    QCOMPARE(use->text(), u"Use selected, 13:58:51"_s);
    use->click();
    QTRY_COMPARE(questions.targets.size(), 2);
    QVERIFY(questions.targets.last() == MoveTarget(ToEvent{someContext().picked->id}));
    QVERIFY(radio(dialog, u"To an event"_s)->isChecked());
    RewindDialogContext nothing = someContext();
    nothing.picked.reset();
    const RewindDialog without(someCursor(), questions.reader(), nothing, &m_window);
    QVERIFY(!without.findChild<QPushButton *>(u"usePicked"_s));
}

void TestRewindWays::theEndsNeedNoField()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    radio(dialog, u"To the oldest kept"_s)->click();
    QTRY_COMPARE(questions.targets.size(), 2);
    QVERIFY(questions.targets.last() == MoveTarget(ToOldestKept{}));
    radio(dialog, u"To the newest"_s)->click();
    QTRY_COMPARE(questions.targets.size(), 3);
    QVERIFY(questions.targets.last() == MoveTarget(ToNewest{}));
}

} // namespace playhead

QTEST_MAIN(playhead::TestRewindWays)
#include "tst_rewindways.moc"
