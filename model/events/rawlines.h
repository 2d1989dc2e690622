// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <span>
#include <vector>

namespace playhead {

class TextMatcher;

/// Bytes of some rows behind each other, as TextMatcher reads them.
struct LineBlock
{
    size_t first = 0; ///< The place of the first of the rows.
    QByteArrayView bytes;
    std::vector<quint32> ends;
};

/// Takes rows in stretches whose bytes lie behind each other, of about a megabyte. One thread.
class LineBlocks
{
public:
    LineBlocks(const EventSnapshot &events, std::span<const EventRow> rows)
        : m_events(events)
        , m_rows(rows)
    {}
    /// The next stretch; nullptr behind the last row. Valid until the next call.
    const LineBlock *next();

private:
    const EventSnapshot &m_events;
    std::span<const EventRow> m_rows;
    LineBlock m_block;
};

/// Those of the rows whose bytes hold the needle, in their order.
std::vector<EventRow> rowsWith(TextMatcher &matcher,
                               const EventSnapshot &events,
                               const std::vector<EventRow> &rows);

} // namespace playhead
