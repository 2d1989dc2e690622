// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturewriter.h"

#include "model/captures/capturesink.h"
#include "model/captures/csvcell.h"
#include "model/core/json.h"
#include "model/core/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto kProgressInterval = std::chrono::milliseconds(100);
/// After so many bytes or events, the stop and the clock are looked at.
constexpr qint64 kBytesBetweenLooks = 4 << 20;
constexpr quint64 kEventsBetweenLooks = 1000;
/// A run of neighbours is passed on in writes of at most this size, so that a stop is heard in between.
constexpr qsizetype kLongestRun = 4 << 20;

constexpr char kCsvHeader[] = "id,type,created_at,organization_id,object,updated_at,event\r\n";

QString text(const char *sentence)
{
    return QCoreApplication::translate("CaptureWriter", sentence);
}

/// Looks at the stop and tells the progress, not too often.
class Watch
{
public:
    Watch(const CaptureProgress &progress, std::stop_token stop)
        : m_progress(progress)
        , m_stop(std::move(stop))
        , m_told(SteadyClock::now())
    {}

    /// false: stop.
    bool passes(quint64 events, qint64 bytes)
    {
        if (events - m_lookedEvents < kEventsBetweenLooks
            && bytes - m_lookedBytes < kBytesBetweenLooks) {
            return true;
        }
        m_lookedEvents = events;
        m_lookedBytes = bytes;
        if (m_progress && SteadyClock::now() - m_told >= kProgressInterval) {
            m_told = SteadyClock::now();
            m_progress(events);
        }
        return !isStopped();
    }
    bool isStopped() const { return m_stop.stop_requested(); }

private:
    const CaptureProgress &m_progress;
    std::stop_token m_stop;
    SteadyClock::time_point m_told;
    quint64 m_lookedEvents = 0;
    qint64 m_lookedBytes = 0;
};

/// In the store the events lie one behind the other with a line break between them: then many are one write.
bool isNeighbour(QByteArrayView event, QByteArrayView next)
{
    return next.data() == event.data() + event.size() + 1 && event.data()[event.size()] == '\n';
}

void writeNdjson(const CaptureJob &job, CaptureSink &sink, Watch &watch)
{
    size_t index = 0;
    while (index < job.rows.size() && !sink.hasFailed()) {
        QByteArrayView last = job.events.raw(job.rows[index]);
        const char *const begin = last.data();
        ++index;
        while (index < job.rows.size() && last.data() - begin < kLongestRun) {
            const QByteArrayView next = job.events.raw(job.rows[index]);
            if (!isNeighbour(last, next)) {
                break;
            }
            last = next;
            ++index;
        }
        const QByteArrayView run(begin, last.data() + last.size());
        // An event of a JSON array may stand on many lines there; here each has one.
        const bool isAlone = run.size() == last.size();
        const bool isBroken = isAlone && run.contains('\n');
        sink.write(isBroken ? QByteArrayView(singleLine(run)) : run);
        sink.write('\n');
        if (!watch.passes(index, sink.bytesWritten())) {
            return;
        }
    }
}

void writeJson(const CaptureJob &job, CaptureSink &sink, Watch &watch)
{
    sink.write('[');
    for (size_t index = 0; index < job.rows.size() && !sink.hasFailed(); ++index) {
        if (index > 0) {
            sink.write(",\n");
        }
        sink.write(job.events.raw(job.rows[index]));
        if (!watch.passes(index + 1, sink.bytesWritten())) {
            return;
        }
    }
    sink.write("]\n");
}

/// Reads what the store keeps in no column: updated_at.
class UpdatedAtReader
{
public:
    explicit UpdatedAtReader(const TypeCatalogue &catalogue)
        : m_catalogue(catalogue)
    {}

    /// Empty when it is missing or unreadable.
    std::optional<Instant> operator()(QByteArrayView raw)
    {
        if (!m_document.parse(raw)) {
            return std::nullopt;
        }
        const Result<EventFields> fields = readEventFields(m_document.root(), m_catalogue);
        return fields ? fields->updatedAt : std::nullopt;
    }

private:
    const TypeCatalogue &m_catalogue;
    JsonDocument m_document;
};

void writeCsv(const CaptureJob &job,
              CaptureSink &sink,
              Watch &watch,
              const TypeCatalogue &catalogue)
{
    const EventSnapshot &events = job.events;
    UpdatedAtReader updatedAtOf(catalogue);
    sink.write(kCsvHeader);
    QByteArray record;
    for (size_t index = 0; index < job.rows.size() && !sink.hasFailed(); ++index) {
        const EventRow row = job.rows[index];
        const quint32 organization = events.organization(row);
        const quint32 object = events.object(row);
        const std::optional<Instant> updatedAt = updatedAtOf(events.raw(row));
        record.resize(0);
        for (const QByteArray &cell :
             {events.id(row).value,
              events.typeName(events.type(row)),
              isoUtcMs(events.createdAt(row)),
              organization == 0 ? QByteArray() : events.organizationId(organization).value,
              object == 0 ? QByteArray() : events.objectKey(object),
              updatedAt ? isoUtcMs(*updatedAt) : QByteArray()}) {
            appendCsvCell(record, cell);
            record.append(',');
        }
        appendCsvCell(record, events.raw(row));
        record.append("\r\n");
        sink.write(record);
        if (!watch.passes(index + 1, sink.bytesWritten())) {
            return;
        }
    }
}

/// A folder or a device must not be replaced by a file.
Status checkPlace(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || (info.exists() && !info.isFile())) {
        return failure(ErrorCode::Unwritable,
                       text("%1 is no file that events can be written to. Choose another place.")
                           .arg(path));
    }
    if (!info.absoluteDir().exists()) {
        return failure(ErrorCode::Unwritable,
                       text("The folder %1 does not exist. Make it, or choose another place.")
                           .arg(info.absolutePath()));
    }
    return {};
}

} // namespace

std::optional<CaptureFormat> captureFormatOf(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    if (ending == "ndjson"_L1 || ending == "jsonl"_L1) {
        return CaptureFormat::Ndjson;
    }
    if (ending == "json"_L1) {
        return CaptureFormat::Json;
    }
    return ending == "csv"_L1 ? std::optional(CaptureFormat::Csv) : std::nullopt;
}

QByteArray captureBeginning(const CaptureJob &job, qsizetype most)
{
    if (job.format == CaptureFormat::Csv) {
        return QByteArray(kCsvHeader).trimmed().left(most);
    }
    const QByteArrayView first = job.rows.empty() ? QByteArrayView()
                                                  : job.events.raw(job.rows.front());
    const QByteArray opening = job.format == CaptureFormat::Json ? QByteArrayLiteral("[")
                                                                 : QByteArray();
    return (opening + first.first(std::min(first.size(), most)).toByteArray()).left(most);
}

Result<qint64> writeCapture(const CaptureJob &job,
                            QIODevice &device,
                            const CaptureProgress &progress,
                            std::stop_token stop)
{
    CaptureSink sink(device);
    Watch watch(progress, std::move(stop));
    if (!watch.isStopped()) {
        switch (job.format) {
        case CaptureFormat::Ndjson:
            writeNdjson(job, sink, watch);
            break;
        case CaptureFormat::Json:
            writeJson(job, sink, watch);
            break;
        case CaptureFormat::Csv: {
            const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
            if (!catalogue) {
                return tl::unexpected<Error>(catalogue.error());
            }
            writeCsv(job, sink, watch, *catalogue);
            break;
        }
        }
    }
    if (watch.isStopped()) {
        return failure(ErrorCode::Cancelled, text("The export was stopped before its end."));
    }
    sink.flush();
    if (sink.hasFailed()) {
        return tl::unexpected<Error>(sink.status().error());
    }
    if (progress) {
        progress(job.rows.size());
    }
    return sink.bytesWritten();
}

Result<qint64> writeCapture(const CaptureJob &job,
                            const QString &path,
                            const CaptureProgress &progress,
                            std::stop_token stop)
{
    if (Status place = checkPlace(path); !place) {
        return tl::unexpected<Error>(place.error());
    }
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return tl::unexpected<Error>(writeError(file));
    }
    Result<qint64> written = writeCapture(job, file, progress, stop);
    if (!written) {
        file.cancelWriting();
        return written;
    }
    errno = 0;
    if (!file.commit()) {
        return tl::unexpected<Error>(writeError(file));
    }
    qCInfo(lcExport, "%zu events written", job.rows.size());
    return written;
}

} // namespace playhead
