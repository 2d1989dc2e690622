// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/capture/capturedesk.h"
#include "ui/cursors/auditdesk.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/cursorfiledesk.h"
#include "ui/cursors/elsewherestrip.h"
#include "ui/cursors/lostcursorstrip.h"
#include "ui/cursors/recoverdesk.h"
#include "ui/mainwindow/fetchdesk.h"
#include "ui/mainwindow/filterdesk.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/requestsdesk.h"
#include "ui/mainwindow/selectiondesk.h"
#include "ui/mainwindow/servedesk.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/taildesk.h"
#include "ui/mainwindow/timelinedesk.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/shared/actions.h"

#include <QPointer>

class QMenu;
class QMenuBar;

namespace playhead {

class EnvironmentDialog;
class ExportDialog;
struct ExportChoices;
class FilterLanguage;

/// The main window's parts and how they are wired; only its own files know it.
struct MainWindow::Private
{
    Private(const WindowParts &given, MainWindow *window)
        : q(window)
        , parts(given)
        , actions(window)
        , frame(new WindowFrame(given, window))
        , line(new EnvironmentLine(window))
        , cursors(given.cursors, given.feed, given.events, given.clock, window)
        , audit(given.cursors, given.feed, given.events, cursors, given.clock, window)
        , recovery(given.cursors, given.feed, given.events, cursors, given.clock, window)
        , cursorFiles(
              given.cursors, given.feed, given.clock, [this] { return cursors.timeZone(); }, window)
        , elsewhere(given.cursors, cursors, frame->tablePane().elsewhereStrip(), given.clock)
        , lost(cursors, frame->tablePane().lostStrip(), given.clock)
        , fetch(
              parts, *frame, [this] { return cursors.activeCursor(); }, window)
        , tail(given, fetch, *frame, actions, window)
        , filter(given, *frame, actions, window)
        , selection(given.events, given.feed, *frame, actions, window)
        , timeline(given.events, cursors, given.clock, *frame, actions, window)
        , serve(given.sliceServer, given.events, *frame, actions, window)
        , requests(parts, *frame, actions, window)
        , capture(given.captures, frame->tablePane().captureStrip(), window)
    {}

    void composeBars();
    void wireDialogs();
    void wireEnvironments();
    void wireFilter();
    void wireCursors();
    void wireCursorPlaces();
    void wireCursorCare();
    void wireHandOver();
    void fillHandOver(QMenu *menu, qint64 cursorId);
    QUrl servedAt() const;
    void showEvent(const EventId &id);
    QStringList otherCursors(qint64 cursorId) const;
    void wireLooks();
    void wireOrganizations();
    void wireCaptures();
    void fillRecentCaptures();
    void askCaptures();
    void showWholeRange();
    void showFilter();
    void setTimeMode(TimeMode mode);
    void restoreColumns();
    void fillEnvironments();
    void openEnvironmentDialog(const Environment &edited, bool forKey);
    void openExport();
    ExportChoices exportChoices() const;
    void answerSpans(ExportDialog *dialog, const ExportChoices &choices);
    void findAfterActive(ExportDialog *dialog);
    void enableActions();
    void goToCursor();
    void nameUndo(); ///< What Undo and Redo would do.

    MainWindow *q;
    const WindowParts parts;
    Actions actions;
    WindowFrame *frame;
    EnvironmentLine *line;
    QMenuBar *menuBar = nullptr;
    OpenMenus menus;
    CursorDesk cursors;
    AuditDesk audit;
    RecoverDesk recovery;
    CursorFileDesk cursorFiles;
    ElsewhereStrip elsewhere;
    LostCursorStrip lost;
    FetchDesk fetch;
    TailDesk tail;
    FilterDesk filter;
    SelectionDesk selection;
    TimelineDesk timeline;
    ServeDesk serve;
    RequestsDesk requests;
    CaptureDesk capture;
    std::optional<Environment> environment;
    bool isVariableSet = false;
    QSet<qint64> environmentsWithKey;
    QPointer<EnvironmentDialog> environmentDialog; ///< The open one.
    QPointer<FilterLanguage> filterLanguage; ///< The open one.
    qint64 awaitedCursor = 0; ///< Gone to as soon as its place is known; 0 = none.
};

} // namespace playhead
