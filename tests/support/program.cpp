// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/program.h"

#include <QProcessEnvironment>
#ifndef Q_OS_WIN
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

QList<QByteArray> ProgramResult::errorLines() const
{
    QList<QByteArray> lines = error.split('\n');
    if (lines.constLast().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

Program::Program(const QString &path, const QStringList &arguments, const QByteArray &key)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"WORKOS_API_KEY"_s}) {
        environment.remove(name);
    }
    if (!key.isEmpty()) {
        environment.insert(u"WORKOS_API_KEY"_s, QString::fromUtf8(key));
    }
    m_process.setProcessEnvironment(environment);
    m_process.start(path, arguments);
    m_process.waitForStarted(kPatienceMs);
}

Program::~Program()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
}

QByteArray Program::readOutputLine()
{
    m_process.setReadChannel(QProcess::StandardOutput);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatienceMs)) {
    }
    return m_process.readLine();
}

QByteArray Program::readErrorLine()
{
    m_process.setReadChannel(QProcess::StandardError);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatienceMs)) {
    }
    return m_process.readLine();
}

void Program::interrupt()
{
#ifdef Q_OS_WIN
    m_process.kill();
#else
    ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
#endif
}

ProgramResult Program::finish()
{
    const bool isFinished = m_process.state() == QProcess::NotRunning
                            || m_process.waitForFinished(kPatienceMs);
    ProgramResult result;
    if (isFinished && m_process.exitStatus() == QProcess::NormalExit) {
        result.exitCode = m_process.exitCode();
    }
    result.output = m_process.readAllStandardOutput();
    result.error = m_process.readAllStandardError();
    return result;
}

ProgramResult runProgram(const QString &path, const QStringList &arguments, const QByteArray &key)
{
    return Program(path, arguments, key).finish();
}

} // namespace playhead
