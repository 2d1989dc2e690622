// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorreading.h"

#include "model/cursors/cursorrows.h"

namespace playhead {

namespace {

/// Differs from the last time when another connection has committed since (sqlite.org/pragma.html, data_version).
Result<qint64> dataVersion(Database &database)
{
    return oneNumber(database.prepare("PRAGMA data_version"));
}

/// One moment of the database for several statements; takes no lock that a writer would wait for.
class OneMoment
{
public:
    explicit OneMoment(Database &database)
        : m_database(database)
        , m_begun(database.execute("BEGIN"))
    {}
    ~OneMoment()
    {
        if (m_begun) {
            m_database.execute("COMMIT"); // nothing was written, so nothing can be lost
        }
    }
    Q_DISABLE_COPY_MOVE(OneMoment)

private:
    Database &m_database;
    Status m_begun;
};

template<typename T>
const Error *errorOf(const Result<T> &result)
{
    return result ? nullptr : &result.error();
}

/// The entry that a store wrote last; empty when it wrote none.
Result<std::optional<CursorHistoryEntry>> lastEntry(CursorStore &store, qint64 environmentId)
{
    if (store.written().empty()) {
        return std::optional<CursorHistoryEntry>();
    }
    const auto entries = store.entriesAfter(environmentId, store.written().back() - 1);
    if (!entries) {
        return tl::unexpected<Error>(entries.error());
    }
    return entries->isEmpty() ? std::nullopt : std::optional(entries->first());
}

} // namespace

Result<CursorShelf> CursorReading::load(Database &database, qint64 environmentId)
{
    return read(database, environmentId, true);
}

Result<CursorAnswer> CursorReading::change(Database &database,
                                           qint64 environmentId,
                                           qint64 seen,
                                           const CursorOrder &order)
{
    Result<CursorStore> cursors = CursorStore::open(database, *m_clock);
    Result<SavedPlaceStore> places = SavedPlaceStore::open(database, *m_clock);
    if (!cursors || !places) {
        return tl::unexpected<Error>(cursors ? places.error() : cursors.error());
    }
    CursorStores stores{*cursors, *places, {seen, m_own}};
    Result<CursorOutcome> outcome = order(stores);
    m_own.insert(cursors->written().begin(), cursors->written().end());
    if (outcome) {
        auto entry = lastEntry(*cursors, environmentId);
        outcome->entry = entry ? std::move(*entry)
                               : std::nullopt; // stored, though it cannot be told
    }
    return CursorAnswer{std::move(outcome), read(database, environmentId, false)};
}

Result<CursorShelf> CursorReading::read(Database &database, qint64 environmentId, bool isNew)
{
    Result<CursorStore> store = CursorStore::open(database, *m_clock);
    Result<SavedPlaceStore> placeStore = SavedPlaceStore::open(database, *m_clock);
    if (!store || !placeStore) {
        return tl::unexpected<Error>(store ? placeStore.error() : store.error());
    }
    // What is listed, what can be undone and what is new must be of the same moment.
    const OneMoment moment(database);
    const bool isSame = !isNew && environmentId == m_environmentId;
    auto cursors = store->cursors(environmentId);
    auto places = placeStore->places(environmentId);
    auto undo = store->undoState(environmentId);
    const auto newest = store->newestEntry(environmentId);
    const auto since = store->entriesAfter(environmentId,
                                           isSame ? m_newestEntry : newest.value_or(0));
    for (const Error *error :
         {errorOf(cursors), errorOf(places), errorOf(undo), errorOf(newest), errorOf(since)}) {
        if (error) {
            return tl::unexpected<Error>(*error);
        }
    }
    CursorShelf shelf{std::move(*cursors), std::move(*places), std::move(*undo), *newest, {}};
    for (const CursorHistoryEntry &entry : *since) {
        if (!m_own.contains(entry.id)) {
            shelf.foreign.append(entry);
        }
    }
    m_environmentId = environmentId;
    m_newestEntry = shelf.newestEntry;
    m_places = shelf.places;
    return shelf;
}

Result<std::optional<CursorShelf>> CursorReading::look(Database &database, qint64 environmentId)
{
    const Result<qint64> version = dataVersion(database);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    if (*version == m_dataVersion && environmentId == m_environmentId) {
        return std::optional<CursorShelf>();
    }
    // Most commits of others are about what was read of the stream; those end here.
    Result<CursorStore> store = CursorStore::open(database, *m_clock);
    Result<SavedPlaceStore> placeStore = SavedPlaceStore::open(database, *m_clock);
    if (!store || !placeStore) {
        return tl::unexpected<Error>(store ? placeStore.error() : store.error());
    }
    const auto newest = store->newestEntry(environmentId);
    const auto places = placeStore->places(environmentId);
    if (!newest || !places) {
        return tl::unexpected<Error>(newest ? places.error() : newest.error());
    }
    std::optional<CursorShelf> shelf;
    if (environmentId != m_environmentId || *newest != m_newestEntry || *places != m_places) {
        Result<CursorShelf> read = this->read(database, environmentId, false);
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
        shelf = std::move(*read);
    }
    m_dataVersion = *version;
    return shelf;
}

} // namespace playhead
