// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How StoredEvents keeps what the bytes do not tell: in marks first, then in the columns.
#include "model/events/columnsum.h"
#include "model/events/storedevents.h"

#include <algorithm>

namespace playhead {

namespace {

EventFlag flagOf(EventMark::Kind kind)
{
    switch (kind) {
    case EventMark::Kind::OutOfOrder:
        return EventFlag::OutOfOrder;
    case EventMark::Kind::ReceivedAgain:
        return EventFlag::ReceivedAgain;
    case EventMark::Kind::ReadOrganization:
        break;
    }
    return EventFlag::ByReadOrganization;
}

} // namespace

Status StoredEvents::writeMarks(const QByteArray &readOrganization,
                                const NewPage &sorted,
                                qint64 rawBegin,
                                qint64 rawEnd)
{
    EventMark mark{EventMark::Kind::ReadOrganization, rawBegin, rawEnd, readOrganization};
    Status status;
    const bool isNeeded =
        std::any_of(sorted.rows.begin(), sorted.rows.end(), [](const RowValues &row) {
            return (row.flags & static_cast<quint16>(EventFlag::ByReadOrganization)) != 0;
        });
    if (isNeeded) {
        status = m_files->marks.append(mark);
    }
    const auto before = data();
    for (const EventRow row : sorted.assigned) {
        if (status) {
            mark.begin = before->rawOffset(row);
            mark.end = mark.begin + before->rawSize(row) + 1;
            status = m_files->marks.append(mark);
        }
    }
    m_hasUnsyncedMarks = m_hasUnsyncedMarks || isNeeded || !sorted.assigned.empty();
    return status;
}

/// An event of a read by organization counts as its (semantics 8), also when another read had stored it before.
Status StoredEvents::assign(std::span<const EventRow> rows, const QByteArray &readOrganization)
{
    if (rows.empty()) {
        return {};
    }
    const auto now = data();
    const quint32 organization = m_names->organizations.intern(readOrganization) + 1;
    noteUnsynced();
    for (const EventRow row : rows) {
        const auto flags = static_cast<quint16>(
            now->flags(row) | static_cast<quint16>(EventFlag::ByReadOrganization));
        if (Status status = writeFacts(row, organization, flags); !status) {
            return status;
        }
    }
    return {};
}

Result<bool> StoredEvents::mark(EventRow row, EventFlag flag)
{
    const auto now = data();
    const auto bit = static_cast<quint16>(flag);
    if (isReadOnly() || row >= now->rowCount || (now->flags(row) & bit) != 0) {
        return false;
    }
    const auto kind = flag == EventFlag::OutOfOrder ? EventMark::Kind::OutOfOrder
                                                    : EventMark::Kind::ReceivedAgain;
    const qint64 begin = now->rawOffset(row);
    Status status = m_files->marks.append(
        EventMark{kind, begin, begin + now->rawSize(row) + 1, {}});
    if (status) {
        noteUnsynced();
        m_hasUnsyncedMarks = true;
        status = writeFacts(row,
                            now->organization(row),
                            static_cast<quint16>(now->flags(row) | bit));
    }
    if (!status) {
        return tl::unexpected(status.error());
    }
    return true;
}

/// The only way in which columns of committed rows change.
Status StoredEvents::writeFacts(EventRow row, quint32 organization, quint16 flags)
{
    const auto now = data();
    const auto values = [&] { return now->block(row).values(row & ColumnBlock::kMask); };
    m_columnsSum -= rowSum(row, values());
    Status status;
    if (now->organization(row) != organization) {
        status = m_files->columns.writeOrganization(row, organization);
    }
    if (status && now->flags(row) != flags) {
        status = m_files->columns.writeFlags(row, flags);
    }
    m_columnsSum += rowSum(row, values()); // what is there, also after a failure
    return status;
}

Status StoredEvents::applyMarks()
{
    auto now = data();
    for (const EventMark &mark : m_files->marks.stored()) {
        if (mark.kind == EventMark::Kind::ReadOrganization && mark.begin < now->rawEnd) {
            m_names->organizations.intern(mark.organization);
        }
    }
    if (now->counts != countsOf(*m_names)) {
        // Columns may refer only to texts that are committed.
        if (Status status = commit({}, now->rawEnd, {}); !status) {
            return status;
        }
        now = data();
    }
    for (const EventMark &mark : m_files->marks.stored()) {
        const EventRow last = now->firstRowFrom(mark.end, 0, now->rowCount);
        for (EventRow row = now->firstRowFrom(mark.begin, 0, last); row < last; ++row) {
            Status status;
            if (mark.kind != EventMark::Kind::ReadOrganization) {
                const auto flags = static_cast<quint16>(now->flags(row)
                                                        | static_cast<quint16>(flagOf(mark.kind)));
                status = writeFacts(row, now->organization(row), flags);
            } else if (now->organization(row) == 0) {
                status = assign(std::span(&row, 1), mark.organization);
            }
            if (!status) {
                return status;
            }
        }
    }
    m_files->marks.forgetStored();
    return {};
}

/// What the rows below `rows` that marks have named since a sync point held when it was written.
std::map<EventRow, RowValues> StoredEvents::valuesBeforeMarks(quint64 rows, qint64 marksEnd) const
{
    EventStoreData columns;
    columns.blocks = m_files->columns.blocks();
    std::map<EventRow, RowValues> values;
    for (const EventMark &mark : m_files->marks.stored()) {
        if (mark.recordEnd <= marksEnd) {
            continue;
        }
        const EventRow last = columns.firstRowFrom(mark.end, 0, static_cast<EventRow>(rows));
        for (EventRow row = columns.firstRowFrom(mark.begin, 0, last); row < last; ++row) {
            RowValues &before =
                values.try_emplace(row, columns.block(row).values(row & ColumnBlock::kMask))
                    .first->second;
            // A mark is made only when its flag was not set, an organization is given only where none was.
            before.flags &= static_cast<quint16>(~static_cast<quint16>(flagOf(mark.kind)));
            if (mark.kind == EventMark::Kind::ReadOrganization) {
                before.organization = 0;
            }
        }
    }
    return values;
}

/// Are the columns what they were at the sync point, but for what marks have changed since?
bool StoredEvents::areColumnsTrue(const ColumnFile::SyncPoint &point) const
{
    const auto &blocks = *m_files->columns.blocks();
    ColumnsSum sum = columnsSum(blocks, static_cast<EventRow>(point.rows));
    for (const auto &[row, before] : valuesBeforeMarks(point.rows, point.marksEnd)) {
        sum -= rowSum(row, blocks.of(row).values(row & ColumnBlock::kMask));
        sum += rowSum(row, before);
    }
    if (sum.fixed != point.fixedSum) {
        return false;
    }
    // A living writer makes marks while a reader looks; it has checked these columns itself.
    return sum.facts == point.factsSum || (isReadOnly() && StoreLock::isHeld(m_folder));
}

/// Takes back what marks have changed since a sync point: the numbers of organizations that were new then may come out
/// otherwise when the bytes are read again.
Status StoredEvents::takeBackMarks(quint64 rows, qint64 marksEnd)
{
    for (const auto &[row, before] : valuesBeforeMarks(rows, marksEnd)) {
        const auto flags = static_cast<quint16>(before.flags
                                                | (before.id.isForeign ? kForeignIdBit : 0));
        if (Status status = writeFacts(row, before.organization, flags); !status) {
            return status;
        }
    }
    return {};
}

/// Writes the marks anew from the columns, which still know them, when their own file was damaged.
Status StoredEvents::restoreMarks()
{
    const auto now = data();
    std::vector<EventMark> marks;
    for (EventRow row = 0; row < now->rowCount; ++row) {
        const quint16 flags = now->flags(row);
        EventMark mark;
        mark.begin = now->rawOffset(row);
        mark.end = mark.begin + now->rawSize(row) + 1;
        const auto add = [&](EventMark::Kind kind) {
            if ((flags & static_cast<quint16>(flagOf(kind))) != 0) {
                mark.kind = kind;
                marks.push_back(mark);
            }
        };
        add(EventMark::Kind::OutOfOrder);
        add(EventMark::Kind::ReceivedAgain);
        if (now->organization(row) != 0) {
            mark.organization =
                m_names->organizations.text(now->organization(row) - 1).toByteArray();
            add(EventMark::Kind::ReadOrganization);
        }
    }
    return m_files->marks.replaceBy(marks);
}

} // namespace playhead
