// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"

#include "model/cursors/cursorbook_p.h"

#include <algorithm>

namespace playhead {

CursorBook::CursorBook(DatabaseWorker &worker,
                       const Clock &clock,
                       QObject *parent,
                       std::chrono::milliseconds lookEvery)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, worker, clock))
{
    d->lookTimer.setInterval(lookEvery);
    connect(&d->lookTimer, &QTimer::timeout, this, [this] { d->look(); });
}

CursorBook::~CursorBook() = default;

void CursorBook::setEnvironment(qint64 environmentId)
{
    d->environmentId = environmentId;
    d->shelf = {};
    d->isLoaded = false;
    emit changed();
    if (environmentId != 0) {
        d->load();
        d->lookTimer.start();
    } else {
        d->lookTimer.stop();
    }
}

void CursorBook::setBeforeCommit(std::function<Status()> syncEvents)
{
    d->beforeCommit = std::move(syncEvents);
}

const QList<Cursor> &CursorBook::cursors() const
{
    return d->shelf.cursors;
}

bool CursorBook::isLoaded() const
{
    return d->isLoaded;
}

std::optional<Cursor> CursorBook::cursor(qint64 id) const
{
    const QList<Cursor> &all = d->shelf.cursors;
    const auto found = std::find_if(all.cbegin(), all.cend(), [id](const Cursor &cursor) {
        return cursor.id == id;
    });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

const std::optional<CursorHistoryEntry> &CursorBook::undoEntry() const
{
    return d->shelf.undo.undo;
}

const std::optional<CursorHistoryEntry> &CursorBook::redoEntry() const
{
    return d->shelf.undo.redo;
}

bool CursorBook::canUndo() const
{
    return undoEntry().has_value();
}

bool CursorBook::canRedo() const
{
    return redoEntry().has_value();
}

const QList<SavedPlace> &CursorBook::savedPlaces() const
{
    return d->shelf.places;
}

void CursorBook::create(const Cursor &cursor, QObject *context, Answer answer)
{
    create(cursor, CursorChange::Created, {}, {}, context, std::move(answer));
}

void CursorBook::create(const Cursor &cursor,
                        CursorChange change,
                        const QString &how,
                        const QString &reason,
                        QObject *context,
                        Answer answer)
{
    d->run(cursor.environmentId,
           true,
           Private::ordered([cursor, change, how, reason](CursorStores &stores) {
               return stores.cursors.create(cursor, change, how, reason);
           }),
           {context, std::move(answer)});
}

void CursorBook::edit(const Cursor &cursor, QObject *context, Answer answer)
{
    d->run(cursor.environmentId,
           false,
           Private::ordered([cursor](CursorStores &stores) { return stores.cursors.edit(cursor); }),
           {context, std::move(answer)});
}

void CursorBook::apply(const MovePlan &plan, const QString &reason, QObject *context, Answer answer)
{
    d->run(plan.cursor.environmentId,
           true,
           Private::ordered(
               [plan, reason](CursorStores &stores) { return stores.cursors.apply(plan, reason); }),
           {context, std::move(answer)});
}

void CursorBook::remove(const Cursor &cursor, QObject *context, Answer answer)
{
    d->run(cursor.environmentId,
           false,
           Private::ordered(
               [cursor](CursorStores &stores) { return stores.cursors.remove(cursor); }),
           {context, std::move(answer)});
}

void CursorBook::undo()
{
    d->run(d->environmentId, true, Private::ordered([id = d->environmentId](CursorStores &stores) {
               return stores.cursors.undo(id, stores.known);
           }));
}

void CursorBook::redo()
{
    d->run(d->environmentId, true, Private::ordered([id = d->environmentId](CursorStores &stores) {
               return stores.cursors.redo(id, stores.known);
           }));
}

void CursorBook::savePlace(const SavedPlace &place, QObject *context, Answer answer)
{
    d->run(place.environmentId,
           true,
           Private::saved([place](SavedPlaceStore &store) { return store.save(place); }),
           {context, std::move(answer)});
}

void CursorBook::renamePlace(const SavedPlace &place,
                             const QString &name,
                             QObject *context,
                             Answer answer)
{
    d->run(place.environmentId,
           false,
           Private::saved(
               [place, name](SavedPlaceStore &store) { return store.rename(place, name); }),
           {context, std::move(answer)});
}

void CursorBook::removePlace(const SavedPlace &place, QObject *context, Answer answer)
{
    d->run(place.environmentId,
           false,
           [place](CursorStores &stores) -> Result<CursorOutcome> {
               const Status removed = stores.places.remove(place);
               return removed ? Result<CursorOutcome>(CursorOutcome{{}, {}, place})
                              : tl::unexpected<Error>(removed.error());
           },
           {context, std::move(answer)});
}

void CursorBook::requestHistory(qint64 cursorId)
{
    using History = QList<CursorHistoryEntry>;
    d->worker.run<History>(
        this,
        [cursorId, &clock = d->clock](Database &database) -> Result<History> {
            Result<CursorStore> store = CursorStore::open(database, clock);
            return store ? store->history(cursorId) : tl::unexpected<Error>(store.error());
        },
        [this, cursorId](const Result<History> &history) {
            if (history) {
                emit historyReady(cursorId, *history);
            } else {
                emit failed(history.error());
            }
        });
}

} // namespace playhead
