// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/cutguard.h"
#include "model/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QFile>

#include <memory>
#include <mutex>
#include <optional>

namespace playhead {

/// A capture where it lies: its bytes are mapped, never copied, and the file is never changed. Any thread.
class CaptureFile
{
public:
    /// NotFound, Unreadable (a folder, a pipe, no right to read); the message names the file.
    static Result<std::shared_ptr<const CaptureFile>> open(const QString &path);

    QString name() const; ///< The path as people write it on this system.
    QByteArrayView bytes() const { return m_bytes; } ///< Empty for an empty file.
    const QDateTime &writtenAt() const { return m_openedAs; } ///< Of the file when it was opened.
    /// A checksum of the beginning, the end and places between of the first `size` bytes: for telling contents apart and for
    /// knowing one again that has grown.
    quint64 sampleSum(qsizetype size) const;

    /// False as soon as bytes() are no longer what was opened: the file is shorter, or was written anew (seen by its length,
    /// its time and samples of its bytes). It may grow. Asked before each use of bytes() after a pause; what is cut off even so
    /// reads as zeros. Once false, always false.
    bool isWhole() const;

private:
    QByteArray sample() const;

    mutable std::mutex m_mutex; // QFile is not safe by itself
    mutable QFile m_file; // kept open: the name may belong to another file later
    mutable QDateTime m_written; // when that was last seen to be all right
    mutable bool m_wasChanged = false;
    QDateTime m_openedAs;
    QByteArrayView m_bytes;
    QByteArray m_sample; // of m_bytes as they were
    std::optional<CutGuard> m_guard; // of m_bytes; goes before the file's mapping does
};

} // namespace playhead
