// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventfeed.h"
#include "model/environments/environmentbook.h"
#include "ui/environments/environmentdialog.h"
#include "ui/filter/filterlanguage.h"
#include "ui/mainwindow/aboutdialog.h"
#include "ui/mainwindow/fetchlimitsdialog.h"
#include "ui/mainwindow/mainwindow_p.h"
#include "ui/mainwindow/shortcutssheet.h"
#include "ui/shared/settings.h"

#include <QAction>
#include <QMenuBar>

// The window's dialogs but Export and those of cursors.
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

void MainWindow::showKeyTest(const Result<KeyAnswer> &answer)
{
    if (d->environmentDialog) {
        d->environmentDialog->showTestResult(answer);
    }
}

} // namespace playhead
