// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventsnapshot.h"

#include "model/core/ulid.h"
#include "model/events/eventstoredata.h"

#include <algorithm>
#include <cstring>

namespace playhead {

namespace {

constexpr QByteArrayView kEventPrefix("event_");

} // namespace

NameCounts countsOf(const StoreNames &names)
{
    return {names.types.count(),
            names.organizations.count(),
            names.objects.count(),
            names.foreignIds.count()};
}

std::optional<IdKey> ulidKey(QByteArrayView id)
{
    if (!id.startsWith(kEventPrefix)) {
        return std::nullopt;
    }
    const auto ulid = decodeUlid(id.sliced(kEventPrefix.size()));
    return ulid ? std::optional(IdKey{*ulid, false}) : std::nullopt;
}

IdKey foreignKey(quint32 number)
{
    IdKey key;
    key.isForeign = true;
    std::memcpy(key.bytes.data(), &number, sizeof number);
    return key;
}

quint32 foreignNumber(const IdKey &key)
{
    quint32 number = 0;
    std::memcpy(&number, key.bytes.data(), sizeof number);
    return number;
}

size_t EventStoreData::chunkOf(qint64 rawOffset) const
{
    const auto next = std::upper_bound(chunks->begin(),
                                       chunks->end(),
                                       rawOffset,
                                       [](qint64 offset, const RawChunk &chunk) {
                                           return offset < chunk.begin;
                                       });
    return static_cast<size_t>(next - chunks->begin()) - 1;
}

QByteArrayView EventStoreData::raw(EventRow row) const
{
    const qint64 offset = rawOffset(row);
    const RawChunk &chunk = (*chunks)[chunkOf(offset)];
    return {chunk.data + (offset - chunk.begin), qsizetype(rawSize(row))};
}

bool EventStoreData::isLineEnd(qint64 offset) const
{
    if (offset >= rawEnd) {
        return false;
    }
    const RawChunk &chunk = (*chunks)[chunkOf(offset)];
    return chunk.data[offset - chunk.begin] == '\n';
}

EventRow EventStoreData::runEnd(EventRow first, EventRow last, qint64 bytesEnd) const
{
    EventRow end = first;
    qint64 next = rawOffset(first);
    do {
        next += qint64(rawSize(end)) + 1;
        ++end;
    } while (end < last && next < bytesEnd && rawOffset(end) == next
             && (isOfLines || isLineEnd(next - 1)));
    return end;
}

EventRow EventStoreData::firstRowFrom(qint64 offset, EventRow first, EventRow last) const
{
    while (first < last) {
        const EventRow middle = first + (last - first) / 2;
        if (rawOffset(middle) < offset) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return first;
}

std::optional<IdKey> EventStoreData::keyOf(QByteArrayView id) const
{
    if (auto key = ulidKey(id)) {
        return key;
    }
    const auto number = names->foreignIds.find(id);
    return number ? std::optional(foreignKey(*number)) : std::nullopt;
}

EventSnapshot::EventSnapshot() = default;

EventSnapshot::EventSnapshot(std::shared_ptr<const EventStoreData> data)
    : m_data(std::move(data))
{}

EventRow EventSnapshot::rowCount() const
{
    return m_data ? m_data->rowCount : 0;
}

Instant EventSnapshot::createdAt(EventRow row) const
{
    return instantFromUs(m_data->block(row).createdAt()[row & ColumnBlock::kMask]);
}

quint16 EventSnapshot::type(EventRow row) const
{
    return m_data->block(row).type()[row & ColumnBlock::kMask];
}

quint32 EventSnapshot::organization(EventRow row) const
{
    const quint32 number = m_data->organization(row);
    return number <= organizationCount() ? number : 0;
}

quint32 EventSnapshot::object(EventRow row) const
{
    return m_data->block(row).object()[row & ColumnBlock::kMask];
}

quint16 EventSnapshot::flags(EventRow row) const
{
    return m_data->flags(row) & kPublicFlags;
}

bool EventSnapshot::hasFlag(EventRow row, EventFlag flag) const
{
    return (m_data->flags(row) & static_cast<quint16>(flag)) != 0;
}

EventId EventSnapshot::id(EventRow row) const
{
    const IdKey key = m_data->block(row).id(row & ColumnBlock::kMask);
    if (key.isForeign) {
        return EventId(m_data->names->foreignIds.text(foreignNumber(key)).toByteArray());
    }
    return EventId(kEventPrefix.toByteArray() + encodeUlid(key.bytes));
}

QByteArrayView EventSnapshot::raw(EventRow row) const
{
    return m_data->raw(row);
}

quint32 EventSnapshot::rawSize(EventRow row) const
{
    return m_data->rawSize(row);
}

ColumnRun EventSnapshot::columnsFrom(EventRow row) const
{
    ColumnRun run;
    run.first = row;
    if (row >= rowCount()) {
        return run;
    }
    const quint32 place = row & ColumnBlock::kMask;
    run.count = std::min(ColumnBlock::kRows - place, rowCount() - row);
    const ColumnBlock &block = m_data->block(row);
    run.createdAtUs = {block.createdAt() + place, run.count};
    run.organizations = {block.organization() + place, run.count};
    run.organizationCount = organizationCount();
    run.object = {block.object() + place, run.count};
    run.type = {block.type() + place, run.count};
    run.flags = {block.flags() + place, run.count};
    return run;
}

ColumnRun EventSnapshot::columnsAround(EventRow row) const
{
    return columnsFrom(row & ~ColumnBlock::kMask);
}

RawRun EventSnapshot::rawFrom(EventRow row, quint32 atMost) const
{
    RawRun run;
    run.first = row;
    if (row >= rowCount() || atMost == 0) {
        return run;
    }
    const quint32 wanted = std::min(atMost, rowCount() - row);
    const EventRow last = row + wanted;
    const qint64 begin = m_data->rawOffset(row);
    const size_t index = m_data->chunkOf(begin);
    const RawChunk &chunk = (*m_data->chunks)[index];
    const bool isLastChunk = index + 1 == m_data->chunks->size();
    const qint64 chunkEnd = isLastChunk
                                ? m_data->rawEnd
                                : std::min((*m_data->chunks)[index + 1].begin, m_data->rawEnd);
    const EventRow end = m_data->runEnd(row, last, chunkEnd);
    run.count = end - row;
    const qint64 bytesEnd = m_data->rawOffset(end - 1) + m_data->rawSize(end - 1);
    const qint64 size = bytesEnd - begin + (m_data->isLineEnd(bytesEnd) ? 1 : 0);
    run.bytes = QByteArrayView(chunk.data + (begin - chunk.begin), size);
    return run;
}

EventRow EventSnapshot::rowsWithin(EventRow row, qint64 bytes) const
{
    if (row >= rowCount()) {
        return 0;
    }
    return m_data->firstRowFrom(m_data->rawOffset(row) + bytes, row + 1, rowCount()) - row;
}

std::optional<EventRow> EventSnapshot::rowAt(const RawRun &run, qsizetype at) const
{
    if (run.count == 0 || at < 0 || at >= run.bytes.size()) {
        return std::nullopt;
    }
    const qint64 offset = m_data->rawOffset(run.first) + at;
    const EventRow row = m_data->firstRowFrom(offset + 1, run.first, run.first + run.count) - 1;
    return offset < m_data->rawOffset(row) + m_data->rawSize(row) ? std::optional(row)
                                                                  : std::nullopt;
}

quint16 EventSnapshot::typeCount() const
{
    return m_data ? static_cast<quint16>(m_data->counts.types) : 0;
}

QByteArray EventSnapshot::typeName(quint16 type) const
{
    return type < typeCount() ? m_data->names->types.text(type).toByteArray() : QByteArray();
}

quint32 EventSnapshot::organizationCount() const
{
    return m_data ? m_data->counts.organizations : 0;
}

OrganizationId EventSnapshot::organizationId(quint32 organization) const
{
    const bool isKnown = organization > 0 && organization <= organizationCount();
    return OrganizationId(
        isKnown ? m_data->names->organizations.text(organization - 1).toByteArray() : QByteArray());
}

QByteArray EventSnapshot::objectKey(quint32 object) const
{
    const bool isKnown = m_data && object > 0 && object <= m_data->counts.objects;
    return isKnown ? m_data->names->objects.text(object - 1).toByteArray() : QByteArray();
}

std::optional<quint16> EventSnapshot::findType(QByteArrayView name) const
{
    const auto found = m_data ? m_data->names->types.find(name) : std::nullopt;
    return found && *found < typeCount() ? std::optional(static_cast<quint16>(*found))
                                         : std::nullopt;
}

std::optional<quint32> EventSnapshot::findOrganization(const OrganizationId &id) const
{
    const auto found = m_data ? m_data->names->organizations.find(id.value) : std::nullopt;
    return found && *found < organizationCount() ? std::optional(*found + 1) : std::nullopt;
}

std::optional<EventRow> EventSnapshot::find(const EventId &id) const
{
    if (isEmpty()) {
        return std::nullopt;
    }
    const auto key = m_data->keyOf(id.value);
    return key ? m_data->find(*key) : std::nullopt;
}

qint64 EventSnapshot::rawBytes() const
{
    // Each line has one end.
    return m_data ? m_data->rawEnd - rowCount() - m_data->otherBytes : 0;
}

} // namespace playhead
