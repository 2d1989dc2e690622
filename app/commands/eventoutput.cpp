// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/eventoutput.h"

#include "app/interrupt.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <filesystem>
#include <stop_token>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct EventOutputText
{
    Q_DECLARE_TR_FUNCTIONS(EventOutputText)
};

Error unwritable(const QFile &file)
{
    return {ErrorCode::Unwritable,
            EventOutputText::tr("%1 cannot be written (%2). Choose another place with -o.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
            {},
            0};
}

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
            EventOutputText::tr(
                "Standard output was closed before everything was written. Read it to its end, or "
                "use -o FILE."));
    }
    return {};
}

Status writeFile(const QString &path,
                 const CaptureJob &job,
                 const CaptureProgress &progress,
                 const std::stop_token &stop,
                 QIODevice::OpenModeFlag how = QIODevice::Truncate)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | how)) {
        return tl::unexpected(unwritable(file));
    }
    const Result<qint64> written = writeCapture(job, file, progress, stop);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return file.flush() ? Status() : Status(tl::unexpected(unwritable(file)));
}

} // namespace

Result<EventOutput> EventOutput::prepare(const QString &path)
{
    EventOutput output;
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
                       EventOutputText::tr("%1 is a folder. Give -o the name of a file.")
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

Status EventOutput::writeAll(const CaptureJob &job, const CaptureProgress &tell) const
{
    std::stop_source stop;
    const CaptureProgress progress = [&stop, &tell](quint64 written) {
        if (tell) {
            tell(written);
        }
        if (Interrupt::hasCome()) {
            stop.request_stop();
        }
    };
    if (m_path.isEmpty()) {
        return writeStandardOutput(job, progress, stop.get_token());
    }
    const QString &target = m_partPath.isEmpty() ? m_path : m_partPath;
    if (Status written = writeFile(target, job, progress, stop.get_token());
        !written || m_partPath.isEmpty()) {
        return written;
    }
    return finish();
}

Status EventOutput::append(const CaptureJob &job, bool isFirst) const
{
    std::stop_source stop;
    const CaptureProgress progress = [&stop](quint64) {
        if (Interrupt::hasCome()) {
            stop.request_stop();
        }
    };
    if (m_path.isEmpty()) {
        return writeStandardOutput(job, progress, stop.get_token());
    }
    const QString &target = isFile() ? m_partPath : m_path;
    const qint64 sizeBefore = isFirst ? 0 : QFileInfo(target).size();
    const Status written = writeFile(target,
                                     job,
                                     progress,
                                     stop.get_token(),
                                     isFirst ? QIODevice::Truncate : QIODevice::Append);
    if (!written && isFile()) {
        QFile::resize(target, sizeBefore);
    }
    return written;
}

Status EventOutput::finish() const
{
    if (m_partPath.isEmpty()) {
        return {};
    }
    std::error_code problem;
    std::filesystem::rename(QFileInfo(m_partPath).filesystemFilePath(),
                            QFileInfo(m_path).filesystemFilePath(),
                            problem);
    if (problem) {
        return failure(ErrorCode::Unwritable,
                       EventOutputText::tr(
                           "%1 cannot be renamed to %2 (%3). The events are in the first one.")
                           .arg(m_partPath,
                                m_path,
                                QString::fromLocal8Bit(problem.message().c_str())));
    }
    return {};
}

Status EventOutput::writePart(const CaptureJob &job) const
{
    if (m_partPath.isEmpty()) {
        return {};
    }
    if (job.rows.empty()) {
        // What an earlier read left there is worth more than nothing.
        if (QFileInfo(m_partPath).size() == 0) {
            QFile::remove(m_partPath);
        }
        return {};
    }
    return writeFile(m_partPath, job, {}, {});
}

void EventOutput::discard() const
{
    if (!m_partPath.isEmpty()) {
        QFile::remove(m_partPath);
    }
}

} // namespace playhead
