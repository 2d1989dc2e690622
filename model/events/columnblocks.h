// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/storefile.h"

#include <array>
#include <optional>
#include <vector>

namespace playhead {

/// An id as the store keeps it: the 16 bytes of the ULID after `event_`, or the number of any other id in its dictionary.
struct IdKey
{
    std::array<quint8, 16> bytes{};
    bool isForeign = false;

    bool operator==(const IdKey &) const = default;
};

/// Bits of the flags column beside EventFlag's.
constexpr quint16 kForeignIdBit = 0x8000;
constexpr quint16 kPublicFlags = 0x7FFF;

/// Values of one event in its columns.
struct RowValues
{
    qint64 createdAtUs = 0;
    qint64 rawOffset = 0;
    IdKey id;
    quint32 organization = 0;
    quint32 object = 0;
    quint32 rawSize = 0;
    quint16 type = 0;
    quint16 flags = 0;
};

/// The columns of kRows neighbouring rows, in mapped bytes.
class ColumnBlock
{
public:
    static constexpr quint32 kShift = 14;
    static constexpr quint32 kRows = 1U << kShift;
    static constexpr quint32 kMask = kRows - 1;
    static constexpr qint64 kBytes = qint64(kRows) * 48;

    // Places of the columns in a block; the widest come first, so each is aligned.
    static constexpr qint64 kCreatedAt = 0;
    static constexpr qint64 kRawOffset = kCreatedAt + qint64(kRows) * 8;
    static constexpr qint64 kId = kRawOffset + qint64(kRows) * 8;
    static constexpr qint64 kOrganization = kId + qint64(kRows) * 16;
    static constexpr qint64 kObject = kOrganization + qint64(kRows) * 4;
    static constexpr qint64 kRawSize = kObject + qint64(kRows) * 4;
    static constexpr qint64 kType = kRawSize + qint64(kRows) * 4;
    static constexpr qint64 kFlags = kType + qint64(kRows) * 2;

    explicit ColumnBlock(const char *bytes)
        : m_bytes(bytes)
    {}

    const qint64 *createdAt() const { return column<qint64>(kCreatedAt); }
    const qint64 *rawOffset() const { return column<qint64>(kRawOffset); }
    const quint32 *organization() const { return column<quint32>(kOrganization); }
    const quint32 *object() const { return column<quint32>(kObject); }
    const quint32 *rawSize() const { return column<quint32>(kRawSize); }
    const quint16 *type() const { return column<quint16>(kType); }
    const quint16 *flags() const { return column<quint16>(kFlags); }
    IdKey id(quint32 row) const
    {
        return {column<std::array<quint8, 16>>(kId)[row], (flags()[row] & kForeignIdBit) != 0};
    }
    RowValues values(quint32 row) const
    {
        return {createdAt()[row],
                rawOffset()[row],
                id(row),
                organization()[row],
                object()[row],
                rawSize()[row],
                type()[row],
                static_cast<quint16>(flags()[row] & kPublicFlags)};
    }

private:
    template<typename T>
    const T *column(qint64 offset) const
    {
        return reinterpret_cast<const T *>(m_bytes + offset);
    }

    const char *m_bytes;
};

/// Mapped blocks, in order. Immutable: a new block makes a new list.
struct ColumnBlocks
{
    std::vector<ColumnBlock> blocks;
    std::vector<std::shared_ptr<const MappedBytes>> owners;

    const ColumnBlock &of(quint32 row) const { return blocks[row >> ColumnBlock::kShift]; }
};

/// `events.index`: a head, then blocks of columns. Says how far it may be trusted after a power cut.
class ColumnFile
{
public:
    /// What was on the disk for sure when it was written.
    struct SyncPoint
    {
        quint64 sequence = 0;
        quint64 rows = 0;
        qint64 rawEnd = 0;
        qint64 commitsEnd = 0;
        qint64 marksEnd = 0;
        quint64 fixedSum = 0; ///< Of the rows: ColumnsSum.
        quint64 factsSum = 0;
    };

    static Result<ColumnFile> open(const QString &path, StoreFile::Access access);

    /// Empty when there is none: a new file, another format, another `stamp` (the rules by which columns were read from
    /// the bytes), damage.
    std::optional<SyncPoint> readSyncPoint(quint64 stamp);
    Status writeSyncPoint(SyncPoint point);
    /// Starts anew, without rows and without a sync point.
    Status reset(quint64 stamp);

    /// Maps the blocks of the first `rows` rows. False when the file is too short.
    Result<bool> mapRows(quint64 rows);
    const std::shared_ptr<const ColumnBlocks> &blocks() const { return m_blocks; }

    /// Writes rows [first, first + rows.size()), making room first.
    Status writeRows(quint32 first, const std::vector<RowValues> &rows);
    Status writeOrganization(quint32 row, quint32 organization);
    Status writeFlags(quint32 row, quint16 flags);
    Status sync() { return m_file.sync(); }

private:
    explicit ColumnFile(StoreFile file);
    Status addBlocks(size_t count);
    Status writeRun(quint32 first, const RowValues *rows, quint32 count);

    StoreFile m_file;
    std::shared_ptr<const ColumnBlocks> m_blocks;
    quint64 m_sequence = 0;
    QByteArray m_buffer;
};

} // namespace playhead
