// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventmarks.h"

#include <algorithm>

namespace playhead {

namespace {

std::optional<EventMark> readMark(QByteArrayView payload)
{
    EventMark mark;
    if (!takeValue(payload, mark.kind) || !takeValue(payload, mark.begin)
        || !takeValue(payload, mark.end)) {
        return std::nullopt;
    }
    mark.organization = payload.toByteArray();
    return mark;
}

QByteArray writtenMark(const EventMark &mark)
{
    QByteArray payload;
    putValue(payload, mark.kind);
    putValue(payload, mark.begin);
    putValue(payload, mark.end);
    payload.append(mark.organization);
    return payload;
}

} // namespace

EventMarks::EventMarks(RecordLog log)
    : m_log(std::move(log))
{}

Result<EventMarks> EventMarks::open(const QString &path, StoreFile::Access access)
{
    auto log = RecordLog::open(path, access);
    if (!log) {
        return tl::unexpected(log.error());
    }
    EventMarks marks(std::move(*log));
    qint64 end = 0;
    {
        const auto mapped = marks.m_log.map(marks.m_log.fileSize());
        if (!mapped) {
            return tl::unexpected(mapped.error());
        }
        end = RecordLog::scan((*mapped)->view(),
                              0,
                              [&marks](QByteArrayView payload, qint64 recordEnd) {
                                  auto mark = readMark(payload);
                                  if (mark) {
                                      mark->recordEnd = recordEnd;
                                      marks.m_stored.push_back(*mark);
                                  }
                                  return mark.has_value();
                              });
    }
    if (access == StoreFile::Access::ReadWrite) {
        marks.cutTo(end);
    }
    return marks;
}

Status EventMarks::append(const EventMark &mark)
{
    return m_log.append(writtenMark(mark));
}

Status EventMarks::dropFrom(qint64 rawEnd)
{
    const bool isClean = std::all_of(m_stored.begin(),
                                     m_stored.end(),
                                     [rawEnd](const EventMark &mark) {
                                         return mark.end <= rawEnd;
                                     });
    if (isClean) {
        return {};
    }
    std::vector<EventMark> kept;
    for (EventMark &mark : m_stored) {
        mark.end = std::min(mark.end, rawEnd);
        if (mark.begin < mark.end) {
            kept.push_back(mark);
        }
    }
    m_stored = std::move(kept);
    return replaceBy(m_stored);
}

Status EventMarks::replaceBy(const std::vector<EventMark> &marks)
{
    QByteArray records;
    for (const EventMark &mark : marks) {
        RecordLog::putRecord(records, writtenMark(mark));
    }
    return m_log.replaceAll(records);
}

} // namespace playhead
