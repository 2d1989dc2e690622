// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QString>

#include <algorithm>

namespace playhead {

/// A time as given on the command line: a moment (ISO 8601, UTC without a zone), or a span before now (`24h`, `7d`).
/// Kept unresolved, because the same words name the same read although "now" goes on (semantics 17).
struct TimeArgument
{
    Instant moment{}; ///< Counts when `back` is zero.
    Duration back{};

    bool isRelative() const { return back != Duration::zero(); }
    /// Never before 1970: nothing is older, and every server can read such a time.
    Instant at(Instant now) const
    {
        return std::max(Instant{}, isRelative() ? now - back : moment);
    }
    /// Equal for equal meanings: `7d` and `168h`.
    QByteArray canonical() const;
    bool operator==(const TimeArgument &) const = default;
};

/// WrongUsage names `option` and what it takes.
Result<TimeArgument> parseTimeArgument(const QString &option, const QString &text);

} // namespace playhead
