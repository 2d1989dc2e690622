// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchoutput.h"

#include "app/interrupt.h"
#include "model/captures/capturewriter.h"
#include "model/events/streamorder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <stop_token>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct FetchCommand
{
    Q_DECLARE_TR_FUNCTIONS(FetchCommand)
};

Error unwritable(const QFile &file)
{
    return {ErrorCode::Unwritable,
            FetchCommand::tr("%1 cannot be written (%2). Choose another place with -o.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
            {},
            0};
}

/// Which types and organization numbers of a snapshot a query asks for.
class ScopeTest
{
public:
    ScopeTest(const EventSnapshot &events, const FetchScope &scope)
        : m_events(events)
        , m_range(scope.range)
        , m_hasAllTypes(scope.types.isEmpty())
        , m_wanted(events.typeCount(), false)
    {
        for (const QByteArray &type : scope.types) {
            if (const auto number = events.findType(type)) {
                m_wanted[*number] = true;
            }
        }
        if (!scope.organization.isEmpty()) {
            m_organization =
                events.findOrganization(scope.organization).value_or(kNoSuchOrganization);
        }
    }

    bool holds(EventRow row) const
    {
        return m_range.contains(m_events.createdAt(row))
               && (m_hasAllTypes || m_wanted[m_events.type(row)])
               && (!m_organization || m_events.organization(row) == *m_organization);
    }

private:
    static constexpr quint32 kNoSuchOrganization = std::numeric_limits<quint32>::max();
    const EventSnapshot &m_events;
    TimeRange m_range;
    bool m_hasAllTypes;
    std::vector<bool> m_wanted;
    std::optional<quint32> m_organization;
};

/// Standard output as it is: neither buffered twice nor closed.
Status writeStandardOutput(const CaptureJob &job,
                           const CaptureProgress &progress,
                           const std::stop_token &stop)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly)) {
        return tl::unexpected(unwritable(output));
    }
    const Result<qint64> written = writeCapture(job, output, progress, stop);
    if (!written) {
        return tl::unexpected(written.error());
    }
    if (!output.flush() || std::fflush(stdout) != 0) {
        return failure(
            ErrorCode::Unwritable,
            FetchCommand::tr(
                "Standard output was closed before everything was written. Read it to its end, or "
                "use -o FILE."));
    }
    return {};
}

Status writeFile(const QString &path,
                 const CaptureJob &job,
                 const CaptureProgress &progress,
                 const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return tl::unexpected(unwritable(file));
    }
    const Result<qint64> written = writeCapture(job, file, progress, stop);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return file.flush() ? Status() : Status(tl::unexpected(unwritable(file)));
}

} // namespace

std::vector<EventRow> rowsOfRead(const EventSnapshot &events,
                                 const FetchQuery &query,
                                 const ReadExtent &extent)
{
    FetchScope scope = query.scope;
    scope.range.until = std::min(scope.range.until, extent.completeUntil);
    std::optional<EventRow> after;
    if (!query.after.isEmpty()) {
        after = events.find(query.after);
        scope.range.since = after ? events.createdAt(*after)
                                  : extent.firstReceived.value_or(scope.range.until);
    }
    const ScopeTest test(events, scope);
    std::vector<EventRow> rows;
    for (const EventRow row : streamOrder(events)) {
        if (!test.holds(row) || (after && !streamBefore(events, *after, row))) {
            continue;
        }
        rows.push_back(row);
        if (query.limit > 0 && rows.size() >= query.limit) {
            break;
        }
    }
    return rows;
}

Result<FetchOutput> FetchOutput::prepare(const QString &path)
{
    FetchOutput output;
    if (path.isEmpty() || path == u"-"_s) {
        return output;
    }
    const QFileInfo info(path);
    // A link keeps pointing to its file; a device or pipe is written itself and never renamed over.
    output.m_path = info.exists()      ? info.canonicalFilePath()
                    : info.isSymLink() ? info.symLinkTarget()
                                       : info.absoluteFilePath();
    if (info.isDir()) {
        return failure(ErrorCode::Unwritable,
                       FetchCommand::tr("%1 is a folder. Give -o the name of a file.")
                           .arg(QDir::toNativeSeparators(path)));
    }
    if (info.exists() && !info.isFile()) {
        return output;
    }
    output.m_partPath = output.m_path + u".part"_s;
    QFile part(output.m_partPath);
    if (!part.open(QIODevice::WriteOnly | QIODevice::Append)) {
        return tl::unexpected(unwritable(part));
    }
    return output;
}

Status FetchOutput::writeAll(const EventSnapshot &events, std::vector<EventRow> rows) const
{
    std::stop_source stop;
    const CaptureProgress progress = [&stop](quint64) {
        if (Interrupt::hasCome()) {
            stop.request_stop();
        }
    };
    const CaptureJob job{events, std::move(rows), CaptureFormat::Ndjson};
    if (m_path.isEmpty()) {
        return writeStandardOutput(job, progress, stop.get_token());
    }
    const QString &target = m_partPath.isEmpty() ? m_path : m_partPath;
    if (Status written = writeFile(target, job, progress, stop.get_token());
        !written || m_partPath.isEmpty()) {
        return written;
    }
    std::error_code problem;
    std::filesystem::rename(QFileInfo(m_partPath).filesystemFilePath(),
                            QFileInfo(m_path).filesystemFilePath(),
                            problem);
    if (problem) {
        return failure(ErrorCode::Unwritable,
                       FetchCommand::tr(
                           "%1 cannot be renamed to %2 (%3). The events are in the first one.")
                           .arg(m_partPath,
                                m_path,
                                QString::fromLocal8Bit(problem.message().c_str())));
    }
    return {};
}

Status FetchOutput::writePart(const EventSnapshot &events, std::vector<EventRow> rows) const
{
    if (m_partPath.isEmpty()) {
        return {};
    }
    if (rows.empty()) {
        // What an earlier read left there is worth more than nothing.
        if (QFileInfo(m_partPath).size() == 0) {
            QFile::remove(m_partPath);
        }
        return {};
    }
    return writeFile(m_partPath, {events, std::move(rows), CaptureFormat::Ndjson}, {}, {});
}

QByteArray fetchSummary(const FetchProgress &progress,
                        quint64 events,
                        const EventId &lastEventId,
                        double seconds)
{
    // An id may be any text: spelled by Qt, without the brackets of its array.
    QByteArray last = "null";
    if (!lastEventId.isEmpty()) {
        last = QJsonDocument(QJsonArray{lastEventId.toString()}).toJson(QJsonDocument::Compact);
        last = last.mid(1, last.size() - 2);
    }
    return "{\"events\":" + QByteArray::number(events)
           + ",\"requests\":" + QByteArray::number(progress.requests)
           + ",\"retries\":" + QByteArray::number(progress.retries)
           + ",\"duplicates\":" + QByteArray::number(progress.duplicates)
           + ",\"windows\":" + QByteArray::number(progress.windows) + ",\"last_event_id\":" + last
           + ",\"seconds\":" + QByteArray::number(seconds, 'f', 3) + '}';
}

} // namespace playhead
