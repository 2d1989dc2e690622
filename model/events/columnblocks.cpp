// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/columnblocks.h"

#include "model/events/checksum.h"

#include <algorithm>
#include <cstring>

namespace playhead {

namespace {

struct FileHead
{
    char magic[8];
    quint32 byteOrder;
    quint32 format;
    quint64 stamp;
};

struct StoredSyncPoint
{
    ColumnFile::SyncPoint point;
    quint64 checksum;
};

constexpr char kMagic[8] = {'P', 'L', 'A', 'Y', 'H', 'E', 'A', 'D'};
constexpr quint32 kByteOrder = 0x01020304;
/// Raised whenever the layout of a file of the index changes: an older one is then built anew.
constexpr quint32 kFormat = 2;
constexpr qint64 kHeadSize = 4096;
/// Two places in turn, in sectors of their own, so that one is whole whatever happens to the other.
constexpr qint64 kSyncPointPlaces[2] = {1024, 2048};

qint64 sizeFor(size_t blocks)
{
    return kHeadSize + static_cast<qint64>(blocks) * ColumnBlock::kBytes;
}

size_t blocksFor(quint64 rows)
{
    return static_cast<size_t>((rows + ColumnBlock::kMask) >> ColumnBlock::kShift);
}

QByteArrayView bytesOf(const auto &value)
{
    return {reinterpret_cast<const char *>(&value), qsizetype(sizeof value)};
}

} // namespace

ColumnFile::ColumnFile(StoreFile file)
    : m_file(std::move(file))
    , m_blocks(std::make_shared<ColumnBlocks>())
{}

Result<ColumnFile> ColumnFile::open(const QString &path, StoreFile::Access access)
{
    auto file = StoreFile::open(path, access);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return ColumnFile(std::move(*file));
}

std::optional<ColumnFile::SyncPoint> ColumnFile::readSyncPoint(quint64 stamp)
{
    if (m_file.size() < kHeadSize) {
        return std::nullopt;
    }
    const auto mapped = m_file.map(0, kHeadSize);
    if (!mapped) {
        return std::nullopt;
    }
    const char *bytes = (*mapped)->view().data();
    FileHead head{};
    std::memcpy(&head, bytes, sizeof head);
    if (std::memcmp(head.magic, kMagic, sizeof kMagic) != 0 || head.byteOrder != kByteOrder
        || head.format != kFormat || head.stamp != stamp) {
        return std::nullopt;
    }
    std::optional<SyncPoint> newest;
    for (const qint64 place : kSyncPointPlaces) {
        StoredSyncPoint stored{};
        std::memcpy(&stored, bytes + place, sizeof stored);
        if (stored.point.sequence > 0 && stored.checksum == checksum64(bytesOf(stored.point))
            && (!newest || stored.point.sequence > newest->sequence)) {
            newest = stored.point;
        }
    }
    m_sequence = newest ? newest->sequence : 0;
    return newest;
}

Status ColumnFile::writeSyncPoint(SyncPoint point)
{
    point.sequence = std::max(m_sequence, point.sequence) + 1;
    m_sequence = point.sequence;
    const StoredSyncPoint stored{point, checksum64(bytesOf(point))};
    return m_file.writeAt(kSyncPointPlaces[point.sequence % 2], bytesOf(stored));
}

Status ColumnFile::reset(quint64 stamp)
{
    m_blocks = std::make_shared<ColumnBlocks>();
    QByteArray head(kHeadSize, '\0');
    FileHead fields{{}, kByteOrder, kFormat, stamp};
    std::memcpy(fields.magic, kMagic, sizeof kMagic);
    std::memcpy(head.data(), &fields, sizeof fields);
    Status status = m_file.resize(0);
    if (status) {
        status = m_file.writeAt(0, head);
    }
    return status;
}

Result<bool> ColumnFile::mapRows(quint64 rows)
{
    const size_t count = blocksFor(rows);
    if (m_file.size() < sizeFor(count)) {
        return false;
    }
    auto list = std::make_shared<ColumnBlocks>();
    const auto mapped = m_file.map(kHeadSize, sizeFor(count) - kHeadSize);
    if (!mapped) {
        return tl::unexpected(mapped.error());
    }
    list->owners.push_back(*mapped);
    for (size_t i = 0; i < count; ++i) {
        list->blocks.emplace_back((*mapped)->view().data()
                                  + static_cast<qint64>(i) * ColumnBlock::kBytes);
    }
    m_blocks = std::move(list);
    return true;
}

Status ColumnFile::addBlocks(size_t count)
{
    auto list = std::make_shared<ColumnBlocks>(*m_blocks);
    while (list->blocks.size() < count) {
        const qint64 offset = sizeFor(list->blocks.size());
        // The system's maps may not reach beyond the end of a file. Written later, so that a full disk is an error of
        // the write, not a fault while reading.
        if (m_file.size() < offset + ColumnBlock::kBytes) {
            if (Status status = m_file.resize(offset + ColumnBlock::kBytes); !status) {
                return status;
            }
        }
        const auto mapped = m_file.map(offset, ColumnBlock::kBytes);
        if (!mapped) {
            return tl::unexpected(mapped.error());
        }
        list->owners.push_back(*mapped);
        list->blocks.emplace_back((*mapped)->view().data());
    }
    m_blocks = std::move(list);
    return {};
}

Status ColumnFile::writeRows(quint32 first, const std::vector<RowValues> &rows)
{
    const size_t needed = blocksFor(quint64(first) + rows.size());
    if (needed > m_blocks->blocks.size()) {
        if (Status status = addBlocks(needed); !status) {
            return status;
        }
    }
    for (size_t done = 0; done < rows.size();) {
        const quint32 row = first + static_cast<quint32>(done);
        const quint32 room = ColumnBlock::kRows - (row & ColumnBlock::kMask);
        const auto count = static_cast<quint32>(std::min<size_t>(room, rows.size() - done));
        if (Status status = writeRun(row, rows.data() + done, count); !status) {
            return status;
        }
        done += count;
    }
    return {};
}

Status ColumnFile::writeRun(quint32 first, const RowValues *rows, quint32 count)
{
    const qint64 block = sizeFor(first >> ColumnBlock::kShift);
    const qint64 place = first & ColumnBlock::kMask;
    Status status;
    const auto write = [&](qint64 column, auto value) {
        using T = decltype(value(rows[0]));
        m_buffer.resize(qsizetype(count * sizeof(T)));
        T *out = reinterpret_cast<T *>(m_buffer.data());
        for (quint32 i = 0; i < count; ++i) {
            out[i] = value(rows[i]);
        }
        if (status) {
            status = m_file.writeAt(block + column + place * qint64(sizeof(T)), m_buffer);
        }
    };
    write(ColumnBlock::kCreatedAt, [](const RowValues &row) { return row.createdAtUs; });
    write(ColumnBlock::kRawOffset, [](const RowValues &row) { return row.rawOffset; });
    write(ColumnBlock::kId, [](const RowValues &row) { return row.id.bytes; });
    write(ColumnBlock::kOrganization, [](const RowValues &row) { return row.organization; });
    write(ColumnBlock::kObject, [](const RowValues &row) { return row.object; });
    write(ColumnBlock::kRawSize, [](const RowValues &row) { return row.rawSize; });
    write(ColumnBlock::kType, [](const RowValues &row) { return row.type; });
    write(ColumnBlock::kFlags, [](const RowValues &row) {
        return static_cast<quint16>(row.flags | (row.id.isForeign ? kForeignIdBit : 0));
    });
    return status;
}

Status ColumnFile::writeOrganization(quint32 row, quint32 organization)
{
    const qint64 place = sizeFor(row >> ColumnBlock::kShift) + ColumnBlock::kOrganization
                         + qint64(row & ColumnBlock::kMask) * qint64(sizeof organization);
    return m_file.writeAt(place, bytesOf(organization));
}

Status ColumnFile::writeFlags(quint32 row, quint16 flags)
{
    const qint64 place = sizeFor(row >> ColumnBlock::kShift) + ColumnBlock::kFlags
                         + qint64(row & ColumnBlock::kMask) * qint64(sizeof flags);
    return m_file.writeAt(place, bytesOf(flags));
}

} // namespace playhead
