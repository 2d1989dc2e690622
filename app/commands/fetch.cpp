// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetch.h"

#include "app/commands/fetchfollow.h"
#include "app/commands/streamprobe.h"
#include "app/console.h"
#include "app/datafolder.h"
#include "app/interrupt.h"
#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/api/margins.h"
#include "model/api/readjournal.h"
#include "model/core/clock.h"
#include "model/environments/storekey.h"
#include "model/server/localeventsapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

QString spelled(Instant instant)
{
    return QString::fromLatin1(isoUtcMs(instant));
}

} // namespace

FetchCommand::FetchCommand(FetchArguments arguments,
                           const TypeCatalogue &catalogue,
                           QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_catalogue(catalogue)
{}

FetchCommand::~FetchCommand() = default;

void FetchCommand::start()
{
    m_elapsed.start();
    auto *interrupt = new Interrupt(this);
    connect(interrupt, &Interrupt::came, this, &FetchCommand::takeInterrupt);
    if (const Status prepared = prepare(); !prepared) {
        refuse(prepared.error());
        return;
    }
    if (!m_source.demo && isLoopbackUrl(m_source.target.baseUrl)) {
        auto *probe = new StreamProbe(this);
        connect(probe, &StreamProbe::answered, this, &FetchCommand::openStore);
        probe->start(m_source.target.baseUrl);
    } else {
        openStore({}, {});
    }
}

Status FetchCommand::prepare()
{
    if (m_arguments.environment.isEmpty()) {
        // Told before anything is made on the disk.
        if (const Result<QByteArray> key = m_keys.variableKey(); !key) {
            return tl::unexpected(key.error());
        }
    }
    const Result<QString> folder = prepareDataFolder(m_arguments.dataFolder);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    m_dataFolder = *folder;
    Result<Database> database = Database::open(databasePath(m_dataFolder));
    if (!database) {
        return tl::unexpected(database.error());
    }
    m_database = std::make_unique<Database>(std::move(*database));
    Result<FetchSource> source = findFetchSource(m_arguments, *m_database, m_keys, m_catalogue);
    if (!source) {
        return tl::unexpected(source.error());
    }
    m_source = std::move(*source);
    const Result<EventOutput> output = EventOutput::prepare(m_arguments.outputPath);
    if (!output) {
        return tl::unexpected(output.error());
    }
    m_output = *output;
    return {};
}

void FetchCommand::openStore(const QByteArray &streamId, std::optional<Instant> serverTime)
{
    if (m_isEnded) {
        return;
    }
    const auto &environment = m_source.environment;
    if (environment && environment->isDemo()) {
        m_clock = std::make_unique<FixedClock>(instantFromUs(environment->demoEndUs));
    } else if (serverTime) {
        m_clock = std::make_unique<OffsetClock>(*serverTime);
    } else {
        m_clock = std::make_unique<SystemClock>();
    }
    const QString storeKey = environment ? storeKeyFor(*environment)
                                         : storeKeyFor(m_source.target.baseUrl,
                                                       m_source.target.apiKey,
                                                       m_source.salt,
                                                       streamId);
    if (const Status begun = beginRead(storeKey); !begun) {
        refuse(begun.error());
        return;
    }
    FeedSettings settings;
    settings.limits.windows = m_arguments.windows;
    settings.limits.rate = m_arguments.rate;
    m_feed = std::make_unique<EventFeed>(m_catalogue, *m_clock, settings);
    connect(m_feed.get(), &EventFeed::opened, this, &FetchCommand::read);
    connect(m_feed.get(), &EventFeed::openFailed, this, &FetchCommand::refuse);
    connect(m_feed.get(), &EventFeed::progressChanged, this, &FetchCommand::follow);
    m_feed->open({storeKey, m_dataFolder, m_source.target});
}

/// Fixes the read's times: those of the same read that broke off, if there is one (semantics 17).
Status FetchCommand::beginRead(const QString &storeKey)
{
    m_startedAt = m_clock->now();
    Result<FetchOrder> order = makeFetchOrder(m_arguments, m_source, storeKey, m_startedAt);
    if (!order) {
        return tl::unexpected(order.error());
    }
    m_order = std::move(*order);
    m_wantedUntil = m_order.query.scope.range.until;
    Result<ReadJournal> journal = ReadJournal::open(*m_database);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    const auto begun = journal->begin(m_order.fingerprint, m_order.query);
    if (!begun) {
        return tl::unexpected(begun.error());
    }
    m_isRemembered = true;
    m_isResumed = begun->isResumed;
    if (m_isResumed) {
        m_order.query = begun->query;
        m_order.query.skipCovered = true;
    }
    return {};
}

void FetchCommand::tellWhatIsRead() const
{
    if (m_isResumed) {
        const TimeRange &range = m_order.query.scope.range;
        printMessage(tr("Going on with the read that broke off, from %1 to %2.")
                         .arg(spelled(range.since), spelled(range.until)));
    } else if (!m_order.notice.isEmpty()) {
        printMessage(m_order.notice);
    }
}

void FetchCommand::read()
{
    // Another Playhead that writes the same store makes the read fail at once, with the name of the process.
    if (!m_feed->isReadOnly()) {
        tellWhatIsRead();
    }
    FetchQuery query = m_order.query;
    if (m_isResumed && query.limit > 0 && query.after.isEmpty()) {
        // What is there without a gap from the start on counts.
        const quint64 there = rows(wholeUntil()).size();
        if (there >= query.limit) {
            succeed();
            return;
        }
        query.limit -= there;
    }
    m_feed->fetch(query);
}

void FetchCommand::follow()
{
    const FetchProgress &progress = m_feed->progress();
    if (m_isEnded || m_follow || progress.state == FetchState::Idle) {
        return;
    }
    keepOrigin(progress.events);
    if (!progress.isActive()) {
        conclude();
        return;
    }
    m_statusLine.show(progress, m_clock->now());
}

/// A key that brought events is the stored ones' own.
void FetchCommand::keepOrigin(quint64 events)
{
    if (!m_hasOrigin && events > 0) {
        m_hasOrigin = true;
        if (const Status remembered = rememberOrigin(m_source, *m_database); !remembered) {
            printMessage(remembered.error().message);
        }
    }
}

void FetchCommand::takeInterrupt()
{
    if (m_follow) {
        m_follow->interrupt();
    } else if (m_feed && m_feed->progress().isActive()) {
        m_feed->stop();
    } else if (!m_isEnded) {
        printMessage(tr("Interrupted before anything was read. Run the same command again."));
        leaveNothing();
        endWith(kExitInterrupted);
    }
}

void FetchCommand::conclude()
{
    if (m_feed->progress().state == FetchState::Done) {
        succeed();
    } else {
        breakOff();
    }
}

std::vector<EventRow> FetchCommand::rows(Instant completeUntil) const
{
    return rowsOfRead(m_feed->snapshot(),
                      m_order.query,
                      {m_feed->progress().oldest, completeUntil});
}

/// Where the first gap of the read may begin: the end of what is covered without a gap from its start on.
Instant FetchCommand::wholeUntil() const
{
    const Instant since = m_order.query.scope.range.since;
    if (!m_order.query.after.isEmpty()) {
        // Read as one window: whole up to the newest event received.
        const auto newest = m_feed->progress().newest;
        return newest ? *newest + Duration(1) : since;
    }
    for (const TimeRange &range : m_feed->coverage(m_order.query.scope)) {
        if (range.contains(since)) {
            return range.until;
        }
    }
    return since;
}

EventId FetchCommand::lastEventId(const std::vector<EventRow> &rows) const
{
    const EventSnapshot events = m_feed->snapshot();
    // By the server's time, where it told one. Never an event that was received but is not written: whoever goes on
    // after it would miss those before it.
    const std::optional<EventRow> received = events.find(m_feed->progress().lastEventId);
    const Instant settledUntil = received ? events.createdAt(*received)
                                          : m_startedAt - kSettleMargin - Duration(1);
    const auto settled = std::find_if(rows.crbegin(),
                                      rows.crend(),
                                      [&events, settledUntil](EventRow row) {
                                          return events.createdAt(row) <= settledUntil;
                                      });
    return settled == rows.crend() ? EventId() : events.id(*settled);
}

void FetchCommand::succeed()
{
    m_statusLine.clear();
    const FetchProgress &progress = m_feed->progress();
    if (!progress.refusedTypes.isEmpty()) {
        printMessage(tr("The server does not know these types, so they were left out: %1.")
                         .arg(progress.refusedTypes.join(u", "_s)));
    }
    if (m_arguments.isFollowing) {
        followOn();
        return;
    }
    const std::vector<EventRow> written = rows(m_order.query.scope.range.until);
    if (const Status status = m_output.writeAll({m_feed->snapshot(), written}); !status) {
        printMessage(status.error().message);
        printMessage(
            tr("Events kept: %1. Run the same command again to write them.").arg(written.size()));
        summarize(written);
        endWith(exitCodeOf(status.error().code));
        return;
    }
    // Only now: until here the same command goes on with this read.
    forgetRead();
    if (isErrorTerminal()) {
        printMessage(tr("Events written: %1.").arg(written.size()));
    }
    summarize(written);
    endWith(kExitDone);
}

void FetchCommand::breakOff()
{
    m_statusLine.clear();
    const FetchProgress &progress = m_feed->progress();
    const bool isStopped = progress.state == FetchState::Stopped;
    printMessage(isStopped ? tr("Interrupted.") : progress.error.message);

    // What another Playhead is writing is not this read's.
    const bool isLocked = progress.error.code == ErrorCode::Locked;
    const std::vector<EventRow> kept = isLocked ? std::vector<EventRow>() : rows(wholeUntil());
    if (const Status status = m_output.writePart({m_feed->snapshot(), kept}); !status) {
        printMessage(status.error().message);
    }
    if (progress.events == 0 && !m_isResumed) {
        forgetRead();
    } else if (!isLocked) {
        printMessage(tr("Events kept: %1. Run the same command again to go on.").arg(kept.size()));
    }
    summarize(kept);
    endWith(isStopped ? kExitInterrupted : exitCodeOf(progress.error.code));
}

/// The last line, when it is asked for.
void FetchCommand::summarize(const std::vector<EventRow> &rows) const
{
    if (m_arguments.hasJsonSummary) {
        printErrorLine(fetchSummary(totals(),
                                    rows.size(),
                                    lastEventId(rows),
                                    double(m_elapsed.elapsed()) / 1000));
    }
}

/// The same command starts anew next time, with times of its own.
void FetchCommand::forgetRead()
{
    m_isRemembered = false;
    Result<ReadJournal> journal = ReadJournal::open(*m_database);
    if (const Status done = journal ? journal->finish(m_order.fingerprint)
                                    : tl::unexpected(journal.error());
        !done) {
        printMessage(done.error().message);
    }
}

void FetchCommand::refuse(const Error &error)
{
    if (!m_isEnded) {
        printMessage(error.message);
        leaveNothing();
        endWith(exitCodeOf(error.code));
    }
}

/// Takes back what was prepared for a read that never began.
void FetchCommand::leaveNothing()
{
    if (const Status status = m_output.writePart({}); !status) {
        printMessage(status.error().message);
    }
    if (!m_order.fingerprint.isEmpty() && !m_isResumed) {
        forgetRead();
    }
}

void FetchCommand::endWith(int exitCode)
{
    m_isEnded = true;
    emit finished(exitCode);
}

} // namespace playhead
