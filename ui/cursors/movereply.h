// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <functional>
#include <optional>
#include <utility>

namespace playhead {

/// What is known of a move. While something is read for it, and whenever the stored events change, a better one follows.
struct MoveReply
{
    MoveReply() = default;
    MoveReply(const MovePlan
                  &is) // NOLINT(google-explicit-constructor): most replies need no further word
        : plan(is)
    {}
    MoveReply(const Result<MovePlan> &is) // NOLINT(google-explicit-constructor): likewise
        : plan(is ? std::optional(*is) : std::nullopt)
        , error(is ? std::nullopt : std::optional(is.error()))
    {}

    std::optional<MovePlan> plan; ///< Empty when there is an error, or nothing is known yet.
    std::optional<Error> error; ///< Why the way leads nowhere.
    std::optional<quint64> read; ///< Something is being read for it: events that count so far.
    /// Why a part could not be read, for people; the plan is then "at least".
    QString unreadBecause;
    /// false: what a careful consumer does (MovePlan::expected) is still being worked out.
    bool isLast = true;
};

struct MoveInquiry
{
    MoveTarget target;
    bool mayRead =
        true; ///< false: only what is stored shall count; what is being read for it stops.
};

/// Works out a move elsewhere and answers on the window's thread, at once or later, and again as MoveReply says, until the
/// next question. An answer that comes after a newer question is dropped by who asked.
using MoveReader =
    std::function<void(const MoveInquiry &question, std::function<void(const MoveReply &)> answer)>;

} // namespace playhead
