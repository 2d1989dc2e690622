// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/captureindex.h"
#include "model/captures/captureparsing.h"
#include "model/captures/capturestore.h"

#include <mutex>
#include <stop_token>

namespace playhead {

/// Reads the lines of a capture into its index, from where it stands to the end of the file; the working side of
/// CaptureStore. One thread, but for data().
class CaptureIndexing
{
public:
    CaptureIndexing(std::shared_ptr<const CaptureFile> file,
                    const QString &cacheFolder,
                    const TypeCatalogue &catalogue);

    /// From the beginning; Malformed when there is no event.
    Status readAll(const CaptureStore::Progress &progress, const std::stop_token &stop);
    /// Goes on with the lines behind `place`. A last line without its end is read only if it is an event.
    Status readLines(const CaptureStore::Progress &progress, const std::stop_token &stop);
    /// Lets data() show all rows of the index, from `file`.
    void publish();
    /// Any thread.
    std::shared_ptr<const EventStoreData> data() const;
    /// The last line, while it is not read.
    std::optional<quint64> unfinishedLine() const;

    std::shared_ptr<const CaptureFile> file;
    CaptureIndex index;
    CapturePlace place;
    quint64 parsedLines = 0;
    quint32 marked = 0; ///< Rows that were marked as received again.

private:
    struct Batch;

    Status readArray(const CaptureStore::Progress &progress, const std::stop_token &stop);
    bool readLine(Batch &batch);
    bool readUnfinished(QByteArrayView text, Batch &batch);
    void take(QByteArrayView text, Batch &batch);
    void store(QByteArrayView event, const EventFields &fields, Batch &batch);
    void leaveOut(const QString &reason);
    Status commit(Batch &batch, const CaptureStore::Progress &progress);
    Status mayGoOn(const std::stop_token &stop) const;

    EventParser m_parser;
    qint64 m_committed = 0; // the index holds rows of the bytes before
    mutable std::mutex m_dataMutex;
    std::shared_ptr<const EventStoreData> m_data = std::make_shared<EventStoreData>();
};

} // namespace playhead
