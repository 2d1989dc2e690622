// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/logging.h"
#include "model/cursors/cursorbook.h"
#include "model/cursors/cursorreading.h"
#include "model/storage/databaseworker.h"

#include <QPointer>
#include <QTimer>

namespace playhead {

/// The inside of a CursorBook, for its own files.
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

} // namespace playhead
