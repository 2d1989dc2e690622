// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventfeed.h"
#include "model/cursors/rewind.h"
#include "model/events/typecatalogue.h"
#include "model/server/localeventsapi.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <vector>

namespace playhead {

/// A clock that a test sets; any thread.
class SetClock : public Clock
{
public:
    explicit SetClock(Instant at)
        : m_us(toUs(at))
    {}
    Instant now() const override { return instantFromUs(m_us); }
    void set(Instant at) { m_us = toUs(at); }

private:
    std::atomic<qint64> m_us;
};

/// An event that a local Events API serves.
struct PlannedEvent
{
    QByteArray id; ///< event_ and a ULID of its time.
    Instant createdAt{};
    QByteArray type;
    QByteArray organization;
    QByteArray object; ///< Id of its directory user.
    std::optional<Instant> updatedAt;
};

/// `count` events with random steps of 0 to `longestStep` ms, the first at `first`; types, organizations and some twenty
/// objects by chance. The same for the same seed.
std::vector<PlannedEvent> randomEvents(quint32 seed, int count, Instant first, int longestStep);

/// A local Events API with these events, and a feed on it; both have the same clock.
class ServedStage
{
public:
    explicit ServedStage(const std::vector<PlannedEvent> &events, const FaultPlan &faults = {});

    bool open(int windows = 1); ///< Waits until the store is open; false when anything is wrong.
    /// Reads until the clock's now, and waits for the end.
    bool fetch(const Cursor &cursor, Instant since, bool skipCovered = true);
    bool follow(const Cursor &cursor); ///< Waits until a tail was at the end once; it is stopped.
    RewindGround ground(const Cursor &cursor) const;
    bool isStored(const QByteArray &id) const;

    std::vector<PlannedEvent> planned; ///< In stream order.
    const TypeCatalogue catalogue = *TypeCatalogue::load();
    std::shared_ptr<SetClock> clock;
    QTemporaryDir folder;
    std::unique_ptr<LocalEventsApi> api;
    FeedTarget target; ///< Before open().
    std::unique_ptr<EventFeed> feed;
};

/// Whether an event is of the cursor's types and organization.
bool isOwn(const PlannedEvent &event, const Cursor &cursor);

} // namespace playhead
