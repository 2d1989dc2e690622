// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventfeed.h"
#include "model/api/requestlog.h"
#include "model/captures/capturefeed.h"
#include "model/core/clock.h"
#include "model/cursors/cursorbook.h"
#include "model/environments/environmentbook.h"
#include "model/events/eventtablemodel.h"
#include "model/server/localeventsapi.h"
#include "model/server/sliceserver.h"
#include "model/storage/databaseworker.h"
#include "ui/mainwindow/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

namespace playhead {

class EventTable;

/// The main window on real model objects and the demo's local Events API, as the program composes it.
class WindowStand
{
public:
    explicit WindowStand(const FeedSettings &feedSettings = {});
    ~WindowStand();

    /// Opens the demo and waits until its events are in the table.
    bool openDemo();
    /// Opens another environment, whose requests go to `target` instead of its own address; "now" stands at `now`. Waits
    /// until its store is open.
    bool open(const Environment &environment, const FetchTarget &target, Instant now);
    /// A new window on the same folder, as after a restart.
    void restart();
    /// Writes a picture when PLAYHEAD_GRABS names a folder.
    void grab(const QString &name);

    MainWindow &window() { return *m_window; }
    EventTable &table();
    EventTableModel &events() { return *m_events; }
    EventFeed &feed() { return *m_feed; }
    CursorBook &cursors() { return *m_cursors; }
    EnvironmentClock &clock() { return m_clock; } ///< Of the environment.
    SliceServer &sliceServer() { return *m_sliceServer; }
    RequestLog &requests() { return *m_requests; }
    QString folder() const { return m_folder.path(); } ///< The data folder.
    const Environment &environment() const { return m_environment; }
    EnvironmentBook &environments() { return *m_environments; }
    QAction *action(const QString &name);

private:
    void compose();
    bool save(const Environment &environment);
    bool openEnvironment();

    const FeedSettings m_feedSettings;
    QTemporaryDir m_folder;
    TypeCatalogue m_catalogue;
    EnvironmentClock m_clock;
    SystemClock m_systemClock;
    std::unique_ptr<DatabaseWorker> m_database;
    std::unique_ptr<EnvironmentBook> m_environments;
    std::unique_ptr<CursorBook> m_cursors;
    std::unique_ptr<EventTableModel> m_events;
    std::unique_ptr<LocalEventsApi> m_server;
    FetchTarget m_target;
    std::unique_ptr<EventFeed> m_feed;
    std::unique_ptr<SliceServer> m_sliceServer;
    std::unique_ptr<CaptureFeed> m_captures;
    std::unique_ptr<RequestLog> m_requests;
    std::unique_ptr<MainWindow> m_window;
    Environment m_environment;
};

} // namespace playhead
