// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/betweencursors.h"
#include "ui/events/eventtable.h"
#include "ui/events/playheaddrag.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/sidebar/sidebarpane.h"

#include <QMenu>

// Cursors as places in the table: the playhead line that is dragged, and what lies between two of them.

namespace playhead {

void MainWindow::Private::wireCursorPlaces()
{
    auto *drag = new PlayheadDrag(frame->table(), parts.events);
    connect(drag, &PlayheadDrag::droppedAfter, &cursors, &CursorDesk::moveActiveTo);
    connect(drag, &PlayheadDrag::droppedBefore, q, [this](EventRow first) {
        cursors.moveTo(cursors.activeId(), ToTime{parts.events.snapshot().createdAt(first)});
    });

    const auto fill = [this](QMenu *menu, qint64 cursorId) {
        const std::optional<Cursor> cursor = parts.cursors.cursor(cursorId);
        fillBetweenMenu(menu,
                        cursor ? cursor->name : QString(),
                        otherCursors(cursorId),
                        parts.events,
                        [this](const QString &text) { filter.run(text); });
    };
    connect(&frame->sidebar(),
            &SidebarPane::cursorMenuOpening,
            q,
            [fill](QMenu *menu, qint64 cursorId) {
                fill(menu->addMenu(tr("Between This and")), cursorId);
            });
    connect(menus.between, &QMenu::aboutToShow, q, [this, fill] {
        fill(menus.between, cursors.activeId());
    });
}

QStringList MainWindow::Private::otherCursors(qint64 cursorId) const
{
    QStringList names;
    for (const CursorRow &row : cursors.rows()) {
        if (row.cursor.id != cursorId) {
            names.append(row.cursor.name);
        }
    }
    return names;
}

} // namespace playhead
