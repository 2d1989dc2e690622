// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/changetext.h"
#include "ui/detail/detailpane.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAction>

namespace playhead {

using namespace Qt::StringLiterals;

void MainWindow::Private::wireCursors()
{
    SidebarPane *sidebar = &frame->sidebar();
    connect(&cursors, &CursorDesk::rowsChanged, q, [this] {
        frame->sidebar().setCursors(cursors.rows(), cursors.activeId());
        frame->detail().setHasActiveCursor(cursors.activeId() != 0);
        fetch.followCursor();
        filter.cursorsChanged(cursors.areAllCounted());
        enableActions();
        if (awaitedCursor != cursors.activeId()) {
            awaitedCursor = 0; // Somebody went elsewhere meanwhile.
        } else if (awaitedCursor != 0) {
            goToCursor();
        }
    });
    connect(&cursors, &CursorDesk::activeChanged, q, [this](qint64 id) {
        if (environment) {
            settings().setActiveCursor(environment->id, id);
        }
    });
    cursors.setSelection([this] { return selection.current(); });
    connect(&cursors, &CursorDesk::problem, q, &MainWindow::showProblem);
    connect(&cursors, &CursorDesk::announced, &frame->status(), &StatusParts::announce);
    connect(sidebar, &SidebarPane::cursorActivated, &cursors, &CursorDesk::activate);
    connect(sidebar, &SidebarPane::rewindRequested, &cursors, &CursorDesk::rewind);
    connect(sidebar, &SidebarPane::editCursorRequested, &cursors, &CursorDesk::edit);
    connect(sidebar, &SidebarPane::cursorHistoryRequested, &cursors, &CursorDesk::history);
    connect(sidebar, &SidebarPane::recoverCursorRequested, &cursors, &CursorDesk::recover);
    connect(sidebar, &SidebarPane::deleteCursorRequested, &cursors, &CursorDesk::remove);
    connect(sidebar, &SidebarPane::copyCursorIdRequested, &cursors, &CursorDesk::copyEventId);
    connect(sidebar, &SidebarPane::savePlaceRequested, &cursors, &CursorDesk::savePlace);
    connect(sidebar, &SidebarPane::duplicateCursorRequested, &cursors, &CursorDesk::duplicate);
    const auto createHere = [this] {
        if (!environment) {
            return;
        }
        const std::optional<EventRow> row = selection.current();
        row ? cursors.createAt(*row) : cursors.createFromStart();
    };
    connect(sidebar, &SidebarPane::newCursorRequested, q, createHere);
    connect(sidebar, &SidebarPane::moveToSelectionRequested, q, [this](qint64 id) {
        if (const std::optional<EventRow> row = selection.current()) {
            cursors.moveTo(id, ToEvent{parts.events.snapshot().id(*row)});
        }
    });
    connect(&timeline, &TimelineDesk::cursorChosen, q, [this](qint64 id) {
        cursors.activate(id);
        goToCursor();
    });
    sidebar->setNewCursorShortcut(actions[ActionId::NewCursorHere]->shortcut());
    DetailPane *detail = &frame->detail();
    connect(detail, &DetailPane::newCursorHereRequested, q, [this](const EventId &id) {
        if (const auto row = parts.events.snapshot().find(id)) {
            cursors.createAt(*row);
        }
    });
    connect(detail, &DetailPane::setCursorHereRequested, q, [this](const EventId &id) {
        if (const auto row = parts.events.snapshot().find(id)) {
            cursors.moveActiveTo(*row);
        }
    });

    const auto onActive = [this](ActionId id, void (CursorDesk::*order)(qint64)) {
        connect(actions[id], &QAction::triggered, q, [this, order] {
            (cursors.*order)(cursors.activeId());
        });
    };
    onActive(ActionId::Rewind, &CursorDesk::rewind);
    onActive(ActionId::MoveToNewest, &CursorDesk::moveToNewest);
    onActive(ActionId::EditCursor, &CursorDesk::edit);
    onActive(ActionId::CursorHistory, &CursorDesk::history);
    onActive(ActionId::SavePosition, &CursorDesk::savePlace);
    connect(actions[ActionId::SavedPlaces], &QAction::triggered, &cursors, &CursorDesk::showPlaces);
    onActive(ActionId::RecoverCursor, &CursorDesk::recover);
    onActive(ActionId::CopyCursorId, &CursorDesk::copyEventId);
    onActive(ActionId::DeleteCursor, &CursorDesk::remove);
    connect(actions[ActionId::NewCursorHere], &QAction::triggered, q, createHere);
    connect(actions[ActionId::SetCursorHere], &QAction::triggered, q, [this] {
        if (const std::optional<EventRow> row = selection.current()) {
            cursors.moveActiveTo(*row);
        }
    });
    connect(actions[ActionId::GoToCursor], &QAction::triggered, q, [this] { goToCursor(); });
    connect(actions[ActionId::NextCursor], &QAction::triggered, q, [this] {
        cursors.activateNext();
        goToCursor();
    });
    connect(actions[ActionId::FetchFromCursor],
            &QAction::triggered,
            &fetch,
            &FetchDesk::fetchFromCursor);
    connect(&fetch, &FetchDesk::recoverRequested, &cursors, &CursorDesk::recover);
    connect(actions[ActionId::Undo], &QAction::triggered, &cursors, &CursorDesk::undo);
    connect(actions[ActionId::Redo], &QAction::triggered, &cursors, &CursorDesk::redo);
    connect(&parts.cursors, &CursorBook::changed, q, [this] { enableActions(); });
}

void MainWindow::Private::goToCursor()
{
    const std::optional<EventRow> row = cursors.activeRow();
    // A cursor before every stored event is counted and has no place, now or later.
    awaitedCursor = cursors.isCounted(cursors.activeId()) ? 0 : cursors.activeId();
    if (row) {
        frame->table().selectEvent(*row);
        frame->table().revealEvent(*row);
        frame->table().setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::Private::nameUndo()
{
    const auto name = [](const QString &order, const std::optional<CursorHistoryEntry> &entry) {
        // An ampersand in a cursor's name is none of a mnemonic.
        return entry ? tr("%1 %2", "Undo, Rewind of billing-sync")
                           .arg(order, changeName(*entry).replace(u'&', u"&&"_s))
                     : order;
    };
    actions[ActionId::Undo]->setText(name(tr("&Undo"), parts.cursors.undoEntry()));
    actions[ActionId::Redo]->setText(name(tr("&Redo"), parts.cursors.redoEntry()));
}

} // namespace playhead
