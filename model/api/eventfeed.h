// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/feedsettings.h"
#include "model/api/fetchprogress.h"
#include "model/api/fetchquery.h"
#include "model/api/requestrepeat.h"
#include "model/api/tailstatus.h"
#include "model/events/eventsnapshot.h"

#include <QObject>

#include <memory>
#include <vector>

namespace playhead {

class CoverageMap;
class StretchReads;
class TypeCatalogue;
struct ListedEvents;

/// One environment's place on disk and on the network.
struct FeedTarget
{
    QString storeKey; ///< Names the store folder and its coverage; unique per environment.
    QString dataFolder; ///< Holds `events/<storeKey>/` and `playhead.sqlite`.
    FetchTarget fetch;
};

/// The window's side of one environment's events. Owns the ingest thread, on which the store is opened, requests are
/// made, pages decoded and written. All functions return at once; results come as signals in the caller's thread.
class EventFeed : public QObject
{
    Q_OBJECT

public:
    EventFeed(const TypeCatalogue &catalogue, const Clock &clock, QObject *parent = nullptr);
    EventFeed(const TypeCatalogue &catalogue,
              const Clock &clock,
              const FeedSettings &settings,
              QObject *parent = nullptr);
    ~EventFeed() override; ///< Stops at the next chance, syncs the store, ends the thread.

    /// Opens the store of `target`, closing the one before. Emits opened() or openFailed().
    void open(const FeedTarget &target);
    void close();
    /// Opens the same store again: what another Playhead has stored meanwhile is seen, and when that one is gone, the
    /// store can be written.
    void reopen();
    /// Shows what another part reads, a capture: closes the store that is open, emits opened(). Nothing can be fetched;
    /// `whyNot` says why when it is no capture.
    void present(const EventSnapshot &snapshot,
                 const CoverageMap &coverage,
                 const std::optional<Error> &whyNot = {});
    /// The same events, and more of them.
    void presentMore(const EventSnapshot &snapshot, const CoverageMap &coverage);
    /// The same events, some with other flags.
    void presentMarks(const EventSnapshot &snapshot);
    /// Another key or base URL for the same store, from the next request on.
    void setFetchTarget(const FetchTarget &target);
    /// The rate from the next request on, the windows from the next fetch() on.
    void setFetchLimits(const FetchLimits &limits);

    /// Starts a read; one that runs is stopped first. Its range's end is cut to `now` when it lies beyond.
    void fetch(const FetchQuery &query);
    /// Stops within 200 ms; what has come stays, coverage says how far.
    void stop();
    /// Goes on with the stopped or failed read: same fixed range, from the last committed page.
    void goOn();
    /// Reads for plans, audits and recoveries; progress() and stop() have nothing to do with them.
    StretchReads &stretches();

    /// Sends the same request once more to the open environment's server; requestRepeated() brings the answer, of which nothing
    /// is stored. Refused, with a word, as checkRepeat() says.
    Status repeat(const RequestRecord &record);

    /// Keeps asking for what is new in the types and organization of `scope`, from where reading them ended, or from the
    /// range's start; its end plays no part. Goes on until stopTail(), open() or close(); waits while a read runs.
    void startTail(const FetchScope &scope);
    void stopTail();
    const TailStatus &tailStatus() const;

    /// Where the next request goes; empty before open().
    const QUrl &baseUrl() const;
    EventSnapshot snapshot() const;
    /// Asked once, while opened() is told: its events, listed by the ingest thread. Empty at all other times, when
    /// FeedSettings do not wish it and for what was presented.
    std::optional<ListedEvents> takeListed();
    const FetchProgress &progress() const;
    /// What has been read completely for this scope's types and organization (semantics 8), sorted, disjoint.
    const std::vector<TimeRange> &coverage(const FetchScope &scope) const;
    bool isReadOnly() const { return lockError().has_value(); } ///< Another Playhead writes it.
    /// Which one, when the store is open for reading only. What is shown is what was stored when it was opened.
    const std::optional<Error> &lockError() const;

    /// Puts the store on the disk; waits for it. For workers that are about to commit a cursor (semantics 9); never
    /// called in the window's thread.
    Status syncStore();

signals:
    void opened();
    void openFailed(const playhead::Error &error);
    /// snapshot() has more rows: at once for a page that comes alone, together for pages that come quicker.
    void snapshotChanged();
    /// Events that snapshot() held before have other flags or another organization (semantics 2, 8, 10). A few times a
    /// second at most, and before a read is told to have ended.
    void marksChanged();
    void progressChanged(); ///< progress() changed.
    void coverageChanged();
    /// A request to the open store's server was answered, or failed without an answer: for the request log. Not told are those
    /// that a stop or a pause of the tail cancelled on their way, though FetchProgress and TailStatus count them as sent.
    void requestAnswered(const playhead::RequestRecord &record);
    void requestRepeated(const playhead::RepeatedRequest &repeated); ///< Answers repeat().
    void tailChanged(); ///< tailStatus() changed; snapshot() and the marks are told before it.

private:
    struct Private;

    void hearStore();
    void hearReads();
    void takeOpened(const EventSnapshot &snapshot,
                    const CoverageMap &coverage,
                    const std::shared_ptr<ListedEvents> &listed);
    void takeGrowth(const EventSnapshot &snapshot);
    void takeMarks(const EventSnapshot &snapshot);
    void takeCoverage(const CoverageMap &coverage);
    void takeProgress(const FetchProgress &progress);
    void takeTail(const TailStatus &status);
    void tellHeld();

    std::unique_ptr<Private> d;
};

} // namespace playhead
