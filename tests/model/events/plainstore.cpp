// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/plainstore.h"

#include <QSet>

namespace playhead::test {

AppendOutcome PlainStore::append(const std::vector<DecodedEvent> &page,
                                 const QByteArray &readOrganization)
{
    AppendOutcome outcome;
    outcome.firstNew = rowCount();
    for (const DecodedEvent &event : page) {
        if (!m_rowOfId.contains(event.fields.id)) {
            m_rowOfId.insert(event.fields.id, rowCount());
            m_rows.push_back({event.fields.id,
                              event.raw,
                              event.fields.type,
                              event.fields.organizationId,
                              event.fields.objectKey,
                              toUs(event.fields.createdAt),
                              0});
            ++outcome.added;
        } else {
            ++outcome.alreadyStored;
        }
        const EventRow row = m_rowOfId.value(event.fields.id);
        RowFacts &stored = m_rows[row];
        outcome.differing += stored.raw == event.raw ? 0 : 1;
        if (stored.organization.isEmpty() && !readOrganization.isEmpty()) {
            stored.organization = readOrganization;
            stored.flags |= static_cast<quint16>(EventFlag::ByReadOrganization);
        }
        outcome.rows.push_back(row);
    }
    return outcome;
}

QByteArray PlainStore::difference(const EventSnapshot &events) const
{
    QByteArray found = differenceOfRows(events);
    found = found.isEmpty() ? differenceOfRuns(events) : found;
    return found.isEmpty() ? differenceOfNames(events) : found;
}

QByteArray PlainStore::differenceOfRows(const EventSnapshot &events) const
{
    if (events.rowCount() != rowCount()) {
        return "row count: " + QByteArray::number(events.rowCount()) + " for "
               + QByteArray::number(rowCount());
    }
    qint64 bytes = 0;
    for (EventRow row = 0; row < rowCount(); ++row) {
        const RowFacts &expected = m_rows[row];
        const auto size = static_cast<quint32>(expected.raw.size());
        bytes += size;
        if (factsOf(events, row) != expected) {
            return "facts of row " + QByteArray::number(row) + ", " + expected.id;
        }
        if (events.rawSize(row) != size) {
            return "size of " + expected.id;
        }
        if (events.find(EventId(expected.id)) != std::optional(row)) {
            return "place of " + expected.id;
        }
        for (const EventFlag flag :
             {EventFlag::OutOfOrder, EventFlag::ByReadOrganization, EventFlag::ReceivedAgain}) {
            if (events.hasFlag(row, flag) != ((expected.flags & static_cast<quint16>(flag)) != 0)) {
                return "flag of " + expected.id;
            }
        }
    }
    if (events.find(EventId("event_nowhere"))
        || events.find(EventId(ulidEventId(0xFFFFFFFFFFULL)))) {
        return "finds what nobody stored";
    }
    return events.rawBytes() == bytes ? QByteArray() : QByteArray("bytes in all");
}

QByteArray PlainStore::differenceOfRuns(const EventSnapshot &events) const
{
    for (EventRow row = 0; row < rowCount();) {
        const ColumnRun run = events.columnsFrom(row);
        if (run.first != row || run.count == 0) {
            return "run of columns";
        }
        for (quint32 i = 0; i < run.count; ++i) {
            const RowFacts &expected = m_rows[row + i];
            const bool isSame = run.createdAtUs[i] == expected.createdAtUs
                                && events.typeName(run.type[i]) == expected.type
                                && events.organizationId(run.organization(i)).value
                                       == expected.organization
                                && events.objectKey(run.object[i]) == expected.object
                                && (run.flags[i] & 7) == expected.flags;
            if (!isSame) {
                return "column of " + expected.id;
            }
        }
        row += run.count;
    }
    for (EventRow row = 0; row < rowCount();) {
        const RawRun run = events.rawFrom(row, 333);
        if (run.first != row || run.count == 0) {
            return "run of bytes";
        }
        qsizetype at = 0;
        for (quint32 i = 0; i < run.count; ++i) {
            const QByteArray &raw = m_rows[row + i].raw;
            if (run.bytes.sliced(at, raw.size()) != raw || run.bytes[at + raw.size()] != '\n'
                || events.rowAt(run, at) != std::optional(row + i)) {
                return "bytes of " + m_rows[row + i].id;
            }
            at += raw.size() + 1;
        }
        row += run.count;
    }
    return {};
}

QByteArray PlainStore::differenceOfNames(const EventSnapshot &events) const
{
    QSet<QByteArray> types;
    QSet<QByteArray> organizations;
    for (const RowFacts &row : m_rows) {
        types.insert(row.type);
        organizations.insert(row.organization);
    }
    organizations.remove({});
    if (events.typeCount() != types.size()) {
        return "number of types";
    }
    for (quint16 type = 0; type < events.typeCount(); ++type) {
        if (!types.contains(events.typeName(type))
            || events.findType(events.typeName(type)) != std::optional(type)) {
            return "type " + events.typeName(type);
        }
    }
    if (events.organizationCount() != static_cast<quint32>(organizations.size())) {
        return "number of organizations";
    }
    for (quint32 number = 1; number <= events.organizationCount(); ++number) {
        const OrganizationId organization = events.organizationId(number);
        if (!organizations.contains(organization.value)
            || events.findOrganization(organization) != std::optional(number)) {
            return "organization " + organization.value;
        }
    }
    const bool findsNothing = !events.findType("type.unknown")
                              && !events.findOrganization(OrganizationId("org_unknown"));
    return findsNothing ? QByteArray() : QByteArray("finds a name that nobody stored");
}

} // namespace playhead::test
