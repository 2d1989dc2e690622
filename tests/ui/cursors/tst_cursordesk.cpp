// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/cursordialog.h"
#include "ui/cursors/recoverdialog.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/events/eventtable.h"
#include "ui/shared/inlinemessage.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

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

QLineEdit *field(const QWidget &dialog, const QString &name)
{
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name) {
            return edit;
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

private:
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
