// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventfeed.h"
#include "model/cursors/eventsafter.h"
#include "model/cursors/eventsbetween.h"
#include "ui/capture/exportdialog.h"
#include "ui/detail/inbackground.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/shared/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QStandardPaths>

// What the window hands to the Export dialog. All of it is of the moment in which that opens: cursors that are renamed,
// moved or deleted meanwhile, and another environment, change nothing in it.

namespace playhead {

namespace {

QString exportFolder()
{
    QString folder = settings().exportFolder();
    if (folder.isEmpty() || !QDir(folder).exists()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    return QDir(folder).exists() ? folder : QDir::homePath();
}

} // namespace

ExportChoices MainWindow::Private::exportChoices() const
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
    choices.folder = exportFolder();
    const std::optional<Cursor> active = cursors.activeCursor();
    choices.cursorName = active ? active->name : QString();
    // Any two; those with the active one come first.
    QStringList names = otherCursors(cursors.activeId());
    names.prepend(choices.cursorName);
    for (qsizetype i = 0; i < names.size(); ++i) {
        for (qsizetype k = i + 1; k < names.size(); ++k) {
            if (const auto span = spanOf(names[i], names[k], parts.events)) {
                choices.spans.append(*span);
            }
        }
    }
    return choices;
}

void MainWindow::Private::openExport()
{
    const ExportChoices choices = exportChoices();
    auto *dialog = new ExportDialog(choices, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, q, [this](const QString &path, quint64 events) {
        settings().setExportFolder(QFileInfo(path).absolutePath());
        frame->status().announce(tr("Exported %1 events to %2.")
                                     .arg(QLocale().toString(events), QFileInfo(path).fileName()));
    });
    answerSpans(dialog, choices);
    dialog->open();
    findAfterActive(dialog);
}

void MainWindow::Private::answerSpans(ExportDialog *dialog, const ExportChoices &choices)
{
    if (choices.spans.isEmpty()) {
        return;
    }
    QHash<QString, CursorPosition> places;
    for (const CursorRow &row : cursors.rows()) {
        places.insert(row.cursor.name, row.cursor.position);
    }
    const auto find = [dialog, places, events = choices.events, covered = parts.feed.coverage({})](
                          const CursorSpan &span) {
        const CursorPosition a = places.value(span.earlier);
        const CursorPosition b = places.value(span.later);
        const bool isAtLeast = !isAllBetweenRead(covered, a, b);
        inBackground(
            dialog,
            [events, a, b] { return eventsBetween(events, a, b); },
            [dialog, span, isAtLeast](std::vector<EventRow> rows) {
                dialog->setBetween(span, std::move(rows), isAtLeast);
            });
    };
    connect(dialog, &ExportDialog::spanWanted, dialog, find);
    find(choices.spans.first());
}

void MainWindow::Private::findAfterActive(ExportDialog *dialog)
{
    const std::optional<Cursor> active = cursors.activeCursor();
    if (!active) {
        return;
    }
    bool isAtLeast = true;
    for (const CursorRow &row : cursors.rows()) {
        if (row.cursor.id == active->id && row.lag) {
            isAtLeast = !row.lag->isExact;
        }
    }
    inBackground(
        dialog,
        [events = parts.events.snapshot(), active] { return eventsAfter(events, *active); },
        [dialog, isAtLeast](std::vector<EventRow> rows) {
            dialog->setAfterCursor(std::move(rows), isAtLeast);
        });
}

} // namespace playhead
