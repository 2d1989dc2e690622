// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorwarning.h"

#include "model/api/margins.h"
#include "model/core/ulid.h"

#include <QCoreApplication>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CursorWarning)
};

using Kind = CursorWarning::Kind;

bool isWebhookSpelling(const EventId &id)
{
    return id.value.startsWith("wh_") || id.value.startsWith("evt_");
}

QList<CursorWarning> warningsOf(const AfterEvent &after,
                                const EventSnapshot &events,
                                std::optional<Instant> now)
{
    QList<CursorWarning> warnings;
    const std::optional<EventRow> row = events.find(after.id);
    if (!row) {
        const Kind kind = isWebhookSpelling(after.id) ? Kind::WebhookId : Kind::NotStored;
        warnings.append({kind, after.id, {}});
    }
    if (!now) {
        return warnings;
    }
    // Of an id that only a webhook has told, the id's own time is all there is.
    const Instant createdAt = row ? events.createdAt(*row)
                                  : ulidTime(after.id.value).value_or(after.createdAt);
    if (*now - createdAt < kSettleMargin) {
        warnings.append({Kind::TooYoung, after.id, std::max(*now - createdAt, Duration::zero())});
    }
    return warnings;
}

qint64 wholeSeconds(Duration duration)
{
    return std::chrono::floor<std::chrono::seconds>(duration).count();
}

} // namespace

QList<CursorWarning> warningsOf(const CursorPosition &position,
                                const EventSnapshot &events,
                                std::optional<Instant> now)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return warningsOf(*after, events, now);
    }
    if (now && positionTime(position) > *now) {
        return {{Kind::InFuture, {}, {}}};
    }
    return {};
}

QList<CursorWarning> warningsOf(const Cursor &cursor,
                                const EventSnapshot &events,
                                std::optional<Instant> now)
{
    QList<CursorWarning> warnings = warningsOf(cursor.position, events, now);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    const bool isSaidAlready = std::any_of(warnings.cbegin(),
                                           warnings.cend(),
                                           [](const CursorWarning &warning) {
                                               return warning.kind == Kind::TooYoung;
                                           });
    // Of the demo and captures, nothing was held back then either.
    if (now && after != nullptr && !isSaidAlready && cursor.placedAt != Instant{}) {
        const Duration age = cursor.placedAt - after->createdAt;
        if (age >= Duration::zero() && age < kSettleMargin) {
            warnings.append({Kind::SetTooYoung, after->id, age});
        }
    }
    return warnings;
}

QString textOf(const CursorWarning &warning)
{
    const qint64 settled = wholeSeconds(kSettleMargin);
    const qint64 age = wholeSeconds(warning.age);
    switch (warning.kind) {
    case Kind::TooYoung:
        return Text::
            tr("The event is only %1 s old. WorkOS hides new events for a few seconds, so an older one can still "
               "appear before it, and this cursor would skip it. Wait until it is %2 s old, or take an older event.")
                .arg(age)
                .arg(settled);
    case Kind::SetTooYoung:
        return Text::
            tr("The cursor was set on an event that was only %1 s old then. WorkOS hides new events for a few "
               "seconds, so an older one may have appeared before it afterwards. Audit it again, or rewind it by a "
               "few minutes.")
                .arg(age);
    case Kind::NotStored:
        return Text::
            tr("%1 was never read from the Events API here. If a webhook told it, older events may not be visible "
               "yet, and this cursor would skip them. Fetch the time around it first.")
                .arg(warning.id.toString());
    case Kind::WebhookId:
        return Text::
            tr("%1 is spelled like the id of a webhook, not of an event in the list, so the Events API may not know "
               "it. Take the event_… id of an event that was fetched.")
                .arg(warning.id.toString());
    case Kind::InFuture:
        return Text::tr(
            "This time has not come yet: all events until then would be skipped. Take a time that is past.");
    }
    return {};
}

} // namespace playhead
