// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/linereader.h"

#include "model/events/checksum.h"

#include <algorithm>
#include <thread>

namespace playhead {

namespace {

constexpr qint64 kBatchBytes = 1 << 20;

LineBatch readLines(QByteArrayView bytes, qint64 begin, qint64 end, const TypeCatalogue &catalogue)
{
    LineBatch batch;
    batch.end = end;
    batch.checksum = checksum64(bytes.sliced(begin, end - begin));
    JsonDocument document;
    for (qint64 at = begin; at < end;) {
        const qsizetype lineEnd = bytes.indexOf('\n', at);
        const auto parsed = document.parse(bytes.sliced(at, lineEnd - at));
        auto fields = parsed ? readEventFields(document.root(), catalogue)
                             : Result<EventFields>(tl::unexpected(parsed.error()));
        if (fields) {
            batch.lines.push_back({std::move(*fields), at, lineEnd - at});
        } else {
            ++batch.skipped;
        }
        at = lineEnd + 1;
    }
    return batch;
}

} // namespace

LineReader::LineReader(QByteArrayView bytes,
                       qint64 begin,
                       qint64 end,
                       const TypeCatalogue &catalogue)
    : m_bytes(bytes)
    , m_catalogue(catalogue)
    , m_at(begin)
    , m_end(end)
{}

std::optional<LineBatch> LineReader::next()
{
    readAhead();
    if (m_ahead.empty()) {
        return std::nullopt;
    }
    LineBatch batch = m_ahead.front().get();
    m_ahead.pop_front();
    readAhead(); // the others go on while the caller works
    return batch;
}

void LineReader::readAhead()
{
    // One more than there are processors, so that none waits for the caller.
    const size_t most = std::thread::hardware_concurrency() + 1;
    while (m_at < m_end && m_ahead.size() < most) {
        const qint64 wanted = std::min(m_end, m_at + kBatchBytes) - 1;
        const qint64 end = m_bytes.indexOf('\n', wanted) + 1;
        // With both policies a system that gives no more threads makes it slower, not impossible.
        m_ahead.push_back(std::async(std::launch::async | std::launch::deferred,
                                     readLines,
                                     m_bytes,
                                     m_at,
                                     end,
                                     std::cref(m_catalogue)));
        m_at = end;
    }
}

} // namespace playhead
