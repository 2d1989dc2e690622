// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventfeed.h"
#include "model/cursors/eventsafter.h"
#include "model/cursors/eventsbetween.h"
#include "model/environments/environmentbook.h"
#include "ui/capture/exportdialog.h"
#include "ui/detail/inbackground.h"
#include "ui/environments/environmentdialog.h"
#include "ui/events/eventtable.h"
#include "ui/filter/filterlanguage.h"
#include "ui/mainwindow/aboutdialog.h"
#include "ui/mainwindow/fetchlimitsdialog.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/shortcutssheet.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/shared/settings.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMenuBar>
#include <QStandardPaths>

// The window's dialogs but those of cursors.
namespace playhead {

void MainWindow::Private::wireDialogs()
{
    const auto openForOnce = [](QDialog *dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    connect(actions[ActionId::Shortcuts], &QAction::triggered, q, [this, openForOnce] {
        openForOnce(new ShortcutsSheet(allShortcuts(*menuBar, actions), q));
    });
    parts.feed.setFetchLimits(settings().fetchLimits());
    connect(actions[ActionId::FetchLimits], &QAction::triggered, q, [this, openForOnce] {
        auto *dialog = new FetchLimitsDialog(settings().fetchLimits(), q);
        connect(dialog, &FetchLimitsDialog::chosen, q, [this](const FetchLimits &limits) {
            settings().setFetchLimits(limits);
            parts.feed.setFetchLimits(limits);
        });
        openForOnce(dialog);
    });
    connect(actions[ActionId::FilterLanguage], &QAction::triggered, q, [this] {
        if (!filterLanguage) {
            filterLanguage = new FilterLanguage(q);
            filterLanguage->setAttribute(Qt::WA_DeleteOnClose);
            connect(filterLanguage, &FilterLanguage::exampleChosen, &filter, &FilterDesk::run);
        }
        filterLanguage->show(); // Beside the window, which stays usable.
        filterLanguage->activateWindow();
    });
    connect(actions[ActionId::About], &QAction::triggered, q, [this, openForOnce] {
        openForOnce(new AboutDialog(q));
    });
    connect(actions[ActionId::Export], &QAction::triggered, q, [this] { openExport(); });
}

void MainWindow::Private::openEnvironmentDialog(const Environment &edited, bool forKey)
{
    EnvironmentDialogContext context;
    for (const Environment &other : parts.environments.environments()) {
        if (other.id != edited.id) {
            context.takenNames << other.name;
        }
    }
    context.hasKeyInMemory = environmentsWithKey.contains(edited.id);
    context.isVariableSet = isVariableSet;
    auto *dialog = new EnvironmentDialog(edited, context, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    environmentDialog = dialog;
    connect(dialog, &EnvironmentDialog::saved, q, &MainWindow::environmentEdited);
    connect(dialog, &EnvironmentDialog::testRequested, q, &MainWindow::keyTestRequested);
    connect(dialog, &EnvironmentDialog::testCancelled, q, &MainWindow::keyTestCancelled);
    dialog->open();
    if (forKey) {
        dialog->focusKey();
    }
}

void MainWindow::Private::openExport()
{
    ExportChoices choices;
    choices.events = parts.events.snapshot();
    choices.selected = frame->table().selectedEvents();
    choices.shown = parts.events.shownRows();
    choices.loaded = parts.events.loadedRows();
    const EventFilter &shownBy = parts.events.filter();
    choices.filterText = shownBy.text;
    choices.isNarrowed = !shownBy.hiddenTypes.isEmpty() || !shownBy.hiddenOrganizations.isEmpty()
                         || shownBy.range != TimeRange{};
    choices.isSearching = parts.events.isSearching();
    choices.environmentName = environment ? environment->name : QString();
    choices.folder = settings().exportFolder();
    if (choices.folder.isEmpty() || !QDir(choices.folder).exists()) {
        choices.folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    if (!QDir(choices.folder).exists()) {
        choices.folder = QDir::homePath();
    }
    const std::optional<Cursor> cursor = cursors.activeCursor();
    choices.cursorName = cursor ? cursor->name : QString();
    for (const QString &other : otherCursors(cursors.activeId())) {
        if (const auto span = spanOf(choices.cursorName, other, parts.events)) {
            choices.spans.append(*span);
        }
    }
    const QList<CursorSpan> spans = choices.spans;
    auto *dialog = new ExportDialog(std::move(choices), q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, q, [this](const QString &path, quint64 events) {
        settings().setExportFolder(QFileInfo(path).absolutePath());
        frame->status().announce(tr("Exported %1 events to %2.")
                                     .arg(QLocale().toString(events), QFileInfo(path).fileName()));
    });
    connect(dialog, &ExportDialog::spanWanted, q, [this, dialog](const CursorSpan &span) {
        findBetween(dialog, span);
    });
    dialog->open();
    if (!spans.isEmpty()) {
        findBetween(dialog, spans.first());
    }
    if (cursor) {
        inBackground(
            dialog,
            [events = parts.events.snapshot(), cursor = *cursor] {
                return eventsAfter(events, cursor);
            },
            [dialog](std::vector<EventRow> rows) { dialog->setAfterCursor(std::move(rows)); });
    }
}

void MainWindow::Private::findBetween(ExportDialog *dialog, const CursorSpan &span)
{
    std::vector<CursorPosition> ends;
    for (const CursorRow &row : cursors.rows()) {
        if (row.cursor.name == span.earlier || row.cursor.name == span.later) {
            ends.push_back(row.cursor.position);
        }
    }
    if (ends.size() == 2) {
        inBackground(
            dialog,
            [events = parts.events.snapshot(), ends] {
                return eventsBetween(events, ends[0], ends[1]);
            },
            [dialog, span](std::vector<EventRow> rows) {
                dialog->setBetween(span, std::move(rows));
            });
    }
}

void MainWindow::showKeyTest(const Result<KeyAnswer> &answer)
{
    if (d->environmentDialog) {
        d->environmentDialog->showTestResult(answer);
    }
}

} // namespace playhead
