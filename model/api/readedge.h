// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <algorithm>
#include <optional>

namespace playhead {

/// Up to where pages that follow one another leave nothing out, although the server hides events for a while after they
/// happened. An event that was hidden when its place was read stands before the cursor for good: a later answer, however much
/// later, does not bring it. So the edge stays where it was as soon as the reading has gone beyond it.
class ReadEdge
{
public:
    /// Events are hidden for no longer than `margin`.
    explicit ReadEdge(Duration margin)
        : m_margin(margin)
    {}

    /// A page that was answered at `serverNow` begins behind `from`.
    void take(Instant from, Instant serverNow)
    {
        if (!m_until || from < *m_until) {
            m_until = serverNow - m_margin;
        }
    }

    /// Exclusive; the first instant of all before the first page.
    Instant until() const { return m_until.value_or(Instant::min()); }

private:
    Duration m_margin;
    std::optional<Instant> m_until;
};

} // namespace playhead
