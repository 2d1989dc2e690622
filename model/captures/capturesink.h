// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

class QIODevice;

namespace playhead {

/// Gathers small pieces into writes of a mebibyte and passes large ones on as they are. The first failure is kept and
/// everything after it is dropped.
class CaptureSink
{
public:
    /// `device` must be open and outlive the sink.
    explicit CaptureSink(QIODevice &device);

    void write(QByteArrayView bytes);
    void write(char byte) { write(QByteArrayView(&byte, 1)); }
    void flush();

    bool hasFailed() const { return !m_status.has_value(); }
    const Status &status() const { return m_status; }
    qint64 bytesWritten() const { return m_written; } ///< Flushed or not.

private:
    void pass(QByteArrayView bytes);

    QIODevice &m_device;
    QByteArray m_buffer;
    qint64 m_written = 0;
    Status m_status;
};

/// The Error of a device that has just refused to write: DiskFull or Unwritable.
Error writeError(const QIODevice &device);

} // namespace playhead
