// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventstore.h"

#include "model/core/logging.h"
#include "model/events/storedevents.h"

#include <QAbstractEventDispatcher>
#include <QTimer>

namespace playhead {

struct EventStore::Private
{
    StoredEvents events;
    QTimer syncTimer;

    void syncIfDue()
    {
        if (events.isSyncDue()) {
            if (const Status status = events.sync(); !status) {
                // Who depends on it calls sync() and gets the error.
                qCWarning(lcEvents) << status.error().detail;
            }
        }
    }
};

EventStore::EventStore() = default;

EventStore::~EventStore()
{
    if (const Status status = d->events.sync(); !status) {
        qCWarning(lcEvents) << status.error().detail;
    }
}

Result<std::unique_ptr<EventStore>> EventStore::open(const QString &folder,
                                                     const TypeCatalogue &catalogue,
                                                     Access access)
{
    std::unique_ptr<EventStore> store(new EventStore); // its constructor is private
    store->d.reset(new Private{StoredEvents(folder, catalogue, access), QTimer()});
    if (const Status status = store->d->events.open(); !status) {
        return tl::unexpected(status.error());
    }
    QTimer &timer = store->d->syncTimer;
    timer.setSingleShot(true);
    timer.setInterval(std::chrono::seconds(1));
    connect(&timer, &QTimer::timeout, store.get(), [store = store.get()] {
        store->d->syncIfDue();
    });
    return store;
}

Result<AppendOutcome> EventStore::append(std::span<const DecodedEvent> page,
                                         const OrganizationId &readOrganization)
{
    auto outcome = d->events.append(page, readOrganization.value);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    d->syncIfDue();
    // Without an event loop (a verb, a test) the next append or the end does it.
    if (d->events.hasUnsynced() && !d->syncTimer.isActive()
        && QAbstractEventDispatcher::instance() != nullptr) {
        d->syncTimer.start();
    }
    if (outcome->assigned > 0) {
        emit rowsMarked(outcome->assigned);
    }
    if (outcome->page.added > 0) {
        emit rowsAppended(outcome->page.firstNew, outcome->page.added);
    }
    return std::move(outcome->page);
}

void EventStore::markReceivedAgain(EventRow row)
{
    const auto marked = d->events.mark(row, EventFlag::ReceivedAgain);
    if (!marked) {
        qCWarning(lcEvents) << marked.error().detail;
    } else if (*marked) {
        emit rowsMarked(1);
    }
}

void EventStore::markOutOfOrder(EventRow row)
{
    const auto marked = d->events.mark(row, EventFlag::OutOfOrder);
    if (!marked) {
        qCWarning(lcEvents) << marked.error().detail;
    } else if (*marked) {
        emit rowsMarked(1);
    }
}

Status EventStore::sync()
{
    return d->events.sync();
}

EventSnapshot EventStore::snapshot() const
{
    return EventSnapshot(d->events.data());
}

const QString &EventStore::folder() const
{
    return d->events.folder();
}

} // namespace playhead
