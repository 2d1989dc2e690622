// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "model/api/eventfeed.h"
#include "model/api/keyprobe.h"
#include "model/api/requestlog.h"
#include "model/core/clock.h"
#include "model/cursors/cursorbook.h"
#include "model/environments/environmentbook.h"
#include "model/environments/keyring.h"
#include "model/environments/organizationaliases.h"
#include "model/events/eventtablemodel.h"
#include "model/events/typecatalogue.h"
#include "model/server/sliceserver.h"
#include "model/storage/databaseworker.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace playhead {

class CaptureFeed;
class CaptureOpening;
class LocalEventsApi;
class MainWindow;

/// The window's composition: makes every long-lived object, opens environments (and the demo's server), and hands them to
/// the window. Window's thread.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` is made already; `catalogue` outlives the session.
    Session(WindowArguments arguments, const QString &dataFolder, const TypeCatalogue &catalogue);
    ~Session() override;

    MainWindow &window() { return *m_window; }
    void start(); ///< Shows the window and opens the first environment.

    // What the pictures and tests of the whole window look at.
    EventFeed &feed() { return *m_feed; }
    CaptureFeed &captures() { return *m_captures; }
    EventTableModel &events() { return *m_events; }
    CursorBook &cursors() { return *m_cursors; }
    EnvironmentBook &environments() { return m_environments; }
    SliceServer &sliceServer() { return m_sliceServer; }
    /// Name of the environment whose events are open; empty while one is being opened.
    QString openedEnvironment() const { return m_isFeedOpen && m_open ? m_open->name : QString(); }

private:
    void chooseFirst();
    void openDemo();
    void wireCaptures();
    void showCapture(const Environment &capture);
    void captureOpened();
    void closeCapture(qint64 environmentId);
    void leaveEnvironment(); ///< Nothing of the one that was open is shown or served any more.
    void open(const Environment &environment);
    void startDemoServer(const Environment &environment);
    void demoServerStarted(qint64 environmentId, std::shared_ptr<LocalEventsApi> server);
    void openFeed(const Environment &environment, const FetchTarget &target);
    /// Events of another key or base URL than the stored ones' own are added only after a question (semantics 14).
    void originChecked(qint64 environmentId, bool isOther);
    void rememberOrigin();
    void keepOrigin(
        quint64 events); ///< So many came with the key that is not the stored ones' own yet.
    void askOrigin(const Environment &environment, const QByteArray &key);
    void showKeyState();
    void testKey(const Environment &environment, const QByteArray &typedKey);
    void environmentEdited(const Environment &environment, const QByteArray &typedKey);
    void environmentSaved(const Environment &environment);
    bool isOpen(qint64 environmentId) const { return m_open && m_open->id == environmentId; }

    const WindowArguments m_arguments;
    const QString m_dataFolder;
    const TypeCatalogue &m_catalogue;
    const SystemClock m_systemClock;
    EnvironmentClock m_clock;
    KeyRing m_keys;
    std::unique_ptr<DatabaseWorker> m_database;
    EnvironmentBook m_environments;
    OrganizationAliases m_aliases;
    std::unique_ptr<CursorBook> m_cursors;
    std::unique_ptr<EventTableModel> m_events;
    std::shared_ptr<LocalEventsApi> m_demoServer;
    std::unique_ptr<EventFeed> m_feed;
    std::unique_ptr<CaptureFeed> m_captures;
    RequestLog m_requests;
    std::unique_ptr<CaptureOpening> m_captureOpening;
    KeyProbe m_keyProbe;
    SliceServer m_sliceServer; ///< The one that the window starts; the demo has its own.
    std::unique_ptr<MainWindow> m_window;
    std::optional<Environment> m_open;
    QString m_typedFor; ///< Name of the environment that m_typedKey was typed for.
    QByteArray
        m_typedKey; ///< Of an environment that is being stored; remembered under its id once it has one.
    qint64 m_losesKey = 0; ///< Id of the one that is being stored with another server.
    QByteArray m_newOrigin; ///< Key of the open environment, until events came with it.
    QSet<qint64> m_withKey; ///< Environments whose key was typed in this run.
    bool m_opensDemoOnceSaved = false;
    bool m_isFeedOpen = false;
    std::stop_source m_stop; ///< Of that start.
    QThreadPool m_starter; ///< Starts the demo's server; last, so that it ends first.
};

/// Runs the window until it is closed; the program's exit code.
int runWindow(const WindowArguments &arguments,
              const TypeCatalogue &catalogue,
              int argc,
              char **argv);

} // namespace playhead
