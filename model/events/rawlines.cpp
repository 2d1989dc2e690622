// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/rawlines.h"

#include "model/events/textmatcher.h"

namespace playhead {

namespace {

constexpr qsizetype kBlockBytes = 1 << 20;

} // namespace

const LineBlock *LineBlocks::next()
{
    const size_t first = m_block.first + m_block.ends.size();
    m_block.first = first;
    m_block.ends.clear();
    if (first >= m_rows.size()) {
        return nullptr;
    }
    const EventRow row = m_rows[first];
    qsizetype size = m_events.rawSize(row);
    m_block.ends.push_back(static_cast<quint32>(size));
    quint32 count = 1;
    while (size < kBlockBytes && first + count < m_rows.size()
           && m_rows[first + count] == row + count) {
        size += 1 + m_events.rawSize(row + count);
        m_block.ends.push_back(static_cast<quint32>(size));
        ++count;
    }
    const RawRun run = m_events.rawFrom(row, count);
    m_block.ends.resize(run.count);
    m_block.bytes = run.bytes.first(m_block.ends.back());
    return &m_block;
}

std::vector<EventRow> rowsWith(TextMatcher &matcher,
                               const EventSnapshot &events,
                               const std::vector<EventRow> &rows)
{
    std::vector<EventRow> found;
    LineBlocks blocks(events, rows);
    while (const LineBlock *block = blocks.next()) {
        for (const quint32 line : matcher.find(block->bytes, block->ends)) {
            found.push_back(rows[block->first + line]);
        }
    }
    return found;
}

} // namespace playhead
