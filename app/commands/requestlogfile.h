// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QFile>

#include <memory>
#include <mutex>

namespace playhead {

/// Where `playhead serve --request-log` writes: a file, or standard error for `-`. Each line is with the system when
/// write() returns, so that the file is whole however the program ends.
class RequestLogFile
{
public:
    /// Touches nothing that the file holds: whoever cannot start must not take the log of an earlier run, or of the server that
    /// holds the port. Unwritable, naming it, when it cannot be opened.
    static Result<std::unique_ptr<RequestLogFile>> open(const QString &path);

    /// Empties the file for this run; the first write() does it too. Any thread.
    void begin();

    /// One line, given without its end. Lines come when their answers have gone out, so those of several connections may
    /// stand in another order than their numbers. When a write fails (a full disk), the file keeps its complete lines,
    /// standard error tells it once, and later lines are dropped: nobody is served worse for it. Any thread.
    void write(const QByteArray &line);

private:
    explicit RequestLogFile(const QString &path);
    void beginLocked();
    void cutToCompleteLines();
    void giveUp();

    std::mutex m_mutex;
    QFile m_file; ///< Without a name: standard error.
    qint64 m_size = 0; ///< Of the complete lines.
    quint64 m_lines = 0;
    bool m_hasBegun = false;
    bool m_hasGivenUp = false;
};

} // namespace playhead
