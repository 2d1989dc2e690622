// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"
#include "model/events/eventsnapshot.h"

#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

class QIODevice;

namespace playhead {

enum class CaptureFormat {
    Ndjson,
    Json,
    Csv
};

/// The format that a file name's ending stands for; empty for others.
std::optional<CaptureFormat> captureFormatOf(const QString &fileName);

/// One export: which rows of which store, in this order, in which format.
struct CaptureJob
{
    EventSnapshot events;
    std::vector<EventRow> rows;
    CaptureFormat format = CaptureFormat::Ndjson;
};

/// The first bytes that writeCapture() will write, without the end of their line; at most `most`. Empty when NDJSON has no
/// rows. Any thread.
QByteArray captureBeginning(const CaptureJob &job, qsizetype most);

/// Called at most ten times a second with the number of events written. Any thread.
using CaptureProgress = std::function<void(quint64 written)>;

/// Writes to `path` by way of a temporary file beside it that is renamed at the end, so that a failure or a stop leaves
/// what was there before. NDJSON and JSON hold the stored bytes unchanged; CSV is RFC 4180 with a header, UTC times and
/// cells that no spreadsheet takes for a formula. Returns the bytes written; Cancelled, DiskFull, Unwritable. Any thread.
Result<qint64> writeCapture(const CaptureJob &job,
                            const QString &path,
                            const CaptureProgress &progress = {},
                            std::stop_token stop = {});

/// The same into an open device (standard output).
Result<qint64> writeCapture(const CaptureJob &job,
                            QIODevice &device,
                            const CaptureProgress &progress = {},
                            std::stop_token stop = {});

} // namespace playhead
