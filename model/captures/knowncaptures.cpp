// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/knowncaptures.h"

#include "model/events/storelock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace playhead {

KnownCapture identifyCapture(const CaptureFile &file,
                             const QString &path,
                             const QList<KnownCapture> &known)
{
    const qint64 size = file.bytes().size();
    KnownCapture found{0, path, size, file.sampleSum(size)};
    qint64 longest = 0;
    for (const KnownCapture &one : known) {
        const bool isSame = one.size == size && one.sample == found.sample;
        if (isSame && (found.id == 0 || longest < size || one.path == path)) {
            found.id = one.id;
            longest = size;
        }
        // What has grown: but a copy of it that went on by itself is another one.
        const bool mayHaveGrown = one.path == path || !QFileInfo::exists(one.path);
        if (one.size > longest && one.size < size && mayHaveGrown
            && file.sampleSum(one.size) == one.sample) {
            found.id = one.id;
            longest = one.size;
        }
    }
    return found;
}

QString captureCacheFolder(const QString &folder, const QString &path)
{
    const QByteArray key = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return folder + u'/' + QString::fromLatin1(key.first(16).toHex());
}

void dropOldCaptureCaches(const QString &folder, const QString &own, qsizetype kept)
{
    const QFileInfoList caches = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot,
                                                            QDir::Time); // the newest first
    for (const QFileInfo &cache : caches.mid(kept)) {
        const QString path = cache.absoluteFilePath();
        if (path != QFileInfo(own).absoluteFilePath() && StoreLock::take(path)) {
            QDir(path).removeRecursively();
        }
    }
}

} // namespace playhead
