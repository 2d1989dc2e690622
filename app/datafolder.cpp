// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace playhead {

QString dataFolderPath(const QString &given)
{
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                                 + u"/playhead"_s
                           : QDir(given).absolutePath();
}

Result<QString> prepareDataFolder(const QString &given)
{
    const QString folder = dataFolderPath(given);
    const bool isNew = !QFileInfo::exists(folder);
    if (isNew && QDir().mkpath(folder)) {
        QFile::setPermissions(folder,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                  | QFileDevice::ExeOwner);
    }
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isWritable()) {
        return failure(
            ErrorCode::Unwritable,
            QCoreApplication::translate(
                "DataFolder",
                "The data folder %1 cannot be written. Give another one with --data-dir, or make it writable.")
                .arg(QDir::toNativeSeparators(folder)));
    }
    return folder;
}

QString databasePath(const QString &dataFolder)
{
    return dataFolder + u"/playhead.sqlite"_s;
}

} // namespace playhead
