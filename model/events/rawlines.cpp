// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/rawlines.h"

#include "model/events/textmatcher.h"

namespace playhead {

namespace {

constexpr qsizetype kBlockBytes = 1 << 20;

} // namespace

std::vector<EventRow> rowsWith(TextMatcher &matcher,
                               const EventSnapshot &events,
                               const std::vector<EventRow> &rows)
{
    std::vector<EventRow> found;
    std::vector<quint32> ends;
    for (size_t first = 0; first < rows.size();) {
        ends.clear();
        const QByteArrayView start = events.raw(rows[first]);
        qsizetype size = start.size();
        ends.push_back(static_cast<quint32>(size));
        while (first + ends.size() < rows.size() && size < kBlockBytes) {
            const QByteArrayView next = events.raw(rows[first + ends.size()]);
            if (next.data() != start.data() + size + 1) {
                break;
            }
            size += 1 + next.size();
            ends.push_back(static_cast<quint32>(size));
        }
        for (const quint32 line : matcher.find(QByteArrayView(start.data(), size), ends)) {
            found.push_back(rows[first + line]);
        }
        first += ends.size();
    }
    return found;
}

} // namespace playhead
