// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How StoredEvents opens: trusts what was synced, checks what came after it, builds anew what cannot be trusted.
#include "model/core/logging.h"
#include "model/events/checksum.h"
#include "model/events/columnsum.h"
#include "model/events/eventcolumns.h"
#include "model/events/storedevents.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <future>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

StoreFile::Access fileAccess(bool isReadOnly)
{
    return isReadOnly ? StoreFile::Access::ReadOnly : StoreFile::Access::ReadWrite;
}

} // namespace

Status StoredEvents::open()
{
    if (isReadOnly()) {
        if (!QFile::exists(m_folder + kRawName)) {
            return {};
        }
        if (!QFile::exists(m_folder + kIndexName) || !QFile::exists(m_folder + kCommitsName)) {
            return rebuild();
        }
    } else {
        if (!QDir().mkpath(m_folder)) {
            return failure(
                ErrorCode::Unwritable,
                QCoreApplication::translate(
                    "EventStore",
                    "The folder %1 cannot be made. Check the rights of the folder above it.")
                    .arg(m_folder),
                m_folder);
        }
        auto lock = StoreLock::take(m_folder);
        if (!lock) {
            return tl::unexpected(lock.error());
        }
        m_lock = std::move(*lock);
    }
    if (Status status = openFiles(m_folder); !status) {
        return status;
    }
    if (const auto point = m_files->columns.readSyncPoint(columnRules(m_catalogue))) {
        const auto isOpen = openCommitted(*point);
        if (!isOpen) {
            return tl::unexpected(isOpen.error());
        }
        if (*isOpen) {
            return {};
        }
    }
    return rebuild();
}

Status StoredEvents::openFiles(const QString &indexFolder)
{
    const bool isIndexReadOnly = isReadOnly() && indexFolder == m_folder;
    const bool hasMarks = !isReadOnly() || QFile::exists(m_folder + kMarksName);
    if (!hasMarks && !m_temporaryIndex) {
        m_temporaryIndex.emplace();
    }
    auto raw = RawFile::open(m_folder + kRawName, fileAccess(isReadOnly()));
    auto columns = ColumnFile::open(indexFolder + kIndexName, fileAccess(isIndexReadOnly));
    auto commits = RecordLog::open(indexFolder + kCommitsName, fileAccess(isIndexReadOnly));
    auto marks = hasMarks ? EventMarks::open(m_folder + kMarksName, fileAccess(isReadOnly()))
                          : EventMarks::open(m_temporaryIndex->path() + kMarksName,
                                             StoreFile::Access::ReadWrite);
    if (!raw || !columns || !commits || !marks) {
        return tl::unexpected(!raw       ? raw.error()
                              : !columns ? columns.error()
                              : !commits ? commits.error()
                                         : marks.error());
    }
    m_files.emplace(
        Files{std::move(*raw), std::move(*columns), std::move(*commits), std::move(*marks)});
    return {};
}

Result<bool> StoredEvents::openCommitted(const ColumnFile::SyncPoint &point)
{
    if (m_files->commits.fileSize() < point.commitsEnd) {
        return false;
    }
    const auto found = findCommits(point);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto &[synced, newest] = *found;
    const auto isMapped = m_files->columns.mapRows(point.rows);
    if (!isMapped || !*isMapped) {
        return isMapped;
    }
    // Columns and names lie in files of their own: the sum of the ones is taken while the others are read.
    std::future<bool> areTrue = std::async(std::launch::async | std::launch::deferred,
                                           [this, &point] { return areColumnsTrue(point); });
    const Result<bool> hasNames = isReadOnly() ? Result<bool>(true) : loadNames(newest, newest);
    if (!areTrue.get()) {
        qCInfo(lcEvents) << "the index of" << m_folder << "is damaged";
        return false;
    }
    if (isReadOnly()) {
        return openForReading(synced, newest);
    }
    m_files->commits.cutTo(newest.recordEnd);
    if (!hasNames || !*hasNames) {
        return hasNames;
    }
    if (const Status status = openForWriting(point, synced, newest); !status) {
        return tl::unexpected(status.error());
    }
    return true;
}

/// The last commit that is on the disk for sure, and the last one after it whose record and bytes hold.
Result<std::pair<StoredEvents::Commit, StoredEvents::Commit>> StoredEvents::findCommits(
    const ColumnFile::SyncPoint &point) const
{
    const qint64 rawSize = m_files->raw.fileSize();
    const auto log = m_files->commits.map(m_files->commits.fileSize());
    const auto raw = m_files->raw.map(std::min(point.rawEnd, rawSize), rawSize);
    if (!log || !raw) {
        return tl::unexpected(!log ? log.error() : raw.error());
    }
    Commit synced{point.rows, point.rawEnd, point.commitsEnd};
    if (rawSize < point.rawEnd) {
        qCWarning(lcEvents)
            << m_folder
            << "has lost bytes of stored events; the last whole page before them counts";
        synced = {};
        RecordLog::scan((*log)->view(), 0, [&](QByteArrayView payload, qint64 end) {
            const auto record = CommitRecord::read(payload);
            const bool isWithin = record && record->rawEnd <= rawSize && end <= point.commitsEnd;
            if (isWithin) {
                synced = {record->rows, record->rawEnd, end};
            }
            return isWithin;
        });
        return std::pair(synced, synced);
    }
    Commit newest = synced;
    RecordLog::scan((*log)->view(), point.commitsEnd, [&](QByteArrayView payload, qint64 end) {
        const auto record = CommitRecord::read(payload);
        const bool isWithin = record && record->rawEnd >= newest.rawEnd && record->rawEnd <= rawSize
                              && record->rows >= newest.rows;
        if (!isWithin
            || checksum64((*raw)->view().sliced(newest.rawEnd - point.rawEnd,
                                                record->rawEnd - newest.rawEnd))
                   != record->rawChecksum) {
            return false;
        }
        newest = {record->rows, record->rawEnd, end};
        return true;
    });
    return std::pair(synced, newest);
}

/// A reader may stand beside a living writer: it takes what is committed and leaves everything as it is.
Result<bool> StoredEvents::openForReading(const Commit &synced, const Commit &newest)
{
    Commit last = newest;
    const auto isMapped = m_files->columns.mapRows(newest.rows);
    if (!isMapped) {
        return isMapped;
    }
    auto hasNames = loadNames(synced, newest);
    if (hasNames && !(*isMapped && *hasNames && areColumnsWhole(synced, newest))) {
        last = synced;
        hasNames = loadNames(synced, synced);
    }
    if (!hasNames || !*hasNames) {
        return hasNames;
    }
    if (const Status status = m_files->raw.setEnd(last.rawEnd, false); !status) {
        return tl::unexpected(status.error());
    }
    publish(last.rows, last.rawEnd);
    return true;
}

/// Rows after the sync point: they lead from byte to byte, and all their numbers have a text.
bool StoredEvents::areColumnsWhole(const Commit &from, const Commit &to) const
{
    const ColumnBlocks &blocks = *m_files->columns.blocks();
    const NameCounts counts = countsOf(*m_names);
    qint64 at = from.rawEnd;
    for (quint64 place = from.rows; place < to.rows; ++place) {
        const auto row = static_cast<EventRow>(place);
        const RowValues values = blocks.of(row).values(row & ColumnBlock::kMask);
        const bool isKnown = values.type < counts.types && values.object <= counts.objects
                             && (!values.id.isForeign
                                 || foreignNumber(values.id) < counts.foreignIds);
        if (values.rawOffset != at || !isKnown) {
            return false;
        }
        at += qint64(values.rawSize) + 1;
    }
    return at == to.rawEnd;
}

Status StoredEvents::openForWriting(const ColumnFile::SyncPoint &point,
                                    const Commit &synced,
                                    const Commit &newest)
{
    Files &files = *m_files;
    const bool isClean = synced == newest && synced.recordEnd == point.commitsEnd
                         && files.raw.fileSize() == newest.rawEnd
                         && files.marks.end() == point.marksEnd;
    Status status = files.raw.setEnd(newest.rawEnd, true);
    if (!status) {
        return status;
    }
    publish(synced.rows, synced.rawEnd);
    if (isClean) {
        m_columnsSum = {point.fixedSum, point.factsSum};
        files.marks.forgetStored();
        return {};
    }
    m_columnsSum = columnsSum(*files.columns.blocks(), static_cast<EventRow>(synced.rows));
    if (synced.recordEnd != point.commitsEnd) {
        // First of all, or a crash now would leave a sync point that promises more than there is.
        status = writeSyncPoint();
    }
    // Nothing that follows takes away what a crash in the middle of it would need: the commits stay, and the next opening
    // does the same again.
    status = status ? takeBackMarks(synced.rows, point.marksEnd) : status;
    status = status ? indexRaw(synced.rawEnd, newest.rawEnd, Commits::Known) : status;
    status = status ? files.marks.dropFrom(newest.rawEnd) : status;
    status = status ? applyMarks() : status;
    if (status && files.marks.end() < point.marksEnd) {
        status = restoreMarks();
    }
    return status ? writeSyncPoint() : status;
}

/// False when the log does not lead to `commit`.
Result<bool> StoredEvents::loadNames(const Commit &synced, const Commit &last)
{
    const auto mapped = m_files->commits.map(last.recordEnd);
    if (!mapped) {
        return tl::unexpected(mapped.error());
    }
    const QByteArrayView log = (*mapped)->view();
    // The writer may cut off what it had not synced; a reader's mapping would lose its ground then.
    const qint64 mappedEnd = isReadOnly() ? synced.recordEnd : last.recordEnd;
    const auto copy = std::make_shared<QByteArray>(log.sliced(mappedEnd).toByteArray());
    m_names = std::make_shared<StoreNames>();
    for (Dictionary *names :
         {&m_names->types, &m_names->organizations, &m_names->objects, &m_names->foreignIds}) {
        names->keep(*mapped);
        names->keep(copy);
    }
    Commit read;
    const auto adoptBehind = [this, &read](qint64 before) {
        return [this, &read, before](QByteArrayView payload, qint64 end) {
            const auto record = CommitRecord::read(payload);
            if (!record || !CommitRecord::adoptNames(payload, *m_names)) {
                return false;
            }
            read = {record->rows, record->rawEnd, before + end};
            return true;
        };
    };
    if (RecordLog::scan(log.first(mappedEnd), 0, adoptBehind(0)) == mappedEnd) {
        RecordLog::scan(*copy, 0, adoptBehind(mappedEnd));
    }
    return read == last;
}

} // namespace playhead
