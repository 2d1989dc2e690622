// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/requestlogfile.h"

#include "app/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestLogFile)
};

} // namespace

RequestLogFile::RequestLogFile(const QString &path)
    : m_file(path)
{}

Result<std::unique_ptr<RequestLogFile>> RequestLogFile::open(const QString &path)
{
    const bool isError = path == u"-"_s;
    // The constructor is private.
    std::unique_ptr<RequestLogFile> log(new RequestLogFile(isError ? QString() : path));
    // Opened for appending a file keeps what it holds. Qt warns of devices and pipes that are opened so.
    const QFileInfo info(path);
    const auto keeping = info.exists() && !info.isFile() ? QIODevice::NotOpen : QIODevice::Append;
    if (!isError && !log->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | keeping)) {
        return failure(ErrorCode::Unwritable,
                       Text::tr("The request log %1 cannot be written (%2). Choose another place "
                                "with --request-log.")
                           .arg(QDir::toNativeSeparators(path), log->m_file.errorString()));
    }
    return log;
}

void RequestLogFile::begin()
{
    const std::scoped_lock lock(m_mutex);
    beginLocked();
}

void RequestLogFile::beginLocked()
{
    if (!std::exchange(m_hasBegun, true)) {
        cutToCompleteLines();
    }
}

void RequestLogFile::cutToCompleteLines()
{
    // Devices and pipes hold nothing.
    if (m_file.isOpen() && !m_file.isSequential()) {
        m_file.resize(m_size);
    }
}

void RequestLogFile::write(const QByteArray &line)
{
    const std::scoped_lock lock(m_mutex);
    beginLocked();
    if (m_file.fileName().isEmpty()) {
        printErrorLine(line);
    } else if (!m_hasGivenUp) {
        const QByteArray ended = line + '\n';
        if (m_file.write(ended) == ended.size()) {
            m_size += ended.size();
            ++m_lines;
        } else {
            giveUp();
        }
    }
}

void RequestLogFile::giveUp()
{
    m_hasGivenUp = true;
    const QString why = m_file.errorString();
    cutToCompleteLines();
    m_file.close();
    printMessage(Text::tr("The request log %1 cannot be written any more (%2). It ends after line "
                          "%3; serving goes on without it.")
                     .arg(QDir::toNativeSeparators(m_file.fileName()), why)
                     .arg(m_lines));
}

} // namespace playhead
