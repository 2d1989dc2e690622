// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>

#include <optional>
#include <tl/expected.hpp>
#include <vector>

namespace playhead {

/// One entry of a 422's `errors`.
struct FieldError
{
    QByteArray code; ///< `required`, `invalid`
    QByteArray field; ///< The parameter's name.
    QByteArray detail; ///< What is wrong, as a sentence for people.
};

/// An answer that refuses, as it goes over the wire.
struct Refusal
{
    int status = 400;
    QByteArray body;
    QByteArray message; ///< The same for people, for the request log.

    /// `{"message":…}`
    static Refusal withMessage(int status, QByteArrayView message);
    /// 422: `{"message":"Validation failed.","errors":[{"code":…,"field":…,"message":…}]}`. The API description knows code and
    /// field alone and forbids no more; `message` is the detail. `required` needs none and is spelled as the description does.
    static Refusal invalid(const std::vector<FieldError> &errors);
    /// 401
    static Refusal unauthorized();
};

/// `asc`: oldest first. `desc`: newest first, `after` walks to older events. `normal`: newest first too, but `after`
/// walks to newer events and `before` to older ones (API description, parameter order).
enum class ServedOrder {
    Ascending,
    Descending,
    Normal
};

/// The parameters of one `GET /events`. An empty value counts as absent, as SDKs send it for an empty list.
struct EventsRequest
{
    std::vector<QByteArray> types; ///< Empty = all.
    qsizetype limit = 10;
    ServedOrder order = ServedOrder::Ascending; ///< What the live API does when none is named.
    QByteArray after;
    QByteArray before;
    std::optional<Instant> rangeStart;
    std::optional<Instant> rangeEnd;
    QByteArray organizationId;
};

/// Reads the target of a request as it stands on the request line, because every SDK spells `events` in its own way:
/// `a,b`, `a%2Cb`, repeated, `events[]=`, `events%5B%5D=`, `events[0]=`, also mixed; doubled names and spaces around
/// them don't count. Of any other parameter that is repeated the last value counts, and the others are not even judged:
/// who appends `&after=…` to a ready address means the later one. Parameters that are not documented are ignored, as servers
/// do. What is wrong by itself (limit, order, dates) is told in one 422, whatever the events are.
tl::expected<EventsRequest, Refusal> parseEventsRequest(QByteArrayView target);

/// `after=event_…`, `before=event_…`, or both with `&` between them; empty without a cursor.
QByteArray spelledCursor(const QByteArray &after, const QByteArray &before);

/// The same of a target that is refused, whatever is wrong with it.
QByteArray askedCursor(QByteArrayView target);

} // namespace playhead
