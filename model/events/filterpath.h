// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/filterexpression.h"

#include <functional>

namespace playhead {

/// A path as it is written in a filter.
struct WrittenPath
{
    FilterField field = FilterField::Data; ///< Data, Context or Prev.
    FilterPath path; ///< Not empty.
};

/// Reads `data.groups[].name`, `data.list[2]`, `data["a key"]` (for keys that are no words). The error's position counts
/// from the beginning of `text`. Any thread.
struct PathResult
{
    std::optional<WrittenPath> path; ///< Empty: see `error`.
    FilterError error;
};
PathResult parseFilterPath(QStringView text);

/// As parseFilterPath() reads it.
QString filterPathText(FilterField field, const FilterPath &path);

/// Visits every value that the path leads to from `from`, in the order of the text, until `visit` returns true. Returns
/// whether it did. A missing step leads nowhere.
bool anyValueAt(JsonValue from,
                const FilterPath &path,
                const std::function<bool(JsonValue value)> &visit);

/// As anyValueAt() from the places where `field` begins in an event: `data`, `context`; for Prev what the event tells of
/// previous values: in its data, or in its context (there in parts, `data` and `context`, for flags).
bool anyValueOf(JsonValue event,
                FilterField field,
                const FilterPath &path,
                const std::function<bool(JsonValue value)> &visit);

} // namespace playhead
