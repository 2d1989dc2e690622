// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/storedevents.h"

#include "model/core/logging.h"
#include "model/events/checksum.h"
#include "model/events/columnsum.h"
#include "model/events/eventcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <limits>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSyncRows = 10'000;
constexpr std::chrono::seconds kSyncInterval{1};

tl::unexpected<Error> tooLarge()
{
    return failure(ErrorCode::TooLarge,
                   QCoreApplication::translate(
                       "EventStore",
                       "This environment's event store is at its limit. Keep further events in "
                       "another environment."));
}

} // namespace

StoredEvents::StoredEvents(QString folder,
                           const TypeCatalogue &catalogue,
                           EventStore::Access access)
    : m_folder(std::move(folder))
    , m_catalogue(catalogue)
    , m_access(access)
{}

std::shared_ptr<const EventStoreData> StoredEvents::data() const
{
    const std::lock_guard lock(m_dataMutex);
    return m_data;
}

void StoredEvents::publish(quint64 rows, qint64 rawEnd)
{
    auto data = std::make_shared<EventStoreData>();
    data->blocks = m_files->columns.blocks();
    data->chunks = m_files->raw.chunks();
    data->names = m_names;
    data->counts = countsOf(*m_names);
    data->rowCount = static_cast<quint32>(rows);
    data->rawEnd = rawEnd;
    const std::lock_guard lock(m_dataMutex);
    m_data = std::move(data);
}

Status StoredEvents::checkPage(std::span<const DecodedEvent> page) const
{
    if (isReadOnly()) {
        return failure(ErrorCode::Unwritable,
                       QCoreApplication::translate("EventStore",
                                                   "These events are open for reading only."),
                       m_folder);
    }
    if (data()->rowCount + page.size() > kMostRows) {
        return tooLarge();
    }
    for (const DecodedEvent &event : page) {
        if (event.raw.isEmpty() || event.raw.contains('\n') || event.fields.id.isEmpty()) {
            return failure(ErrorCode::Internal,
                           QCoreApplication::translate("EventStore",
                                                       "An event was not prepared for storing."),
                           QString::fromUtf8(event.fields.id));
        }
        if (event.raw.size() >= std::numeric_limits<qint32>::max()) {
            return tooLarge();
        }
    }
    return {};
}

/// Tells new events from stored ones and from doubles inside the page.
void StoredEvents::sortPage(std::span<const DecodedEvent> page,
                            const QByteArray &readOrganization,
                            NewPage &sorted)
{
    const auto before = data();
    PageIds pageIds(page.size());
    AppendOutcome &outcome = sorted.outcome.page;
    outcome.firstNew = before->rowCount;
    outcome.rows.reserve(page.size());
    sorted.rows.reserve(page.size());
    for (size_t i = 0; i < page.size(); ++i) {
        const DecodedEvent &event = page[i];
        const IdKey key = internKey(event.fields.id, *m_names);
        if (const auto stored = before->find(key)) {
            outcome.rows.push_back(*stored);
            outcome.differing += before->raw(*stored) == event.raw ? 0 : 1;
            if (!readOrganization.isEmpty() && before->organization(*stored) == 0) {
                sorted.assigned.push_back(*stored);
            }
        } else if (const auto inPage = pageIds.find(key, sorted.rows)) {
            outcome.rows.push_back(before->rowCount + static_cast<quint32>(*inPage));
            outcome.differing += page[sorted.sources[*inPage]].raw == event.raw ? 0 : 1;
        } else {
            outcome.rows.push_back(before->rowCount + static_cast<quint32>(sorted.rows.size()));
            RowValues row = columnsOf(event.fields,
                                      key,
                                      before->rawEnd + sorted.rawSize,
                                      event.raw.size(),
                                      *m_names);
            if (row.organization == 0 && !readOrganization.isEmpty()) {
                row.organization = m_names->organizations.intern(readOrganization) + 1;
                row.flags |= static_cast<quint16>(EventFlag::ByReadOrganization);
            }
            sorted.rows.push_back(row);
            sorted.sources.push_back(i);
            sorted.rawSize += event.raw.size() + 1;
            pageIds.addLast(sorted.rows);
        }
    }
    if (!sorted.assigned.empty()) {
        m_names->organizations.intern(readOrganization); // goes into the page's commit
    }
    outcome.added = static_cast<quint32>(sorted.rows.size());
    outcome.alreadyStored = static_cast<quint32>(page.size() - sorted.rows.size());
    std::sort(sorted.assigned.begin(), sorted.assigned.end());
    sorted.assigned.erase(std::unique(sorted.assigned.begin(), sorted.assigned.end()),
                          sorted.assigned.end());
    sorted.outcome.assigned = static_cast<quint32>(sorted.assigned.size());
}

Result<StoredEvents::Outcome> StoredEvents::append(std::span<const DecodedEvent> page,
                                                   const QByteArray &readOrganization)
{
    if (const Status status = checkPage(page); !status) {
        return tl::unexpected(status.error());
    }
    const qint64 marksEnd = m_files->marks.end();
    NewPage sorted;
    sortPage(page, readOrganization, sorted);
    if (m_names->types.count() > kMostTypes) {
        rollBack(marksEnd);
        return tooLarge();
    }
    if (sorted.rows.empty() && sorted.assigned.empty()) {
        return sorted.outcome;
    }
    if (const Status status = storePage(page, readOrganization, sorted); !status) {
        rollBack(marksEnd);
        return tl::unexpected(status.error());
    }
    if (const Status status = assign(sorted.assigned, readOrganization); !status) {
        return tl::unexpected(status.error());
    }
    if (sorted.outcome.page.differing > 0) {
        qCInfo(lcEvents) << sorted.outcome.page.differing
                         << "events came again with other bytes; the first stay";
    }
    return sorted.outcome;
}

Status StoredEvents::storePage(std::span<const DecodedEvent> page,
                               const QByteArray &readOrganization,
                               const NewPage &sorted)
{
    RawFile &raw = m_files->raw;
    const qint64 rawBegin = raw.end();
    char *const bytes = raw.reserve(sorted.rawSize);
    char *at = bytes;
    for (const size_t source : sorted.sources) {
        const QByteArray &line = page[source].raw;
        std::memcpy(at, line.constData(), static_cast<size_t>(line.size()));
        at += line.size();
        *at++ = '\n';
    }
    Status status = raw.write(sorted.rawSize);
    if (status && !readOrganization.isEmpty()) {
        status = writeMarks(readOrganization, sorted, rawBegin, raw.end());
    }
    if (status) {
        status = commit(sorted.rows, rawBegin, QByteArrayView(bytes, sorted.rawSize));
    }
    return status;
}

Status StoredEvents::commit(const std::vector<RowValues> &rows,
                            qint64 rawBegin,
                            QByteArrayView bytes)
{
    const quint32 before = data()->rowCount;
    const qint64 rawEnd = rawBegin + bytes.size();
    Status status = m_files->columns.writeRows(before, rows);
    if (status) {
        status = appendCommit({before + rows.size(), rawEnd, checksum64(bytes)});
    }
    if (status) {
        show(rows, rawEnd);
    }
    return status;
}

Status StoredEvents::appendCommit(const CommitRecord &record)
{
    return m_files->commits.append(record.written(*m_names, data()->counts));
}

/// Shows rows to readers that are in the columns and committed.
void StoredEvents::show(const std::vector<RowValues> &rows, qint64 rawEnd)
{
    const quint32 first = data()->rowCount;
    for (size_t i = 0; i < rows.size(); ++i) {
        m_columnsSum += rowSum(first + static_cast<quint32>(i), rows[i]);
    }
    noteUnsynced();
    m_unsyncedRows += static_cast<quint32>(rows.size());
    publish(first + rows.size(), rawEnd);
}

void StoredEvents::rollBack(qint64 marksEnd)
{
    const auto committed = data();
    m_files->raw.rollBack(committed->rawEnd);
    m_files->marks.cutTo(marksEnd);
    m_names->types.rollBack(committed->counts.types);
    m_names->organizations.rollBack(committed->counts.organizations);
    m_names->objects.rollBack(committed->counts.objects);
    m_names->foreignIds.rollBack(committed->counts.foreignIds);
}

void StoredEvents::noteUnsynced()
{
    if (!hasUnsynced()) {
        m_firstUnsynced = std::chrono::steady_clock::now();
    }
}

bool StoredEvents::isSyncDue() const
{
    return hasUnsynced()
           && (m_unsyncedRows >= kSyncRows
               || std::chrono::steady_clock::now() - m_firstUnsynced >= kSyncInterval);
}

Status StoredEvents::sync()
{
    if (isReadOnly()) {
        return syncOthers();
    }
    return hasUnsynced() ? writeSyncPoint() : Status();
}

/// What the process that writes this store may have left to its next sync. The columns can be worked out from the bytes.
Status StoredEvents::syncOthers() const
{
    Status status = syncFile(m_folder + kRawName);
    status = status ? syncFile(m_folder + kMarksName) : status;
    return status ? syncFile(m_folder + kCommitsName) : status;
}

Status StoredEvents::writeSyncPoint()
{
    Files &files = *m_files;
    // The bytes first: an index that knows more than the bytes would be worthless.
    Status status = files.raw.sync();
    status = status ? files.marks.sync() : status;
    status = status ? files.columns.sync() : status;
    status = status ? files.commits.sync() : status;
    if (status) {
        const auto now = data();
        status = files.columns.writeSyncPoint({0,
                                               now->rowCount,
                                               now->rawEnd,
                                               files.commits.end(),
                                               files.marks.end(),
                                               m_columnsSum.fixed,
                                               m_columnsSum.facts});
    }
    if (status) {
        m_unsyncedRows = 0;
        m_hasUnsyncedMarks = false;
    }
    return status;
}

} // namespace playhead
