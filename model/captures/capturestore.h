// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturereader.h"
#include "model/events/eventsnapshot.h"

#include <QMetaType>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace playhead {

/// What is known of an open capture beside its events.
struct CaptureFacts
{
    quint64 leftOut =
        0; ///< Lines (elements of an array) that are no event; empty lines do not count.
    std::vector<LineLeftOut> firstLeftOut; ///< The first thousand of them.
    quint64 doubles =
        0; ///< Lines whose id was there before: stored once, marked as received again.
    std::optional<quint64>
        unfinishedLine; ///< The last line, while it is neither whole nor an event yet.
    TimeRange range; ///< From the oldest event to a millisecond after the newest.
    /// What is written behind its end will be seen; not so for a JSON array.
    bool isFollowed = false;

    bool operator==(const CaptureFacts &) const = default;
};

/// What CaptureStore::follow() found.
struct CaptureGrowth
{
    quint32 added = 0; ///< New rows, behind the others.
    quint32 marked = 0; ///< Rows that came again.
    bool hasFacts = false; ///< facts() are others than before.
};

/// The events of one capture where they lie: mapped, never copied, and the file is never changed. Columns and dictionaries
/// are in a cache folder; when that is missing, damaged, or not of this file as it is now, the file is read once. Lines
/// that are no event are left out and told; an id that comes again is stored once and marked (semantics 10).
/// Made, used and destroyed on one thread; snapshot() may be called from any.
class CaptureStore
{
public:
    /// Bytes of the file that are read, and all of them. Called after each batch.
    using Progress = std::function<void(qint64 done, qint64 all)>;

    /// `cacheFolder` is this capture's own and empty when none is wanted; one that cannot be written is done without.
    /// NotFound, Unreadable (also when the file is changed meanwhile), Malformed (no event at all), DiskFull, TooLarge,
    /// Cancelled; messages name the file.
    static Result<std::unique_ptr<CaptureStore>> open(std::shared_ptr<const CaptureFile> file,
                                                      const QString &cacheFolder,
                                                      const TypeCatalogue &catalogue,
                                                      const Progress &progress = {},
                                                      const std::stop_token &stop = {});
    ~CaptureStore(); ///< Keeps what following has found for the next start.

    EventSnapshot snapshot() const;
    const CaptureFacts &facts() const;
    const CaptureFile &file() const;
    quint64 parsedLines() const; ///< By this object: 0 when all came from the cache.

    /// Looks at the file again and reads the lines that came behind its end. Unreadable when it was cut or written anew: then
    /// no event may be shown any more, and it is to be opened again. After any other error, told once (DiskFull, TooLarge),
    /// what was read stays, and the file is read no further.
    Result<CaptureGrowth> follow(const std::stop_token &stop = {});

private:
    CaptureStore();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::CaptureFacts)
