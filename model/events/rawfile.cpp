// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/rawfile.h"

#include <algorithm>

namespace playhead {

namespace {

constexpr qint64 kTailSize = 1 << 20;
/// Small chunks are mapped as one when they reach this size: systems limit the number of maps.
constexpr qint64 kLargeChunk = 64 << 20;

} // namespace

RawFile::RawFile(StoreFile file)
    : m_file(std::move(file))
    , m_chunks(std::make_shared<RawChunks>())
{}

Result<RawFile> RawFile::open(const QString &path, StoreFile::Access access)
{
    auto file = StoreFile::open(path, access);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return RawFile(std::move(*file));
}

Status RawFile::setEnd(qint64 end, bool cut)
{
    if (cut && m_file.size() > end) {
        if (Status status = m_file.resize(end); !status) {
            return status;
        }
    }
    auto list = std::make_shared<RawChunks>();
    if (end > 0) {
        const auto mapped = m_file.map(0, end);
        if (!mapped) {
            return tl::unexpected(mapped.error());
        }
        list->push_back(RawChunk{0, (*mapped)->view().data(), *mapped});
    }
    m_chunks = std::move(list);
    m_firstSmall = m_chunks->size();
    m_tail = nullptr;
    m_tailCapacity = 0;
    m_end = end;
    return {};
}

char *RawFile::reserve(qint64 size)
{
    if (m_tail == nullptr || m_end + size > m_tailBegin + m_tailCapacity) {
        sealTail();
        m_tailBegin = m_end;
        m_tailCapacity = std::max(kTailSize, size);
        const std::shared_ptr<char[]> memory = std::make_unique_for_overwrite<char[]>(
            static_cast<size_t>(m_tailCapacity));
        m_tail = memory.get();
        auto list = std::make_shared<RawChunks>(*m_chunks);
        list->push_back(RawChunk{m_tailBegin, m_tail, memory});
        m_chunks = std::move(list);
    }
    return m_tail + (m_end - m_tailBegin);
}

Status RawFile::write(qint64 size)
{
    Status status = m_file.writeAt(m_end, QByteArrayView(m_tail + (m_end - m_tailBegin), size));
    if (status) {
        m_end += size;
    } else {
        rollBack(m_end);
    }
    return status;
}

void RawFile::rollBack(qint64 end)
{
    m_end = end;
    if (m_file.size() > end) {
        // When the system refuses, the next write overwrites it; beyond the last commit nothing counts.
        static_cast<void>(m_file.resize(end));
    }
}

/// Gives the tail's memory back (once no snapshot holds it any more) and reads its bytes from the file from now on.
void RawFile::sealTail()
{
    if (m_tail == nullptr) {
        return;
    }
    auto list = std::make_shared<RawChunks>(*m_chunks);
    m_tail = nullptr;
    const qint64 begin = m_tailBegin;
    if (m_end == begin) {
        list->pop_back();
    } else if (const auto mapped = m_file.map(begin, m_end - begin)) {
        list->back() = RawChunk{begin, (*mapped)->view().data(), *mapped};
    } // else the memory stays: costly, but right
    if (m_firstSmall < list->size() && m_end - (*list)[m_firstSmall].begin >= kLargeChunk) {
        const qint64 smallBegin = (*list)[m_firstSmall].begin;
        if (const auto mapped = m_file.map(smallBegin, m_end - smallBegin)) {
            list->resize(m_firstSmall);
            list->push_back(RawChunk{smallBegin, (*mapped)->view().data(), *mapped});
        }
        m_firstSmall = list->size();
    }
    m_chunks = std::move(list);
}

} // namespace playhead
