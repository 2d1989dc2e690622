// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/captureindexing.h"

#include "model/events/eventcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace playhead {

namespace {

constexpr size_t kBatchRows = 10'000;
constexpr qint64 kBatchBytes = 8 << 20;
constexpr qsizetype kLongestEvent = std::numeric_limits<qint32>::max();

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureStore", sentence);
}

} // namespace

/// Rows that are committed together.
struct CaptureIndexing::Batch
{
    explicit Batch(std::shared_ptr<const EventStoreData> known)
        : before(std::move(known))
        , ids(kBatchRows)
    {
        rows.reserve(kBatchRows);
    }

    std::shared_ptr<const EventStoreData> before;
    std::vector<RowValues> rows;
    PageIds ids;
    std::vector<EventRow> again; ///< Rows of before batches whose id came again.
};

CaptureIndexing::CaptureIndexing(std::shared_ptr<const CaptureFile> given,
                                 const QString &cacheFolder,
                                 const TypeCatalogue &catalogue)
    : file(std::move(given))
    , index(cacheFolder)
    , m_parser(catalogue)
{}

std::shared_ptr<const EventStoreData> CaptureIndexing::data() const
{
    const std::scoped_lock lock(m_dataMutex);
    return m_data;
}

void CaptureIndexing::publish()
{
    auto data = std::make_shared<EventStoreData>();
    data->blocks = index.blocks();
    data->chunks = std::make_shared<RawChunks>(RawChunks{{0, file->bytes().data(), file}});
    data->names = index.names();
    data->counts = countsOf(*index.names());
    data->rowCount = index.rowCount();
    data->rawEnd = place.next;
    data->otherBytes = place.next - place.eventBytes - qint64(data->rowCount);
    data->isOfLines = !place.isArray;
    m_committed = place.next;
    const std::scoped_lock lock(m_dataMutex);
    m_data = std::move(data);
}

Status CaptureIndexing::mayGoOn(const std::stop_token &stop) const
{
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, text("Reading %1 was stopped.").arg(file->name()));
    }
    if (!file->isWhole()) {
        return changedWhileRead(file->name());
    }
    return {};
}

Status CaptureIndexing::readAll(const CaptureStore::Progress &progress, const std::stop_token &stop)
{
    place = {};
    place.isArray = isJsonArray(file->bytes());
    publish();
    if (const Status status = place.isArray ? readArray(progress, stop) : readLines(progress, stop);
        !status) {
        return status;
    }
    if (index.rowCount() > 0) {
        return {};
    }
    QString why;
    if (!place.firstLeftOut.empty()) {
        const LineLeftOut &line = place.firstLeftOut.front();
        why = text("line %1: %2").arg(QString::number(line.line), line.reason);
    } else if (const auto line = unfinishedLine()) {
        why = text("line %1 is not whole").arg(*line);
    }
    return noEvent(file->name(), why);
}

Status CaptureIndexing::readLines(const CaptureStore::Progress &progress,
                                  const std::stop_token &stop)
{
    if (place.next == 0) {
        place.next = file->bytes().size() - withoutByteOrderMark(file->bytes()).size();
    }
    for (bool isMore = true; isMore;) {
        if (const Status status = mayGoOn(stop); !status) {
            return status;
        }
        Batch batch(data());
        const qint64 begin = place.next;
        while (isMore && batch.rows.size() < kBatchRows && place.next - begin < kBatchBytes) {
            isMore = readLine(batch);
        }
        if (const Status status = commit(batch, progress); !status) {
            return status;
        }
    }
    return mayGoOn(stop);
}

Status CaptureIndexing::readArray(const CaptureStore::Progress &progress,
                                  const std::stop_token &stop)
{
    const auto elements = arrayElements(file->bytes(), file->name());
    if (!elements) {
        return tl::unexpected(elements.error());
    }
    const char *counted = file->bytes().data();
    for (size_t done = 0; done < elements->size();) {
        if (const Status status = mayGoOn(stop); !status) {
            return status;
        }
        Batch batch(data());
        const size_t end = std::min(elements->size(), done + kBatchRows);
        for (; done < end; ++done) {
            const QByteArrayView element = (*elements)[done];
            place.line += quint64(std::count(counted, element.data(), '\n'));
            counted = element.data();
            place.next = element.data() + element.size() - file->bytes().data();
            take(element, batch);
        }
        if (const Status status = commit(batch, progress); !status) {
            return status;
        }
    }
    return mayGoOn(stop);
}

/// False at the end of the file, or of what can be read of it.
bool CaptureIndexing::readLine(Batch &batch)
{
    const QByteArrayView rest = file->bytes().sliced(place.next);
    const qsizetype length = rest.indexOf('\n');
    if (length < 0) {
        return readUnfinished(withoutSpace(rest), batch);
    }
    if (const QByteArrayView event = withoutSpace(rest.first(length)); !event.isEmpty()) {
        if (place.isInLine) {
            leaveOut(text("The line goes on behind its event."));
        } else {
            take(event, batch);
        }
    }
    place.next += length + 1;
    place.isInLine = false;
    ++place.line;
    return true;
}

/// The last line has no end (yet): it counts as soon as it is an event.
bool CaptureIndexing::readUnfinished(QByteArrayView event, Batch &batch)
{
    if (!place.isInLine && event.endsWith('}') && event.size() < kLongestEvent) {
        ++parsedLines;
        if (const Result<EventFields> fields = m_parser.parse(event)) {
            place.next = event.data() + event.size() - file->bytes().data();
            place.isInLine = true;
            store(event, *fields, batch);
        }
    }
    return false;
}

void CaptureIndexing::take(QByteArrayView event, Batch &batch)
{
    if (event.size() >= kLongestEvent) {
        leaveOut(text("The line is longer than 2 GB."));
        return;
    }
    ++parsedLines;
    if (const Result<EventFields> fields = m_parser.parse(event)) {
        store(event, *fields, batch);
    } else {
        leaveOut(fields.error().message);
    }
}

void CaptureIndexing::store(QByteArrayView event, const EventFields &fields, Batch &batch)
{
    const IdKey key = internKey(fields.id, *index.names());
    if (const auto stored = batch.before->find(key)) {
        ++place.doubles;
        batch.again.push_back(*stored);
    } else if (const auto inBatch = batch.ids.find(key, batch.rows)) {
        ++place.doubles;
        batch.rows[*inBatch].flags |= static_cast<quint16>(EventFlag::ReceivedAgain);
    } else {
        const qint64 createdAtUs = toUs(fields.createdAt);
        const bool isFirst = place.eventBytes == 0;
        place.oldestUs = isFirst ? createdAtUs : std::min(place.oldestUs, createdAtUs);
        place.newestUs = isFirst ? createdAtUs : std::max(place.newestUs, createdAtUs);
        place.eventBytes += event.size();
        batch.rows.push_back(columnsOf(fields,
                                       key,
                                       event.data() - file->bytes().data(),
                                       event.size(),
                                       *index.names()));
        batch.ids.addLast(batch.rows);
    }
}

void CaptureIndexing::leaveOut(const QString &reason)
{
    ++place.leftOut;
    if (place.firstLeftOut.size() < kMostLeftOutKept) {
        place.firstLeftOut.push_back({place.line, reason});
    }
}

Status CaptureIndexing::commit(Batch &batch, const CaptureStore::Progress &progress)
{
    if (place.next == m_committed) {
        return {};
    }
    if (index.names()->types.count() > kMostTypes
        || index.rowCount() + batch.rows.size() > kMostRows) {
        return failure(ErrorCode::TooLarge,
                       text("%1 has more events or types of events than Playhead can show at once. "
                            "Open a part of it.")
                           .arg(file->name()));
    }
    const QByteArrayView bytes = file->bytes().sliced(m_committed, place.next - m_committed);
    Status status = index.append(batch.rows, place.next, bytes);
    for (const EventRow row : batch.again) {
        if (status && (batch.before->flags(row) & quint16(EventFlag::ReceivedAgain)) == 0) {
            status = index.setFlag(row, EventFlag::ReceivedAgain);
            ++marked;
        }
    }
    if (status) {
        publish();
        if (progress) {
            progress(place.next, file->bytes().size());
        }
    }
    return status;
}

std::optional<quint64> CaptureIndexing::unfinishedLine() const
{
    const QByteArrayView rest = file->bytes().sliced(place.next);
    const bool isUnfinished = !place.isArray && !place.isInLine && !withoutSpace(rest).isEmpty();
    return isUnfinished ? std::optional(place.line) : std::nullopt;
}

} // namespace playhead
