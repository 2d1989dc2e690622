// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/columnblocks.h"
#include "model/events/dictionary.h"
#include "model/events/eventsnapshot.h"
#include "model/events/idindex.h"
#include "model/events/rawfile.h"

namespace playhead {

/// The texts that rows refer to by number, and the index of ids. Shared by the store and its snapshots; only grows.
struct StoreNames
{
    Dictionary types;
    Dictionary organizations; ///< Number in the columns minus 1.
    Dictionary objects; ///< Number in the columns minus 1.
    Dictionary foreignIds; ///< Ids that are not `event_` and a ULID (semantics 3).
    IdIndex ids;
};

/// How many texts of each kind are known.
struct NameCounts
{
    quint32 types = 0;
    quint32 organizations = 0;
    quint32 objects = 0;
    quint32 foreignIds = 0;

    bool operator==(const NameCounts &) const = default;
};

NameCounts countsOf(const StoreNames &names);

/// What a snapshot sees: counts that never change, and shared parts that only grow beyond them.
class EventStoreData
{
public:
    std::shared_ptr<const ColumnBlocks> blocks = std::make_shared<ColumnBlocks>();
    std::shared_ptr<const RawChunks> chunks = std::make_shared<RawChunks>();
    std::shared_ptr<StoreNames> names = std::make_shared<StoreNames>();
    NameCounts counts;
    quint32 rowCount = 0;
    qint64 rawEnd = 0;
    qint64 otherBytes = 0; ///< Before rawEnd: neither an event nor the one line end after it.
    /// What stands between two events that are one byte apart is a line end; not so in a JSON array.
    bool isOfLines = true;

    const ColumnBlock &block(EventRow row) const { return blocks->of(row); }
    qint64 rawOffset(EventRow row) const
    {
        return block(row).rawOffset()[row & ColumnBlock::kMask];
    }
    quint32 rawSize(EventRow row) const { return block(row).rawSize()[row & ColumnBlock::kMask]; }
    quint16 flags(EventRow row) const { return block(row).flags()[row & ColumnBlock::kMask]; }
    quint32 organization(EventRow row) const
    {
        return block(row).organization()[row & ColumnBlock::kMask];
    }

    /// The chunk that holds a place before rawEnd.
    size_t chunkOf(qint64 rawOffset) const;
    QByteArrayView raw(EventRow row) const;
    /// Where the run of whole lines that begins at `first` ends: before `last`, before `bytesEnd`, before other bytes than a
    /// line end between two events. At least one row.
    EventRow runEnd(EventRow first, EventRow last, qint64 bytesEnd) const;
    bool isLineEnd(qint64 rawOffset) const; ///< False at and behind rawEnd.
    /// The first row in [first, last) that begins at or after `rawOffset`; `last` when there is none.
    EventRow firstRowFrom(qint64 rawOffset, EventRow first, EventRow last) const;
    /// The key of an id as the columns have it; empty when no row can have it.
    std::optional<IdKey> keyOf(QByteArrayView id) const;
    std::optional<EventRow> find(const IdKey &key) const
    {
        return names->ids.find(key, *blocks, rowCount);
    }
};

/// The ULID of `event_` and a ULID; empty for any other id.
std::optional<IdKey> ulidKey(QByteArrayView id);
IdKey foreignKey(quint32 number);
quint32 foreignNumber(const IdKey &key);

} // namespace playhead
