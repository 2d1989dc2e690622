// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "model/api/fetchquery.h"
#include "model/core/error.h"

#include <QObject>

#include <optional>

namespace playhead {

class EventFeed;

/// Has a feed read one stretch for a plan, an audit or a recovery. Belongs to the feed's thread, and not longer than the feed.
///
/// The person's own read is waited for, and when one starts in between, this one gives way and reads again after it. So do
/// several readers of one feed among each other. A live tail pauses meanwhile and goes on. The feed's own progress() tells
/// nothing of it.
class StretchReader : public QObject
{
    Q_OBJECT

public:
    explicit StretchReader(EventFeed &feed, QObject *parent = nullptr);
    ~StretchReader() override; ///< Stops its read; finished() is not told.

    /// Reads `query` and answers with finished(), never from within this call. One that this reader still reads is dropped:
    /// its finished() is not told.
    void read(const FetchQuery &query);
    /// Ends the read within 200 ms, with Cancelled, also when something else ended it meanwhile and that was not told yet;
    /// what was read stays stored.
    void cancel();
    /// Ends it likewise, and finished() is not told.
    void drop();
    /// What finished() tells when another environment was opened meanwhile.
    static Error storeLeftError();
    bool isReading() const { return m_state != State::Idle; }

signals:
    /// Events received until now; starts anew when the read had to give way.
    void progress(quint64 events);
    /// Without an error all of the stretch was read that the server showed, and the feed's snapshot and coverage hold it. The
    /// error is what ended it: no key, a capture, offline, refused, Cancelled; what was read until then stays stored.
    void finished(const std::optional<playhead::Error> &error);

private:
    enum class State {
        Idle,
        Waiting, ///< For its turn.
        Reading,
        Ending ///< How it ended is on its way to finished().
    };

    void startWhenFree();
    void takeFailure(const FetchProgress &progress);
    void take(quint64 number, const FetchProgress &progress);
    void end(
        const std::optional<Error> &error = {}); ///< A later end takes the place of an earlier one.
    void endCancelled();

    EventFeed &m_feed;
    State m_state = State::Idle;
    FetchQuery m_query;
    quint64 m_number = 0; ///< In StretchReads, while Reading.
    quint64 m_eventsAtLoss = 0; ///< When the server lost the place last.
    quint64 m_endNumber = 0; ///< A later read makes an end that is on its way void.
    bool m_isCancelled = false;
};

} // namespace playhead
