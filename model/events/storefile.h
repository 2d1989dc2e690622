// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArrayView>
#include <QFile>

#include <memory>

namespace playhead {

/// A read-only view of a part of a file. Owns its own file object, so that it may be let go on any thread.
class MappedBytes
{
public:
    /// Empty when `size` is 0. Unreadable when the system refuses.
    static Result<std::shared_ptr<const MappedBytes>> map(const QString &path,
                                                          qint64 offset,
                                                          qint64 size);

    QByteArrayView view() const { return m_view; }

private:
    QFile m_file;
    QByteArrayView m_view;
};

/// One file of an event store: positional writes without a buffer, so that every failure is seen at once and readers of
/// a mapping see what was written.
class StoreFile
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly
    };

    /// Makes the file when it is missing and may be written.
    static Result<StoreFile> open(const QString &path, Access access);

    const QString &path() const { return m_path; }
    qint64 size() const { return m_file->size(); }

    void close() { m_file->close(); }

    /// DiskFull or Unwritable; the file may then hold a part of the bytes.
    Status writeAt(qint64 offset, QByteArrayView bytes);
    /// Cuts off or extends with zeros.
    Status resize(qint64 size);
    /// Waits until the disk has everything.
    Status sync();

    Result<std::shared_ptr<const MappedBytes>> map(qint64 offset, qint64 size) const
    {
        return MappedBytes::map(m_path, offset, size);
    }

private:
    QString m_path;
    std::unique_ptr<QFile> m_file;
    bool m_isDirty = false; // also true for what a process before us may have left unsynced
};

/// Makes the names of new files in `folder` durable, where the system knows such a thing.
void syncFolder(const QString &folder);

/// Puts on the disk what any process has written to a file so far. Nothing to do when there is no such file.
Status syncFile(const QString &path);

} // namespace playhead
