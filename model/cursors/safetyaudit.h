// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/auditreport.h"
#include "model/cursors/sidejob.h"
#include "model/cursors/stretchreader.h"

namespace playhead {

class Clock;

constexpr Duration kUsualOverlap = std::chrono::minutes(5);

struct AuditSettings
{
    Duration overlap = kUsualOverlap; ///< Before the cursor's place; positive.
    /// false for the demo and captures, whose clock stands still at their newest event.
    bool isHeldBack = true;
};

/// Reads the overlap before a cursor once more and names the events that a consumer with this cursor never saw, because
/// they became visible after it was past them. Not told is a late event of the very time of the cursor's own: it is stored
/// behind that one (semantics 2), though the server may have it before. Changes nothing but what is stored. Belongs to the feed's thread.
class SafetyAudit : public QObject
{
    Q_OBJECT

public:
    /// The feed and the clock outlive it.
    SafetyAudit(EventFeed &feed, const Clock &clock, QObject *parent = nullptr);

    /// Answers with finished() or failed(), never from within this call. One that runs is dropped.
    void start(const Cursor &cursor, const AuditSettings &settings = {});
    void cancel(); ///< Within 200 ms; then failed() with Cancelled.
    bool isRunning() const { return m_reader.isReading() || m_job.isRunning(); }

signals:
    void progress(quint64 events); ///< Received again until now.
    void finished(const playhead::AuditReport &report);
    /// Cancelled, or another environment was opened meanwhile. A stretch that cannot be read (no key, a capture, offline)
    /// is told in the report.
    void failed(const playhead::Error &error);

private:
    void endJob(const Error &error);
    void judge(const std::optional<Error> &readError);

    EventFeed &m_feed;
    const Clock &m_clock;
    StretchReader m_reader;
    SideJob m_job;
    AuditSettings m_settings;
    AuditGround m_ground;
    quint64 m_eventsRead = 0;
};

} // namespace playhead
