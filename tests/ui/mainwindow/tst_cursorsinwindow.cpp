// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/capture/exportdialog.h"
#include "ui/cursors/auditdialog.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/recoverdialog.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/events/eventtable.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/cursorlistview.h"
#include "ui/timeline/timeline.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

/// Cursors are written behind a sync of the events, which a busy disk may hold up for seconds.
constexpr int kPatienceMs = 20'000;

/// QTest::mouseMove says of no button that it is held.
void dragOver(QWidget *widget, QPoint to)
{
    const QPointF place(to);
    QMouseEvent event(QEvent::MouseMove,
                      place,
                      widget->mapToGlobal(place),
                      Qt::NoButton,
                      Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

QAction *entryOf(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().remove(u'&') == text) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

/// Cursors as places in the window: dragged in the table and on the timeline, and what lies between two of them.
class TestCursorsInWindow : public QObject
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

    void theDraggedPlayheadOpensThePreview();
    void theDraggedFlagOpensThePreview();
    void aFlagThatKeysMoveOpensThePreview();
    void betweenTwoCursorsIsAFilter();
    void theCursorsMenuOffersBetweenToo();
    void whatLiesBetweenIsExported();
    void anyTwoCursorsCanBeExportedBetween();
    void anAuditReadsAgainAndTells();
    void aThrownAwayCursorIsRecoveredFromItsLog();

private:
    EventRow fromEnd(size_t back) const
    {
        const std::vector<EventRow> order = streamOrder(m_stand->events().snapshot());
        return order[order.size() - 1 - back];
    }
    CursorPosition placeFromEnd(size_t back) const
    {
        const EventSnapshot &events = m_stand->events().snapshot();
        return AfterEvent{events.id(fromEnd(back)), events.createdAt(fromEnd(back))};
    }
    /// How many events lie from the time on, up to and with the one so far from the end.
    int countFrom(Instant since, size_t back) const
    {
        const EventSnapshot &events = m_stand->events().snapshot();
        const std::vector<EventRow> order = streamOrder(events);
        return int(std::count_if(order.begin(),
                                 order.end() - std::ptrdiff_t(back),
                                 [&](EventRow row) { return events.createdAt(row) >= since; }));
    }
    CursorDesk &desk() const { return *m_stand->window().findChild<CursorDesk *>(); }
    bool addCursor(const QString &name, const CursorPosition &position)
    {
        Cursor cursor;
        cursor.environmentId = m_stand->environment().id;
        cursor.name = name;
        cursor.position = position;
        m_stand->cursors().create(cursor);
        return QTest::qWaitFor(
            [this, &name] {
                const std::optional<Cursor> active = desk().activeCursor();
                return active && active->name == name && desk().areAllCounted();
            },
            kPatienceMs);
    }
    /// The preview, and that nothing has moved before it says so; closes it.
    QString previewed()
    {
        auto *dialog = m_stand->window().findChild<RewindDialog *>();
        if (!dialog || !dialog->isVisible()) {
            return u"no preview"_s;
        }
        auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
        if (!QTest::qWaitFor([apply] { return apply->isEnabled(); }, kPatienceMs)) {
            return u"not counted"_s;
        }
        const QString text = apply->text();
        const Cursor kept = *desk().activeCursor();
        dialog->reject();
        QTest::qWait(0);
        return *desk().activeCursor() == kept ? text : u"moved"_s;
    }

    std::unique_ptr<WindowStand> m_stand;
};

void TestCursorsInWindow::theDraggedPlayheadOpensThePreview()
{
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(40)));
    const CursorPosition before = desk().activeCursor()->position;
    EventTable &table = m_stand->table();
    table.revealEvent(fromEnd(40));
    QWidget *viewport = table.viewport();
    const QRect row = table.visualRect(
        table.model()->index(m_stand->events().tableRowOf(fromEnd(40)), 1));
    QVERIFY(viewport->rect().contains(row));
    const QPoint line(row.left() + 20, row.bottom() + 1);
    const QPoint higher = line - QPoint(0, 5 * row.height());
    QTest::mousePress(viewport, Qt::LeftButton, {}, line);
    dragOver(viewport, higher);
    m_stand->grab(u"drag-playhead"_s);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, higher);
    QCOMPARE(previewed(), u"Rewind 5 events"_s);
    QCOMPARE(desk().activeCursor()->position, before);
}

void TestCursorsInWindow::theDraggedFlagOpensThePreview()
{
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(400)));
    auto *timeline = m_stand->window().findChild<Timeline *>();
    QSignalSpy chosen(timeline, &Timeline::flagChosen);
    QSignalSpy dropped(timeline, &Timeline::flagDropped);
    const CursorPosition before = desk().activeCursor()->position;
    // The flag's line is found where a press takes it; the brush would take every other place.
    const int y = timeline->height() / 4;
    std::optional<int> x;
    for (int at = 0; at < timeline->width() && !x; ++at) {
        QTest::mouseClick(timeline, Qt::LeftButton, {}, {at, y / 3});
        x = chosen.isEmpty() ? std::nullopt : std::optional(at + 4);
    }
    QVERIFY(x);
    QTest::mousePress(timeline, Qt::LeftButton, {}, {*x, y / 3});
    dragOver(timeline, {*x - 60, y / 3});
    m_stand->grab(u"drag-flag"_s);
    QTest::mouseRelease(timeline, Qt::LeftButton, {}, {*x - 60, y / 3});
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().toLongLong(), desk().activeId());
    // As far back as it was dragged, up to the edge of a bin.
    const auto at = dropped.first().last().value<Instant>();
    const TimeRange shown = timeline->shownRange();
    const Duration dragged = (shown.until - shown.since) * 60 / timeline->width();
    const Duration back = positionTime(before) - at;
    QVERIFY(back > dragged * 8 / 10 && back < dragged * 13 / 10);
    QCOMPARE(previewed(), u"Rewind %1 events"_s.arg(countFrom(at, 400)));
    QCOMPARE(desk().activeCursor()->position, before);
}

void TestCursorsInWindow::aFlagThatKeysMoveOpensThePreview()
{
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(400)));
    auto *timeline = m_stand->window().findChild<Timeline *>();
    m_stand->window().activateWindow();
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_Tab);
    QTest::keyClick(timeline, Qt::Key_Left);
    QTest::keyClick(timeline, Qt::Key_Escape);
    QVERIFY(!m_stand->window().findChild<RewindDialog *>());
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(timeline, Qt::Key_Left);
    }
    QTest::keyClick(timeline, Qt::Key_Return);
    const QString said = previewed();
    QVERIFY2(said.startsWith(u"Rewind "_s), qPrintable(said));
}

void TestCursorsInWindow::betweenTwoCursorsIsAFilter()
{
    QVERIFY(addCursor(u"crm mirror"_s, placeFromEnd(300)));
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(40)));
    auto *list = m_stand->window().findChild<CursorListView *>();
    // The later one's menu says the same as the earlier one's.
    for (const Cursor &cursor : m_stand->cursors().cursors()) {
        m_stand->action(u"clearFilter"_s)->trigger();
        QTRY_COMPARE(m_stand->events().shownCount(), m_stand->events().loadedCount());
        QMenu menu;
        emit list->menuOpening(&menu, cursor.id);
        QAction *between = entryOf(menu, u"Between This and"_s);
        QVERIFY(between);
        QCOMPARE(between->menu()->actions().size(), 1);
        between->menu()->actions().first()->trigger();
        QCOMPARE(m_stand->events().filter().text, u"cursor>\"crm mirror\" cursor<=billing-sync"_s);
        QTRY_COMPARE(m_stand->events().shownCount(), 260U);
    }
    // (a, b]
    const std::vector<EventRow> &shown = m_stand->events().shownRows();
    QCOMPARE(shown.front(), fromEnd(299));
    QCOMPARE(shown.back(), fromEnd(40));
}

void TestCursorsInWindow::theCursorsMenuOffersBetweenToo()
{
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(40)));
    const QMenu *between = nullptr;
    for (const QMenu *menu : m_stand->window().findChildren<QMenu *>()) {
        between = menu->title().remove(u'&') == u"Between It and"_s ? menu : between;
    }
    QVERIFY(between);
    QVERIFY(!between->isEnabled());
    QVERIFY(addCursor(u"crm-mirror"_s, placeFromEnd(41)));
    QVERIFY(between->isEnabled());
    emit const_cast<QMenu *>(between)->aboutToShow();
    QVERIFY(entryOf(*between, u"billing-sync"_s));
    entryOf(*between, u"billing-sync"_s)->trigger();
    QTRY_COMPARE(m_stand->events().shownCount(), 1U);
    QCOMPARE(m_stand->events().shownRows().front(), fromEnd(40));
}

void TestCursorsInWindow::whatLiesBetweenIsExported()
{
    QVERIFY(addCursor(u"crm-mirror"_s, placeFromEnd(300)));
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(40)));
    m_stand->action(u"export"_s)->trigger();
    auto *dialog = m_stand->window().findChild<ExportDialog *>();
    QVERIFY(dialog);
    auto *radio = dialog->findChild<QRadioButton *>(u"betweenCursors"_s);
    QVERIFY(radio);
    QTRY_COMPARE(radio->text(), u"Between crm-mirror and billing-sync, 260"_s);
    radio->click();
    const QTemporaryDir folder;
    QSignalSpy exported(dialog, &ExportDialog::exported);
    dialog->exportTo(folder.filePath(u"between.ndjson"_s));
    QVERIFY(exported.wait());
    QCOMPARE(exported.first().at(1).toULongLong(), 260ULL);
    dialog->reject();
}

void TestCursorsInWindow::anyTwoCursorsCanBeExportedBetween()
{
    QVERIFY(addCursor(u"audit-archive"_s, placeFromEnd(700)));
    const qint64 gone = desk().activeId();
    QVERIFY(addCursor(u"crm-mirror"_s, placeFromEnd(300)));
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(40)));
    m_stand->action(u"export"_s)->trigger();
    auto *dialog = m_stand->window().findChild<ExportDialog *>();
    QVERIFY(dialog);
    auto *spans = dialog->findChild<QComboBox *>();
    QVERIFY(spans);
    QStringList offered;
    for (int i = 0; i < spans->count(); ++i) {
        offered.append(spans->itemText(i));
    }
    QCOMPARE(offered,
             (QStringList{u"audit-archive and billing-sync"_s,
                          u"crm-mirror and billing-sync"_s,
                          u"audit-archive and crm-mirror"_s}));
    // A cursor that is deleted elsewhere meanwhile is counted to as it stood.
    m_stand->cursors().remove(*m_stand->cursors().cursor(gone));
    QTRY_VERIFY(!m_stand->cursors().cursor(gone));
    spans->setCurrentIndex(2);
    const auto *radio = dialog->findChild<QRadioButton *>(u"betweenCursors"_s);
    QTRY_COMPARE(radio->text(), u"Between two cursors, 400"_s);
    dialog->reject();
}

void TestCursorsInWindow::anAuditReadsAgainAndTells()
{
    QVERIFY(addCursor(u"billing-sync"_s, placeFromEnd(40)));
    const Cursor kept = *desk().activeCursor();
    m_stand->action(u"auditCursor"_s)->trigger();
    auto *dialog = m_stand->window().findChild<AuditDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isModal()); // What it names is looked at in the table.
    dialog->findChild<QSpinBox *>()->setValue(600);
    const AuditDialog *watched = dialog;
    dialog->findChild<QPushButton *>(u"audit"_s)->click();
    const auto says = [watched](const QString &text) {
        for (const auto *label : watched->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text)) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(u"events were read again"_s), kPatienceMs);
    m_stand->grab(u"audit-demo"_s);
    QCOMPARE(*desk().activeCursor(), kept);
    emit dialog->eventChosen(m_stand->events().snapshot().id(fromEnd(45)));
    QCOMPARE(m_stand->table().currentEvent(), std::optional(fromEnd(45)));
    dialog->close();
    QTRY_VERIFY(!m_stand->window().findChild<AuditDialog *>());
}

void TestCursorsInWindow::aThrownAwayCursorIsRecoveredFromItsLog()
{
    m_stand->action(u"recoverNewCursor"_s)->trigger();
    auto *dialog = m_stand->window().findChild<RecoverDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit *>()->setText(u"billing-sync"_s);
    for (auto *radio : dialog->findChildren<QRadioButton *>()) {
        if (radio->text() == u"Events that it processed"_s) {
            radio->click();
        }
    }
    const EventSnapshot events = m_stand->events().snapshot();
    const QString done = events.id(fromEnd(30)).toString();
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"level=info done="_s + done);
    auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), kPatienceMs);
    const QString said = dialog->findChild<Notice *>(u"outcome"_s)->text();
    QVERIFY2(said.contains(u"Proven"_s), qPrintable(said));
    m_stand->grab(u"recover-new"_s);
    QVERIFY(m_stand->cursors().cursors().isEmpty());
    apply->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_stand->cursors().cursors().size(), 1, kPatienceMs);
    const Cursor made = m_stand->cursors().cursors().first();
    QCOMPARE(made.name, u"billing-sync"_s);
    // Five minutes before the last processed event: it is read again, and nothing after it is lost.
    QCOMPARE(made.position,
             CursorPosition(FromTime{events.createdAt(fromEnd(30)) - std::chrono::minutes(5)}));
}

} // namespace playhead

QTEST_MAIN(playhead::TestCursorsInWindow)
#include "tst_cursorsinwindow.moc"
