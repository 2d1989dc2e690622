// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"
#include "model/environments/environment.h"
#include "ui/cursors/opendialogs.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace playhead {

class AuditDialog;
class Clock;
class CursorBook;
class CursorDesk;
class EventFeed;
class EventTableModel;

/// Audits cursors in a dialog beside the window, and leads on from what it says. Owned by the main window.
class AuditDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is the parent of its dialog.
    AuditDesk(CursorBook &book,
              EventFeed &feed,
              EventTableModel &events,
              CursorDesk &cursors,
              const Clock &clock,
              QWidget *window);

    /// Another environment is open, or none: an open dialog is closed.
    void setEnvironment(const std::optional<Environment> &environment);

public slots:
    void open(qint64 cursorId);

signals:
    void eventChosen(const playhead::EventId &id); ///< To be shown in the table.

private:
    AuditDialog *makeDialog(const Cursor &cursor);

    CursorBook &m_book;
    EventFeed &m_feed;
    EventTableModel &m_events;
    CursorDesk &m_cursors;
    const Clock &m_clock;
    QWidget *m_window;
    std::optional<Environment> m_environment;
    OpenDialogs m_dialogs;
    QPointer<AuditDialog> m_dialog; ///< The open one.
};

} // namespace playhead
