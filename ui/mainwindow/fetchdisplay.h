// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"
#include "model/events/eventfilter.h"
#include "ui/mainwindow/fetchmessages.h"
#include "ui/mainwindow/windowparts.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace playhead {

struct FetchChoice;
class WindowFrame;

/// How reading goes, told in place: the strip over the table, the word on an empty table, the bars for events that are still
/// to come, and the status bar. Gives no orders. Owned by the fetch desk.
class FetchDisplay : public QObject
{
    Q_OBJECT

public:
    /// `frame` and all of `parts` outlive the display.
    FetchDisplay(const WindowParts &parts, WindowFrame &frame, QObject *parent);

    void setEnvironment(const std::optional<Environment> &environment);
    void setOpen(bool isOpen); ///< The environment's store is open: its feed can be told of.
    void setScope(const FetchScope &scope); ///< What the pickers stand for now.
    void setTimeZone(const QTimeZone &zone);
    /// As MainWindow::setKeyState().
    void setKeyState(bool isVariableSet, const QSet<qint64> &environmentsWithKey);
    /// A read begins. `isMoved`: later than asked, at the horizon (semantics 1); `cursor`: after whose event it reads.
    void beginRead(bool isMoved, const std::optional<ReadCursor> &cursor);
    /// Of the read that was begun last.
    const std::optional<ReadCursor> &readCursor() const { return m_readCursor; }
    void keepReading(); ///< The read may be as large as it likes.
    void
    closeMessage(); ///< What the strip says now is known; it goes until something else is to be said.

    void showProgress(); ///< The feed's progress changed.
    void showCounts(); ///< Loaded, shown or covered changed.
    bool isCovered() const; ///< The whole range was read.
    QString host() const; ///< Who is asked; empty without an environment.

private:
    void showStrip();
    void showConnection();
    void showUnread();
    void showTableOrEmpty();
    void announceEnd();
    FetchSituation situation() const;
    KeyState keyState() const;
    std::optional<Instant> lastReadAt() const;
    bool isLoading() const;

    const WindowParts m_parts;
    WindowFrame &m_frame;
    std::optional<Environment> m_environment;
    FetchScope m_scope;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QTimer m_countdown;
    QTimer m_stripDelay; ///< A read that ends at once shows no strip: it would only flicker.
    std::optional<Message> m_closed; ///< A message that a person closed stays away.
    std::optional<ReadCursor> m_readCursor;
    QSet<qint64> m_withKey;
    QSet<qint64> m_toldOfKey; ///< Environments whose note about the typed key was closed.
    QHash<qint64, Instant> m_readAt; ///< By environment: when events last came in this run.
    bool m_isVariableSet = true;
    bool m_isOpen = false;
    bool m_wasFetching = false;
    bool m_isMoved = false;
    bool m_keepsReading = false;
};

} // namespace playhead
