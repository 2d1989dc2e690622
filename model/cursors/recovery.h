// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/recoveryplan.h"
#include "model/cursors/recoverysearch.h"
#include "model/cursors/sidejob.h"
#include "model/cursors/stretchreader.h"

namespace playhead {

class Clock;

/// Finds a place for a lost or thrown-away cursor from what is still known of its consumer; reads first what it needs around
/// it. Changes nothing but what is stored. Belongs to the feed's thread.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// The feed and the clock outlive it.
    Recovery(EventFeed &feed, const Clock &clock, QObject *parent = nullptr);

    /// Answers with found() or failed(), never from within this call. What was asked before is dropped.
    void find(const RecoveryRequest &request);
    void cancel(); ///< Within 200 ms; then failed() with Cancelled.
    bool isSearching() const { return m_reader.isReading() || m_job.isRunning(); }

signals:
    void progress(quint64 events); ///< Read in the present stretch until now; 0 when it begins.
    void found(const playhead::RecoveryPlan &plan);
    /// Nothing to go by: no id in the text, an object that is not known, a time that has not come (NotFound, WrongUsage); or
    /// Cancelled, or another environment was opened meanwhile (Conflict). A stretch that cannot be read (no key, a capture,
    /// offline) is told in the plan.
    void failed(const playhead::Error &error);

private:
    void endJob(const Error &error);
    void search();
    void read(const TimeRange &stretch);
    void stayWithStored();
    void readFinished(const std::optional<Error> &error);
    void answer(const Result<RecoveryPlan> &plan);
    void fail(const Error &error);

    EventFeed &m_feed;
    const Clock &m_clock;
    StretchReader m_reader;
    SideJob m_job;
    RecoveryRequest m_request;
    Instant m_now{}; ///< Fixed when the search began: what it reads would never be all, else.
    std::vector<TimeRange> m_tried; ///< Stretches that were read, or could not be.
    std::optional<Error> m_readError;
};

} // namespace playhead
