// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/cursors/storedevents.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/recoverdialog.h"
#include "ui/cursors/recoverform.h"
#include "ui/shared/theme.h"

#include <QDateTimeEdit>
#include <QLayout>
#include <QRadioButton>
#include <QSignalSpy>
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
            {"event_2", at("2026-11-20T16:02:00Z"), "user.updated", ""},
            {"event_3", at("2026-11-22T16:02:00Z"), "user.updated", ""},
            {"event_4", at("2026-11-23T14:05:00Z"), "user.deleted", ""}};
}

RecoverDialogContext someContext()
{
    RecoverDialogContext context;
    context.horizon = kHorizon;
    context.zone = QTimeZone::utc();
    context.now = kNow;
    context.saved = OfferedPlace{u"Before release 4.12"_s,
                               AfterEvent{EventId("event_2"), at("2026-11-20T16:02:00Z")}};
    context.newest = EventId("event_4");
    return context;
}

/// A dialog over a small store: its plans are the real ones.
class Stand
{
public:
    explicit Stand(const RecoverDialogContext &context = someContext(), bool isCovered = true)
        : m_stored(someEvents())
        , m_ground{m_stored.snapshot(), m_stored.order(), {}, kHorizon}
    {
        if (isCovered) {
            m_ground.covered = {{kHorizon - std::chrono::hours(24 * 10), kNow}};
        }
        dialog = std::make_unique<RecoverDialog>(
            lostCursor(),
            [this](const MoveTarget &target, std::function<void(Result<MovePlan>)> answer) {
                answer(planMove(lostCursor(), target, m_ground));
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
    RewindGround m_ground;
};

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
            << u"“Before release 4.12”, 20 Nov 16:02. 2 events ahead."_s
            << u"Move cursor to 20 Nov"_s
            << PositionCase{AfterEvent{EventId("event_2"), at("2026-11-20T16:02:00Z")}};
        QTest::newRow("time") << u"A time, UTC"_s << u"Reads from this moment on. 2 events ahead."_s
                              << u"Move cursor to 22 Nov"_s
                              << PositionCase{FromTime{at("2026-11-22T14:06:00Z")}};
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
        const auto plan = accepted.first().first().value<MovePlan>();
        QCOMPARE(plan.target, target.position);
        QCOMPARE(plan.cursor, lostCursor());
        QVERIFY(!accepted.first().last().toString().isEmpty());
        QVERIFY(!stand.dialog->isVisible());
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
        QTRY_VERIFY(stand.detail(u"A time"_s).contains(u"after the newest event"_s));
        QVERIFY(!stand.apply()->isEnabled());
        time->setDateTime(QDateTime(QDate(2026, 11, 23), QTime(14, 0), Qt::UTC));
        QTRY_VERIFY(stand.apply()->isEnabled());
        QCOMPARE(stand.apply()->text(), u"Move cursor to 14:00"_s);
    }

    void whatDoesNotExistCannotBeChosen()
    {
        RecoverDialogContext context = someContext();
        context.saved.reset();
        context.newest.reset();
        const Stand stand(context);
        QVERIFY(!stand.radio(u"The newest"_s)->isEnabled());
        QVERIFY(!stand.radio(u"Now"_s)->isEnabled());
        QVERIFY(!stand.detail(u"The newest"_s).isEmpty());
        QVERIFY(!stand.detail(u"Now"_s).isEmpty());
        // Known later, from the history.
        stand.dialog->setSavedPlace(
            OfferedPlace{{}, AfterEvent{EventId("event_3"), at("2026-11-22T16:02:00Z")}});
        QVERIFY(stand.radio(u"The newest"_s)->isEnabled());
        QCOMPARE(stand.detail(u"The newest"_s),
                 u"Where it stood before, 22 Nov 16:02. 1 event ahead."_s);
    }

    void aLateAnswerIsDropped()
    {
        QList<std::function<void(Result<MovePlan>)>> answers;
        RecoverDialog dialog(
            lostCursor(),
            [&answers](const MoveTarget &, std::function<void(Result<MovePlan>)> answer) {
                answers.append(std::move(answer));
            },
            someContext());
        dialog.open();
        QCOMPARE(answers.size(), 4);
        dialog.setCursor(lostCursor(), std::nullopt);
        QCOMPARE(answers.size(), 8);
        answers[0](failure(ErrorCode::Internal, u"too late"_s));
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            QVERIFY(label->text() != u"too late"_s);
        }
        QVERIFY(!dialog.findChild<QPushButton *>(u"apply"_s)->isEnabled());
    }

    void newEventsWaitForTheOpenAnswers()
    {
        QList<std::function<void(Result<MovePlan>)>> answers;
        RecoverDialog dialog(
            lostCursor(),
            [&answers](const MoveTarget &, std::function<void(Result<MovePlan>)> answer) {
                answers.append(std::move(answer));
            },
            someContext());
        dialog.open();
        dialog.planAgain();
        dialog.planAgain();
        QCOMPARE(answers.size(), 4);
        MovePlan plan;
        plan.cursor = lostCursor();
        plan.target = FromTime{kHorizon};
        plan.direction = MovePlan::Direction::Forward;
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
        time->setDateTime(QDateTime(QDate(2026, 11, 21), QTime(8, 0), Qt::UTC));
        QVERIFY(!stand.apply()->isEnabled());
        QTRY_VERIFY(stand.apply()->isEnabled());
        QCOMPARE(stand.apply()->text(), u"Move cursor to 21 Nov"_s);
        // Return on the finished time is no edit.
        QSignalSpy accepted(stand.dialog.get(), &RecoverDialog::accepted);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
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
            QVERIFY(!stand.dialog->isVisible());
        }
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
