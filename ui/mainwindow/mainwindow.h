// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/keyprobe.h"
#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/environments/environment.h"
#include "ui/mainwindow/windowparts.h"

#include <QMainWindow>
#include <QSet>

#include <memory>
#include <optional>

namespace playhead {

/// The window: composes the fetch row, the filter row, sidebar, table, detail and status bar, and wires them to the model
/// objects that it is given. Stores nothing itself; the composition root opens environments.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All of `parts` outlives the window.
    explicit MainWindow(const WindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The environment that the feed opens from now on, or none: then the first-run page shows.
    void setEnvironment(const std::optional<Environment> &environment);
    /// Whether WORKOS_API_KEY has a value, and for which environments a key was typed in this run: for the Environment
    /// dialog's words.
    void setKeyState(bool isVariableSet, const QSet<qint64> &environmentsWithKey);
    /// The answer to keyTestRequested(), for the dialog that asked.
    void showKeyTest(const Result<KeyAnswer> &answer);
    /// Shows an error in place, above the table.
    void showProblem(const Error &error);

signals:
    void environmentChosen(qint64 environmentId);
    void demoRequested();
    void capturesRequested(
        const QStringList &paths); ///< To be opened; the first one is to be shown.
    void captureClosed(qint64 environmentId); ///< To be taken out of the list.
    /// From the Environment dialog: a new (id 0) or a changed environment. `typedKey` is empty when none was typed.
    void environmentEdited(const playhead::Environment &environment, const QByteArray &typedKey);
    /// A person named an organization of the open environment; an empty `alias` takes the name away.
    void organizationNamed(const playhead::OrganizationId &organization, const QString &alias);
    /// From the Environment dialog's Test: ask, store nothing. `typedKey` is empty when none was typed.
    void keyTestRequested(const playhead::Environment &environment, const QByteArray &typedKey);
    void keyTestCancelled();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
