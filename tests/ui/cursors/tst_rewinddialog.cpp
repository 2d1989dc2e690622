// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/cursors/rewindsamples.h"
#include "ui/cursors/moveline.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/cursors/rewindform.h"
#include "ui/cursors/rewindpreview.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

class TestRewindDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(anyRealWarning()); }
    void asksForTheDefaultAtOnce();
    void buttonRepeatsTheNumber_data();
    void buttonRepeatsTheNumber();
    void outdatedAnswerIsDropped();
    void answerAfterTheEndIsDropped();
    void errorsStandInThePreview();
    void nothingToMoveIsNotOffered();
    void acceptedHandsBackPlanAndReason();
    void aLaterReplyReplacesTheOneBefore();
    void aRefusalKeepsWhatWasTyped();
    void applyWaitsForTheCarefulConsumer();
    void whatAnsweredAnotherQuestionIsDim();
    void anEditedFieldIsNotAppliedByItsOldPlan();
    void aChangedCursorIsPlannedAgain();
    void noticesTellDeletesAndHorizon();
    void productionDefaultsToCancel();
    void applyWaitsForWhatIsRead();
    void countingCanBeStopped();
    void aReadThatFailsIsTold();
    void aDeletedCursorCannotBeMoved();
    void aMoveElsewhereIsSaid();
    void linesTellOrganizationsAndConsumer();
    void ageIsWarnedOf();
    void aDoubtfulPlaceIsWarnedOf();
    void columnsStandBelowEachOtherWithoutRoom();
    void tabGoesFromTheWayToItsFieldAndOn();
    void thePreviewScrollsOnALowScreen();
    void everyInputHasAName();
    void looks();

private:
    QWidget m_window; ///< The dialogs' parent: as large as the usual window.
};

void TestRewindDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(ThemeChoice::Light);
    m_window.resize(1440, 900);
    m_window.show();
}

void TestRewindDialog::asksForTheDefaultAtOnce()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
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
    for (const QString &fact : {u"Before"_s,
                                u"23 Nov 13:56:40.611"_s,
                                u"event_01KD9F14TB…QKZ5C"_s,
                                u"leaves in 89 d"_s,
                                u"After"_s,
                                u"23 Nov 12:44:01.200"_s,
                                u"event_01KD9AV0TB…AB12D"_s,
                                u"First again"_s,
                                u"23 Nov 12:44:02.318"_s,
                                u"event_01KD9AV1TB…AB77E"_s}) {
        QVERIFY2(texts.contains(fact), qPrintable(fact + u" in "_s + texts.join(u'|')));
    }
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
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    questions.answers.first()(plan);
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), button);
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), headline);
    const bool isForward = plan.direction == MovePlan::Direction::Forward;
    QCOMPARE(dialog.windowTitle(), isForward ? u"Move cursor"_s : u"Rewind cursor"_s);
}

void TestRewindDialog::outdatedAnswerIsDropped()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    dialog.findChild<QSpinBox *>()->setValue(50);
    QTRY_COMPARE(questions.targets.size(), 2);
    QCOMPARE(std::get<EventsBack>(questions.targets[1]).count, 50U);
    questions.answers[1](somePlan(50));
    questions.answers[0](somePlan(100));
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind 50 events"_s);
    questions.answers[0](Result<MovePlan>(failure(ErrorCode::NotFound, u"too late"_s)));
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind 50 events"_s);
}

void TestRewindDialog::answerAfterTheEndIsDropped()
{
    Questions questions;
    int shown = 0;
    RewindDialogContext context = someContext();
    context.warnings = [&shown](const CursorPosition &) {
        ++shown;
        return QStringList();
    };
    {
        RewindDialog dialog(someCursor(), questions.reader(), context, &m_window);
        questions.answers.first()(somePlan());
        QCOMPARE(shown, 1);
    }
    questions.answers.first()(somePlan());
    QCOMPARE(shown, 1);
}

void TestRewindDialog::errorsStandInThePreview()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    questions.answers.first()(
        Result<MovePlan>(failure(ErrorCode::NotFound, u"No stored event has this id."_s)));
    QVERIFY(visibleTexts(dialog).contains(u"No stored event has this id."_s));
    QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QCOMPARE(dialog.findChild<QPushButton *>(u"apply"_s)->text(), u"Rewind"_s);
    grab(dialog, u"rewind-error"_s);
}

void TestRewindDialog::nothingToMoveIsNotOffered()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    MovePlan plan = somePlan(0);
    plan.direction = MovePlan::Direction::Nowhere;
    questions.answers.first()(plan);
    QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), u"The cursor stands there already"_s);
}

void TestRewindDialog::acceptedHandsBackPlanAndReason()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    QSignalSpy accepted(&dialog, &RewindDialog::moveWanted);
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
    // It waits for the store, and asks for nothing twice.
    QVERIFY(dialog.isVisible());
    QVERIFY(!applyOf(dialog)->isEnabled());
    dialog.accept();
    QVERIFY(!dialog.isVisible());
}

void TestRewindDialog::aRefusalKeepsWhatWasTyped()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    QSignalSpy wanted(&dialog, &RewindDialog::moveWanted);
    questions.answers.first()(somePlan());
    named<QLineEdit>(dialog, u"Reason"_s)->setText(u"Group sync dropped members"_s);
    applyOf(dialog)->click();
    // Another Playhead was quicker: its move is shown with the refusal, and it is counted anew.
    Cursor moved = someCursor();
    moved.version = 2;
    moved.position = AfterEvent{EventId("event_crm"), at("2026-11-23T10:41:09Z")};
    dialog.setCursor(moved, Lag{561, true});
    QCOMPARE(questions.targets.size(), 1);
    dialog.showRefusal(Error{ErrorCode::Conflict, u"It was changed meanwhile."_s, {}});
    QVERIFY(dialog.isVisible());
    QVERIFY(visibleTexts(dialog).contains(u"It was changed meanwhile."_s));
    QVERIFY(visibleTexts(dialog).join(u'\n').contains(u"billing-sync was moved meanwhile."_s));
    QCOMPARE(named<QLineEdit>(dialog, u"Reason"_s)->text(), u"Group sync dropped members"_s);
    QCOMPARE(questions.targets.size(), 2);
    QVERIFY(!applyOf(dialog)->isEnabled());
    questions.answers.last()(somePlan(20));
    applyOf(dialog)->click();
    QCOMPARE(wanted.size(), 2);
    QVERIFY(!visibleTexts(dialog).contains(u"It was changed meanwhile."_s));
}

void TestRewindDialog::applyWaitsForTheCarefulConsumer()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    MoveReply first(somePlan());
    first.plan->expected.reset();
    first.isLast = false;
    const auto consumer = [&dialog] {
        for (const auto *line : dialog.findChildren<MoveLine *>()) {
            if (line->accessibleName().startsWith(u"Careful consumer"_s)) {
                return line->accessibleName();
            }
        }
        return QString();
    };
    questions.answers.first()(first);
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), u"100 events will be read again"_s);
    QCOMPARE(consumer(), u"Careful consumer, counting…"_s);
    QVERIFY(!applyOf(dialog)->isEnabled());
    questions.answers.first()(somePlan());
    QTRY_COMPARE(consumer(), u"Careful consumer, would apply 79, skip 21"_s);
    QVERIFY(applyOf(dialog)->isEnabled());
    // It is not weighed where events are skipped: nothing is waited for there.
    first.plan->direction = MovePlan::Direction::Forward;
    questions.answers.first()(first);
    QVERIFY(applyOf(dialog)->isEnabled());
}

void TestRewindDialog::whatAnsweredAnotherQuestionIsDim()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    questions.answers.first()(somePlan());
    const auto isDim = [&dialog] {
        const auto *line = dialog.findChild<MoveLine *>();
        return !line->isEnabled() && line->parentWidget()->graphicsEffect() != nullptr;
    };
    QTest::qWait(0); // the lines before are gone
    QVERIFY(!isDim());
    const int height = dialog.height();
    dialog.setTarget(EventsBack{7});
    QVERIFY(isDim());
    QCOMPARE(dialog.height(), height);
    grab(dialog, u"rewind-counting"_s);
    questions.answers.last()(somePlan());
    QTest::qWait(0);
    QVERIFY(!isDim());
}

void TestRewindDialog::aLaterReplyReplacesTheOneBefore()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    questions.answers.first()(somePlan());
    QCOMPARE(applyOf(dialog)->text(), u"Rewind 100 events"_s);
    questions.answers.first()(somePlan(90));
    QCOMPARE(applyOf(dialog)->text(), u"Rewind 90 events"_s);
    QVERIFY(applyOf(dialog)->isEnabled());
}

void TestRewindDialog::anEditedFieldIsNotAppliedByItsOldPlan()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    QSignalSpy accepted(&dialog, &RewindDialog::moveWanted);
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
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
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
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    MovePlan plan = somePlan();
    questions.answers.first()(plan);
    QVERIFY(visibleTexts(dialog).join(u'\n').contains(u"4 deletes are in this span."_s));
    QVERIFY(!visibleTexts(dialog).join(u'\n').contains(u"90 days"_s));
    plan.deletes = 0;
    plan.isBeyondHorizon = true;
    plan.asked = 150;
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
        RewindDialog dialog(someCursor(), questions.reader(), someContext(isProduction), &m_window);
        dialog.open();
        questions.answers.first()(somePlan());
        QSignalSpy accepted(&dialog, &RewindDialog::moveWanted);
        dialog.findChild<QSpinBox *>()->setFocus();
        QTest::keyClick(dialog.findChild<QSpinBox *>(), Qt::Key_Return);
        QCOMPARE(accepted.size(), isProduction ? 0 : 1);
        QCOMPARE(dialog.isVisible(), !isProduction);
    }
}

void TestRewindDialog::applyWaitsForWhatIsRead()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    MovePlan sofar = somePlan(60);
    sofar.isAtLeast = true;
    MoveReply nothingYet;
    nothingYet.read = 100;
    questions.answers.first()(nothingYet);
    QCOMPARE(dialog.findChild<RewindPreview *>()->headline(), u"Counting, 100 so far"_s);
    questions.answers.first()(reading(sofar, 300));
    const auto *preview = dialog.findChild<RewindPreview *>();
    QCOMPARE(preview->headline(), u"Counting, 300 so far"_s);
    QVERIFY(!applyOf(dialog)->isEnabled());
    QCOMPARE(applyOf(dialog)->text(), u"Rewind"_s);
    grab(dialog, u"rewind-reading"_s);
    questions.answers.first()(reading(sofar, 1200));
    QCOMPARE(preview->headline(), u"Counting, 1,200 so far"_s);
    questions.answers.first()(somePlan());
    QCOMPARE(preview->headline(), u"100 events will be read again"_s);
    QVERIFY(!dialog.findChild<QPushButton *>(u"stopCounting"_s)->isVisible());
    QVERIFY(applyOf(dialog)->isEnabled());
    QCOMPARE(applyOf(dialog)->text(), u"Rewind 100 events"_s);
}

void TestRewindDialog::countingCanBeStopped()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    MovePlan sofar = somePlan(60);
    sofar.isAtLeast = true;
    questions.answers.first()(reading(sofar, 300));
    auto *stop = dialog.findChild<QPushButton *>(u"stopCounting"_s);
    QVERIFY(stop->isVisible());
    stop->click();
    QCOMPARE(questions.mayRead, (QList<bool>{true, false}));
    questions.answers.first()(somePlan(5)); // too late
    questions.answers.last()(sofar);
    QCOMPARE(applyOf(dialog)->text(), u"Rewind at least 60 events"_s);
    QVERIFY(applyOf(dialog)->isEnabled());
}

void TestRewindDialog::aReadThatFailsIsTold()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    MovePlan sofar = somePlan(60);
    sofar.isAtLeast = true;
    questions.answers.first()(unread(sofar, u"WorkOS refused the API key."_s));
    QVERIFY(applyOf(dialog)->isEnabled());
    QCOMPARE(applyOf(dialog)->text(), u"Rewind at least 60 events"_s);
    const auto told = [&dialog] {
        return visibleTexts(dialog).join(u'\n').contains(
            u"Part of this span could not be read. WorkOS refused the API key."_s);
    };
    QVERIFY(told());
    grab(dialog, u"rewind-unread"_s);
    // It is not asked again by itself; another question may read again.
    QCOMPARE(questions.mayRead, QList<bool>{true});
    dialog.setTarget(EventsBack{7});
    QCOMPARE(questions.mayRead.last(), true);
    questions.answers.last()(somePlan(7));
    QVERIFY(!told());
}

void TestRewindDialog::aDeletedCursorCannotBeMoved()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    questions.answers.first()(somePlan());
    dialog.setGone();
    QVERIFY(!applyOf(dialog)->isEnabled());
    QVERIFY(visibleTexts(dialog).contains(
        u"billing-sync was deleted meanwhile. Edit ▸ Undo brings it back."_s));
    const qsizetype asked = questions.targets.size();
    dialog.setTarget(EventsBack{7});
    QCOMPARE(questions.targets.size(), asked);
    // Undo brings it back, and the dialog with it.
    dialog.setCursor(someCursor(), Lag{15, true});
    QCOMPARE(questions.targets.size(), asked + 1);
    questions.answers.last()(somePlan(7));
    QVERIFY(applyOf(dialog)->isEnabled());
}

void TestRewindDialog::aMoveElsewhereIsSaid()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    questions.answers.first()(somePlan());
    Cursor renamed = someCursor();
    renamed.name = u"billing"_s;
    dialog.setCursor(renamed, Lag{15, true});
    const auto texts = [&dialog] { return visibleTexts(dialog).join(u'\n'); };
    QVERIFY(!texts().contains(u"meanwhile"_s));
    Cursor moved = renamed;
    moved.position = AfterEvent{EventId("event_crm"), at("2026-11-23T10:41:09Z")};
    dialog.setCursor(moved, Lag{561, true});
    QVERIFY(texts().contains(
        u"billing was moved meanwhile. The preview counts from its new place, 23 Nov 10:41:09.000."_s));
    QVERIFY(!applyOf(dialog)->isEnabled());
}

void TestRewindDialog::linesTellOrganizationsAndConsumer()
{
    const MovePlan plan = somePlan();
    QCOMPARE(organizationsText(plan, someContext().organizationName, 4, u", "_s),
             u"Foo Corp 40, Lumen Health 24, no organization 16, …XQ24Y 10, 3 others 10"_s);
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    questions.answers.first()(plan);
    const auto lines = [&dialog] {
        QStringList names;
        for (const auto *line : dialog.findChildren<MoveLine *>()) {
            names << (line->isVisible() ? line->accessibleName() : QString());
        }
        return names.join(u'\n');
    };
    QTRY_COMPARE(lines(),
                 QStringList({u"Directory Sync, 46, 31 updated, 11 user added, 4 deleted"_s,
                              u"Authentication, 38, 33 sso succeeded, 5 sso failed"_s,
                              u"Users, 8, 5 created, 3 accepted"_s,
                              u"Organizations, 6, 6 updated"_s,
                              u"Roles & access, 2, 2 updated"_s,
                              u"By organization, Foo Corp 40, Lumen Health 24, no organization 16, "
                              "4 others 20"_s,
                              u"Careful consumer, would apply 79, skip 21"_s})
                     .join(u'\n'));
    // What is skipped is never weighed.
    MovePlan forward = plan;
    forward.direction = MovePlan::Direction::Forward;
    dialog.setTarget(EventsForward{100});
    questions.answers.last()(forward);
    QTRY_VERIFY(lines().contains(u"By organization"_s));
    QVERIFY(!lines().contains(u"Careful consumer"_s));
}

void TestRewindDialog::aDoubtfulPlaceIsWarnedOf()
{
    Questions questions;
    RewindDialogContext context = someContext();
    context.warnings = [](const CursorPosition &position) {
        return position == somePlan().target ? QStringList{u"It is younger than 10 s."_s}
                                             : QStringList();
    };
    RewindDialog dialog(someCursor(), questions.reader(), context, &m_window);
    dialog.open();
    questions.answers.first()(somePlan());
    const auto isTold = [&dialog] {
        return visibleTexts(dialog).contains(u"It is younger than 10 s."_s);
    };
    QVERIFY(isTold());
    MovePlan other = somePlan();
    other.target = FromTime{at("2026-11-23T12:00:00Z")};
    questions.answers.first()(other);
    QVERIFY(!isTold());
}

void TestRewindDialog::ageIsWarnedOf()
{
    const Instant horizon = at("2026-08-25T14:06:00Z");
    QCOMPARE(ageText(horizon + std::chrono::hours(148), horizon), u"leaves in 6 d 4 h"_s);
    QCOMPARE(ageText(horizon + std::chrono::hours(24 * 7 + 5), horizon), u"leaves in 7 d"_s);
    QCOMPARE(ageText(horizon, horizon), u"at the horizon"_s);
    QCOMPARE(ageText(horizon - std::chrono::hours(1), horizon), u"beyond the 90 days"_s);
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    MovePlan plan = somePlan();
    plan.target = FromTime{horizon + std::chrono::hours(148)};
    questions.answers.first()(plan);
    QVERIFY(visibleTexts(dialog).contains(
        u"The new place leaves the 90 days that WorkOS keeps in 6 d 4 h. "
        "Read from it before then, or the cursor is lost."_s));
    QVERIFY(visibleTexts(dialog).contains(u"leaves in 6 d 4 h"_s));
    QVERIFY(visibleTexts(dialog).contains(u"from 31 Aug 18:06:00.000"_s));
}

void TestRewindDialog::columnsStandBelowEachOtherWithoutRoom()
{
    for (const bool isNarrow : {false, true}) {
        QWidget window;
        window.resize(isNarrow ? 700 : 960, 600);
        window.show();
        Questions questions;
        RewindDialog dialog(someCursor(), questions.reader(), someContext(), &window);
        dialog.open();
        questions.answers.first()(somePlan());
        QTest::qWait(0);
        auto *form = dialog.findChild<RewindForm *>();
        auto *preview = dialog.findChild<RewindPreview *>();
        const QPoint formAt = form->mapTo(&dialog, QPoint());
        const QPoint previewAt = preview->mapTo(&dialog, QPoint());
        QCOMPARE(previewAt.y() > formAt.y(), isNarrow);
        QCOMPARE(previewAt.x() > formAt.x(), !isNarrow);
        QVERIFY2(dialog.height() <= 600, qPrintable(QString::number(dialog.height())));
        QVERIFY(dialog.rect().contains(
            QRect(applyOf(dialog)->mapTo(&dialog, QPoint()), applyOf(dialog)->size())));
        grab(dialog, isNarrow ? u"rewind-narrow"_s : u"rewind-960"_s);
    }
}

void TestRewindDialog::tabGoesFromTheWayToItsFieldAndOn()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    questions.answers.first()(somePlan());
    QCOMPARE(dialog.focusWidget(), dialog.findChild<QSpinBox *>());
    QStringList names;
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        const QString name = dialog.focusWidget()->accessibleName();
        const auto *button = qobject_cast<QAbstractButton *>(dialog.focusWidget());
        names << (name.isEmpty() && button ? button->text() : name);
    }
    QCOMPARE(names,
             (QStringList{u"Count forward"_s,
                          u"Use selected, 13:58:51"_s,
                          u"Reason"_s,
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
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
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

void TestRewindDialog::everyInputHasAName()
{
    Questions questions;
    RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
    QCOMPARE(unnamedInputs(dialog), QStringList());
}

void TestRewindDialog::looks()
{
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        Questions questions;
        RewindDialog dialog(someCursor(), questions.reader(), someContext(), &m_window);
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
