// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/recoverysearch.h"

#include "model/api/margins.h"
#include "model/api/timeranges.h"
#include "model/core/ulid.h"
#include "model/cursors/cursorground.h"
#include "model/cursors/eventidsintext.h"
#include "model/cursors/objectversions.h"
#include "model/events/streamorder.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

/// An event is created with its id and after its object's change: so far apart that these times are looked at.
constexpr Duration kAroundId = 1min;
constexpr Duration kBehindUpdate = 10min;
/// Ids that are closer together are read in one stretch.
constexpr Duration kTogether = 1h;
/// A list may hold ids from everywhere; the newest ones decide.
constexpr size_t kMostStretches = 8;
/// How far back a newest event is looked for.
constexpr Duration kRecent = 10min;

/// `event_1`, `event_1 and 11 more`
QString idsWords(const QList<EventId> &ids)
{
    return ids.size() == 1
               ? ids.first().toString()
               : Text::tr("%1 and %2 more").arg(ids.first().toString()).arg(ids.size() - 1);
}

/// One look at the ground for one request.
class Look
{
public:
    Look(const RecoveryRequest &request, const RecoveryGround &ground)
        : m_request(request)
        , m_ground(ground)
        , m_scope{ground.events, {}, {}, {}}
        , m_own(request.cursor, m_scope)
    {
        m_known = ground.covered;
        m_known.insert(m_known.end(), ground.tried.cbegin(), ground.tried.cend());
        m_known = joined(m_known);
    }

    Result<RecoverySearch> find(const RecoverFromOldest & /*way*/) { return RecoverySearch{}; }
    Result<RecoverySearch> find(const RecoverFromPlace &way);
    Result<RecoverySearch> find(const RecoverFromTime &way);
    Result<RecoverySearch> find(const RecoverFromObject &way);
    Result<RecoverySearch> find(const RecoverFromText &way);
    Result<RecoverySearch> find(const RecoverFromNow &way);

private:
    const EventSnapshot &events() const { return m_ground.events; }
    ProcessedEvent processed(EventRow row) const;
    std::optional<EventRow> lastOwnBefore(Instant time) const;
    TimeRange unreadOf(TimeRange wanted) const;
    TimeRange unreadAround(const QList<EventId> &unknown) const;
    void anchorAt(RecoverySearch &search, Instant time) const;
    void anchorAt(RecoverySearch &search, EventRow row) const;

    const RecoveryRequest &m_request;
    const RecoveryGround &m_ground;
    RewindGround m_scope;
    CursorGround m_own; ///< Only for what is the cursor's own.
    TimeRanges m_known;
};

ProcessedEvent Look::processed(EventRow row) const
{
    return {events().id(row), events().typeName(events().type(row)), events().createdAt(row)};
}

std::optional<EventRow> Look::lastOwnBefore(Instant time) const
{
    std::optional<EventRow> last;
    for (EventRow row = 0; row < events().rowCount(); ++row) {
        if (events().createdAt(row) < time && (!last || streamBefore(events(), *last, row))
            && m_own.isOwn(row)) {
            last = row;
        }
    }
    return last;
}

/// What of it can be read and was not; empty = nothing.
TimeRange Look::unreadOf(TimeRange wanted) const
{
    wanted.since = std::max(wanted.since, m_ground.oldestReadable);
    wanted.until = std::min(wanted.until, m_ground.now + 1ms);
    const TimeRanges gaps = wanted.isEmpty() ? TimeRanges() : gapsIn(wanted, m_known);
    return gaps.empty() ? TimeRange{} : TimeRange{gaps.front().since, gaps.back().until};
}

void Look::anchorAt(RecoverySearch &search, EventRow row) const
{
    search.processed = processed(row);
    search.anchor = search.processed->createdAt;
    search.unread = unreadOf({*search.anchor - m_request.overlap, *search.anchor + 1ms});
}

/// The last event before the time is what proves it, if nothing unread lies between the two.
void Look::anchorAt(RecoverySearch &search, Instant time) const
{
    search.anchor = time;
    search.unread = unreadOf({time - m_request.overlap, time});
    const std::optional<EventRow> last = lastOwnBefore(time);
    if (last && gapsIn({events().createdAt(*last), time}, m_known).empty()) {
        anchorAt(search, *last);
    }
}

Result<RecoverySearch> Look::find(const RecoverFromPlace &way)
{
    RecoverySearch search;
    const auto *after = std::get_if<AfterEvent>(&way.place.position);
    const std::optional<EventRow> row = after != nullptr ? events().find(after->id) : std::nullopt;
    if (row) {
        anchorAt(search, *row);
    } else if (after != nullptr) {
        // The event itself is the first thing to read.
        search.anchor = after->createdAt;
        search.unread = unreadOf({after->createdAt - m_request.overlap, after->createdAt + 1ms});
    } else {
        anchorAt(search, positionTime(way.place.position));
    }
    return search;
}

Result<RecoverySearch> Look::find(const RecoverFromTime &way)
{
    if (way.time > m_ground.now) {
        return failure(
            ErrorCode::WrongUsage,
            Text::tr(
                "This time has not come yet, so nothing up to it was processed. Give the time at "
                "which the consumer stopped, or an earlier one."));
    }
    RecoverySearch search;
    anchorAt(search, way.time);
    return search;
}

Result<RecoverySearch> Look::find(const RecoverFromObject &way)
{
    if (way.updatedAt > m_ground.now) {
        return failure(
            ErrorCode::WrongUsage,
            Text::tr(
                "This updated_at has not come yet. Give the one that the consumer stored with the "
                "object."));
    }
    RecoverySearch search;
    const std::optional<ObjectVersion> version =
        versionAt(way.objectId, way.updatedAt, events(), [this](EventRow row) {
            return m_own.isOwn(row);
        });
    if (version) {
        anchorAt(search, version->row);
        search.isOlderVersion = !version->isExact;
    } else {
        search.anchor = way.updatedAt;
    }
    if (!version || !version->isExact) {
        const TimeRange around = unreadOf(
            {way.updatedAt - m_request.overlap, way.updatedAt + kBehindUpdate});
        search.unread = around.isEmpty() ? search.unread : around;
    }
    return search;
}

/// Around the newest unknown ids, which may be newer than what is known.
TimeRange Look::unreadAround(const QList<EventId> &unknown) const
{
    if (m_ground.tried.size() >= kMostStretches) {
        return {};
    }
    TimeRanges around;
    for (const EventId &id : unknown) {
        if (const std::optional<Instant> time = ulidTime(id.value)) {
            const TimeRange unread = unreadOf({*time - kAroundId, *time + kAroundId});
            if (!unread.isEmpty()) {
                around.push_back(unread);
            }
        }
    }
    around = joined(around);
    if (around.empty()) {
        return {};
    }
    TimeRange newest = around.back();
    for (auto before = std::next(around.crbegin());
         before != around.crend() && newest.since - before->until < kTogether;
         ++before) {
        newest.since = before->since;
    }
    return newest;
}

Result<RecoverySearch> Look::find(const RecoverFromText &way)
{
    RecoverySearch search;
    std::optional<EventRow> newest;
    for (const EventId &id : eventIdsIn(way.text, events())) {
        const std::optional<EventRow> row = events().find(id);
        if (!row) {
            search.unknownIds.append(id);
        } else if (!m_own.isOwn(*row)) {
            search.foreignIds.append(id);
        } else {
            ++search.idsFound;
            newest = !newest || streamBefore(events(), *newest, *row) ? row : newest;
        }
    }
    const TimeRange unread = unreadAround(search.unknownIds);
    if (newest) {
        anchorAt(search, *newest);
    }
    search.unread = unread.isEmpty() ? search.unread : unread;
    if (newest || !search.unread.isEmpty()) {
        return search;
    }
    if (search.unknownIds.isEmpty() && search.foreignIds.isEmpty()) {
        return failure(
            ErrorCode::WrongUsage,
            Text::tr(
                "No event id was found in this text. Paste lines that hold ids such as event_01KD…, "
                "or recover from a time."));
    }
    return failure(
        ErrorCode::NotFound,
        search.unknownIds.isEmpty()
            ? Text::tr(
                  "The event ids of this text are of other types or of another organization than the "
                  "cursor's, so they do not tell where it was: %1. Recover from a time instead.")
                  .arg(idsWords(search.foreignIds))
            : Text::tr(
                  "No event id of this text is known here, and the server did not send any at its time: "
                  "%1. Recover from a time instead.")
                  .arg(idsWords(search.unknownIds)));
}

/// After the newest event, if it has settled and all up to the hold-back was read.
Result<RecoverySearch> Look::find(const RecoverFromNow & /*way*/)
{
    RecoverySearch search;
    const Duration unsettled = m_request.isHeldBack ? kSettleMargin : Duration(-1);
    search.unread = unreadOf({m_ground.now - kRecent, m_ground.now + 1ms});
    const std::optional<EventRow> last = lastOwnBefore(m_ground.now - unsettled);
    const Duration hidden = m_request.isHeldBack ? kHoldBackMargin : Duration(0);
    if (last && gapsIn({events().createdAt(*last), m_ground.now - hidden - 1s}, m_known).empty()) {
        search.newest = AfterEvent{events().id(*last), events().createdAt(*last)};
    }
    return search;
}

} // namespace

Result<RecoverySearch> searchStored(const RecoveryRequest &request, const RecoveryGround &ground)
{
    Look look(request, ground);
    return std::visit([&look](const auto &way) { return look.find(way); }, request.way);
}

} // namespace playhead
