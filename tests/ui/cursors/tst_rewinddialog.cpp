// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/cursors/rewindform.h"
#include "ui/cursors/rewindpreview.h"
#include "ui/shared/theme.h"

#include <QDateTimeEdit>
#include <QLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Instant at(const char *text)
{
    return *tryParseIsoInstant(text);
}

Cursor someCursor()
{
    Cursor cursor;
    cursor.id = 1;
    cursor.name = u"billing-sync"_s;
    cursor.position = AfterEvent{EventId("event_01KD9F14TB0000000000AQKZ5C"),
                                 at("2026-11-23T13:56:40.611Z")};
    return cursor;
}

/// As the mock's: from 10:00 to 14:10 in bins of ten minutes.
TimelineBins someBins()
{
    constexpr quint32 kHeights[] = {26, 30, 41, 40, 29, 37, 25, 26, 28, 30, 34, 33, 33,
                                    33, 27, 36, 29, 21, 33, 23, 31, 21, 29, 33, 28};
    TimelineBins bins;
    bins.range = {at("2026-11-23T10:00:00Z"), at("2026-11-23T14:10:00Z")};
    for (const quint32 height : kHeights) {
        TimelineBins::Bin bin{};
        bin[size_t(Family::DirectorySync)] = height * 45 / 100;
        bin[size_t(Family::Authentication)] = height * 35 / 100;
        bin[size_t(Family::Users)] = height * 8 / 100;
        bin[size_t(Family::Organizations)] = height * 7 / 100;
        bin[size_t(Family::RolesAccess)] = height * 5 / 100;
        bins.bins.push_back(bin);
    }
    return bins;
}

MovePlan somePlan(quint64 events = 100)
{
    MovePlan plan;
    plan.cursor = someCursor();
    plan.target = AfterEvent{EventId("event_01KD9AV0TB0000000000AAB12D"),
                             at("2026-11-23T12:44:01.200Z")};
    plan.change = CursorChange::RewoundByEvents;
    plan.direction = MovePlan::Direction::Back;
    plan.events = events;
    plan.asked = events;
    plan.firstAgain = EventId("event_01KD9AV1TB0000000000AAB77E");
    plan.spanStart = at("2026-11-23T12:44:02.318Z");
    plan.spanEnd = at("2026-11-23T13:56:40.611Z");
    plan.types = {{"dsync.user.updated", Family::DirectorySync, 31},
                  {"dsync.group.user_added", Family::DirectorySync, 11},
                  {"dsync.user.deleted", Family::DirectorySync, 3},
                  {"dsync.group.deleted", Family::DirectorySync, 1},
                  {"authentication.sso_succeeded", Family::Authentication, 33},
                  {"authentication.sso_failed", Family::Authentication, 5},
                  {"user.created", Family::Users, 5},
                  {"invitation.accepted", Family::Users, 3},
                  {"organization_membership.updated", Family::Organizations, 6},
                  {"role.updated", Family::RolesAccess, 2}};
    plan.organizations = 6;
    plan.deletes = 4;
    plan.ahead = Lag{115, true};
    plan.around = someBins();
    return plan;
}

/// A target as a value of a data row.
struct TargetCase
{
    MoveTarget target;
};

/// Keeps the questions, so that a test answers when and in which order it likes.
struct Questions
{
    QList<MoveTarget> targets;
    QList<std::function<void(Result<MovePlan>)>> answers;

    MovePlanner planner()
    {
        return [this](const MoveTarget &target, std::function<void(Result<MovePlan>)> answer) {
            targets.append(target);
            answers.append(std::move(answer));
        };
    }
};

RewindDialogContext someContext(bool isProduction = false)
{
    RewindDialogContext context;
    context.lag = Lag{15, true};
    context.zone = QTimeZone::utc();
    context.now = at("2026-11-23T14:06:00Z");
    context.isProduction = isProduction;
    context.places = {{u"before release 4.12"_s,
                       AfterEvent{EventId("event_release"), at("2026-11-20T16:02:11Z")}},
                      {u"audit-archive"_s, FromTime{at("2026-11-22T18:00:00.123456Z")}}};
    return context;
}

QStringList visibleTexts(const QWidget &widget)
{
    QStringList texts;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(QTextDocumentFragment::fromHtml(label->text()).toPlainText());
        }
    }
    return texts;
}

} // namespace

class TestRewindDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void asksForTheDefaultAtOnce();
    void buttonRepeatsTheNumber_data();
    void buttonRepeatsTheNumber();
    void waysBecomeTargets_data();
    void waysBecomeTargets();
    void presetIsAskedAsItIs();
    void outdatedAnswerIsDropped();
    void answerAfterTheEndIsDropped();
    void errorsStandInThePreview();
    void nothingToMoveIsNotOffered();
    void aWrongDurationIsSaidBesideTheField();
    void acceptedHandsBackPlanAndReason();
    void planAgainKeepsWhatIsShown();
    void newEventsWaitForTheOpenAnswer();
    void anEditedFieldIsNotAppliedByItsOldPlan();
    void aChangedCursorIsPlannedAgain();
    void noticesTellDeletesAndHorizon();
    void productionDefaultsToCancel();
    void clickOnAFieldChoosesIt();
    void savedPlacesAreWhereOtherCursorsStand();
    void tabGoesFromTheWayToItsFieldAndOn();
    void thePreviewScrollsOnALowScreen();
    void breakdownNamesTheMostFrequent();
    void everyInputHasAName();
    void looks();
};

void TestRewindDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
}

void TestRewindDialog::asksForTheDefaultAtOnce()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    QCOMPARE(questions.targets.size(), 1);
    QCOMPARE(std::get<EventsBack>(questions.targets.first()).count, 100U);
    auto *button = dialog.findChild<QPushButton *>(u"apply"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), u"Counting…"_s);
    questions.answers.first()(somePlan());
    QVERIFY(button->isEnabled());
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), u"100 events will be read again"_s);
    const QStringList texts = visibleTexts(dialog);
    QVERIFY(texts.contains(u"12:44:02.318 to 13:56:40.611, 1 h 12 min, 6 organizations"_s));
    QVERIFY(texts.join(u'\n').contains(
        u"New place: after event_01KD9AV0TB…AB12D, 23 Nov 12:44:01.200"_s));
    QVERIFY(texts.join(u'\n').contains(u"First event read again: event_01KD9AV1TB…AB77E"_s));
    QVERIFY(texts.join(u'\n').contains(u"15 events behind"_s));
    // And not once more, as if somebody had edited it.
    QTest::qWait(300);
    QCOMPARE(questions.targets.size(), 1);
}

void TestRewindDialog::buttonRepeatsTheNumber_data()
{
    QTest::addColumn<MovePlan>("plan");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("headline");
    MovePlan plan = somePlan(1234);
    QTest::newRow("back") << plan << u"Rewind 1,234 events"_s
                          << u"1,234 events will be read again"_s;
    plan.isAtLeast = true;
    QTest::newRow("back, at least") << plan << u"Rewind at least 1,234 events"_s
                                    << u"At least 1,234 events will be read again"_s;
    plan = somePlan(1);
    QTest::newRow("one") << plan << u"Rewind 1 event"_s << u"1 event will be read again"_s;
    plan.events = 0;
    QTest::newRow("time only") << plan << u"Rewind"_s << u"0 events will be read again"_s;
    plan = somePlan(7);
    plan.direction = MovePlan::Direction::Forward;
    QTest::newRow("forward") << plan << u"Skip 7 events"_s << u"7 events will be skipped"_s;
    plan.isAtLeast = true;
    QTest::newRow("forward, at least")
        << plan << u"Skip at least 7 events"_s << u"At least 7 events will be skipped"_s;
}

void TestRewindDialog::buttonRepeatsTheNumber()
{
    QFETCH(MovePlan, plan);
    QFETCH(QString, button);
    QFETCH(QString, headline);
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    questions.answers.first()(plan);
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), button);
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), headline);
    const bool isForward = plan.direction == MovePlan::Direction::Forward;
    QCOMPARE(dialog.windowTitle(), isForward ? u"Move cursor"_s : u"Rewind cursor"_s);
}

void TestRewindDialog::waysBecomeTargets_data()
{
    QTest::addColumn<TargetCase>("wanted");
    QTest::newRow("events") << TargetCase{EventsBack{7}};
    QTest::newRow("duration") << TargetCase{TimeBack{std::chrono::minutes(75)}};
    QTest::newRow("days") << TargetCase{TimeBack{std::chrono::hours(26)}};
    QTest::newRow("time") << TargetCase{ToTime{at("2026-03-29T01:30:00Z")}};
    QTest::newRow("event") << TargetCase{ToEvent{EventId("evt_anything")}};
}

void TestRewindDialog::waysBecomeTargets()
{
    QFETCH(TargetCase, wanted);
    const MoveTarget target = wanted.target;
    for (const QTimeZone &zone :
         {QTimeZone::utc(), QTimeZone("Europe/Berlin"), QTimeZone("America/New_York")}) {
        RewindForm form(zone, at("2026-11-23T13:56:40.611Z"), at("2026-11-23T14:06:00Z"), {});
        form.setTarget(target);
        const std::optional<MoveTarget> got = form.target();
        QVERIFY(got);
        QCOMPARE(got->index(), target.index());
        if (const auto *events = std::get_if<EventsBack>(&target)) {
            QCOMPARE(std::get<EventsBack>(*got).count, events->count);
        } else if (const auto *back = std::get_if<TimeBack>(&target)) {
            QVERIFY(std::get<TimeBack>(*got).by == back->by);
        } else if (const auto *time = std::get_if<ToTime>(&target)) {
            QCOMPARE(toUs(std::get<ToTime>(*got).time), toUs(time->time));
        } else if (const auto *event = std::get_if<ToEvent>(&target)) {
            QCOMPARE(std::get<ToEvent>(*got).id, event->id);
        }
    }
}

void TestRewindDialog::presetIsAskedAsItIs()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.setTarget(ToEvent{EventId("event_here")});
    QCOMPARE(std::get<ToEvent>(questions.targets.last()).id, EventId("event_here"));
    QTest::qWait(300);
    QCOMPARE(questions.targets.size(), 2);
}

void TestRewindDialog::outdatedAnswerIsDropped()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    dialog.findChild<QSpinBox *>()->setValue(50);
    QTRY_COMPARE(questions.targets.size(), 2);
    QCOMPARE(std::get<EventsBack>(questions.targets[1]).count, 50U);
    questions.answers[1](somePlan(50));
    questions.answers[0](somePlan(100));
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind 50 events"_s);
    questions.answers[0](failure(ErrorCode::NotFound, u"too late"_s));
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind 50 events"_s);
}

void TestRewindDialog::answerAfterTheEndIsDropped()
{
    Questions questions;
    {
        RewindDialog dialog(someCursor(), questions.planner(), someContext());
    }
    questions.answers.first()(somePlan());
}

void TestRewindDialog::errorsStandInThePreview()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    questions.answers.first()(failure(ErrorCode::NotFound, u"No stored event has this id."_s));
    QVERIFY(visibleTexts(dialog).contains(u"No stored event has this id."_s));
    QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind"_s);
    grab(dialog, u"rewind-error"_s);
}

void TestRewindDialog::nothingToMoveIsNotOffered()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    MovePlan plan = somePlan(0);
    plan.direction = MovePlan::Direction::Nowhere;
    questions.answers.first()(plan);
    QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), u"The cursor stands there already"_s);
}

void TestRewindDialog::aWrongDurationIsSaidBesideTheField()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
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

void TestRewindDialog::acceptedHandsBackPlanAndReason()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    QSignalSpy accepted(&dialog, &RewindDialog::accepted);
    questions.answers.first()(somePlan());
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == u"Reason"_s) {
            edit->setText(u"  Group sync dropped members  "_s);
        }
    }
    dialog.findChild<QPushButton *>(u"apply"_s)->click();
    QCOMPARE(accepted.size(), 1);
    QVERIFY(accepted.first().first().value<MovePlan>().target == somePlan().target);
    QCOMPARE(accepted.first().last().toString(), u"Group sync dropped members"_s);
    QVERIFY(!dialog.isVisible());
}

void TestRewindDialog::planAgainKeepsWhatIsShown()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    questions.answers.first()(somePlan());
    dialog.planAgain();
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind 100 events"_s);
    QVERIFY(dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    questions.answers.last()(somePlan(90));
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind 90 events"_s);
}

void TestRewindDialog::newEventsWaitForTheOpenAnswer()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.planAgain();
    dialog.planAgain();
    QCOMPARE(questions.targets.size(), 1);
    auto *button = dialog.findChild<QPushButton *>(u"apply"_s);
    questions.answers[0](somePlan(90));
    QCOMPARE(button->text(), u"Rewind 90 events"_s);
    QCOMPARE(questions.targets.size(), 2);
    questions.answers[1](somePlan());
    QCOMPARE(button->text(), u"Rewind 100 events"_s);
    QCOMPARE(questions.targets.size(), 2);
}

void TestRewindDialog::anEditedFieldIsNotAppliedByItsOldPlan()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    QSignalSpy accepted(&dialog, &RewindDialog::accepted);
    questions.answers.first()(somePlan());
    auto *count = dialog.findChild<QSpinBox *>();
    count->setValue(50);
    QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QTest::keyClick(count, Qt::Key_Return);
    QCOMPARE(accepted.size(), 0);
    QVERIFY(dialog.isVisible());
}

void TestRewindDialog::aChangedCursorIsPlannedAgain()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    questions.answers.first()(somePlan());
    Cursor moved = someCursor();
    moved.name = u"billing-sync-2"_s;
    moved.version = 2;
    dialog.setCursor(moved, Lag{3, false});
    QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QCOMPARE(questions.targets.size(), 2);
    const QString texts = visibleTexts(dialog).join(u'\n');
    QVERIFY(texts.contains(u"billing-sync-2"_s));
    QVERIFY(texts.contains(u"3+ events behind"_s));
}

void TestRewindDialog::noticesTellDeletesAndHorizon()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    MovePlan plan = somePlan();
    questions.answers.first()(plan);
    QVERIFY(visibleTexts(dialog).join(u'\n').contains(u"4 deletes are in this span."_s));
    QVERIFY(!visibleTexts(dialog).join(u'\n').contains(u"90 days"_s));
    plan.deletes = 0;
    plan.isBeyondHorizon = true;
    plan.asked = 150;
    dialog.planAgain();
    questions.answers.last()(plan);
    const QString texts = visibleTexts(dialog).join(u'\n');
    QVERIFY(!texts.contains(u"deletes are"_s));
    QVERIFY(texts.contains(u"beyond the 90 days"_s));
    QVERIFY(texts.contains(u"150 were asked for"_s));
}

void TestRewindDialog::productionDefaultsToCancel()
{
    for (const bool isProduction : {false, true}) {
        Questions questions;
        RewindDialog dialog(someCursor(), questions.planner(), someContext(isProduction));
        dialog.open();
        questions.answers.first()(somePlan());
        QSignalSpy accepted(&dialog, &RewindDialog::accepted);
        dialog.findChild<QSpinBox *>()->setFocus();
        QTest::keyClick(dialog.findChild<QSpinBox *>(), Qt::Key_Return);
        QCOMPARE(accepted.size(), isProduction ? 0 : 1);
        QVERIFY(!dialog.isVisible());
    }
}

void TestRewindDialog::clickOnAFieldChoosesIt()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    auto *form = dialog.findChild<RewindForm *>();
    auto *time = dialog.findChild<QDateTimeEdit *>();
    QVERIFY(!time->isEnabled());
    QTest::mouseClick(form, Qt::LeftButton, {}, time->geometry().center());
    QVERIFY(time->isEnabled());
    QTRY_VERIFY(std::holds_alternative<ToTime>(questions.targets.last()));
}

void TestRewindDialog::savedPlacesAreWhereOtherCursorsStand()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    auto *place = dialog.findChild<QComboBox *>();
    QVERIFY(!place->isEnabled());
    for (auto *radio : dialog.findChildren<QRadioButton *>()) {
        if (radio->text() == u"To a saved place"_s) {
            radio->click();
        }
    }
    QVERIFY(place->isEnabled());
    QTRY_COMPARE(questions.targets.size(), 2);
    QCOMPARE(std::get<ToEvent>(questions.targets.last()).id, EventId("event_release"));
    QVERIFY(visibleTexts(dialog).contains(u"20 Nov 16:02"_s));
    place->setCurrentIndex(1);
    QTRY_COMPARE(questions.targets.size(), 3);
    QCOMPARE(std::get<ToTime>(questions.targets.last()).time, at("2026-11-22T18:00:00.123456Z"));
    QVERIFY(visibleTexts(dialog).contains(u"From 22 Nov 18:00"_s));

    RewindDialogContext alone = someContext();
    alone.places.clear();
    RewindDialog without(someCursor(), questions.planner(), alone);
    without.open();
    for (const auto *radio : without.findChildren<QRadioButton *>()) {
        QCOMPARE(radio->isEnabled(), radio->text() != u"To a saved place"_s);
    }
    QCOMPARE(without.findChild<QComboBox *>()->placeholderText(), u"No other cursor"_s);
}

void TestRewindDialog::tabGoesFromTheWayToItsFieldAndOn()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    questions.answers.first()(somePlan());
    QCOMPARE(dialog.focusWidget(), dialog.findChild<QSpinBox *>());
    QStringList names;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        const auto *button = qobject_cast<QAbstractButton *>(dialog.focusWidget());
        names << (button ? button->text() : dialog.focusWidget()->accessibleName());
    }
    QCOMPARE(names,
             (QStringList{u"Reason"_s,
                          u"Cancel"_s,
                          u"Rewind 100 events"_s,
                          u"History"_s,
                          u"Events back"_s,
                          u"Events back"_s}));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestRewindDialog::thePreviewScrollsOnALowScreen()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    dialog.open();
    questions.answers.first()(somePlan());
    auto *scroll = dialog.findChild<QScrollArea *>();
    QTRY_VERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
    QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
    QCOMPARE(scroll->focusPolicy(), Qt::NoFocus);
    dialog.setMaximumHeight(520); // what a screen of 600 leaves
    QTRY_COMPARE(dialog.height(), 520);
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QCOMPARE(scroll->focusPolicy(), Qt::TabFocus);
    const auto *apply = dialog.findChild<QPushButton *>(u"apply"_s);
    QVERIFY(dialog.rect().contains(QRect(apply->mapTo(&dialog, QPoint()), apply->size())));
}

void TestRewindDialog::breakdownNamesTheMostFrequent()
{
    const std::vector<TypeMoveCount> types = somePlan().types;
    QCOMPARE(breakdownText(types, Family::DirectorySync),
             u"31 updated, 11 user added, 4 deleted"_s);
    QCOMPARE(breakdownText(types, Family::Authentication), u"33 sso succeeded, 5 sso failed"_s);
    QCOMPARE(breakdownText({{"a.one", Family::Other, 4},
                            {"a.two", Family::Other, 3},
                            {"a.three", Family::Other, 2},
                            {"a.four", Family::Other, 1},
                            {"a.five", Family::Other, 1}},
                           Family::Other),
             u"4 one, 3 two, 2 three, 2 others"_s);
    QCOMPARE(breakdownText({{"a.one", Family::Other, 4},
                            {"a.two", Family::Other, 3},
                            {"a.three", Family::Other, 2},
                            {"a.four", Family::Other, 1}},
                           Family::Other),
             u"4 one, 3 two, 2 three, 1 other"_s);
}

void TestRewindDialog::everyInputHasAName()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.planner(), someContext());
    QCOMPARE(unnamedInputs(dialog), QStringList());
}

void TestRewindDialog::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        Questions questions;
        RewindDialog dialog(someCursor(), questions.planner(), someContext());
        dialog.open();
        questions.answers.first()(somePlan());
        // Nothing is squeezed: the parts of the preview would lie over each other.
        auto *preview = dialog.findChild<RewindPreview *>();
        QTRY_VERIFY(preview->heightForWidth(preview->width()) > 400);
        QTRY_VERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width())
                    && preview->visibleRegion().boundingRect().height() > 400);
        const QImage picture = grab(dialog,
                                    theme == ThemeChoice::Dark ? u"rewind-dark"_s
                                                               : u"rewind-light"_s);
        QCOMPARE(picture.pixelColor(3, 3), tokens().base);
        QCOMPARE(picture.pixelColor(3, picture.height() - 4), tokens().chrome);
    }
    applyTheme(ThemeChoice::Light);
}

} // namespace playhead

QTEST_MAIN(playhead::TestRewindDialog)
#include "tst_rewinddialog.moc"
