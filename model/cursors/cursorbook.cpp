// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"

#include "model/core/logging.h"
#include "model/cursors/cursorreading.h"
#include "model/storage/databaseworker.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace playhead {

struct CursorBook::Private
{
    /// Who wants to hear how an order ended, if anybody.
    struct Asker
    {
        QPointer<QObject> context;
        Answer answer;
    };

    Private(CursorBook &ownBook, DatabaseWorker &ownWorker, const Clock &ownClock)
        : book(ownBook)
        , worker(ownWorker)
        , clock(ownClock)
        , reading(std::make_shared<CursorReading>(ownClock))
    {}

    CursorBook &book;
    DatabaseWorker &worker;
    const Clock &clock;
    std::shared_ptr<CursorReading> reading; ///< Used on the worker only.
    std::function<Status()> beforeCommit;
    qint64 environmentId = 0;
    bool isLoaded = false;
    CursorShelf shelf;
    QTimer lookTimer;
    bool isLooking = false;

    void take(qint64 environment, const Result<CursorShelf> &stored)
    {
        if (environment != environmentId) {
            return; // another environment was chosen meanwhile
        }
        if (!stored) {
            emit book.failed(stored.error());
            return;
        }
        shelf = *stored;
        isLoaded = true;
        emit book.changed();
        if (!stored->foreign.isEmpty()) {
            emit book.changedElsewhere(stored->foreign);
        }
    }

    void load()
    {
        worker.run<CursorShelf>(
            &book,
            [reading = reading, environment = environmentId](Database &database) {
                return reading->load(database, environment);
            },
            [this, environment = environmentId](const Result<CursorShelf> &stored) {
                take(environment, stored);
            });
    }

    void look()
    {
        if (isLooking) {
            return; // the worker is busy
        }
        isLooking = true;
        using Seen = std::optional<CursorShelf>;
        worker.run<Seen>(
            &book,
            [reading = reading, environment = environmentId](Database &database) {
                return reading->look(database, environment);
            },
            [this, environment = environmentId](const Result<Seen> &seen) {
                isLooking = false;
                if (!seen) {
                    // Nobody asked for it; an order that meets the same tells it.
                    qCInfo(lcCursors, "looking for changes: %s", qPrintable(seen.error().detail));
                } else if (*seen) {
                    take(environment, **seen);
                }
            });
    }

    /// Runs `order` on the worker, after the events that it may name are on the disk (`namesEvents`), and tells.
    void run(qint64 environment, bool namesEvents, CursorOrder order, Asker asker = {})
    {
        auto work = [environment,
                     sync = namesEvents ? beforeCommit : nullptr,
                     order = std::move(order),
                     reading = reading,
                     seen = shelf.newestEntry](Database &database) {
            const auto synced = [&sync, &order](CursorStores &stores) -> Result<CursorOutcome> {
                const Status status = sync ? sync() : Status();
                return status ? order(stores) : tl::unexpected<Error>(status.error());
            };
            return reading->change(database, environment, seen, synced);
        };
        worker.run<CursorAnswer>(&book,
                                 std::move(work),
                                 [this, environment, asker = std::move(asker)](
                                     const Result<CursorAnswer> &answer) {
                                     if (!answer) {
                                         end(tl::unexpected<Error>(answer.error()), asker);
                                         return;
                                     }
                                     tell(environment, *answer, asker);
                                 });
    }

    void end(const Status &status, const Asker &asker) const
    {
        if (asker.context) {
            asker.answer(status);
        } else if (!status) {
            emit book.failed(status.error());
        }
    }

    void tell(qint64 environment, const CursorAnswer &answer, const Asker &asker)
    {
        take(environment, answer.shelf);
        if (!answer.outcome) {
            end(tl::unexpected<Error>(answer.outcome.error()), asker);
            return;
        }
        end({}, asker);
        if (environment != environmentId) {
            return;
        }
        if (answer.outcome->savedPlace) {
            emit book.placeSaved(*answer.outcome->savedPlace);
        }
        if (answer.outcome->removedPlace) {
            emit book.placeRemoved(*answer.outcome->removedPlace);
        }
        const std::optional<CursorHistoryEntry> &entry = answer.outcome->entry;
        if (!entry || entry->isGone) {
            return;
        }
        if (isCreation(*entry)) {
            emit book.created(entry->after);
        } else if (entry->before.position != entry->after.position) {
            emit book.moved(entry->after, *entry);
        }
    }

    /// An order that the store answers with a value of no further use, or a Status.
    template<typename Work>
    static CursorOrder ordered(Work work)
    {
        return [work](CursorStores &stores) -> Result<CursorOutcome> {
            const auto done = work(stores);
            return done ? Result<CursorOutcome>(CursorOutcome())
                        : tl::unexpected<Error>(done.error());
        };
    }

    /// An order that gives a saved place.
    template<typename Work>
    static CursorOrder saved(Work work)
    {
        return [work](CursorStores &stores) -> Result<CursorOutcome> {
            const Result<SavedPlace> place = work(stores.places);
            if (!place) {
                return tl::unexpected<Error>(place.error());
            }
            return CursorOutcome{{}, *place, {}};
        };
    }
};

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

void CursorBook::remove(const Cursor &cursor)
{
    d->run(cursor.environmentId, false, Private::ordered([cursor](CursorStores &stores) {
               return stores.cursors.remove(cursor);
           }));
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

void CursorBook::removePlace(const SavedPlace &place)
{
    d->run(place.environmentId, false, [place](CursorStores &stores) -> Result<CursorOutcome> {
        const Status removed = stores.places.remove(place);
        return removed ? Result<CursorOutcome>(CursorOutcome{{}, {}, place})
                       : tl::unexpected<Error>(removed.error());
    });
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
