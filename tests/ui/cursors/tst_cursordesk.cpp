// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorstore.h"
#include "model/events/streamorder.h"
#include "tests/ui/cursors/dialogwords.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/cursordialog.h"
#include "ui/cursors/movereading.h"
#include "ui/cursors/recoverdialog.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/cursors/savedplacesdialog.h"
#include "ui/cursors/saveplacedialog.h"
#include "ui/events/eventtable.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

/// Cursors are written behind a sync of the events, which a busy disk may hold up for seconds.
constexpr int kPatienceMs = 20'000;

const Instant kEnd = *parseIsoInstant("2026-11-23T14:06:00Z");

/// The message that says that a cursor is lost, if it is shown.
const InlineMessage *lostMessage(const WindowStand &stand)
{
    for (const InlineMessage *strip :
         const_cast<WindowStand &>(stand).window().findChildren<InlineMessage *>()) {
        if (strip->isVisible() && strip->message()
            && strip->message()->title.contains(u"points to an event WorkOS no longer has"_s)) {
            return strip;
        }
    }
    return nullptr;
}

} // namespace

class TestCursorDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
        m_stand = std::make_unique<WindowStand>();
        QVERIFY(m_stand->openDemo());
    }
    void cleanup() { m_stand.reset(); }

    void aLostCursorIsToldAndRecovered()
    {
        QVERIFY(addCursor(u"crm-mirror"_s, kept(50)));
        QVERIFY(addCursor(u"billing-sync"_s,
                          AfterEvent{EventId("event_gone"), kEnd - std::chrono::hours(24 * 94)}));
        QTRY_VERIFY_WITH_TIMEOUT(lostMessage(*m_stand), kPatienceMs);
        QCOMPARE(lostMessage(*m_stand)->message()->title,
                 u"billing-sync points to an event WorkOS no longer has"_s);
        QVERIFY(lostMessage(*m_stand)->message()->text.startsWith(
            u"The event is from 21 Aug, and WorkOS keeps 90 days."_s));
        m_stand->grab(u"lost-cursor"_s);
        // It goes with the active cursor, and comes back with it.
        m_stand->action(u"nextCursor"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!lostMessage(*m_stand), kPatienceMs);
        QVERIFY(!m_stand->action(u"recoverCursor"_s)->isEnabled());
        m_stand->action(u"nextCursor"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(lostMessage(*m_stand), kPatienceMs);
        QVERIFY(m_stand->action(u"recoverCursor"_s)->isEnabled());

        lostMessage(*m_stand)->findChild<QPushButton *>(u"message-recover"_s)->click();
        auto *dialog = m_stand->window().findChild<RecoverDialog *>();
        QVERIFY(dialog);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatienceMs);
        QCOMPARE(apply->text(), u"Move cursor to 25 Aug"_s);
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(!lostMessage(*m_stand), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(positionTime(active().position)
                                     > kEnd - std::chrono::hours(24 * 91),
                                 kPatienceMs);
        QVERIFY(std::holds_alternative<FromTime>(active().position));
        // The old place stays in the history, and Undo leads back to it.
        m_stand->action(u"undo"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<AfterEvent>(active().position),
                                 kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(lostMessage(*m_stand), kPatienceMs);
    }

    void keepAsIsClosesTheMessageForThisRun()
    {
        QVERIFY(addCursor(u"billing-sync"_s,
                          AfterEvent{EventId("event_gone"), kEnd - std::chrono::hours(24 * 94)}));
        QTRY_VERIFY_WITH_TIMEOUT(lostMessage(*m_stand), kPatienceMs);
        lostMessage(*m_stand)->findChild<QPushButton *>(u"message-keep"_s)->click();
        QVERIFY(!lostMessage(*m_stand));
        QVERIFY(addCursor(u"other"_s, kept(3)));
        m_stand->action(u"nextCursor"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(active().name, u"billing-sync"_s, kPatienceMs);
        QVERIFY(!lostMessage(*m_stand));
        QVERIFY(m_stand->action(u"recoverCursor"_s)->isEnabled());
        m_stand->restart();
        QTRY_VERIFY_WITH_TIMEOUT(lostMessage(*m_stand), kPatienceMs);
    }

    void movesToTheNewestThroughThePreview()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->action(u"moveToNewest"_s)->isEnabled(), kPatienceMs);
        m_stand->action(u"moveToNewest"_s)->trigger();
        auto *dialog = m_stand->window().findChild<RewindDialog *>();
        QVERIFY(dialog);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), u"Skip 10 events"_s, kPatienceMs);
        QVERIFY(active().position == kept(10)); // nothing moves before it is said
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(active().position == kept(0), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stand->action(u"moveToNewest"_s)->isEnabled(), kPatienceMs);
    }

    void aReadThatEndsMakesThePreviewExact()
    {
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = m_stand->feed().baseUrl();
        QVERIFY(m_stand->open(staging, {staging.baseUrl, "sk_test_playhead"}, kEnd));
        QVERIFY(fetch({kEnd - std::chrono::hours(24 * 40), kEnd - std::chrono::hours(24 * 20)}));
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        m_stand->action(u"rewind"_s)->trigger();
        auto *dialog = m_stand->window().findChild<RewindDialog *>();
        QVERIFY(dialog);
        dialog->setTarget(ToTime{kEnd - std::chrono::hours(24 * 5)});
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QVERIFY(fetch({kEnd - std::chrono::hours(24 * 21), kEnd}));
        QTRY_VERIFY2(apply->text().startsWith(u"Skip "_s)
                         && !apply->text().startsWith(u"Skip at least"_s),
                     qPrintable(apply->text()));
        dialog->reject();
    }

    void aNameTakenMeanwhileKeepsTheDialog()
    {
        m_stand->table().selectEvent(row(20));
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->action(u"newCursorHere"_s)->isEnabled(), kPatienceMs);
        m_stand->action(u"newCursorHere"_s)->trigger();
        auto *dialog = m_stand->window().findChild<CursorDialog *>();
        QVERIFY(dialog);
        // Another Playhead takes the name, which this window has not heard of.
        Cursor other;
        other.environmentId = m_stand->environment().id;
        other.name = u"mirror"_s;
        other.position = kept(1);
        m_stand->cursors().create(other);
        field(*dialog, u"Name"_s)->setText(u"mirror"_s);
        field(*dialog, u"Note"_s)->setText(u"a long thought"_s);
        auto *save = dialog->findChild<QPushButton *>(u"save"_s);
        save->click();
        QTRY_VERIFY_WITH_TIMEOUT(field(*dialog, u"Name"_s)->property("invalid").toBool(),
                                 kPatienceMs);
        QVERIFY(dialog->isVisible());
        QCOMPARE(field(*dialog, u"Note"_s)->text(), u"a long thought"_s);
        field(*dialog, u"Name"_s)->setText(u"mirror 2"_s);
        const QPointer<CursorDialog> watched(dialog);
        save->click();
        QTRY_VERIFY_WITH_TIMEOUT(!watched || !watched->isVisible(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_stand->cursors().cursors().size(), 2, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(active().name, u"mirror 2"_s, kPatienceMs);
        QCOMPARE(active().note, u"a long thought"_s);
    }

    void historyOpensAtItsListAndRestoresThroughThePreview_data()
    {
        QTest::addColumn<bool>("isFromRewind");
        QTest::newRow("from the menu") << false;
        QTest::newRow("from the rewind dialog") << true;
    }

    void historyOpensAtItsListAndRestoresThroughThePreview()
    {
        QFETCH(bool, isFromRewind);
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        MovePlan plan;
        plan.cursor = active();
        plan.target = kept(40);
        plan.change = CursorChange::RewoundToEvent;
        m_stand->cursors().apply(plan, u"once more"_s);
        QTRY_VERIFY_WITH_TIMEOUT(active().position == kept(40), kPatienceMs);
        if (isFromRewind) {
            m_stand->action(u"rewind"_s)->trigger();
            for (auto *button : m_stand->window().findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == u"History"_s) {
                    button->click();
                }
            }
        } else {
            m_stand->action(u"cursorHistory"_s)->trigger();
        }
        auto *dialog = m_stand->window().findChild<CursorDialog *>();
        QVERIFY(dialog);
        auto *view = dialog->findChild<QTableView *>(u"history"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view->isVisible(), kPatienceMs);
        QCOMPARE(dialog->focusWidget(), view);
        QCOMPARE(view->model()->rowCount(), 2);
        view->selectRow(1);
        dialog->findChild<QPushButton *>(u"restore"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->window().findChild<RewindDialog *>(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_stand->window().findChildren<CursorDialog *>().size(),
                                  0,
                                  kPatienceMs);
        QCOMPARE(m_stand->window().findChildren<RewindDialog *>().size(), 1);
        auto *rewind = m_stand->window().findChild<RewindDialog *>();
        auto *apply = rewind->findChild<QPushButton *>(u"apply"_s);
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), u"Skip 30 events"_s, kPatienceMs);
        QVERIFY(active().position == kept(40));
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(active().position == kept(10), kPatienceMs);
    }

    void aPreviewReadsWhatIsNotLoaded()
    {
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = m_stand->feed().baseUrl();
        QVERIFY(m_stand->open(staging, {staging.baseUrl, "sk_test_playhead"}, kEnd));
        QVERIFY(fetch({kEnd - std::chrono::hours(24 * 2), kEnd}));
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        const quint32 before = m_stand->events().snapshot().rowCount();
        RewindDialog *dialog = openRewind();
        QVERIFY(dialog);
        dialog->setTarget(ToTime{kEnd - std::chrono::hours(24 * 5)});
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(apply->isEnabled() && apply->text().startsWith(u"Rewind "_s)
                                      && !apply->text().startsWith(u"Rewind at least"_s),
                                  qPrintable(apply->text()),
                                  kPatienceMs);
        QVERIFY(m_stand->events().snapshot().rowCount() > before);
        QVERIFY(active().position == kept(10));
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<FromTime>(active().position), kPatienceMs);
        QVERIFY(active().seen.isKnown());
    }

    void whatCannotBeReadIsTold()
    {
        Environment staging;
        staging.name = u"Staging"_s;
        staging.baseUrl = m_stand->feed().baseUrl();
        QVERIFY(m_stand->open(staging, {staging.baseUrl, "sk_test_playhead"}, kEnd));
        QVERIFY(fetch({kEnd - std::chrono::hours(24 * 2), kEnd}));
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        // The key is not the server's.
        QVERIFY(m_stand->open(m_stand->environment(), {staging.baseUrl, "sk_test_other"}, kEnd));
        QTRY_COMPARE_WITH_TIMEOUT(active().name, u"billing-sync"_s, kPatienceMs);
        RewindDialog *dialog = openRewind();
        QVERIFY(dialog);
        dialog->setTarget(ToTime{kEnd - std::chrono::hours(24 * 5)});
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(apply->isEnabled(), qPrintable(apply->text()), kPatienceMs);
        QVERIFY2(apply->text().startsWith(u"Rewind at least"_s), qPrintable(apply->text()));
        QVERIFY(textOf(*dialog).contains(u"Part of this span could not be read."_s));
        QVERIFY(textOf(*dialog).contains(u"key"_s));
        dialog->reject();
    }

    void undoAndRedoAreNamed()
    {
        QVERIFY(addCursor(u"billing & sync"_s, kept(10)));
        QAction *undo = m_stand->action(u"undo"_s);
        QAction *redo = m_stand->action(u"redo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(undo->text(), u"&Undo New Cursor billing && sync"_s, kPatienceMs);
        QCOMPARE(redo->text(), u"&Redo"_s);
        move(EventsBack{5});
        QTRY_COMPARE_WITH_TIMEOUT(undo->text(), u"&Undo Rewind of billing && sync"_s, kPatienceMs);
        undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(redo->text(), u"&Redo Rewind of billing && sync"_s, kPatienceMs);
        QVERIFY(active().position == kept(10));
    }

    void whatAnotherPlayheadDoesIsShown()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        RewindDialog *dialog = openRewind();
        QVERIFY(dialog);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), u"Rewind 100 events"_s, kPatienceMs);
        QVERIFY(moveElsewhere(kept(40), u"after the release"_s));
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*dialog).contains(u"billing-sync was moved meanwhile."_s),
                                 kPatienceMs);
        const InlineMessage *strip = elsewhere();
        QVERIFY(strip);
        QCOMPARE(strip->message()->title,
                 u"billing-sync was moved by another Playhead or the command line"_s);
        QVERIFY(strip->message()->text.contains(u"Reason: after the release"_s));
        m_stand->grab(u"moved-elsewhere"_s);
        // The preview counts from there, and what it says is what happens.
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), u"Rewind 100 events"_s, kPatienceMs);
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(active().position == kept(140), kPatienceMs);
        QVERIFY(!elsewhere()); // where it stands now is one's own doing
    }

    void theHistoryShowsWhatAnotherPlayheadDid()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        QVERIFY(moveElsewhere(kept(40), {}));
        QTRY_VERIFY_WITH_TIMEOUT(elsewhere(), kPatienceMs);
        elsewhere()->findChild<QPushButton *>(u"message-history"_s)->click();
        auto *history = m_stand->window().findChild<CursorDialog *>();
        QVERIFY(history);
        const auto *view = history->findChild<QTableView *>(u"history"_s);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, kPatienceMs);
        // The same is said in a dialog that is open.
        QVERIFY(moveElsewhere(kept(20), {}));
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*history).contains(
                                     u"billing-sync was changed meanwhile by another Playhead"_s),
                                 kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 3, kPatienceMs);
        QVERIFY(elsewhere()->message()->text.contains(u"1 more change came before it."_s));
        history->reject();
    }

    void aCursorDeletedElsewhereIsNotMoved()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        RewindDialog *dialog = openRewind();
        QVERIFY(dialog);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatienceMs);
        QVERIFY(removeElsewhere());
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*dialog).contains(u"billing-sync was deleted meanwhile."_s),
                                 kPatienceMs);
        QVERIFY(!apply->isEnabled());
        dialog->reject();
    }

    void aDeletionElsewhereIsSaidWhereItIsEdited()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        m_stand->action(u"cursorHistory"_s)->trigger();
        auto *dialog = m_stand->window().findChild<CursorDialog *>();
        QVERIFY(dialog);
        QVERIFY(removeElsewhere());
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*dialog).contains(u"billing-sync was deleted meanwhile."_s),
                                 kPatienceMs);
        QVERIFY(!dialog->findChild<QPushButton *>(u"save"_s)->isEnabled());
        dialog->reject();
    }

    void readingTheCursorsAnewIsNoDeletion()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        RewindDialog *dialog = openRewind();
        QVERIFY(dialog);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), u"Rewind 100 events"_s, kPatienceMs);
        m_stand->cursors().setEnvironment(m_stand->environment().id);
        QVERIFY(!m_stand->cursors().isLoaded());
        QVERIFY(!dialog->isGone());
        QTRY_VERIFY_WITH_TIMEOUT(m_stand->cursors().isLoaded(), kPatienceMs);
        QVERIFY(!dialog->isGone());
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatienceMs);
        dialog->reject();
    }

    void whatIsStoredIsWeighedToo()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        CursorCounter counter;
        MoveReading reading(m_stand->feed(),
                            counter,
                            m_stand->clock(),
                            std::make_shared<const Cursor>(active()));
        std::optional<MoveReply> told;
        reading.ask({EventsBack{50}, false}, [&told](const MoveReply &reply) { told = reply; });
        QTRY_VERIFY_WITH_TIMEOUT(told && told->isLast, kPatienceMs);
        QVERIFY(told->plan);
        QCOMPARE(told->plan->events, 50U);
        QVERIFY(told->plan->expected);
        QCOMPARE(told->plan->expected->apply + told->plan->expected->skip, 50U);
    }

    void agesFollowTheClock()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        auto *desk = m_stand->window().findChild<CursorDesk *>();
        const auto row = [desk] {
            return desk->rows().isEmpty() ? CursorRow() : desk->rows().first();
        };
        QTRY_VERIFY_WITH_TIMEOUT(row().untilLost, kPatienceMs);
        const auto before = *row().untilLost;
        // Nothing else happens meanwhile; the window is looked at again.
        m_stand->clock().setFixed(m_stand->clock().now() + std::chrono::hours(24 * 85));
        QEvent activated(QEvent::WindowActivate);
        QCoreApplication::sendEvent(&m_stand->window(), &activated);
        QTRY_VERIFY_WITH_TIMEOUT(row().untilLost
                                     && *row().untilLost == before - std::chrono::hours(24 * 85),
                                 kPatienceMs);
        QVERIFY(!row().isLost);
        // And by itself, when its time comes.
        m_stand->clock().setFixed(m_stand->clock().now() + std::chrono::hours(24 * 6));
        const auto timers = desk->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(timers.size(), 1);
        QVERIFY(timers.first()->isActive());
        QCOMPARE(timers.first()->intervalAsDuration(), std::chrono::minutes(1));
        timers.first()->setInterval(0);
        QTRY_VERIFY_WITH_TIMEOUT(row().isLost, kPatienceMs);
    }

    void aDeletionIsSaidOnceItIsDone()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        auto *desk = m_stand->window().findChild<CursorDesk *>();
        QSignalSpy announced(desk, &CursorDesk::announced);
        QSignalSpy problem(desk, &CursorDesk::problem);
        const Cursor cursor = active();
        desk->remove(cursor.id);
        QCOMPARE(announced.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(announced.size(), 1, kPatienceMs);
        QVERIFY(m_stand->cursors().cursors().isEmpty());
        // One that is refused is told as that, and not as done.
        QVERIFY(addCursor(u"crm-mirror"_s, kept(10)));
        announced.clear();
        QVERIFY(moveElsewhere(kept(40), {}));
        desk->remove(active().id);
        QTRY_COMPARE_WITH_TIMEOUT(problem.size(), 1, kPatienceMs);
        QCOMPARE(announced.size(), 0);
        QCOMPARE(m_stand->cursors().cursors().size(), 1);
    }

    void theStripGoesWithItsCursor()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        QVERIFY(moveElsewhere(kept(40), {}));
        QTRY_VERIFY_WITH_TIMEOUT(elsewhere(), kPatienceMs);
        m_stand->window().findChild<CursorDesk *>()->remove(active().id);
        QTRY_VERIFY_WITH_TIMEOUT(!elsewhere(), kPatienceMs);
    }

    void aClosedStripDoesNotComeBack()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        QVERIFY(moveElsewhere(kept(40), {}));
        QTRY_VERIFY_WITH_TIMEOUT(elsewhere(), kPatienceMs);
        QToolButton *close = elsewhere()->findChild<QToolButton *>();
        QVERIFY(close);
        close->click();
        QVERIFY(!elsewhere());
        // A script goes on with it.
        const int moves = 3;
        QSignalSpy told(&m_stand->cursors(), &CursorBook::changedElsewhere);
        for (int i = 0; i < moves; ++i) {
            QVERIFY(moveElsewhere(kept(size_t(30 - i)), {}));
            QTRY_COMPARE_WITH_TIMEOUT(told.size(), i + 1, kPatienceMs);
            QVERIFY(!elsewhere());
        }
        // That it is gone is another thing.
        QVERIFY(removeElsewhere());
        QTRY_VERIFY_WITH_TIMEOUT(elsewhere(), kPatienceMs);
        QVERIFY(elsewhere()->message()->title.contains(u"was deleted"_s));
    }

    void aPositionIsSavedAndReached()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(30)));
        m_stand->action(u"savePosition"_s)->trigger();
        auto *save = m_stand->window().findChild<SavePlaceDialog *>();
        QVERIFY(save);
        field(*save, u"Name"_s)->setText(u"Before release 4.12"_s);
        save->findChild<QPushButton *>(u"save"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_stand->cursors().savedPlaces().size(), 1, kPatienceMs);
        move(EventsForward{20});
        QTRY_VERIFY_WITH_TIMEOUT(active().position == kept(10), kPatienceMs);

        m_stand->action(u"savedPlacesList"_s)->trigger();
        auto *places = m_stand->window().findChild<SavedPlacesDialog *>();
        QVERIFY(places);
        places->findChild<QPushButton *>(u"move"_s)->click();
        RewindDialog *dialog = m_stand->window().findChild<RewindDialog *>();
        QVERIFY(dialog);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_COMPARE_WITH_TIMEOUT(apply->text(), u"Rewind 20 events"_s, kPatienceMs);
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(active().position == kept(30), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_stand->action(u"undo"_s)->text(),
                                  u"&Undo Rewind of billing-sync"_s,
                                  kPatienceMs);
    }

    void aDuplicateStandsAtTheSamePlace()
    {
        QVERIFY(addCursor(u"billing-sync"_s, kept(10)));
        QVERIFY(addCursor(u"billing-sync 2"_s, kept(1)));
        auto *desk = m_stand->window().findChild<CursorDesk *>();
        desk->duplicate(m_stand->cursors().cursors().first().id);
        auto *dialog = m_stand->window().findChild<CursorDialog *>();
        QVERIFY(dialog);
        QCOMPARE(field(*dialog, u"Name"_s)->text(), u"billing-sync 3"_s);
        dialog->findChild<QPushButton *>(u"save"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(active().name, u"billing-sync 3"_s, kPatienceMs);
        QVERIFY(active().position == kept(10));
        // What had been read there is known from its first moment on.
        QVERIFY(active().seen.isKnown());
        QCOMPARE(active().seen.storedEvents, m_stand->events().snapshot().rowCount());
    }

private:
    RewindDialog *openRewind()
    {
        m_stand->action(u"rewind"_s)->trigger();
        return m_stand->window().findChild<RewindDialog *>();
    }
    /// Moves the active cursor through the dialog.
    void move(const MoveTarget &target)
    {
        RewindDialog *dialog = openRewind();
        dialog->setTarget(target);
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatienceMs);
        const QPointer<RewindDialog> watched(dialog);
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(!watched, kPatienceMs);
    }
    /// As another Playhead does it.
    bool moveElsewhere(const CursorPosition &position, const QString &reason)
    {
        auto database = Database::open(m_stand->folder() + u"/playhead.sqlite"_s);
        const SystemClock clock;
        return CursorStore::open(*database, clock)
            ->move(active(), position, CursorChange::RewoundToEvent, reason)
            .has_value();
    }
    bool removeElsewhere()
    {
        auto database = Database::open(m_stand->folder() + u"/playhead.sqlite"_s);
        const SystemClock clock;
        return CursorStore::open(*database, clock)->remove(active()).has_value();
    }
    const InlineMessage *elsewhere() const
    {
        for (const InlineMessage *strip : m_stand->window().findChildren<InlineMessage *>()) {
            if (strip->isVisible() && strip->message()
                && strip->message()->title.contains(u"by another Playhead"_s)) {
                return strip;
            }
        }
        return nullptr;
    }
    static QString textOf(const QWidget &widget) { return visibleTexts(widget).join(u'\n'); }
    EventRow row(size_t back) const
    {
        const std::vector<EventRow> order = streamOrder(m_stand->events().snapshot());
        return order[order.size() - 1 - back];
    }
    /// After the event that many places before the newest one.
    CursorPosition kept(size_t back) const
    {
        const EventSnapshot &events = m_stand->events().snapshot();
        return AfterEvent{events.id(row(back)), events.createdAt(row(back))};
    }
    Cursor active() const
    {
        const auto *desk = m_stand->window().findChild<CursorDesk *>();
        // Not value_or(): with sanitizers GCC 12 takes the moved variant for uninitialized.
        const std::optional<Cursor> cursor = desk->activeCursor();
        return cursor ? *cursor : Cursor();
    }
    /// Makes a cursor and waits until it is the active one.
    bool addCursor(const QString &name, const CursorPosition &position)
    {
        Cursor cursor;
        cursor.environmentId = m_stand->environment().id;
        cursor.name = name;
        cursor.position = position;
        m_stand->cursors().create(cursor);
        return QTest::qWaitFor([this, &name] { return active().name == name; }, 10'000);
    }

    /// Reads all types and waits for the end.
    bool fetch(const TimeRange &range)
    {
        FetchQuery query;
        query.scope.range = range;
        m_stand->feed().fetch(query);
        return QTest::qWaitFor(
            [this] { return m_stand->feed().progress().state == FetchState::Done; }, 10'000);
    }

    std::unique_ptr<WindowStand> m_stand;
};

} // namespace playhead

QTEST_MAIN(playhead::TestCursorDesk)
#include "tst_cursordesk.moc"
