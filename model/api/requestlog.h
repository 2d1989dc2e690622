// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/requestrecord.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace playhead {

/// A request as the log keeps it.
struct LoggedRequest
{
    quint64 number = 0; ///< From 1, in the order of the answers.
    RequestRecord record;
};
using LoggedRequestPtr = std::shared_ptr<const LoggedRequest>;

/// What was asked of the server of one environment in this run: the newest requests in full, the older ones as a count.
/// Requests may come by the hundred a second; who shows them is told a few times a second only. Window's thread.
class RequestLog : public QObject
{
    Q_OBJECT

public:
    /// Beyond this many the oldest ones go.
    static constexpr size_t kKept = 10'000;
    /// Between two tellings.
    static constexpr std::chrono::milliseconds kPause{100};

    explicit RequestLog(std::chrono::milliseconds pause = kPause, QObject *parent = nullptr);

    void add(const RequestRecord &record);
    void clear(); ///< Another environment is shown.

    quint64 count() const { return m_count; } ///< Of this run, kept or not.
    quint64 retryCount() const { return m_retryCount; } ///< Those of them that asked once more.
    /// The kept ones whose number is above `place`, oldest first; `place` becomes the newest one's.
    std::vector<LoggedRequestPtr> following(quint64 &place) const;

signals:
    void grew(); ///< At once for a request that comes alone, together for those that come quicker.
    void cleared();

private:
    void tell();

    std::deque<LoggedRequestPtr> m_kept;
    quint64 m_count = 0;
    quint64 m_retryCount = 0;
    QTimer m_pause; ///< While it runs, growth waits.
    bool m_isUntold = false;
};

/// The answer could not be used, or its data speak against the server.
bool isProblem(const RequestRecord &record);

} // namespace playhead
