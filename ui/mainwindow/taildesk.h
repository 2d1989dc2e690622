// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/environments/environment.h"
#include "model/events/eventfilter.h"
#include "ui/mainwindow/windowparts.h"
#include "ui/shared/inlinemessage.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

namespace playhead {

class Actions;
class FetchDesk;
class TableFollow;
class WindowFrame;

/// What people do with the live tail: the action turns it on and off, the status bar counts since the last good poll, the
/// strip tells what keeps it from going on, and the table follows. It never runs by itself: neither after a start nor
/// after another environment was opened. Owned by the main window.
class TailDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk.
    TailDesk(const WindowParts &parts,
             FetchDesk &fetch,
             WindowFrame &frame,
             const Actions &actions,
             QObject *parent);

    void setEnvironment(const std::optional<Environment> &environment);
    void setTimeZone(const QTimeZone &zone);
    bool isOn() const;

signals:
    void keyChangeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void turn(bool isOn);
    void ask(); ///< With whose types, where that is a question, and starts it.
    void start();
    void stop();
    void choose(const QString &id);
    void scopeChanged();
    void statusChanged();
    void showStatus();
    void enableAction();
    void runTick();
    QString whyNot() const;

    const WindowParts m_parts;
    FetchDesk &m_fetch;
    WindowFrame &m_frame;
    const Actions &m_actions;
    TableFollow *m_follow; ///< The table's child.
    SystemClock m_wall; ///< How long ago a poll was does not depend on the environment's time.
    QTimer m_tick; ///< Each second, while the tail is on and somebody can see it.
    std::optional<Environment> m_environment;
    FetchScope m_scope; ///< What the tail was started with.
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<Message> m_closed; ///< A message that a person closed stays away.
};

} // namespace playhead
