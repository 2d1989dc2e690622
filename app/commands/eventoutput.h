// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturewriter.h"

#include <QString>

namespace playhead {

/// Where a verb writes events to: standard output, or a file by way of FILE.part (semantics 17).
class EventOutput
{
public:
    /// `path` empty or "-": standard output. Opens FILE.part, so that an unwritable place shows before anything is read.
    static Result<EventOutput> prepare(const QString &path);

    /// Writes all and, for a file, gives it its name. Cancelled when an interrupt came. `tell`: see CaptureProgress.
    Status writeAll(const CaptureJob &job, const CaptureProgress &tell = {}) const;
    /// Writes more behind what was written and flushes it; `isFirst`: what an earlier read left goes. Cancelled as writeAll().
    /// When it fails, a file holds what it did before, so that all of its events are whole.
    Status append(const CaptureJob &job, bool isFirst) const;
    /// Gives the file that append() has written its name.
    Status finish() const;
    /// Leaves what is complete in FILE.part, as it is when nothing came; nothing on standard output.
    Status writePart(const CaptureJob &job) const;
    /// Takes FILE.part away.
    void discard() const;
    /// Neither standard output nor a device: what was written can be taken back.
    bool isFile() const { return !m_partPath.isEmpty(); }

private:
    QString m_path; ///< Empty = standard output.
    QString m_partPath; ///< Of the unfinished file; empty for standard output and for devices.
};

} // namespace playhead
