// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace playhead {

class Actions;
class EventTableModel;
class RequestLogWindow;
class ServingPopup;
class SliceServer;
class WindowFrame;

/// What people do with the local Events API in the window: start it on a slice, change its faults, look at its requests, stop
/// it; and what the status bar says of it. Owned by the main window.
class ServeDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is the parent of its dialogs.
    ServeDesk(SliceServer &server,
              const EventTableModel &events,
              WindowFrame &frame,
              const Actions &actions,
              QWidget *window);

    /// Of the open environment; empty = none.
    void setEnvironmentName(const QString &name) { m_environmentName = name; }

public slots:
    void openServe();
    void openFaults(); ///< Over the window.
    void openLog();
    void stop();

private:
    void openFaultsOver(QWidget *window);
    void showState();
    void openPopup();
    void copy(const QString &text);

    SliceServer &m_server;
    const EventTableModel &m_events;
    WindowFrame &m_frame;
    const Actions &m_actions;
    QWidget *m_window;
    QPointer<RequestLogWindow> m_log;
    QString m_environmentName;
};

} // namespace playhead
