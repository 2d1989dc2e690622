// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/recoverysearch.h"
#include "tests/model/cursors/storedevents.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/recoverdialog.h"
#include "ui/cursors/recoverform.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"

#include <QDateTimeEdit>
#include <QLayout>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Instant at(const char *text)
{
    return *tryParseIsoInstant(text);
}

const Instant kNow = *tryParseIsoInstant("2026-11-23T14:06:00Z");
const Instant kHorizon = *tryParseIsoInstant("2026-08-25T14:06:00Z");

Cursor lostCursor()
{
    Cursor cursor;
    cursor.id = 1;
    cursor.name = u"billing-sync"_s;
    cursor.position = AfterEvent{EventId("event_01JAPX0000000000000000V83QT"),
                                 at("2026-08-21T09:14:00Z")};
    return cursor;
}

std::vector<MadeEvent> someEvents()
{
    return {{"event_old", at("2026-08-22T10:00:00Z"), "user.created", ""},
            {"event_1", at("2026-08-25T15:00:00Z"), "user.created", ""},
            {"event_01KACXZ5G00000000000000002", at("2026-11-20T16:02:00Z"), "user.updated", ""},
            {"event_3", at("2026-11-22T16:02:00Z"), "user.updated", ""},
            {"event_4", at("2026-11-23T14:05:00Z"), "user.deleted", ""}};
}

RecoverDialogContext someContext()
{
    RecoverDialogContext context;
    context.horizon = kHorizon;
    context.zone = QTimeZone::utc();
    context.now = kNow;
    context.saved = KnownPlace{AfterEvent{EventId("event_01KACXZ5G00000000000000002"),
                                          at("2026-11-20T16:02:00Z")},
                               u"Before release 4.12"_s,
                               at("2026-11-20T17:00:00Z"),
                               ToPlace::Of::SavedPlace};
    return context;
}

/// A dialog over a small store: its plans are the real ones.
class Stand
{
public:
    explicit Stand(const RecoverDialogContext &context = someContext(),
                   bool isCovered = true,
                   const Cursor &cursor = lostCursor())
        : m_stored(someEvents())
    {
        m_ground.events = m_stored.snapshot();
        m_ground.now = kNow;
        m_ground.horizon = kHorizon;
        m_ground.oldestReadable = kHorizon;
        m_ground.tried = {{kHorizon - std::chrono::hours(24 * 10), kNow}}; // Nobody is asked.
        if (isCovered) {
            m_ground.covered = m_ground.tried;
        }
        dialog = std::make_unique<RecoverDialog>(
            cursor,
            [this](size_t,
                   const RecoveryRequest &request,
                   const std::function<void(Result<RecoveryPlan>)> &answer) {
                const Result<RecoverySearch> search = searchStored(request, m_ground);
                answer(search ? planRecovery(request, *search, m_ground)
                              : Result<RecoveryPlan>(tl::unexpected<Error>(search.error())));
            },
            context);
        dialog->open();
    }

    QRadioButton *radio(const QString &start) const
    {
        for (auto *button : dialog->findChildren<QRadioButton *>()) {
            if (button->text().startsWith(start)) {
                return button;
            }
        }
        return nullptr;
    }
    QPushButton *apply() const { return dialog->findChild<QPushButton *>(u"apply"_s); }
    /// What the way says of itself.
    QString detail(const QString &start) const { return radio(start)->accessibleDescription(); }

    std::unique_ptr<RecoverDialog> dialog;

private:
    StoredEvents m_stored;
    RecoveryGround m_ground;
};

/// A dialog whose questions are kept, to be answered by the test.
class Asked
{
public:
    Asked()
    {
        dialog = std::make_unique<RecoverDialog>(
            lostCursor(),
            [this](size_t,
                   const RecoveryRequest &request,
                   const std::function<void(Result<RecoveryPlan>)> &answer) {
                m_requests.append(request);
                m_answers.append(answer);
            },
            someContext());
        dialog->open();
    }

    const QList<RecoveryRequest> &requests() const { return m_requests; }
    void answer(qsizetype number, const RecoveryPlan &plan) const { m_answers[number](plan); }
    QPushButton *apply() const { return dialog->findChild<QPushButton *>(u"apply"_s); }
    QRadioButton *radio(const QString &start) const
    {
        const auto all = dialog->findChildren<QRadioButton *>();
        return *std::find_if(all.cbegin(), all.cend(), [&start](const QRadioButton *button) {
            return button->text().startsWith(start);
        });
    }

    std::unique_ptr<RecoverDialog> dialog;

private:
    QList<RecoveryRequest> m_requests;
    QList<std::function<void(Result<RecoveryPlan>)>> m_answers;
};

RecoveryPlan planned()
{
    RecoveryPlan plan;
    plan.move.cursor = lostCursor();
    plan.move.target = FromTime{kHorizon};
    plan.move.direction = MovePlan::Direction::Forward;
    return plan;
}

QString shownText(const QWidget &dialog)
{
    QStringList texts;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(u'\n').remove(QRegularExpression(u"<[^>]*>"_s));
}

template<typename Field>
Field *field(const Stand &stand, const QString &name)
{
    for (auto *one : stand.dialog->findChildren<Field *>()) {
        if (one->accessibleName() == name) {
            return one;
        }
    }
    return nullptr;
}

/// What is said of the chosen way, without its markup.
QString outcome(const Stand &stand)
{
    QString text = stand.dialog->findChild<Notice *>(u"outcome"_s)->text();
    return text.remove(QRegularExpression(u"<[^>]*>"_s));
}

void look(QDialog &dialog, const QString &name)
{
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(theme);
        grab(dialog, name + (theme == ThemeChoice::Dark ? u"-dark"_s : u"-light"_s));
    }
}

struct PositionCase
{
    CursorPosition position;
};

} // namespace

class TestRecoverDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void saysWhyItIsLost()
    {
        const Stand stand;
        QStringList texts;
        for (const auto *label : stand.dialog->findChildren<QLabel *>()) {
            texts << label->text();
        }
        QVERIFY(texts.contains(u"billing-sync points to an event WorkOS no longer has"_s));
        const QString all = texts.join(u'\n');
        QVERIFY(all.contains(u"21 Aug 09:14. WorkOS keeps 90 days of events, so the list starts on "
                             "25 Aug 14:06."_s));
        QVERIFY(all.contains(u"event_01JAPX0000…V83QT"_s));
    }

    void eachWayLeadsWhereItSays_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("button");
        QTest::addColumn<PositionCase>("target");
        QTest::newRow("oldest")
            << u"The oldest event kept, 25 Aug 14:06"_s
            << u"4 events ahead. Events from 21 to 25 Aug are missing, so also run a full sync."_s
            << u"Move cursor to 25 Aug"_s << PositionCase{FromTime{kHorizon}};
        QTest::newRow("saved place")
            << u"The newest saved place"_s
            << u"“Before release 4.12”, 20 Nov 16:02. 3 events ahead."_s
            << u"Move cursor to 20 Nov"_s << PositionCase{FromTime{at("2026-11-20T15:57:00Z")}};
        QTest::newRow("time") << u"A time, UTC"_s
                              << u"All before it counts as processed. 3 events ahead."_s
                              << u"Move cursor to 20 Nov"_s
                              << PositionCase{FromTime{at("2026-11-20T15:57:00Z")}};
        QTest::newRow("now") << u"Now"_s
                             << u"Skips everything up to the newest event. 0 events ahead."_s
                             << u"Move cursor to now"_s
                             << PositionCase{
                                    AfterEvent{EventId("event_4"), at("2026-11-23T14:05:00Z")}};
    }

    void eachWayLeadsWhereItSays()
    {
        QFETCH(QString, way);
        QFETCH(QString, detail);
        QFETCH(QString, button);
        QFETCH(PositionCase, target);
        const Stand stand;
        QVERIFY(stand.radio(u"The oldest"_s)->isChecked());
        stand.radio(way)->click();
        QCOMPARE(stand.detail(way), detail);
        QCOMPARE(stand.apply()->text(), button);
        QVERIFY(stand.apply()->isEnabled());
        QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
        stand.apply()->click();
        QCOMPARE(accepted.size(), 1);
        const auto plan = accepted.first().first().value<RecoveryPlan>();
        QCOMPARE(plan.move.target, target.position);
        QCOMPARE(plan.move.cursor, lostCursor());
        QCOMPARE(plan.move.change, CursorChange::Recovered);
        QVERIFY(!accepted.first().last().toString().isEmpty());
        // It waits for the store.
        QVERIFY(stand.dialog->isVisible() && !stand.apply()->isEnabled());
    }

    void saysAtLeastWhereNotAllIsCovered()
    {
        const Stand stand(someContext(), false);
        QVERIFY(stand.detail(u"The oldest"_s).startsWith(u"At least 4 events ahead."_s));
    }

    void refusesATimeThatIsNotKept()
    {
        const Stand stand;
        auto *time = stand.dialog->findChild<QDateTimeEdit *>();
        QVERIFY(!time->isVisible());
        stand.radio(u"A time"_s)->click();
        QVERIFY(time->isVisible());
        time->setDateTime(QDateTime(QDate(2026, 8, 22), QTime(0, 0), Qt::UTC));
        QCOMPARE(time->accessibleDescription(),
                 u"WorkOS keeps events from 25 Aug 14:06 on. Choose a later time."_s);
        QTRY_VERIFY(!stand.apply()->isEnabled());
        // After all that is known a plan fails; why stands at the way, and nothing is applied.
        time->setDateTime(QDateTime(QDate(2026, 11, 24), QTime(0, 0), Qt::UTC));
        QTRY_VERIFY(stand.detail(u"A time"_s).contains(u"has not come yet"_s));
        QVERIFY(!stand.apply()->isEnabled());
        time->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 0), Qt::UTC));
        QTRY_VERIFY(stand.apply()->isEnabled());
        QCOMPARE(stand.apply()->text(), u"Move cursor to 22 Nov"_s);
    }

    void whatDoesNotExistCannotBeChosen()
    {
        RecoverDialogContext context = someContext();
        context.saved.reset();
        const Stand stand(context);
        QVERIFY(!stand.radio(u"The newest"_s)->isEnabled());
        QVERIFY(!stand.detail(u"The newest"_s).isEmpty());
        // Known later, from the history.
        stand.dialog->setSavedPlace(
            KnownPlace{AfterEvent{EventId("event_3"), at("2026-11-22T16:02:00Z")},
                       {},
                       {},
                       ToPlace::Of::History});
        QVERIFY(stand.radio(u"The newest"_s)->isEnabled());
        QCOMPARE(stand.detail(u"The newest"_s),
                 u"Where it stood before, 22 Nov 16:02. 2 events ahead."_s);
    }

    void aLateAnswerIsDropped()
    {
        QList<std::function<void(Result<RecoveryPlan>)>> answers;
        RecoverDialog dialog(
            lostCursor(),
            [&answers](size_t,
                       const RecoveryRequest &,
                       std::function<void(Result<RecoveryPlan>)> answer) {
                answers.append(std::move(answer));
            },
            someContext());
        dialog.open();
        QCOMPARE(answers.size(), 4);
        dialog.setCursor(lostCursor());
        QCOMPARE(answers.size(), 8);
        answers[0](failure(ErrorCode::Internal, u"too late"_s));
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            QVERIFY(label->text() != u"too late"_s);
        }
        QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    }

    void newEventsWaitForTheOpenAnswers()
    {
        QList<std::function<void(Result<RecoveryPlan>)>> answers;
        RecoverDialog dialog(
            lostCursor(),
            [&answers](size_t,
                       const RecoveryRequest &,
                       std::function<void(Result<RecoveryPlan>)> answer) {
                answers.append(std::move(answer));
            },
            someContext());
        dialog.open();
        dialog.findAgain();
        dialog.findAgain();
        QCOMPARE(answers.size(), 4);
        RecoveryPlan plan;
        plan.move.cursor = lostCursor();
        plan.move.target = FromTime{kHorizon};
        plan.move.direction = MovePlan::Direction::Forward;
        answers[0](plan);
        QVERIFY(dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
        QCOMPARE(answers.size(), 5);
    }

    void anEditedTimeIsNotAppliedByItsOldPlan()
    {
        const Stand stand;
        stand.radio(u"A time"_s)->click();
        QVERIFY(stand.apply()->isEnabled());
        auto *time = stand.dialog->findChild<QDateTimeEdit *>();
        time->setDateTime(QDateTime(QDate(2026, 11, 20), QTime(16, 30), Qt::UTC));
        QVERIFY(!stand.apply()->isEnabled());
        QTRY_VERIFY(stand.apply()->isEnabled());
        QCOMPARE(stand.apply()->text(), u"Move cursor to 20 Nov"_s);
        // Return on the finished time is no edit.
        QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
    }

    void anObjectOfTheConsumerLeadsToItsEvent()
    {
        const Stand stand;
        stand.radio(u"An object"_s)->click();
        QVERIFY(!stand.apply()->isEnabled());
        auto *id = field<QLineEdit>(stand, u"Object id"_s);
        auto *updated = field<QLineEdit>(stand, u"Its updated_at"_s);
        QVERIFY(id->isVisible());
        id->setText(u"user_1"_s);
        updated->setText(u"yesterday"_s);
        QVERIFY(updated->accessibleDescription().startsWith(u"This is no time."_s));
        QVERIFY(!stand.apply()->isEnabled());
        updated->setText(u"2026-11-20T16:02:00Z"_s);
        QCOMPARE(updated->accessibleDescription(), QString());
        // Made events have no objects: then the moment alone counts, and nothing proves it.
        QTRY_VERIFY2(stand.detail(u"An object"_s).startsWith(u"Its event was not found"_s),
                     qPrintable(stand.detail(u"An object"_s)));
        QVERIFY(stand.apply()->isEnabled());
        QVERIFY(outcome(stand).startsWith(u"Not proven"_s));
        look(*stand.dialog, u"recover-object"_s);
    }

    void pastedIdsLeadBehindTheNewestAndAreProven()
    {
        const Stand stand;
        stand.radio(u"Events that"_s)->click();
        auto *text = field<QPlainTextEdit>(stand, u"Log line or event ids"_s);
        text->setPlainText(u"12:00 done event_01KACXZ5G00000000000000002 level=info\n"
                           "then event_01KAJ7Q8E00000000000000009"_s);
        QVERIFY(!stand.apply()->isEnabled());
        QTRY_VERIFY2(stand.apply()->isEnabled(), qPrintable(stand.detail(u"Events that"_s)));
        QVERIFY2(stand.detail(u"Events that"_s).startsWith(u"The last one is event_01KACXZ5G0"_s),
                 qPrintable(stand.detail(u"Events that"_s)));
        const QString said = outcome(stand);
        QVERIFY2(said.contains(u"Proven: nothing behind the last processed event is lost."_s),
                 qPrintable(said));
        QVERIFY2(said.contains(u"1 processed event is delivered again"_s), qPrintable(said));
        QVERIFY2(said.contains(u"Not found: event_01KAJ7Q8E0"_s), qPrintable(said));
        look(*stand.dialog, u"recover-text"_s);
        // Without an overlap nothing proves it.
        field<QSpinBox>(stand, u"Overlap"_s)->setValue(0);
        QVERIFY(!stand.apply()->isEnabled());
        QTRY_VERIFY(stand.apply()->isEnabled());
        QVERIFY2(outcome(stand).contains(u"It goes on right behind"_s), qPrintable(outcome(stand)));
        QVERIFY(!outcome(stand).contains(u"Proven"_s));
    }

    void theOverlapStandsOnlyWhereItCounts()
    {
        const Stand stand;
        auto *overlap = field<QSpinBox>(stand, u"Overlap"_s);
        QVERIFY(!overlap->isVisible());
        stand.radio(u"A time"_s)->click();
        QVERIFY(overlap->isVisible());
        QCOMPARE(overlap->value(), 5);
        stand.radio(u"Now"_s)->click();
        QVERIFY(!overlap->isVisible());
    }

    void whatIsGoneForGoodIsSaid()
    {
        const Stand stand;
        stand.radio(u"Now"_s)->click();
        const auto *gone = stand.dialog->findChild<Notice *>(u"gone"_s);
        QVERIFY(gone->isVisible());
        QVERIFY2(gone->text().contains(u"Events from 21 to 25 Aug are gone for good"_s),
                 qPrintable(gone->text()));
        QVERIFY(gone->text().contains(u"1 of them"_s)); // event_old is stored here
    }

    void aThrownAwayCursorGetsANameAndAPlace()
    {
        Cursor fresh;
        fresh.environmentId = 3;
        fresh.types = {"user.created", "user.updated"};
        RecoverDialogContext context = someContext();
        context.takenNames = {u"billing-sync"_s};
        const Stand stand(context, true, fresh);
        QVERIFY(!stand.apply()->isEnabled());
        auto *name = field<QLineEdit>(stand, u"Name"_s);
        QCOMPARE(stand.dialog->focusWidget(), name);
        name->setText(u"billing-sync"_s);
        QVERIFY(!stand.apply()->isEnabled());
        QVERIFY(name->property("invalid").toBool());
        name->setText(u"billing-sync 2"_s);
        QVERIFY(stand.apply()->isEnabled());
        stand.radio(u"The newest saved"_s)->click();
        QCOMPARE(stand.apply()->text(), u"Make cursor at 20 Nov"_s);
        look(*stand.dialog, u"recover-new"_s);
        QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
        stand.apply()->click();
        const Cursor made = accepted.first().first().value<RecoveryPlan>().newCursor();
        QCOMPARE(made.name, u"billing-sync 2"_s);
        QCOMPARE(made.types, fresh.types);
        QCOMPARE(made.position, CursorPosition(FromTime{at("2026-11-20T15:57:00Z")}));
    }

    void productionDefaultsToCancel()
    {
        for (const bool isProduction : {false, true}) {
            RecoverDialogContext context = someContext();
            context.isProduction = isProduction;
            const Stand stand(context);
            QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
            QTest::keyClick(stand.dialog->focusWidget(), Qt::Key_Return);
            QCOMPARE(accepted.size(), isProduction ? 0 : 1);
            QCOMPARE(stand.dialog->isVisible(), !isProduction);
        }
    }

    void readsForTheChosenWayAlone()
    {
        const Asked asked;
        QList<bool> may;
        for (const RecoveryRequest &request : asked.requests()) {
            may.append(request.mayRead);
        }
        QCOMPARE(may, (QList<bool>{true, false, false, false})); // oldest, saved, time, now
        asked.answer(0, planned());
        asked.radio(u"A time"_s)->click();
        QCOMPARE(asked.requests().size(), 5);
        QVERIFY(asked.requests().last().mayRead);
        QVERIFY(std::holds_alternative<RecoverFromTime>(asked.requests().last().way));
        // What is not chosen any more is not read for.
        asked.radio(u"Now"_s)->click();
        QCOMPARE(asked.requests().size(), 7);
        QVERIFY(!asked.requests()[5].mayRead);
        QVERIFY(asked.requests()[6].mayRead);
    }

    void aReadCanBeStopped()
    {
        const Asked asked;
        auto *stop = asked.dialog->findChild<QPushButton *>(u"stop"_s);
        QVERIFY(!stop->isVisible());
        asked.dialog->showProgress(0, 1300);
        QVERIFY(stop->isVisible());
        QCOMPARE(asked.dialog->findChild<QLabel *>(u"reading"_s)->text(),
                 u"Reading, 1,300 events so far"_s);
        stop->click();
        QVERIFY(!stop->isVisible());
        QVERIFY(!asked.requests().last().mayRead);
        QVERIFY(!asked.apply()->isEnabled());
        RecoveryPlan plan = planned();
        plan.readError = Error{ErrorCode::Cancelled, u"The server was not asked."_s, {}, 0};
        asked.answer(asked.requests().size() - 1, plan);
        QVERIFY(asked.apply()->isEnabled());
        QVERIFY(asked.dialog->findChild<Notice *>(u"outcome"_s)
                    ->text()
                    .contains(u"Not all was read: The server was not asked."_s));
    }

    void aMoveMeanwhileIsTold()
    {
        const Stand stand;
        Cursor well = lostCursor();
        well.position = AfterEvent{EventId("event_3"), at("2026-11-22T16:02:00Z")};
        stand.dialog->setCursor(well);
        const QString all = shownText(*stand.dialog);
        QVERIFY2(all.contains(u"billing-sync was moved meanwhile."_s), qPrintable(all));
        QVERIFY2(!all.contains(u"no longer has"_s), qPrintable(all));
        QVERIFY2(!all.contains(u"does not know"_s), qPrintable(all));
        QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
        QTest::keyClick(stand.dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 0);
    }

    void aDeletedCursorIsNotMoved()
    {
        const Stand stand;
        stand.dialog->setGone();
        QVERIFY(shownText(*stand.dialog).contains(u"billing-sync was deleted meanwhile."_s));
        QVERIFY(!stand.apply()->isEnabled());
        stand.radio(u"Now"_s)->click();
        QVERIFY(!stand.apply()->isEnabled());
        stand.dialog->setCursor(lostCursor()); // brought back
        QVERIFY(!shownText(*stand.dialog).contains(u"deleted meanwhile"_s));
        QVERIFY(stand.apply()->isEnabled());
    }

    void onlyAReadSaysThatTheServerDoesNotKnowIt()
    {
        Cursor young = lostCursor();
        young.position = AfterEvent{EventId("event_3"), at("2026-11-22T16:02:00Z")};
        RecoverDialogContext context = someContext();
        QVERIFY(!shownText(*Stand(context, true, young).dialog).contains(u"does not know"_s));
        context.isUnknown = true;
        QVERIFY(shownText(*Stand(context, true, young).dialog)
                    .contains(u"The server says that it does not know this event."_s));
        Cursor fromTime = lostCursor();
        fromTime.position = FromTime{at("2026-08-21T09:14:00Z")};
        const QString all = shownText(*Stand(someContext(), true, fromTime).dialog);
        QVERIFY2(all.contains(u"From 21 Aug 09:14 on. WorkOS keeps 90 days"_s), qPrintable(all));
    }

    void aRefusalKeepsWhatWasTyped()
    {
        Cursor fresh;
        fresh.environmentId = 3;
        const Stand stand(someContext(), true, fresh);
        auto *name = field<QLineEdit>(stand, u"Name"_s);
        name->setText(u"crm"_s);
        stand.apply()->click();
        stand.dialog->showRefusal({ErrorCode::AlreadyExists, u"crm is taken."_s, {}, 0});
        QVERIFY(stand.dialog->isVisible());
        QCOMPARE(name->text(), u"crm"_s);
        QCOMPARE(name->accessibleDescription(), u"crm is taken."_s);
        QVERIFY(!stand.apply()->isEnabled());
        name->setText(u"crm 2"_s);
        QVERIFY(stand.apply()->isEnabled());
        stand.apply()->click();
        stand.dialog->showRefusal({ErrorCode::DiskFull, u"The disk is full."_s, {}, 0});
        QVERIFY(shownText(*stand.dialog).contains(u"The disk is full."_s));
        QVERIFY(stand.apply()->isEnabled());
    }

    void aReasonOfOnesOwnIsKept()
    {
        const Stand stand;
        QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
        auto *reason = field<QLineEdit>(stand, u"Reason"_s);
        QCOMPARE(reason->placeholderText(), u"Recovered: WorkOS no longer had its event"_s);
        reason->setText(u" INC-4211 "_s);
        stand.apply()->click();
        QCOMPARE(accepted.first().last().toString(), u"INC-4211"_s);
    }

    void whatTheMoveSkipsIsSaid()
    {
        const Stand stand;
        stand.radio(u"Now"_s)->click();
        QString text = stand.dialog->findChild<Notice *>(u"moved"_s)->text();
        text.remove(QRegularExpression(u"<[^>]*>"_s));
        QVERIFY2(text.contains(u"5 events will be skipped."_s), qPrintable(text));
        QVERIFY2(text.contains(u"The cursor moves from 21 Aug 09:14"_s), qPrintable(text));
        QVERIFY2(text.contains(u"2 created, 2 updated, 1 deleted"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 delete is in this span. 1 user.deleted."_s), qPrintable(text));
        stand.dialog->setMinimumHeight(720); // as above a window
        look(*stand.dialog, u"recover-now"_s);
    }

    void everyInputHasAName()
    {
        const Stand stand;
        QCOMPARE(unnamedInputs(*stand.dialog), QStringList());
    }

    void looks()
    {
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            const Stand stand;
            QTRY_VERIFY(stand.dialog->height()
                        >= stand.dialog->layout()->totalHeightForWidth(stand.dialog->width()));
            const QImage picture = grab(*stand.dialog,
                                        theme == ThemeChoice::Dark ? u"recover-dark"_s
                                                                   : u"recover-light"_s);
            QCOMPARE(picture.pixelColor(3, 3), tokens().window);
            QCOMPARE(picture.pixelColor(3, picture.height() - 4), tokens().chrome);
        }
        applyTheme(ThemeChoice::Light);
    }
};

} // namespace playhead

QTEST_MAIN(playhead::TestRecoverDialog)
#include "tst_recoverdialog.moc"
