// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"
#include "model/events/eventsnapshot.h"

#include <optional>

namespace playhead {

/// Why a place may lie after an event that was not visible yet, which a consumer would then never see: WorkOS holds new
/// events back for a few seconds, while their webhooks are on the way (api/events-api.md, section 4).
struct CursorWarning
{
    enum class Kind {
        TooYoung, ///< The event is younger than the hold-back now.
        SetTooYoung, ///< It was when the cursor was set on it.
        NotStored, ///< The id was never seen in the Events API; it may come from a webhook.
        WebhookId, ///< Likewise, and it is spelled as the ids of webhooks are.
        InFuture ///< A time that has not come yet: what is skipped until then is never seen.
    };
    Kind kind = Kind::TooYoung;
    EventId id; ///< The cursor's; empty for InFuture.
    Duration age{}; ///< TooYoung, SetTooYoung: of the event, then.

    bool operator==(const CursorWarning &) const = default;
};

/// What is doubtful about a place where a cursor is to be set. `now` is the server's; empty = nothing is held back (the
/// demo and captures, which stand still). Any thread; quick.
QList<CursorWarning> warningsOf(const CursorPosition &position,
                                const EventSnapshot &events,
                                std::optional<Instant> now);
/// The same of a cursor that is set, and how it was set.
QList<CursorWarning> warningsOf(const Cursor &cursor,
                                const EventSnapshot &events,
                                std::optional<Instant> now);

/// One line: what, why, what to do.
QString textOf(const CursorWarning &warning);

} // namespace playhead
