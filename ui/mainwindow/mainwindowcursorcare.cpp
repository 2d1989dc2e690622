// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventtablemodel.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAction>
#include <QMenu>

// What keeps a cursor sound: its audit, and its recovery.

namespace playhead {

void MainWindow::Private::wireCursorCare()
{
    connect(actions[ActionId::AuditCursor], &QAction::triggered, q, [this] {
        audit.open(cursors.activeId());
    });
    connect(&frame->sidebar(),
            &SidebarPane::cursorMenuOpening,
            q,
            [this](QMenu *menu, qint64 cursorId) {
                menu->addAction(tr("Safety Audit…"), q, [this, cursorId] { audit.open(cursorId); });
            });
    connect(&cursors, &CursorDesk::recoverRequested, &recovery, &RecoverDesk::open);
    connect(actions[ActionId::RecoverNewCursor],
            &QAction::triggered,
            &recovery,
            &RecoverDesk::openNew);
    connect(&audit, &AuditDesk::eventChosen, q, [this](const EventId &id) { showEvent(id); });
}

/// Selects the event and brings it into view, if it is among the shown ones.
void MainWindow::Private::showEvent(const EventId &id)
{
    const std::optional<EventRow> row = parts.events.snapshot().find(id);
    if (row && parts.events.tableRowOf(*row) >= 0) {
        frame->table().selectEvent(*row);
        frame->table().revealEvent(*row);
        return;
    }
    frame->status().announce(
        tr("%1 is not among the shown events. Clear the filter or choose a longer range.")
            .arg(id.toString()));
}

} // namespace playhead
