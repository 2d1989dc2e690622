// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArrayView>
#include <QFile>

#include <memory>
#include <mutex>

namespace playhead {

/// A capture where it lies: its bytes are mapped, never copied, and the file is never changed. Any thread.
class CaptureFile
{
public:
    /// NotFound, Unreadable (a folder, a pipe, no right to read); the message names the file.
    static Result<std::shared_ptr<const CaptureFile>> open(const QString &path);

    QString name() const; ///< The path as people write it on this system.
    QByteArrayView bytes() const { return m_bytes; } ///< Empty for an empty file.

    /// False as soon as the file is shorter than bytes(). The system ends a process that touches what is missing, so this
    /// is asked before each use of bytes() after a pause; it costs one system call. Once false, always false.
    bool isWhole() const;

private:
    mutable std::mutex m_mutex; // QFile is not safe by itself
    mutable QFile m_file; // kept open: the name may belong to another file later
    mutable bool m_wasCut = false;
    QByteArrayView m_bytes;
};

} // namespace playhead
