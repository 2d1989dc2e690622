// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/console.h"

#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <csignal>
#include <unistd.h>
#endif

namespace playhead {

namespace {

bool writeTo(std::FILE *file, QByteArrayView bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.data(), 1, size, file) == size && std::fflush(file) == 0;
}

} // namespace

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongUsage:
    case ErrorCode::KeyMissing:
    case ErrorCode::NotFound:
        return kExitWrongUsage;
    case ErrorCode::KeyRefused:
    case ErrorCode::Forbidden:
        return kExitKeyRefused;
    case ErrorCode::Cancelled:
        return kExitInterrupted;
    default:
        return kExitFailed;
    }
}

bool writeOutput(QByteArrayView bytes)
{
    return writeTo(stdout, bytes);
}

void printErrorLine(QByteArrayView line)
{
    showProgress({});
    // When standard error cannot be written either, there is nobody left to tell.
    writeTo(stderr, line.toByteArray() + '\n');
}

void printMessage(const QString &text)
{
    printErrorLine("playhead: " + text.simplified().toUtf8());
}

bool isErrorTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

void showProgress(const QString &text)
{
    static const bool isTerminal = isErrorTerminal();
    if (isTerminal) {
        // Back to the line's start, and clear it (ECMA-48: EL).
        writeTo(stderr, "\r\x1b[K" + text.toUtf8());
    }
}

void ignoreBrokenPipes()
{
#ifndef Q_OS_WIN
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

} // namespace playhead
