// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"

#include "model/server/demoserver.h"
#include "ui/events/eventtable.h"

#include <QAction>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr char kEnd[] = "2026-11-23T14:06:00Z";
constexpr quint32 kEvents = 2000;

} // namespace

WindowStand::WindowStand(const FeedSettings &feedSettings)
    : m_feedSettings(feedSettings)
    , m_catalogue(*TypeCatalogue::load())
{
    compose();
}

WindowStand::~WindowStand()
{
    m_window.reset();
}

void WindowStand::compose()
{
    m_database = std::make_unique<DatabaseWorker>(m_folder.filePath(u"playhead.sqlite"_s));
    m_environments = std::make_unique<EnvironmentBook>(*m_database);
    m_cursors = std::make_unique<CursorBook>(*m_database, m_systemClock);
    m_events = std::make_unique<EventTableModel>(m_catalogue);
    m_feed = std::make_unique<EventFeed>(m_catalogue, m_clock, m_feedSettings);
    m_sliceServer = std::make_unique<SliceServer>(m_catalogue);
    m_captures = std::make_unique<CaptureFeed>(m_catalogue, m_folder.filePath(u"captures"_s));
    m_requests = std::make_unique<RequestLog>();
    m_window = std::make_unique<MainWindow>(WindowParts{m_catalogue,
                                                        m_clock,
                                                        *m_environments,
                                                        *m_cursors,
                                                        *m_feed,
                                                        *m_events,
                                                        *m_sliceServer,
                                                        *m_captures,
                                                        *m_requests});
    QSignalSpy loaded(m_environments.get(), &EnvironmentBook::loaded);
    m_environments->load();
    loaded.wait();
    m_window->resize(1440, 900);
    m_window->show();
}

void WindowStand::restart()
{
    m_window->close();
    m_window.reset();
    m_requests.reset();
    m_captures.reset();
    m_sliceServer.reset();
    m_feed.reset();
    m_events.reset();
    m_cursors.reset();
    m_environments.reset();
    m_database.reset();
    compose();
    openEnvironment();
}

bool WindowStand::openEnvironment()
{
    m_cursors->setEnvironment(m_environment.id);
    m_window->setEnvironment(m_environment);
    QSignalSpy opened(m_feed.get(), &EventFeed::opened);
    m_feed->open({u"env-%1"_s.arg(m_environment.id), m_folder.path(), m_target});
    return opened.wait();
}

bool WindowStand::save(const Environment &environment)
{
    QSignalSpy saved(m_environments.get(), &EnvironmentBook::saved);
    m_environments->save(environment);
    if (!saved.wait()) {
        return false;
    }
    m_environment = saved.first().first().value<Environment>();
    return true;
}

bool WindowStand::open(const Environment &environment, const FetchTarget &target, Instant now)
{
    m_target = target;
    m_clock.setFixed(now);
    return save(environment) && openEnvironment();
}

bool WindowStand::openDemo()
{
    m_environment.name = u"Demo"_s;
    m_environment.keySource = KeySource::Demo;
    m_environment.demoEndUs = toUs(*parseIsoInstant(kEnd));
    m_environment.demoEvents = kEvents;
    if (!save(m_environment)) {
        return false;
    }
    auto server = LocalEventsApi::start(demoConfig({1, kEvents, *parseIsoInstant(kEnd)}),
                                        m_catalogue);
    if (!server) {
        return false;
    }
    m_server = std::move(*server);
    m_target = {m_server->url(), m_server->apiKey()};
    // A range ends before its end: a moment later, or the newest event would lie outside.
    m_clock.setFixed(*parseIsoInstant(kEnd) + std::chrono::milliseconds(1));
    return openEnvironment()
           && QTest::qWaitFor([this] { return m_events->shownCount() == kEvents; }, 30'000);
}

EventTable &WindowStand::table()
{
    return *m_window->findChild<EventTable *>();
}

QAction *WindowStand::action(const QString &name)
{
    return m_window->findChild<QAction *>(name);
}

void WindowStand::grab(const QString &name)
{
    const QString folder = qEnvironmentVariable("PLAYHEAD_GRABS");
    if (!folder.isEmpty()) {
        QTest::qWait(50);
        m_window->grab().save(QDir(folder).filePath(name + u".png"_s));
    }
}

} // namespace playhead
