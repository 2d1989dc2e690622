// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturefile.h"

#include "model/events/checksum.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureFile", sentence);
}

tl::unexpected<Error> readFailure(const QFile &file)
{
    return failure(ErrorCode::Unreadable,
                   text("%1 cannot be read (%2). Check its rights and try again.")
                       .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
                   u"%1: %2"_s.arg(file.fileName(), file.errorString()));
}

} // namespace

Result<std::shared_ptr<const CaptureFile>> CaptureFile::open(const QString &path)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (path.isEmpty() || !info.exists()) {
        return failure(ErrorCode::NotFound,
                       text("There is no file %1. Check the name and try again.").arg(shown));
    }
    if (!info.isFile()) {
        return failure(ErrorCode::Unreadable,
                       text("%1 is a folder or a device, no file of events. Name a file.")
                           .arg(shown));
    }
    auto capture = std::make_shared<CaptureFile>();
    capture->m_file.setFileName(path);
    if (!capture->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return readFailure(capture->m_file);
    }
    capture->m_openedAs = capture->m_file.fileTime(QFileDevice::FileModificationTime);
    capture->m_written = capture->m_openedAs;
    if (const qint64 size = capture->m_file.size(); size > 0) {
        const uchar *data = capture->m_file.map(0, size);
        if (data == nullptr) {
            return readFailure(capture->m_file);
        }
        capture->m_bytes = QByteArrayView(data, size);
        capture->m_guard.emplace(capture->m_bytes);
        capture->m_sample = capture->sample();
    }
    return capture;
}

QString CaptureFile::name() const
{
    return QDir::toNativeSeparators(m_file.fileName());
}

/// Beginning and end: whatever is put in or taken out in between moves the end.
QByteArray CaptureFile::sample() const
{
    constexpr qsizetype kEach = 2048;
    const qsizetype each = std::min(kEach, m_bytes.size());
    return m_bytes.first(each).toByteArray().append(m_bytes.last(each));
}

quint64 CaptureFile::sampleSum(qsizetype size) const
{
    constexpr qsizetype kEnds = 64 << 10;
    constexpr qsizetype kPlaces = 16;
    constexpr qsizetype kEach = 4096;
    const QByteArrayView bytes = m_bytes.first(size);
    const qsizetype ends = std::min(kEnds, size);
    quint64 sum = checksum64(bytes.last(ends), checksum64(bytes.first(ends)));
    for (qsizetype i = 1; i <= kPlaces && size > 2 * kEnds; ++i) {
        const qsizetype at = (size - kEach) / (kPlaces + 1) * i;
        sum = checksum64(bytes.sliced(at, kEach), sum);
    }
    return sum;
}

bool CaptureFile::isWhole() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_wasChanged || (m_guard && m_guard->wasHit()) || m_file.size() < m_bytes.size()) {
        m_wasChanged = true;
        return false;
    }
    const QDateTime written = m_file.fileTime(QFileDevice::FileModificationTime);
    if (written != m_written) {
        m_written = written;
        m_wasChanged = sample() != m_sample;
    }
    return !m_wasChanged;
}

} // namespace playhead
