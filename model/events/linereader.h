// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"

#include <deque>
#include <future>
#include <optional>
#include <vector>

namespace playhead {

/// The events among some neighbouring lines of raw bytes.
struct LineBatch
{
    struct Line
    {
        EventFields fields;
        qint64 begin = 0;
        qsizetype size = 0; ///< Without the line's end.
    };

    std::vector<Line> lines;
    qint64 end = 0; ///< Behind the last line that was read.
    quint64 checksum = 0; ///< Of all bytes from the end of the batch before on.
    qint64 skipped = 0; ///< Lines that are no events.
};

/// Reads the lines in [begin, end) of `bytes` on all processors and hands them over in order, about a megabyte at a
/// time. `bytes` and `catalogue` must outlive the reader. One thread.
class LineReader
{
public:
    LineReader(QByteArrayView bytes, qint64 begin, qint64 end, const TypeCatalogue &catalogue);

    /// Waits for the next lines; empty after the last.
    std::optional<LineBatch> next();

private:
    void readAhead();

    const QByteArrayView m_bytes;
    const TypeCatalogue &m_catalogue;
    qint64 m_at;
    const qint64 m_end;
    std::deque<std::future<LineBatch>> m_ahead;
};

} // namespace playhead
