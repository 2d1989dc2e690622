// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"

#include <memory>
#include <span>

namespace playhead {

class EventStoreData;

/// Number of an event in its store: in the order of storing, from 0, never changed. Not a row of a table.
using EventRow = quint32;

/// Facts about a stored event beside its bytes.
enum class EventFlag : quint16 {
    OutOfOrder = 1, ///< The server sent it after a younger one (semantics 2).
    ByReadOrganization = 2, ///< Its organization is that of the read it came in (semantics 8).
    ReceivedAgain = 4, ///< The same id came more than once in one read (semantics 10).
};

/// Columns of neighbouring rows, [first, first + count), for passes over many rows. All spans have `count` elements.
struct ColumnRun
{
    EventRow first = 0;
    quint32 count = 0;
    /// The organization of row `first + i`: as EventSnapshot::organization().
    quint32 organization(quint32 i) const
    {
        const quint32 number = organizations[i];
        return number <= organizationCount ? number : 0;
    }

    std::span<const qint64> createdAtUs;
    std::span<const quint32> organizations; ///< As they are now: read them by organization().
    quint32 organizationCount = 0; ///< Of the snapshot.
    std::span<const quint32> object;
    std::span<const quint16> type;
    std::span<const quint16> flags; ///< May hold bits beside EventFlag's: test, never compare.
};

/// Neighbouring rows [first, first + count) whose bytes lie behind each other, one line end after each event. Only after the
/// last one it may be missing: in a capture there may be nothing, or something else.
struct RawRun
{
    EventRow first = 0;
    quint32 count = 0;
    QByteArrayView bytes;
};

/// What a store held at one moment: a value, cheap to copy, readable from any thread without locks while the writer goes
/// on. Views returned stay valid as long as any copy of the snapshot lives.
class EventSnapshot
{
public:
    EventSnapshot(); ///< Empty: no events.
    explicit EventSnapshot(std::shared_ptr<const EventStoreData> data);

    EventRow rowCount() const;
    bool isEmpty() const { return rowCount() == 0; }

    Instant createdAt(EventRow row) const;
    quint16 type(EventRow row) const; ///< For typeName().
    /// For organizationId(); 0 = no organization. A later read by organization may give a row one while the snapshot
    /// lives: it shows at once if the snapshot knows that organization, else not here.
    quint32 organization(EventRow row) const;
    quint32 object(EventRow row) const; ///< For objectKey(); 0 = no object.
    quint16 flags(EventRow row) const; ///< EventFlag bits.
    bool hasFlag(EventRow row, EventFlag flag) const;
    EventId id(EventRow row) const;
    QByteArrayView raw(EventRow row) const; ///< The stored bytes, without line end.
    quint32 rawSize(EventRow row) const;

    /// The longest run of columns that begins at `row`; with run.first + run.count the next one is asked for. Passes over
    /// many rows read these: much quicker than row by row.
    ColumnRun columnsFrom(EventRow row) const;
    /// The longest run of columns that holds `row`, for passes that do not go by rows.
    ColumnRun columnsAround(EventRow row) const;
    /// The longest run of raw bytes that begins at `row` and has at most `atMost` rows, for searching text in long
    /// stretches. It ends where the bytes hold something else than events: lines that were left out, other line ends.
    RawRun rawFrom(EventRow row, quint32 atMost = 0xFFFFFFFF) const;
    /// How many rows from `row` on lie in about `bytes` bytes: at least one, unless there is none.
    EventRow rowsWithin(EventRow row, qint64 bytes) const;
    /// The row whose bytes hold the place `at` of `run.bytes`; empty when it stands on no row (a line end).
    std::optional<EventRow> rowAt(const RawRun &run, qsizetype at) const;

    quint16 typeCount() const; ///< Type numbers are 0 to typeCount() - 1.
    QByteArray typeName(quint16 type) const;
    quint32 organizationCount()
        const; ///< Numbers 1 to organizationCount(); 0 is "No organization".
    OrganizationId organizationId(quint32 organization) const;
    QByteArray objectKey(quint32 object) const;
    std::optional<quint16> findType(QByteArrayView name) const;
    std::optional<quint32> findOrganization(const OrganizationId &id) const;

    /// The row that stores this id, if it is among this snapshot's rows.
    std::optional<EventRow> find(const EventId &id) const;

    /// Raw bytes of all events of the snapshot, in bytes.
    qint64 rawBytes() const;

private:
    std::shared_ptr<const EventStoreData> m_data;
};

} // namespace playhead
