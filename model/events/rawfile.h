// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/storefile.h"

#include <vector>

namespace playhead {

/// A stretch of the raw bytes in memory; it ends where the next one begins.
struct RawChunk
{
    qint64 begin = 0;
    const char *data = nullptr;
    std::shared_ptr<const void> owner;
};

/// Chunks in order, without gaps; their borders are borders of events. Immutable: a new chunk makes a new list.
using RawChunks = std::vector<RawChunk>;

/// `events.ndjson`: the bytes of the events, a line each. What is old is mapped; the newest megabyte stands in memory as
/// well, so that views of it never move while the file grows.
class RawFile
{
public:
    static Result<RawFile> open(const QString &path, StoreFile::Access access);

    /// End of the lines that count.
    qint64 end() const { return m_end; }
    qint64 fileSize() const { return m_file.size(); }

    /// Lets [0, end) count and maps it; with `cut` the rest of the file is cut off.
    Status setEnd(qint64 end, bool cut);

    /// Reserves room for `size` bytes of whole lines behind the end; to be filled, then given to commit().
    char *reserve(qint64 size);
    /// Writes what was reserved and filled. On failure nothing has changed.
    Status write(qint64 size);
    /// Takes back the last writes down to `end`.
    void rollBack(qint64 end);

    Status sync() { return m_file.sync(); }
    const std::shared_ptr<const RawChunks> &chunks() const { return m_chunks; }
    Result<std::shared_ptr<const MappedBytes>> map(qint64 begin, qint64 end) const
    {
        return m_file.map(begin, end - begin);
    }

private:
    explicit RawFile(StoreFile file);
    void sealTail();

    StoreFile m_file;
    qint64 m_end = 0;
    std::shared_ptr<const RawChunks> m_chunks;
    size_t m_firstSmall = 0; // chunks from here to the tail are small and may be mapped as one
    char *m_tail = nullptr;
    qint64 m_tailBegin = 0;
    qint64 m_tailCapacity = 0;
};

} // namespace playhead
