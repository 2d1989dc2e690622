// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How StoredEvents makes columns of raw bytes and marks, and marks of columns.
#include "model/core/json.h"
#include "model/core/logging.h"
#include "model/events/storedevents.h"

namespace playhead {

/// Makes rows of the lines in [begin, end) of the raw bytes, which are mapped already.
Status StoredEvents::indexRaw(qint64 begin, qint64 end)
{
    constexpr size_t kBatchRows = 1000;
    constexpr qint64 kBatchBytes = 8 << 20;
    if (begin == end) {
        return {};
    }
    const QByteArrayView bytes((*m_files->raw.chunks())[0].data, end);
    JsonDocument document;
    qint64 skipped = 0;
    while (begin < end) {
        const auto known = data();
        std::vector<RowValues> rows;
        rows.reserve(kBatchRows);
        PageIds batchIds(kBatchRows);
        qint64 at = begin;
        while (at < end && rows.size() < kBatchRows && at - begin < kBatchBytes) {
            const qsizetype size = bytes.indexOf('\n', at) - at;
            const auto parsed = document.parse(bytes.sliced(at, size));
            const auto fields = parsed ? readEventFields(document.root(), m_catalogue)
                                       : Result<EventFields>(tl::unexpected(parsed.error()));
            bool isNew = false;
            if (fields) {
                const IdKey key = internKey(fields->id);
                isNew = !known->find(key) && !batchIds.find(key, rows);
                if (isNew) {
                    rows.push_back(makeRow(*fields, key, at, size));
                    batchIds.addLast(rows);
                }
            }
            skipped += isNew ? 0 : 1;
            at += size + 1;
        }
        if (Status status = commit(rows, begin, bytes.sliced(begin, at - begin)); !status) {
            return status;
        }
        begin = at;
    }
    if (skipped > 0) {
        qCWarning(lcEvents) << skipped << "lines of" << m_folder
                            << "are no events, or doubled ones; left out";
    }
    return {};
}

Status StoredEvents::applyMarks()
{
    for (const EventMark &mark : m_files->marks.stored()) {
        if (mark.kind == EventMark::Kind::ReadOrganization) {
            m_names->organizations.intern(mark.organization);
        }
    }
    auto now = data();
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
                const auto flag = mark.kind == EventMark::Kind::OutOfOrder
                                      ? EventFlag::OutOfOrder
                                      : EventFlag::ReceivedAgain;
                status = m_files->columns.writeFlags(row,
                                                     static_cast<quint16>(
                                                         now->flags(row)
                                                         | static_cast<quint16>(flag)));
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
        const auto add = [&](EventFlag flag, EventMark::Kind kind) {
            if ((flags & static_cast<quint16>(flag)) != 0) {
                mark.kind = kind;
                marks.push_back(mark);
            }
        };
        add(EventFlag::OutOfOrder, EventMark::Kind::OutOfOrder);
        add(EventFlag::ReceivedAgain, EventMark::Kind::ReceivedAgain);
        if (now->organization(row) != 0) {
            mark.organization =
                m_names->organizations.text(now->organization(row) - 1).toByteArray();
            add(EventFlag::ByReadOrganization, EventMark::Kind::ReadOrganization);
        }
    }
    return m_files->marks.replaceBy(marks);
}

} // namespace playhead
