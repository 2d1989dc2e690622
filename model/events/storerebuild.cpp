// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How StoredEvents makes columns of raw bytes and marks, and marks of columns.
#include "model/core/json.h"
#include "model/core/logging.h"
#include "model/events/checksum.h"
#include "model/events/storedevents.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace playhead {

/// Makes rows of the lines in [begin, end) of the raw bytes, which are mapped already.
Status StoredEvents::indexRaw(qint64 begin, qint64 end, Commits commits)
{
    constexpr size_t kBatchRows = 1000;
    constexpr qint64 kBatchBytes = 8 << 20;
    if (begin == end) {
        return {};
    }
    const QByteArrayView bytes((*m_files->raw.chunks())[0].data, end);
    JsonDocument document;
    qint64 skipped = 0;
    while (begin < end) {
        const auto known = data();
        std::vector<RowValues> rows;
        rows.reserve(kBatchRows);
        PageIds batchIds(kBatchRows);
        qint64 at = begin;
        while (at < end && rows.size() < kBatchRows && at - begin < kBatchBytes) {
            const qsizetype size = bytes.indexOf('\n', at) - at;
            const auto parsed = document.parse(bytes.sliced(at, size));
            const auto fields = parsed ? readEventFields(document.root(), m_catalogue)
                                       : Result<EventFields>(tl::unexpected(parsed.error()));
            bool isNew = false;
            if (fields) {
                const IdKey key = internKey(fields->id);
                isNew = !known->find(key) && !batchIds.find(key, rows);
                if (isNew) {
                    rows.push_back(makeRow(*fields, key, at, size));
                    batchIds.addLast(rows);
                }
            }
            skipped += isNew ? 0 : 1;
            at += size + 1;
        }
        Status status;
        if (commits == Commits::Lost) {
            status = commit(rows, begin, bytes.sliced(begin, at - begin));
        } else if ((status = m_files->columns.writeRows(known->rowCount, rows))) {
            show(rows, at);
        }
        if (!status) {
            return status;
        }
        begin = at;
    }
    if (skipped > 0) {
        qCWarning(lcEvents) << skipped << "lines of" << m_folder
                            << "are no events, or doubled ones; left out";
    }
    return {};
}

/// Where a page begins whose commit says that it was longer than the raw bytes are now; else no limit. What is only damage
/// of the commits takes no bytes away.
qint64 StoredEvents::endOfWholePages() const
{
    constexpr qint64 kNoLimit = std::numeric_limits<qint64>::max();
    const auto raw = StoreFile::open(m_folder + kRawName, StoreFile::Access::ReadOnly);
    const auto log = RecordLog::open(m_folder + kCommitsName, StoreFile::Access::ReadOnly);
    if (!raw || !log) {
        return kNoLimit;
    }
    const auto bytes = raw->map(0, raw->size());
    const auto records = log->map(log->fileSize());
    if (!bytes || !records) {
        return kNoLimit;
    }
    qint64 limit = kNoLimit;
    std::optional<CommitRecord> last;
    qint64 lastBegin = 0;
    RecordLog::scan((*records)->view(), 0, [&](QByteArrayView payload, qint64) {
        const auto record = CommitRecord::read(payload);
        if (record && record->rawEnd > raw->size() && last
            && checksum64((*bytes)->view().sliced(lastBegin, last->rawEnd - lastBegin))
                   == last->rawChecksum) {
            limit =
                last->rawEnd; // and the commit before proves that these are the bytes of this log
        }
        const qint64 begin = last ? last->rawEnd : 0;
        if (!record || record->rawEnd > raw->size() || record->rawEnd < begin) {
            return false;
        }
        lastBegin = begin;
        last = record;
        return true;
    });
    return limit;
}

Status StoredEvents::rebuild()
{
    qCInfo(lcEvents) << "building the index of" << m_folder << "anew";
    QString indexFolder = m_folder;
    m_files.reset();
    const qint64 wholePages = endOfWholePages();
    if (isReadOnly()) {
        m_temporaryIndex.emplace();
        indexFolder = m_temporaryIndex->path();
    } else {
        // Removed, not overwritten: a reader beside us may have the old ones mapped.
        QFile::remove(m_folder + kIndexName);
        QFile::remove(m_folder + kCommitsName);
    }
    m_names = std::make_shared<StoreNames>();
    Status status = openFiles(indexFolder);
    if (!status) {
        return status;
    }
    Files &files = *m_files;
    qint64 end = 0;
    {
        const auto raw = files.raw.map(0, files.raw.fileSize());
        if (!raw) {
            return tl::unexpected(raw.error());
        }
        end = std::min(wholePages, (*raw)->view().lastIndexOf('\n') + 1);
    }
    files.commits.cutTo(0);
    status = files.columns.reset(columnsStamp());
    status = status ? files.raw.setEnd(end, !isReadOnly()) : status;
    if (!status) {
        return status;
    }
    publish(0, 0);
    m_columnsSum = 0;
    status = indexRaw(0, end, Commits::Lost);
    if (status && !isReadOnly()) {
        status = files.marks.dropFrom(end);
    }
    status = status ? applyMarks() : status;
    if (status && !isReadOnly()) {
        syncFolder(m_folder); // here the files of the index are new
        status = writeSyncPoint();
    }
    return status;
}

} // namespace playhead
