// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session.h"

#include <QString>

#include <memory>

class QAction;
class QDialog;

namespace playhead {

/// The real window on a data folder, driven as a person would: by its actions, views and dialogs. For tests and pictures.
/// Waits turn the event loop until their condition holds, 20 seconds at the most.
class DemoWindow
{
public:
    /// `folder` is the data folder; opening it again is a restart.
    explicit DemoWindow(const QString &folder, bool startsDemo = true);
    ~DemoWindow();

    /// Puts a demo environment into `folder` whose stream ends at a given moment, so that two runs show the same.
    static bool prepare(const QString &folder, Instant demoEnd);

    Session &session() { return *m_session; }
    MainWindow &window() { return m_session->window(); }

    bool waitOpened(const QString &environmentName); ///< It is open and its store is read.
    bool waitIdle(); ///< No read is under way.
    bool fetch(); ///< Presses Fetch and waits for the end of the read.
    /// Presses the action of this object name as soon as it is enabled; false when there is none or it stays disabled.
    bool trigger(const QString &actionName);
    QDialog *dialog(); ///< The dialog that is open, or nullptr.
    bool waitDialog(); ///< One is open.
    bool waitNoDialog();
    /// The event `back` places before the newest of the loaded ones, in stream order.
    EventRow loadedFromEnd(size_t back);
    void select(EventRow row);
    /// Makes a cursor after an event without the dialog, and waits for its lag.
    bool addCursor(const QString &name, EventRow row);

private:
    const TypeCatalogue m_catalogue;
    std::unique_ptr<Session> m_session;
};

} // namespace playhead
