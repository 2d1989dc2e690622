// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("TextFile", sentence);
}

} // namespace

Result<QByteArray> readTextFile(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.exists()) {
        return failure(ErrorCode::NotFound, text("There is no file %1. Check its name.").arg(path));
    }
    if (QFileInfo(path).isDir() || !file.open(QFile::ReadOnly)) {
        return failure(ErrorCode::Unreadable,
                       text("The file %1 cannot be read. Check who may read it.").arg(path),
                       file.errorString());
    }
    // One byte more than may be there tells a longer one, also of what has no size.
    const QByteArray content = file.read(mostBytes + 1);
    if (content.size() > mostBytes) {
        return failure(
            ErrorCode::TooLarge,
            text("The file %1 is longer than %2 bytes, so it is none of these. Choose another one.")
                .arg(path, QString::number(mostBytes)));
    }
    if (file.error() != QFile::NoError) {
        return failure(ErrorCode::Unreadable,
                       text("The file %1 cannot be read to its end. Try again.").arg(path),
                       file.errorString());
    }
    return content;
}

Status writeTextFile(const QString &path, const QByteArray &content)
{
    const bool isNew = !QFileInfo::exists(path);
    QSaveFile file(path);
    bool isWritten = file.open(QFile::WriteOnly);
    if (isWritten && isNew) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    isWritten = isWritten && file.write(content) == content.size() && file.commit();
    if (!isWritten) {
        return failure(
            ErrorCode::Unwritable,
            text("The file %1 cannot be written. Check its folder and the space on the disk.")
                .arg(path),
            file.errorString());
    }
    return {};
}

} // namespace playhead
