// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/storefile.h"

#include "model/core/logging.h"

#include <QCoreApplication>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#include <windows.h>
#endif

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

bool isFull(const QFile &file, int systemError)
{
#ifdef Q_OS_UNIX
    // A quota and a limit on the file's size leave the same choice as a full disk.
    return file.error() == QFileDevice::ResourceError || systemError == ENOSPC
           || systemError == EDQUOT || systemError == EFBIG;
#else
    Q_UNUSED(systemError)
    return file.error() == QFileDevice::ResourceError || GetLastError() == ERROR_DISK_FULL;
#endif
}

tl::unexpected<Error> writeFailure(const QFile &file)
{
#ifdef Q_OS_UNIX
    const int systemError = errno;
#else
    const int systemError = 0;
#endif
    const QString detail = u"%1: %2"_s.arg(file.fileName(), file.errorString());
    if (isFull(file, systemError)) {
        return failure(ErrorCode::DiskFull,
                       QCoreApplication::translate(
                           "EventStore",
                           "The disk is full, so new events cannot be kept. Make room in %1 "
                           "and try again; what was stored before is safe.")
                           .arg(QFileInfo(file.fileName()).absolutePath()),
                       detail);
    }
    return failure(ErrorCode::Unwritable,
                   QCoreApplication::translate(
                       "EventStore",
                       "%1 cannot be written (%2). Check the rights of its folder and try again.")
                       .arg(file.fileName(), file.errorString()),
                   detail);
}

tl::unexpected<Error> readFailure(const QFile &file)
{
    return failure(ErrorCode::Unreadable,
                   QCoreApplication::translate(
                       "EventStore",
                       "%1 cannot be read (%2). Check the rights of its folder and try again.")
                       .arg(file.fileName(), file.errorString()),
                   u"%1: %2"_s.arg(file.fileName(), file.errorString()));
}

bool syncHandle(int handle)
{
#if defined(Q_OS_DARWIN)
    // fsync alone does not reach the disk there (fsync(2) of macOS).
    return ::fcntl(handle, F_FULLFSYNC) == 0 || ::fsync(handle) == 0;
#elif defined(Q_OS_UNIX)
    return ::fsync(handle) == 0;
#else
    return FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(handle))) != 0;
#endif
}

} // namespace

Result<std::shared_ptr<const MappedBytes>> MappedBytes::map(const QString &path,
                                                            qint64 offset,
                                                            qint64 size)
{
    auto bytes = std::make_shared<MappedBytes>();
    if (size == 0) {
        return bytes;
    }
    bytes->m_file.setFileName(path);
    if (!bytes->m_file.open(QIODevice::ReadOnly)) {
        return readFailure(bytes->m_file);
    }
    const uchar *data = bytes->m_file.map(offset, size);
    if (data == nullptr) {
        return readFailure(bytes->m_file);
    }
    // The mapping outlives the descriptor; thousands of open ones would reach the system's limit.
    bytes->m_file.close();
    bytes->m_view = QByteArrayView(data, size);
    return bytes;
}

Result<StoreFile> StoreFile::open(const QString &path, Access access)
{
    StoreFile file;
    file.m_path = path;
    file.m_file = std::make_unique<QFile>(path);
    const bool isWriter = access == Access::ReadWrite;
    const auto mode = isWriter ? QIODevice::ReadWrite | QIODevice::Unbuffered
                               : QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (!file.m_file->open(mode)) {
        if (isWriter) {
            return writeFailure(*file.m_file);
        }
        return readFailure(*file.m_file);
    }
    file.m_isDirty = isWriter;
    return file;
}

Status StoreFile::writeAt(qint64 offset, QByteArrayView bytes)
{
    m_isDirty = true;
    m_file->unsetError();
    if (!m_file->seek(offset)) {
        return writeFailure(*m_file);
    }
    while (!bytes.isEmpty()) {
        const qint64 written = m_file->write(bytes.data(), bytes.size());
        if (written <= 0) {
            return writeFailure(*m_file);
        }
        bytes = bytes.sliced(written);
    }
    return {};
}

Status StoreFile::resize(qint64 size)
{
    m_isDirty = true;
    m_file->unsetError();
    if (!m_file->resize(size)) {
        return writeFailure(*m_file);
    }
    return {};
}

Status StoreFile::sync()
{
    if (m_isDirty && !syncHandle(m_file->handle())) {
        return writeFailure(*m_file);
    }
    m_isDirty = false;
    return {};
}

Status syncFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return {};
    }
#ifdef Q_OS_UNIX
    const auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
#else
    // A buffer is flushed there only through a handle that may write.
    const auto mode = QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered;
#endif
    if (!file.open(mode)) {
        return readFailure(file);
    }
    return syncHandle(file.handle()) ? Status() : Status(writeFailure(file));
}

void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        if (::fsync(handle) != 0) {
            qCInfo(lcEvents) << "the folder of the events could not be synced";
        }
        ::close(handle);
    }
#else
    Q_UNUSED(folder)
#endif
}

} // namespace playhead
