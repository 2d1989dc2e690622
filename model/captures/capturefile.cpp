// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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
    if (const qint64 size = capture->m_file.size(); size > 0) {
        const uchar *data = capture->m_file.map(0, size);
        if (data == nullptr) {
            return readFailure(capture->m_file);
        }
        capture->m_bytes = QByteArrayView(data, size);
    }
    return capture;
}

QString CaptureFile::name() const
{
    return QDir::toNativeSeparators(m_file.fileName());
}

bool CaptureFile::isWhole() const
{
    const std::scoped_lock lock(m_mutex);
    m_wasCut = m_wasCut || m_file.size() < m_bytes.size();
    return !m_wasCut;
}

} // namespace playhead
