// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How StoredEvents makes columns of raw bytes and marks, and marks of columns.
#include "model/core/logging.h"
#include "model/events/checksum.h"
#include "model/events/eventcolumns.h"
#include "model/events/linereader.h"
#include "model/events/storedevents.h"

#include <QFile>

#include <algorithm>
#include <limits>

namespace playhead {

/// Makes rows of the lines in [begin, end) of the raw bytes, which are mapped already and end with a line.
Status StoredEvents::indexRaw(qint64 begin, qint64 end, Commits commits)
{
    if (begin == end) {
        return {};
    }
    LineReader reader(QByteArrayView((*m_files->raw.chunks())[0].data, end),
                      begin,
                      end,
                      m_catalogue);
    qint64 skipped = 0;
    while (const auto batch = reader.next()) {
        const auto known = data();
        const std::vector<RowValues> rows = rowsOf(*batch, *known);
        skipped += batch->skipped + qint64(batch->lines.size() - rows.size());
        Status status = m_files->columns.writeRows(known->rowCount, rows);
        if (status && commits == Commits::Lost) {
            status = appendCommit({known->rowCount + rows.size(), batch->end, batch->checksum});
        }
        if (!status) {
            return status;
        }
        show(rows, batch->end);
    }
    if (skipped > 0) {
        qCWarning(lcEvents) << skipped << "lines of" << m_folder
                            << "are no events, or doubled ones; left out";
    }
    return {};
}

/// The lines whose ids are new.
std::vector<RowValues> StoredEvents::rowsOf(const LineBatch &batch, const EventStoreData &known)
{
    std::vector<RowValues> rows;
    rows.reserve(batch.lines.size());
    PageIds batchIds(batch.lines.size());
    for (const LineBatch::Line &line : batch.lines) {
        const IdKey key = internKey(line.fields.id, *m_names);
        if (!known.find(key) && !batchIds.find(key, rows)) {
            rows.push_back(columnsOf(line.fields, key, line.begin, line.size, *m_names));
            batchIds.addLast(rows);
        }
    }
    return rows;
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
    status = files.columns.reset(columnRules(m_catalogue));
    status = status ? files.raw.setEnd(end, !isReadOnly()) : status;
    if (!status) {
        return status;
    }
    publish(0, 0);
    m_columnsSum = {};
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
