// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/pagerequest.h"
#include "model/cursors/cursor.h"

#include <QUrl>

namespace playhead {

/// How a cursor's place can be handed to another program.
enum class HandOver {
    Place, ///< `after=event_…` or `range_start=…`, to be read.
    Parameters, ///< The same with `events` and `organization_id`, encoded as in the address of a request.
    Curl,
    JavaScript,
    Ruby,
    Python,
    Go,
    Json ///< One object.
};
constexpr HandOver kHandOvers[] = {HandOver::Place,
                                   HandOver::Parameters,
                                   HandOver::Curl,
                                   HandOver::JavaScript,
                                   HandOver::Ruby,
                                   HandOver::Python,
                                   HandOver::Go,
                                   HandOver::Json};

/// Where the cursor's events are.
struct HandOverFrom
{
    QString environment; ///< Its name; told in the JSON.
    QUrl
        baseUrl; ///< Of the environment, or of the local Events API that serves the demo or a capture.
    Instant
        now{}; ///< A first read from a time further back is bounded to what one request may cover (semantics 5).
};

/// The first read that a consumer at this cursor sends: after its event or from its time, never both, in its types and
/// organization, oldest first.
PageRequest firstRequest(const Cursor &cursor, Instant now);

/// Text for the clipboard or standard output, without a break at its end. The key stands in it as the name of its variable
/// only. Any thread.
QString handOver(const Cursor &cursor, HandOver form, const HandOverFrom &from);

} // namespace playhead
