// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturefile.h"
#include "model/events/eventfields.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace playhead {

/// A line of a capture that is no event, and why.
struct LineLeftOut
{
    quint64 line = 0; ///< From 1.
    QString reason; ///< For people, one sentence.

    bool operator==(const LineLeftOut &) const = default;
};

/// What readCapture() found beside the events that it handed over.
struct CaptureContent
{
    quint64 events = 0;
    quint64 leftOut =
        0; ///< Lines (elements of an array) that are no event. Empty lines do not count.
    std::vector<LineLeftOut> firstLeftOut; ///< The first hundred of them.
};

/// Receives each event: its bytes, which lie in the file, and its fields.
using CaptureVisit = std::function<void(QByteArrayView event, const EventFields &fields)>;

/// Reads a capture from its first event to its last and parses each once. A capture is NDJSON (line ends LF or CRLF, none
/// needed after the last line, an UTF-8 byte order mark allowed) or, when it begins with `[`, one JSON array as
/// writeCapture() makes it, of at most 256 MiB. Lines that are no event are left out and told.
/// Malformed when there is not one event, when the array is broken or too large; Unreadable when the file was changed meanwhile;
/// Cancelled. Messages name the file. Any thread.
Result<CaptureContent> readCapture(const CaptureFile &file,
                                   const TypeCatalogue &catalogue,
                                   const CaptureVisit &visit,
                                   std::stop_token stop = {});

} // namespace playhead
