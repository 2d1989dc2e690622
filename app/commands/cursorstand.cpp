// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorstand.h"

#include "app/console.h"
#include "app/datafolder.h"
#include "app/interrupt.h"
#include "model/api/coverage.h"
#include "model/api/eventfeed.h"
#include "model/api/stretchreads.h"
#include "model/captures/capturestore.h"
#include "model/captures/knowncaptures.h"
#include "model/environments/environmentstore.h"
#include "model/environments/storekey.h"
#include "model/events/eventstore.h"
#include "model/events/streamorder.h"
#include "model/server/localeventsapi.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

Result<Environment> findEnvironment(EnvironmentStore &store, const QString &name)
{
    const Result<QList<Environment>> all = store.environments();
    if (!all) {
        return tl::unexpected(all.error());
    }
    QStringList names;
    for (const Environment &environment : *all) {
        if (environment.name == name) {
            return environment;
        }
        names << environment.name;
    }
    return failure(ErrorCode::NotFound,
                   CursorStand::tr("There is no environment '%1'.").arg(name)
                       + suggestion(name, names));
}

template<typename Named>
tl::unexpected<Error> notFound(const QString &message, const QString &name, const QList<Named> &all)
{
    QStringList names;
    for (const Named &named : all) {
        names << named.name;
    }
    return failure(ErrorCode::NotFound, message + suggestion(name, names));
}

} // namespace

CursorStand::CursorStand(Database database, Environment environment, const TypeCatalogue &catalogue)
    : m_database(std::move(database))
    , m_environment(std::move(environment))
    , m_catalogue(catalogue)
{
    if (m_environment.isDemo()) {
        // As in the window: ranges end before their end, or the newest event would lie outside.
        m_clock.setFixed(instantFromUs(m_environment.demoEndUs) + std::chrono::milliseconds(1));
    }
}

CursorStand::~CursorStand() = default;

Result<std::unique_ptr<CursorStand>> CursorStand::open(const GivenOptions &given,
                                                       const TypeCatalogue &catalogue)
{
    const QString dataFolder = dataFolderPath(given.value(u"data-dir"_s).value_or(QString()));
    Result<Database> database = Database::openExisting(databasePath(dataFolder));
    if (!database) {
        return tl::unexpected(database.error());
    }
    Result<EnvironmentStore> environments = EnvironmentStore::open(*database);
    if (!environments) {
        return tl::unexpected(environments.error());
    }
    const Result<Environment> environment =
        findEnvironment(*environments, given.value(u"env"_s).value_or(QString()));
    if (!environment) {
        return tl::unexpected(environment.error());
    }
    std::unique_ptr<CursorStand> stand(
        new CursorStand(std::move(*database), *environment, catalogue));
    stand->m_dataFolder = dataFolder;
    Result<CursorStore> cursors = CursorStore::open(stand->m_database, stand->m_systemClock);
    Result<SavedPlaceStore> places = SavedPlaceStore::open(stand->m_database, stand->m_systemClock);
    if (!cursors || !places) {
        return tl::unexpected(cursors ? places.error() : cursors.error());
    }
    stand->m_cursors.emplace(std::move(*cursors));
    stand->m_places.emplace(std::move(*places));
    if (environment->isCapture()) {
        // Its "now" lies in the file. One that cannot be read is told when its events are needed: a history is not in it.
        (void)stand->openEvents();
    }
    return stand;
}

QList<Cursor> CursorStand::allCursors()
{
    return m_cursors->cursors(m_environment.id).value_or(QList<Cursor>());
}

Result<Cursor> CursorStand::cursor(const QString &name)
{
    const Result<QList<Cursor>> all = m_cursors->cursors(m_environment.id);
    if (!all) {
        return tl::unexpected(all.error());
    }
    for (const Cursor &cursor : *all) {
        if (cursor.name == name) {
            return cursor;
        }
    }
    return notFound(tr("%1 has no cursor '%2'.").arg(m_environment.name, name), name, *all);
}

Result<SavedPlace> CursorStand::place(const QString &name)
{
    const Result<QList<SavedPlace>> all = m_places->places(m_environment.id);
    if (!all) {
        return tl::unexpected(all.error());
    }
    for (const SavedPlace &place : *all) {
        if (place.name == name) {
            return place;
        }
    }
    return notFound(tr("%1 has no saved place '%2'.").arg(m_environment.name, name), name, *all);
}

Result<QList<CursorHistoryEntry>> CursorStand::history(const QString &name)
{
    const Result<Cursor> living = cursor(name);
    if (living || living.error().code != ErrorCode::NotFound) {
        return living ? m_cursors->history(living->id) : tl::unexpected(living.error());
    }
    const auto all = m_cursors->entriesAfter(m_environment.id, 0);
    if (!all) {
        return tl::unexpected(all.error());
    }
    qint64 former = 0;
    for (const CursorHistoryEntry &entry : *all) {
        if (entry.isGone && entry.after.name == name) {
            former = entry.cursorId;
        }
    }
    Result<QList<CursorHistoryEntry>> history = QList<CursorHistoryEntry>();
    if (former != 0) {
        history = m_cursors->history(former);
    }
    // One that came back has another name now.
    const bool isIts = !history || (!history->isEmpty() && history->first().isGone);
    return isIts ? history : tl::unexpected(living.error());
}

Status CursorStand::openEvents()
{
    if (m_hasEvents) {
        return {};
    }
    Status opened = m_environment.isCapture() ? openCapture() : openStore();
    m_hasEvents = opened.has_value();
    return opened;
}

Status CursorStand::openCapture()
{
    const QString path = m_environment.baseUrl.toLocalFile();
    const auto file = CaptureFile::open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::stop_source stop;
    const auto hear = [&stop](qint64, qint64) {
        if (Interrupt::hasCome()) {
            stop.request_stop();
        }
    };
    auto capture = CaptureStore::open(*file,
                                      captureCacheFolder(m_dataFolder + u"/captures"_s, path),
                                      m_catalogue,
                                      hear,
                                      stop.get_token());
    if (!capture) {
        return tl::unexpected(capture.error());
    }
    m_capture = std::move(*capture);
    m_events = m_capture->snapshot();
    m_clock.setFixed(m_capture->facts().range.until);
    m_coverage.add(CoverageKey(), m_capture->facts().range); // all between its ends is there
    return {};
}

Status CursorStand::openStore()
{
    const QString key = storeKeyFor(m_environment);
    // The coverage first: events are stored before a coverage that names them, so all that it names is seen below. It is
    // forgotten by the one who writes the store; here it counts for nothing when events are gone.
    const Result<Coverage> coverage = Coverage::load(m_database,
                                                     key,
                                                     std::numeric_limits<quint32>::max());
    if (!coverage) {
        return tl::unexpected(coverage.error());
    }
    auto store = EventStore::open(m_dataFolder + u"/events/"_s + key,
                                  m_catalogue,
                                  EventStore::Access::ReadOnly);
    if (!store) {
        // Nothing was fetched yet.
        return store.error().code == ErrorCode::NotFound ? Status() : tl::unexpected(store.error());
    }
    m_store = std::move(*store);
    m_events = m_store->snapshot();
    const bool isWhole = !m_events.isEmpty() && m_events.rowCount() >= coverage->storedRows();
    m_coverage = isWhole ? coverage->map() : CoverageMap();
    return {};
}

EventSnapshot CursorStand::events() const
{
    return m_feed ? m_feed->snapshot() : m_events;
}

const std::vector<EventRow> &CursorStand::order() const
{
    if (m_order.size() != events().rowCount()) {
        m_order = streamOrder(events());
    }
    return m_order;
}

RewindGround CursorStand::ground(const Cursor &cursor) const
{
    const FetchScope scope{{}, cursor.types, cursor.organization};
    RewindGround ground;
    ground.events = events();
    ground.order = order();
    ground.covered = m_feed ? m_feed->coverage(scope) : m_coverage.covered(scope, m_catalogue);
    ground.horizon = horizon();
    return ground;
}

Instant CursorStand::horizon() const
{
    return horizonAt(m_clock.now());
}

bool CursorStand::isHeldBack() const
{
    return !m_environment.isDemo() && !m_environment.isCapture();
}

std::optional<Instant> CursorStand::heldBackNow() const
{
    return isHeldBack() ? std::optional(m_clock.now()) : std::nullopt;
}

void CursorStand::openFeed(std::function<void(Result<EventFeed *>)> done)
{
    FetchArguments arguments;
    arguments.environment = m_environment.name;
    Result<FetchSource> source = findFetchSource(arguments, m_database, m_keys, m_catalogue);
    if (!source) {
        done(tl::unexpected(source.error()));
        return;
    }
    m_source = std::move(*source);
    m_feed = std::make_unique<EventFeed>(m_catalogue, m_clock);
    connect(
        m_feed.get(),
        &EventFeed::opened,
        this,
        [this, done] { done(m_feed.get()); },
        Qt::SingleShotConnection);
    connect(
        m_feed.get(),
        &EventFeed::openFailed,
        this,
        [this, done](const Error &error) {
            m_feed.release()->deleteLater(); // it tells this; what was stored counts again
            done(tl::unexpected(error));
        },
        Qt::SingleShotConnection);
    connect(&m_feed->stretches(),
            &StretchReads::progressed,
            this,
            [this](quint64, const FetchProgress &progress) { keepOrigin(progress.events); });
    // Not both at once: the feed writes.
    m_store.reset();
    m_feed->open({storeKeyFor(m_environment), m_dataFolder, m_source.target});
}

/// A key that brought events is the stored ones' own (semantics 14).
void CursorStand::keepOrigin(quint64 events)
{
    if (m_hasOrigin || events == 0) {
        return;
    }
    m_hasOrigin = true;
    if (const Status remembered = rememberOrigin(m_source, m_database); !remembered) {
        printMessage(remembered.error().message);
    }
}

Status CursorStand::syncEvents()
{
    if (m_feed) {
        return m_feed->syncStore();
    }
    return m_store ? m_store->sync() : Status();
}

} // namespace playhead
