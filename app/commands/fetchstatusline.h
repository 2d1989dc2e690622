// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace playhead {

/// How far a read is, in one line; `wait` is what is left until it tries again, when it waits.
QString fetchStatusText(const FetchProgress &progress, std::chrono::seconds wait);

/// The line of a terminal that tells how far a read is, a few times a second, and counts down while it waits. Writes nothing
/// where nobody looks.
class FetchStatusLine : public QObject
{
    Q_OBJECT

public:
    explicit FetchStatusLine(QObject *parent = nullptr);

    /// `now` is the clock's by which the progress was made.
    void show(const FetchProgress &progress, Instant now);
    void clear();

private:
    void write();

    FetchProgress m_progress;
    QDeadlineTimer m_waitEnd;
    QElapsedTimer m_sinceWritten;
    QTimer m_again;
};

} // namespace playhead
