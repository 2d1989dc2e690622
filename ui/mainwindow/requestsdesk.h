// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"
#include "ui/mainwindow/windowparts.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>

#include <optional>

class QWidget;

namespace playhead {

class Actions;
class SentRequestsWindow;
class WindowFrame;

/// What the window tells of the requests that Playhead sends: fills the log of the open environment, says in the status bar how
/// many there were, and opens the log. Owned by the main window.
class RequestsDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is the parent of the log.
    RequestsDesk(const WindowParts &parts,
                 WindowFrame &frame,
                 const Actions &actions,
                 QWidget *window);

    /// Another one begins a log of its own.
    void setEnvironment(const std::optional<Environment> &environment);
    void setTimeZone(const QTimeZone &zone);

public slots:
    void openLog();

private:
    void showCounts();
    void copy(const QString &text);

    const WindowParts m_parts;
    WindowFrame &m_frame;
    QWidget *m_window;
    QPointer<SentRequestsWindow> m_log; ///< The open one.
    std::optional<Environment> m_environment;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace playhead
