// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>

namespace playhead::test {

/// The files of a store, beside its lock.
inline const QStringList &storeFiles()
{
    static const QStringList files{QStringLiteral("events.ndjson"),
                                   QStringLiteral("events.index"),
                                   QStringLiteral("events.commits"),
                                   QStringLiteral("events.marks")};
    return files;
}

/// Replaces the folder `to` by a copy of a store's files. While the store is open, the copy is what a kill -9 now would
/// leave behind.
inline bool copyStoreFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    bool isCopied = QDir().mkpath(to);
    for (const QString &file : storeFiles()) {
        isCopied = isCopied && QFile::copy(from + u'/' + file, to + u'/' + file);
    }
    return isCopied;
}

inline QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes over the bytes at `at`; the rest of the file stays.
inline bool overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

inline bool flipBit(const QString &path, qint64 at, int bit)
{
    QFile file(path);
    char byte = 0;
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.read(&byte, 1) != 1) {
        return false;
    }
    byte = static_cast<char>(byte ^ (1 << bit));
    return file.seek(at) && file.write(&byte, 1) == 1;
}

} // namespace playhead::test
