// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturefile.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace playhead {

/// A capture that was opened before. It is known by its content (semantics 15), so that it keeps its cursors when the file
/// is moved, copied or grows.
struct KnownCapture
{
    qint64 id = 0; ///< Of whoever keeps it; never 0.
    QString path; ///< Where it lay.
    qint64 size = 0; ///< Its first bytes, as they were last seen,
    quint64 sample = 0; ///< and CaptureFile::sampleSum() of them.

    bool operator==(const KnownCapture &) const = default;
};

/// What a file is, as a capture: `id` is that of the known one whose content it has, or 0.
KnownCapture identifyCapture(const CaptureFile &file,
                             const QString &path,
                             const QList<KnownCapture> &known);

/// The folder that keeps the index of the capture at this path, inside the folder of all.
QString captureCacheFolder(const QString &folder, const QString &path);

/// Removes all but the `kept` indexes that were written last from the folder of all; never `own`, nor one that is in use.
void dropOldCaptureCaches(const QString &folder, const QString &own, qsizetype kept);

} // namespace playhead

Q_DECLARE_METATYPE(playhead::KnownCapture)
