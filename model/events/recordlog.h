// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/storefile.h"

#include <cstring>
#include <functional>

namespace playhead {

/// An append-only file of records, each with its length and checksum, so that a torn end is recognised.
class RecordLog
{
public:
    static Result<RecordLog> open(const QString &path, StoreFile::Access access);

    /// End of what append() has written or keep() has kept.
    qint64 end() const { return m_end; }
    qint64 fileSize() const { return m_file.size(); }
    const QString &path() const { return m_file.path(); }

    Status append(QByteArrayView payload);
    /// Replaces the whole file, at once, by records made with putRecord().
    Status replaceAll(QByteArrayView records);
    /// Cuts off everything from `end` on. Says no word when the system refuses: the next append overwrites it, and what
    /// lies beyond the last commit counts for nothing.
    void cutTo(qint64 end);
    Status sync() { return m_file.sync(); }

    Result<std::shared_ptr<const MappedBytes>> map(qint64 size) const
    {
        return m_file.map(0, size);
    }

    /// Visits the records from `begin` on, until one fails its checks or `visit` returns false. Returns the end of the
    /// last record that was visited with true.
    static qint64 scan(QByteArrayView bytes,
                       qint64 begin,
                       const std::function<bool(QByteArrayView payload, qint64 end)> &visit);

    static void putRecord(QByteArray &records, QByteArrayView payload);

private:
    explicit RecordLog(StoreFile file);

    StoreFile m_file;
    qint64 m_end = 0;
};

/// Appends the bytes of a plain value to a record.
template<typename T>
void putValue(QByteArray &record, T value)
{
    record.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// Takes a plain value from the front of a record; false when it is too short.
template<typename T>
bool takeValue(QByteArrayView &record, T &value)
{
    if (record.size() < qsizetype(sizeof value)) {
        return false;
    }
    std::memcpy(&value, record.data(), sizeof value);
    record = record.sliced(sizeof value);
    return true;
}

} // namespace playhead
