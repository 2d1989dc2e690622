// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace playhead {

/// What a finished run of the program left behind.
struct ProgramResult
{
    int exitCode = -1; ///< -1: it did not end by itself.
    QByteArray output;
    QByteArray error;

    QList<QByteArray> errorLines() const;
};

/// The built program as a process: without a display, and with `key` as WORKOS_API_KEY (none when it is empty).
class Program
{
public:
    Program(const QString &path, const QStringList &arguments, const QByteArray &key = {});
    ~Program(); ///< Kills it when it still runs.

    QProcess &process() { return m_process; }
    /// Waits for a line on standard output or standard error; empty when none comes.
    QByteArray readOutputLine();
    QByteArray readErrorLine();
    /// Sends SIGINT; on Windows it ends the program.
    void interrupt();
    /// Waits for the end.
    ProgramResult finish();

private:
    QProcess m_process;
};

/// Runs the program to its end.
ProgramResult runProgram(const QString &path,
                         const QStringList &arguments,
                         const QByteArray &key = {});

} // namespace playhead
