// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/server/sliceserver.h"
#include "ui/cursors/handovermenu.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/sidebar/sidebarpane.h"

#include <QAction>
#include <QMenu>

// How cursors leave the window and come in: copied for another program, and as files.

namespace playhead {

void MainWindow::Private::wireHandOver()
{
    connect(&frame->sidebar(),
            &SidebarPane::cursorMenuOpening,
            q,
            [this](QMenu *menu, qint64 cursorId) {
                fillHandOver(menu->addMenu(tr("Copy As")), cursorId);
            });
    connect(menus.copyCursor, &QMenu::aboutToShow, q, [this] {
        fillHandOver(menus.copyCursor, cursors.activeId());
    });
    connect(actions[ActionId::ExportCursors],
            &QAction::triggered,
            &cursorFiles,
            &CursorFileDesk::askForExport);
    connect(actions[ActionId::ImportCursors],
            &QAction::triggered,
            &cursorFiles,
            &CursorFileDesk::askForImport);
    // Saved places are worth a file, too.
    for (const auto changed : {&CursorBook::placeSaved, &CursorBook::placeRemoved}) {
        connect(&parts.cursors, changed, q, [this] { enableActions(); });
    }
    connect(&cursorFiles, &CursorFileDesk::problem, q, &MainWindow::showProblem);
    connect(&cursorFiles, &CursorFileDesk::announced, &frame->status(), &StatusParts::announce);
}

/// Where a consumer can ask for the open environment's events; empty = nowhere.
QUrl MainWindow::Private::servedAt() const
{
    if (!environment->isCapture()) {
        return environment->isDemo() ? parts.feed.baseUrl() : environment->baseUrl;
    }
    // A file answers nobody; what a person serves of it does.
    const SliceServer &server = parts.sliceServer;
    return server.isRunning() && server.label().startsWith(environment->name) ? server.url()
                                                                              : QUrl();
}

void MainWindow::Private::fillHandOver(QMenu *menu, qint64 cursorId)
{
    const std::optional<Cursor> cursor = parts.cursors.cursor(cursorId);
    if (!cursor || !environment) {
        return;
    }
    HandOverFrom from;
    from.environment = environment->name;
    from.baseUrl = servedAt();
    from.now = parts.clock.now();
    fillHandOverMenu(menu, *cursor, from, [this](const QString &said) {
        frame->status().announce(said);
    });
}

} // namespace playhead
