// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/cursors/cursorfile.h"
#include "model/environments/environment.h"
#include "ui/cursors/importmoves.h"
#include "ui/cursors/opendialogs.h"

#include <QObject>
#include <QTimeZone>

#include <functional>
#include <optional>

class QWidget;

namespace playhead {

class Clock;
class CursorBook;
class EventFeed;
class SideJob;

/// Writes the cursors of the open environment to a file, and takes them in from one, with its plan shown before. Owned by
/// the main window.
class CursorFileDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is the parent of its dialogs. `zone` is asked when times are shown.
    CursorFileDesk(CursorBook &book,
                   EventFeed &feed,
                   const Clock &clock,
                   std::function<QTimeZone()> zone,
                   QWidget *window);

    /// Another environment is open, or none: open dialogs are closed.
    void setEnvironment(const std::optional<Environment> &environment);

    /// Ask for a file first; without an environment nothing happens.
    void askForExport();
    void askForImport();
    /// With the file that was chosen.
    void exportTo(const QString &path);
    void importFrom(const QString &path);

signals:
    void announced(const QString &text); ///< A short word on what was done, for the status bar.
    void problem(const playhead::Error &error);

private:
    QUrl baseUrl() const;
    void showPlan(const CursorImportPlan &plan);
    ImportCounter counter(SideJob *job) const;
    void import(const CursorImportPlan &plan, const QSet<QString> &taken);

    CursorBook &m_book;
    EventFeed &m_feed;
    const Clock &m_clock;
    std::function<QTimeZone()> m_zone;
    QWidget *m_window;
    std::optional<Environment> m_environment;
    OpenDialogs m_dialogs;
};

} // namespace playhead
