// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook.h"

#include "model/storage/databaseworker.h"

#include <QPointer>

#include <algorithm>

namespace playhead {

namespace {

/// What is stored for one environment.
struct Stored
{
    QList<Cursor> cursors;
    CursorStore::UndoState undo;
};

Result<Stored> read(CursorStore &store, qint64 environmentId)
{
    Result<QList<Cursor>> cursors = store.cursors(environmentId);
    const Result<CursorStore::UndoState> undo = store.undoState(environmentId);
    if (!cursors || !undo) {
        return tl::unexpected<Error>(cursors ? undo.error() : cursors.error());
    }
    return Stored{std::move(*cursors), *undo};
}

/// What a change did, and what is stored after it, whether it succeeded or not.
struct Changed
{
    Status status;
    std::optional<CursorHistoryEntry> entry; ///< Empty when nothing was written.
    Result<Stored> stored;
};

/// The entry that a change wrote for this version of the cursor.
std::optional<CursorHistoryEntry> entryOf(CursorStore &store, const Cursor &cursor)
{
    const Result<QList<CursorHistoryEntry>> history = store.history(cursor.id);
    if (!history) {
        return std::nullopt;
    }
    const auto found = std::find_if(history->cbegin(),
                                    history->cend(),
                                    [&cursor](const CursorHistoryEntry &entry) {
                                        return entry.after.version == cursor.version;
                                    });
    return found == history->cend() ? std::nullopt : std::optional(*found);
}

} // namespace

struct CursorBook::Private
{
    using Change = std::function<Result<std::optional<CursorHistoryEntry>>(CursorStore &)>;
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
    {}

    CursorBook &book;
    DatabaseWorker &worker;
    const Clock &clock;
    std::function<Status()> beforeCommit;
    qint64 environmentId = 0;
    QList<Cursor> cursors;
    bool isLoaded = false;
    CursorStore::UndoState undo;

    /// Work for the worker: `work` on a store of its own.
    template<typename T>
    std::function<Result<T>(Database &)> onStore(std::function<Result<T>(CursorStore &)> work) const
    {
        return [&moment = clock, work = std::move(work)](Database &database) -> Result<T> {
            Result<CursorStore> store = CursorStore::open(database, moment);
            return store ? work(*store) : Result<T>(tl::unexpected<Error>(store.error()));
        };
    }

    void take(qint64 environment, const Result<Stored> &stored)
    {
        if (environment != environmentId) {
            return; // another environment was chosen meanwhile
        }
        if (!stored) {
            emit book.failed(stored.error());
            return;
        }
        cursors = stored->cursors;
        isLoaded = true;
        undo = stored->undo;
        emit book.changed();
    }

    void load()
    {
        worker.run<Stored>(&book,
                           onStore<Stored>([environment = environmentId](CursorStore &store) {
                               return read(store, environment);
                           }),
                           [this, environment = environmentId](const Result<Stored> &stored) {
                               take(environment, stored);
                           });
    }

    /// Runs `change` on the worker, after the events that it may name are on the disk (`namesEvents`), and tells.
    void run(qint64 environment, bool namesEvents, Change change, Asker asker = {})
    {
        worker.run<Changed>(&book,
                            onStore<Changed>([environment,
                                              sync = namesEvents ? beforeCommit : nullptr,
                                              change = std::move(change)](
                                                 CursorStore &store) -> Result<Changed> {
                                const Status synced = sync ? sync() : Status();
                                auto entry = synced ? change(store)
                                                    : Result<std::optional<CursorHistoryEntry>>(
                                                        tl::unexpected<Error>(synced.error()));
                                if (!entry) {
                                    return Changed{tl::unexpected<Error>(entry.error()),
                                                   {},
                                                   read(store, environment)};
                                }
                                return Changed{{}, std::move(*entry), read(store, environment)};
                            }),
                            [this, environment, asker = std::move(asker)](
                                const Result<Changed> &result) {
                                if (!result) {
                                    end(tl::unexpected<Error>(result.error()), asker);
                                    return;
                                }
                                tell(environment, *result, asker);
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

    void tell(qint64 environment, const Changed &result, const Asker &asker)
    {
        take(environment, result.stored);
        end(result.status, asker);
        if (!result.status) {
            return;
        }
        if (environment != environmentId || !result.entry || result.entry->isGone) {
            return;
        }
        const CursorHistoryEntry &entry = *result.entry;
        if (isCreation(entry)) {
            emit book.created(entry.after);
        } else if (entry.before.position != entry.after.position) {
            emit book.moved(entry.after, entry);
        }
    }

    /// A change that gives the cursor as it is now.
    template<typename Work>
    static Change written(Work work)
    {
        return [work](CursorStore &store) -> Result<std::optional<CursorHistoryEntry>> {
            const Result<Cursor> cursor = work(store);
            if (!cursor) {
                return tl::unexpected<Error>(cursor.error());
            }
            return entryOf(store, *cursor);
        };
    }
};

CursorBook::CursorBook(DatabaseWorker &worker, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, worker, clock))
{}

CursorBook::~CursorBook() = default;

void CursorBook::setEnvironment(qint64 environmentId)
{
    d->environmentId = environmentId;
    d->cursors.clear();
    d->isLoaded = false;
    d->undo = {};
    emit changed();
    if (environmentId != 0) {
        d->load();
    }
}

void CursorBook::setBeforeCommit(std::function<Status()> syncEvents)
{
    d->beforeCommit = std::move(syncEvents);
}

const QList<Cursor> &CursorBook::cursors() const
{
    return d->cursors;
}

bool CursorBook::isLoaded() const
{
    return d->isLoaded;
}

std::optional<Cursor> CursorBook::cursor(qint64 id) const
{
    const auto found = std::find_if(d->cursors.cbegin(),
                                    d->cursors.cend(),
                                    [id](const Cursor &cursor) { return cursor.id == id; });
    return found == d->cursors.cend() ? std::nullopt : std::optional(*found);
}

bool CursorBook::canUndo() const
{
    return d->undo.undo.has_value();
}

bool CursorBook::canRedo() const
{
    return d->undo.redo.has_value();
}

void CursorBook::create(const Cursor &cursor, QObject *context, Answer answer)
{
    d->run(cursor.environmentId,
           true,
           Private::written([cursor](CursorStore &store) { return store.create(cursor); }),
           {context, std::move(answer)});
}

void CursorBook::edit(const Cursor &cursor, QObject *context, Answer answer)
{
    d->run(cursor.environmentId,
           false,
           Private::written([cursor](CursorStore &store) { return store.edit(cursor); }),
           {context, std::move(answer)});
}

void CursorBook::apply(const MovePlan &plan, const QString &reason)
{
    d->run(plan.cursor.environmentId,
           true,
           [plan, reason](CursorStore &store) -> Result<std::optional<CursorHistoryEntry>> {
               const Result<Cursor> cursor = store.apply(plan, reason);
               if (!cursor) {
                   return tl::unexpected<Error>(cursor.error());
               }
               // Without a difference nothing was written.
               return cursor->version == plan.cursor.version ? std::nullopt
                                                             : entryOf(store, *cursor);
           });
}

void CursorBook::remove(const Cursor &cursor)
{
    d->run(cursor.environmentId,
           false,
           [cursor](CursorStore &store) -> Result<std::optional<CursorHistoryEntry>> {
               const Status removed = store.remove(cursor);
               if (!removed) {
                   return tl::unexpected<Error>(removed.error());
               }
               return std::nullopt;
           });
}

void CursorBook::undo()
{
    d->run(d->environmentId,
           true,
           [id = d->environmentId](CursorStore &store)
               -> Result<std::optional<CursorHistoryEntry>> { return store.undo(id); });
}

void CursorBook::redo()
{
    d->run(d->environmentId,
           true,
           [id = d->environmentId](CursorStore &store)
               -> Result<std::optional<CursorHistoryEntry>> { return store.redo(id); });
}

void CursorBook::requestHistory(qint64 cursorId)
{
    using History = QList<CursorHistoryEntry>;
    d->worker.run<History>(this,
                           d->onStore<History>(
                               [cursorId](CursorStore &store) { return store.history(cursorId); }),
                           [this, cursorId](const Result<History> &history) {
                               if (history) {
                                   emit historyReady(cursorId, *history);
                               } else {
                                   emit failed(history.error());
                               }
                           });
}

} // namespace playhead
