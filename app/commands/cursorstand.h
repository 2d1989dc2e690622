// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/fetchsource.h"
#include "app/optiontable.h"
#include "model/api/coveragemap.h"
#include "model/core/clock.h"
#include "model/cursors/cursorstore.h"
#include "model/cursors/savedplacestore.h"
#include "model/environments/keyring.h"

#include <QObject>

#include <memory>

namespace playhead {

class CaptureStore;
class EventFeed;
class EventStore;
class TypeCatalogue;

/// What a sub-verb of `playhead cursor` stands on: the environment, its cursors and its stored events. Cursors can be
/// changed while a window runs; the events are only read, unless a feed is opened.
class CursorStand : public QObject
{
    Q_OBJECT

public:
    /// The environment of --env in the folder of --data-dir. NotFound for names and folders that do not exist. The
    /// catalogue outlives it.
    static Result<std::unique_ptr<CursorStand>> open(const GivenOptions &given,
                                                     const TypeCatalogue &catalogue);
    ~CursorStand() override;

    const Environment &environment() const { return m_environment; }
    const TypeCatalogue &catalogue() const { return m_catalogue; }
    CursorStore &cursors() { return *m_cursors; }
    SavedPlaceStore &places() { return *m_places; }
    QList<Cursor> allCursors(); ///< By name; empty when they cannot be read.
    Result<Cursor> cursor(const QString &name); ///< NotFound suggests another name.
    Result<SavedPlace> place(const QString &name); ///< Likewise.
    /// Newest first, of the cursor of that name; or of the one deleted last that had it. NotFound as cursor().
    Result<QList<CursorHistoryEntry>> history(const QString &name);

    /// Opens the stored events for reading, once; also while a window writes them. Without any yet there are none.
    Status openEvents();
    EventSnapshot events() const;
    /// What the cursor is counted in. After openEvents() or in a feed's opened().
    RewindGround ground(const Cursor &cursor) const;
    /// The environment's "now": of the demo and captures their end (semantics 32).
    const Clock &clock() const { return m_clock; }
    Instant horizon() const;
    /// Whether new events may still be hidden, as nothing is of the demo and captures.
    bool isHeldBack() const;
    /// "Now" where new events may still be hidden; empty = nothing is.
    std::optional<Instant> heldBackNow() const;

    /// Opens a feed, with which stretches can be read, for the rest of the verb; the demo's server is started. `done` is
    /// called when it shows what is stored. KeyMissing and so on when nothing can be asked; then openEvents() still can.
    void openFeed(std::function<void(Result<EventFeed *>)> done);
    /// Puts the stored events on the disk, also those that a window writes, before a cursor that may name one is stored
    /// (semantics 9).
    Status syncEvents();

private:
    CursorStand(Database database, Environment environment, const TypeCatalogue &catalogue);
    Status openCapture();
    Status openStore();
    const std::vector<EventRow> &order() const;
    void keepOrigin(quint64 events);

    Database m_database;
    Environment m_environment;
    const TypeCatalogue &m_catalogue;
    QString m_dataFolder;
    SystemClock m_systemClock;
    EnvironmentClock m_clock;
    KeyRing m_keys;
    std::optional<CursorStore> m_cursors;
    std::optional<SavedPlaceStore> m_places;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<CaptureStore> m_capture;
    FetchSource m_source; ///< Before the feed, which asks the demo's server to its end.
    std::unique_ptr<EventFeed> m_feed; ///< Empty again when it could not be opened.
    bool m_hasOrigin = false;
    bool m_hasEvents = false;
    EventSnapshot m_events;
    CoverageMap m_coverage;
    mutable std::vector<EventRow> m_order; ///< Of m_events, when they are as many.
};

} // namespace playhead
