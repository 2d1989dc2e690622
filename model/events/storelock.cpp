// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/storelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>
#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <sys/types.h>
#endif

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kLockName("/events.lock");
constexpr int kNamingTimeMs = 100;

/// On this computer; true where it cannot be told.
bool isRunning(qint64 process)
{
#ifdef Q_OS_UNIX
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
#else
    Q_UNUSED(process)
    return true;
#endif
}

} // namespace

StoreLock::StoreLock() = default;
StoreLock::StoreLock(StoreLock &&) noexcept = default;
StoreLock &StoreLock::operator=(StoreLock &&) noexcept = default;
StoreLock::~StoreLock() = default;

bool StoreLock::isHeld(const QString &folder)
{
    QLockFile file(folder + kLockName);
    qint64 process = 0;
    QString host;
    QString program;
    if (!file.getLockInfo(&process, &host, &program)) {
        return false;
    }
    return (!host.isEmpty() && host != QSysInfo::machineHostName()) || isRunning(process);
}

Result<StoreLock> StoreLock::take(const QString &folder)
{
    StoreLock lock;
    lock.m_file = std::make_unique<QLockFile>(folder + kLockName);
    // A tail may run for weeks: age alone makes no lock stale, only the death of its process does.
    lock.m_file->setStaleLockTime(0);
    if (lock.m_file->tryLock(0)) {
        return lock;
    }
    if (lock.m_file->error() == QLockFile::LockFailedError) {
        qint64 process = 0;
        QString host;
        QString program;
        const bool isNamed = lock.m_file->getLockInfo(&process, &host, &program);
        // Killed before it could write its name there, or about to write it: the latter takes no time. A lock that a
        // living process holds is not removed by this.
        if (isNamed && host == QSysInfo::machineHostName() && !isRunning(process)) {
            // Qt guards the removal of a dead lock by another one, which a kill leaves behind, too.
            QFile::remove(folder + kLockName + ".rmlock"_L1);
            if (lock.m_file->tryLock(0)) {
                return lock;
            }
        }
        if (!isNamed
            && (lock.m_file->tryLock(kNamingTimeMs)
                || (lock.m_file->removeStaleLockFile() && lock.m_file->tryLock(0)))) {
            return lock;
        }
        return failure(ErrorCode::Locked,
                       QCoreApplication::translate(
                           "EventStore",
                           "Another Playhead (process %1 on %2) writes the events of this "
                           "environment. Close it and try again, or go on reading.")
                           .arg(QString::number(process), host),
                       u"%1: %2 %3 %4"_s.arg(folder, QString::number(process), host, program));
    }
    return failure(ErrorCode::Unwritable,
                   QCoreApplication::translate(
                       "EventStore",
                       "The folder %1 cannot be written. Check its rights and try again.")
                       .arg(folder),
                   folder);
}

} // namespace playhead
