// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"
#include "ui/cursors/opendialogs.h"
#include "ui/cursors/recoverdialog.h"

#include <QObject>

#include <optional>

namespace playhead {

class Clock;
class CursorBook;
class CursorDesk;
class EventFeed;
class EventTableModel;

/// Gives lost cursors a new place, and makes new ones for consumers that threw theirs away. Owned by the main window.
class RecoverDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is the parent of its dialogs.
    RecoverDesk(CursorBook &book,
                EventFeed &feed,
                EventTableModel &events,
                CursorDesk &cursors,
                const Clock &clock,
                QWidget *window);

    /// Another environment is open, or none: open dialogs are closed.
    void setEnvironment(const std::optional<Environment> &environment);

public slots:
    void open(qint64 cursorId);
    /// A new cursor of the fetch row's types and organization.
    void openNew();

private:
    RecoverDialog *openDialog(const Cursor &cursor);
    void followCursor(RecoverDialog *dialog, const Cursor &cursor);
    void followFetch(RecoverDialog *dialog);
    void apply(RecoverDialog *dialog, const RecoveryPlan &plan, const QString &reason);

    CursorBook &m_book;
    EventFeed &m_feed;
    EventTableModel &m_events;
    CursorDesk &m_cursors;
    const Clock &m_clock;
    QWidget *m_window;
    std::optional<Environment> m_environment;
    OpenDialogs m_dialogs;
};

} // namespace playhead
