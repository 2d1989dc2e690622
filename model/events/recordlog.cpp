// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/recordlog.h"

#include "model/events/checksum.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace playhead {

namespace {

struct RecordHead
{
    quint32 size;
    quint32 checksum;
};

quint32 recordChecksum(QByteArrayView payload)
{
    // A seed of its own, so that a stretch of zeros is no record.
    return static_cast<quint32>(checksum64(payload, 0x706C617968656164ULL));
}

} // namespace

RecordLog::RecordLog(StoreFile file)
    : m_file(std::move(file))
{}

Result<RecordLog> RecordLog::open(const QString &path, StoreFile::Access access)
{
    auto file = StoreFile::open(path, access);
    if (!file) {
        return tl::unexpected(file.error());
    }
    RecordLog log(std::move(*file));
    log.m_end = log.m_file.size();
    return log;
}

Status RecordLog::append(QByteArrayView payload)
{
    QByteArray record;
    putRecord(record, payload);
    Status status = m_file.writeAt(m_end, record);
    if (status) {
        m_end += record.size();
    } else {
        cutTo(m_end);
    }
    return status;
}

void RecordLog::putRecord(QByteArray &records, QByteArrayView payload)
{
    records.reserve(records.size() + qsizetype(sizeof(RecordHead)) + payload.size());
    putValue(records, RecordHead{static_cast<quint32>(payload.size()), recordChecksum(payload)});
    records.append(payload);
}

Status RecordLog::replaceAll(QByteArrayView records)
{
    const QString path = m_file.path();
    m_file.close(); // Windows replaces no open file
    QSaveFile replacement(path);
    const bool isReplaced = replacement.open(QIODevice::WriteOnly)
                            && replacement.write(records.data(), records.size()) == records.size()
                            && replacement.commit();
    auto reopened = open(path, StoreFile::Access::ReadWrite);
    if (!reopened) {
        return tl::unexpected(reopened.error());
    }
    *this = std::move(*reopened);
    if (!isReplaced) {
        return failure(ErrorCode::Unwritable,
                       QCoreApplication::translate(
                           "EventStore",
                           "%1 cannot be replaced. Check the rights of its folder and the room "
                           "on the disk, and try again.")
                           .arg(path),
                       replacement.errorString());
    }
    return {};
}

void RecordLog::cutTo(qint64 end)
{
    m_end = end;
    if (m_file.size() > end) {
        static_cast<void>(m_file.resize(end));
    }
}

qint64 RecordLog::scan(QByteArrayView bytes,
                       qint64 begin,
                       const std::function<bool(QByteArrayView, qint64)> &visit)
{
    qint64 at = begin;
    RecordHead head{};
    while (at >= 0 && at <= bytes.size()) {
        QByteArrayView rest = bytes.sliced(at);
        if (!takeValue(rest, head) || rest.size() < qsizetype(head.size)) {
            break;
        }
        const QByteArrayView payload = rest.first(head.size);
        const qint64 end = at + qint64(sizeof head) + payload.size();
        if (recordChecksum(payload) != head.checksum || !visit(payload, end)) {
            break;
        }
        at = end;
    }
    return at;
}

} // namespace playhead
