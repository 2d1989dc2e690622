// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/session.h"

#include "app/captureopening.h"
#include "app/console.h"
#include "app/datafolder.h"
#include "model/api/stretchreads.h"
#include "model/captures/capturefeed.h"
#include "model/server/localeventsapi.h"
#include "model/server/servedconfig.h"
#include "model/server/servedsource.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/windowparts.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 kDemoEvents = 2000;

FeedSettings feedSettings()
{
    FeedSettings settings;
    settings.listsEvents = true;
    return settings;
}

} // namespace

Session::Session(WindowArguments arguments,
                 const QString &dataFolder,
                 const TypeCatalogue &catalogue)
    : m_arguments(std::move(arguments))
    , m_dataFolder(dataFolder)
    , m_catalogue(catalogue)
    , m_database(std::make_unique<DatabaseWorker>(databasePath(dataFolder)))
    , m_environments(*m_database)
    , m_aliases(*m_database)
    , m_cursors(std::make_unique<CursorBook>(*m_database, m_systemClock))
    , m_events(std::make_unique<EventTableModel>(m_catalogue))
    , m_feed(std::make_unique<EventFeed>(m_catalogue, m_clock, feedSettings()))
    , m_captures(std::make_unique<CaptureFeed>(m_catalogue, dataFolder + u"/captures"_s))
    , m_captureOpening(std::make_unique<CaptureOpening>(*m_captures, m_environments))
    , m_keyProbe(m_catalogue, m_systemClock)
    , m_sliceServer(m_catalogue)
{
    m_cursors->setBeforeCommit([feed = m_feed.get()] { return feed->syncStore(); });
    m_window = std::make_unique<MainWindow>(WindowParts{m_catalogue,
                                                        m_clock,
                                                        m_environments,
                                                        *m_cursors,
                                                        *m_feed,
                                                        *m_events,
                                                        m_sliceServer,
                                                        *m_captures,
                                                        m_requests});
    connect(m_window.get(), &MainWindow::demoRequested, this, &Session::openDemo);
    connect(m_window.get(), &MainWindow::environmentChosen, this, [this](qint64 id) {
        if (const auto environment = m_environments.environment(id)) {
            open(*environment);
        }
    });
    connect(m_window.get(), &MainWindow::environmentEdited, this, &Session::environmentEdited);
    connect(m_window.get(), &MainWindow::keyTestRequested, this, &Session::testKey);
    connect(m_window.get(), &MainWindow::keyTestCancelled, &m_keyProbe, &KeyProbe::cancel);
    connect(&m_keyProbe, &KeyProbe::answered, m_window.get(), &MainWindow::showKeyTest);
    connect(&m_environments, &EnvironmentBook::saved, this, &Session::environmentSaved);
    connect(&m_environments, &EnvironmentBook::originChecked, this, &Session::originChecked);
    connect(&m_environments, &EnvironmentBook::failed, m_window.get(), &MainWindow::showProblem);
    connect(&m_aliases, &OrganizationAliases::changed, this, [this] {
        m_events->setOrganizationAliases(m_aliases.aliases());
    });
    connect(&m_aliases, &OrganizationAliases::failed, m_window.get(), &MainWindow::showProblem);
    connect(m_window.get(),
            &MainWindow::organizationNamed,
            &m_aliases,
            &OrganizationAliases::setAlias);
    connect(m_feed.get(), &EventFeed::opened, this, [this] { m_isFeedOpen = true; });
    connect(m_feed.get(), &EventFeed::progressChanged, this, &Session::rememberOrigin);
    connect(m_feed.get(), &EventFeed::tailChanged, this, &Session::rememberOrigin);
    connect(&m_feed->stretches(),
            &StretchReads::progressed,
            this,
            [this](quint64 number, const FetchProgress &progress) {
                // One that still comes from the environment before says nothing of this one's key.
                keepOrigin(m_feed->stretches().isNewest(number) ? progress.events : 0);
            });
    connect(m_feed.get(), &EventFeed::openFailed, m_window.get(), &MainWindow::showProblem);
    wireCaptures();
}

Session::~Session()
{
    // The window is closed already; a start of the demo's server that is under way is broken off: nobody waits for this.
    m_stop.request_stop();
    m_starter.waitForDone();
    m_window.reset();
    // Finishes what was ordered, cursors among it, whose commit puts the feed's store on the disk: before the feed goes.
    m_database.reset();
}

void Session::start()
{
    connect(&m_environments,
            &EnvironmentBook::loaded,
            this,
            &Session::chooseFirst,
            Qt::SingleShotConnection);
    m_environments.load();
    showKeyState();
    m_window->show();
}

void Session::chooseFirst()
{
    const bool namesOne = m_arguments.isDemo || !m_arguments.environment.isEmpty();
    m_captureOpening->open(m_arguments.captures, !namesOne);
    if (m_arguments.isDemo) {
        openDemo();
        return;
    }
    const auto named = [this](const QString &name) -> std::optional<Environment> {
        for (const Environment &environment : m_environments.environments()) {
            if (environment.name == name) {
                return environment;
            }
        }
        return std::nullopt;
    };
    if (const auto environment = named(m_arguments.environment)) {
        open(*environment);
        return;
    }
    if (!m_arguments.environment.isEmpty()) {
        m_window->showProblem(
            {ErrorCode::NotFound,
             tr("There is no environment named \"%1\". Choose one in the list at the top left, or make it there.")
                 .arg(m_arguments.environment),
             {}});
        return;
    }
    const auto last = m_environments.environment(settings().lastEnvironment());
    if (last && m_arguments.captures.isEmpty()) {
        open(*last);
    }
}

void Session::openDemo()
{
    for (const Environment &environment : m_environments.environments()) {
        if (environment.isDemo()) {
            open(environment);
            return;
        }
    }
    Environment demo;
    demo.name = tr("Demo");
    demo.keySource = KeySource::Demo;
    demo.colour = EnvironmentColour::Blue;
    demo.demoEndUs = toUs(std::chrono::floor<std::chrono::milliseconds>(m_systemClock.now()));
    demo.demoEvents = kDemoEvents;
    m_opensDemoOnceSaved = true;
    m_environments.save(demo);
}

void Session::open(const Environment &environment)
{
    if (environment.isCapture()) {
        // Its file may hold something else by now.
        m_captureOpening->open({environment.baseUrl.toLocalFile()}, true);
        return;
    }
    m_captures->close();
    m_open = environment;
    m_isFeedOpen = false;
    m_newOrigin.clear();
    m_demoServer.reset();
    // Ranges end before their end: a moment later, or the newest event would lie outside.
    m_clock.setFixed(environment.isDemo()
                         ? std::optional(instantFromUs(environment.demoEndUs) + 1ms)
                         : std::nullopt);
    settings().setLastEnvironment(environment.id);
    m_cursors->setEnvironment(environment.id);
    m_aliases.setEnvironment(environment.id);
    if (environment.isDemo()) {
        startDemoServer(environment);
        return;
    }
    if (const Result<QByteArray> key = m_keys.key(environment); key) {
        m_environments.checkOrigin(environment, *key); // originChecked() goes on
    } else {
        // What is stored can still be looked at; Fetch then says what is missing.
        openFeed(environment, FetchTarget{environment.baseUrl, {}});
    }
}

void Session::startDemoServer(const Environment &environment)
{
    const DemoPlan plan{environment.demoSeed,
                        environment.demoEvents,
                        instantFromUs(environment.demoEndUs)};
    m_starter.start([this, plan, id = environment.id, stop = m_stop.get_token()] {
        Result<std::unique_ptr<LocalEventsApi>> started =
            LocalEventsApi::start(servedConfig(demoSource(plan, stop)), m_catalogue, stop);
        if (!started) {
            QMetaObject::invokeMethod(
                this,
                [this, error = started.error()] { m_window->showProblem(error); },
                Qt::QueuedConnection);
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, id, server = std::shared_ptr<LocalEventsApi>(std::move(*started))] {
                demoServerStarted(id, server);
            },
            Qt::QueuedConnection);
    });
}

void Session::demoServerStarted(qint64 environmentId, std::shared_ptr<LocalEventsApi> server)
{
    if (!isOpen(environmentId)) {
        return;
    }
    m_demoServer = std::move(server);
    openFeed(*m_open, FetchTarget{m_demoServer->url(), m_demoServer->apiKey()});
}

void Session::openFeed(const Environment &environment, const FetchTarget &target)
{
    // First, so that the window finds nothing of the store and the read that were before.
    m_feed->open(FeedTarget{u"env-%1"_s.arg(environment.id), m_dataFolder, target});
    m_window->setEnvironment(environment);
}

void Session::originChecked(qint64 environmentId, bool isOther)
{
    if (!isOpen(environmentId)) {
        return;
    }
    const QByteArray key = m_keys.key(*m_open).value_or(QByteArray());
    if (isOther) {
        openFeed(*m_open, FetchTarget{m_open->baseUrl, {}});
        askOrigin(*m_open, key);
    } else {
        openFeed(*m_open, FetchTarget{m_open->baseUrl, key});
        m_newOrigin = key;
    }
}

/// A key that brought events is the stored ones' own; one that was mistyped never is.
void Session::rememberOrigin()
{
    keepOrigin(m_feed->progress().events + m_feed->tailStatus().events);
}

void Session::keepOrigin(quint64 events)
{
    if (m_open && !m_newOrigin.isEmpty() && events > 0) {
        m_environments.acceptOrigin(*m_open, std::exchange(m_newOrigin, {}));
    }
}

void Session::askOrigin(const Environment &environment, const QByteArray &key)
{
    auto *question = new QMessageBox(
        QMessageBox::Question,
        tr("Another key or base URL"),
        tr("The events stored for %1 came with another key or base URL.").arg(environment.name),
        QMessageBox::NoButton,
        m_window.get());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr(
        "If it is the same WorkOS environment, new events can be added to them. If not, make a new environment, "
        "so that the two are not mixed. Until you choose, nothing is fetched."));
    QPushButton *add = question->addButton(tr("Add to them"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(question,
            &QMessageBox::buttonClicked,
            this,
            [this, add, environment, key](const QAbstractButton *pressed) {
                if (pressed == add && isOpen(environment.id)) {
                    m_feed->setFetchTarget(FetchTarget{environment.baseUrl, key});
                    m_environments.acceptOrigin(environment, key);
                }
            });
    question->open();
}

void Session::showKeyState()
{
    m_window->setKeyState(m_keys.hasVariable(), m_withKey);
}

void Session::testKey(const Environment &environment, const QByteArray &typedKey)
{
    const Result<QByteArray> key = typedKey.isEmpty()
                                       ? m_keys.keyToTry(environment,
                                                         m_environments.environment(environment.id))
                                       : Result<QByteArray>(typedKey);
    if (key) {
        m_keyProbe.ask({environment.baseUrl, *key});
    } else {
        m_window->showKeyTest(tl::unexpected(key.error()));
    }
}

void Session::environmentEdited(const Environment &environment, const QByteArray &typedKey)
{
    m_typedKey = typedKey;
    m_typedFor = environment.name.trimmed();
    const auto stored = m_environments.environment(environment.id);
    m_losesKey = m_keys.isTypedForAnother(environment, stored) ? environment.id : 0;
    m_environments.save(environment);
}

void Session::environmentSaved(const Environment &environment)
{
    if (environment.isCapture()) {
        return; // The one who opens them goes on.
    }
    if (environment.id == std::exchange(m_losesKey, 0)) {
        m_keys.forget(environment.id); // It was typed for the server that was there before.
        m_withKey.remove(environment.id);
        showKeyState();
    }
    // Only for the environment it was typed for: when that one could not be stored, the next must not get its key.
    const QByteArray typedKey = std::exchange(m_typedKey, {});
    if (!typedKey.isEmpty() && environment.name == m_typedFor) {
        m_keys.remember(environment.id, typedKey);
        m_withKey.insert(environment.id);
        showKeyState();
    }
    if (!environment.isDemo() || std::exchange(m_opensDemoOnceSaved, false)) {
        open(environment);
    }
}

int runWindow(const WindowArguments &arguments,
              const TypeCatalogue &catalogue,
              int argc,
              char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Playhead"));
    const Result<QString> dataFolder = prepareDataFolder(arguments.dataFolder);
    if (!dataFolder) {
        printMessage(dataFolder.error().message);
        return kExitFailed;
    }
    applyTheme(settings().theme());
    Session session(arguments, *dataFolder, catalogue);
    session.start();
    return QApplication::exec();
}

} // namespace playhead
