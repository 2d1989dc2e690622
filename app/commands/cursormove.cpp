// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor move` and `rewind`: a plan first, then done.
#include "app/commands/cursorpreview.h"
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "app/commands/cursorway.h"
#include "app/console.h"
#include "model/api/eventfeed.h"
#include "model/cursors/cursorcounter.h"
#include "model/cursors/cursorplanner.h"
#include "model/cursors/cursorscope.h"
#include "model/cursors/cursorwarning.h"
#include "model/cursors/expectedcounts.h"
#include "model/cursors/movewords.h"
#include "model/cursors/safetyjson.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

/// How the scope of the saved place or cursor that was named differs from the cursor's; empty = it does not, or none was.
QString otherScope(CursorStand &stand, const Cursor &cursor, const GivenOptions &given)
{
    CursorScope own = scopeOf(cursor, {});
    const auto placeName = given.value(u"to-place"_s);
    const auto cursorName = given.value(u"copy-from"_s);
    if (placeName) {
        if (const Result<SavedPlace> place = stand.place(*placeName)) {
            own.types = place->types;
            own.organization = place->organization;
        }
    } else if (cursorName) {
        if (const Result<Cursor> other = stand.cursor(*cursorName)) {
            own = scopeOf(*other, {});
        }
    }
    const ScopeDifference difference(own, scopeOf(cursor, {}));
    return difference.isEmpty() ? QString()
                                : Line::tr("The place of %1 is of another scope. %2")
                                      .arg(placeName ? *placeName : cursorName.value_or(QString()),
                                           difference.text());
}

/// One move on its way from the words to the store. Owned by the stand.
class Move : public QObject
{
public:
    Move(CursorStand &stand, const GivenOptions &given, CursorDone done, bool onlyBack)
        : QObject(&stand)
        , m_stand(stand)
        , m_given(given)
        , m_done(std::move(done))
        , m_onlyBack(onlyBack)
    {}

    void start();

private:
    void planHere(const MoveTarget &target);
    void planByReading(const Cursor &cursor, const MoveTarget &target, EventFeed &feed);
    void conclude(const Result<MovePlan> &plan);
    Status checkStand(const Cursor &cursor) const;
    Result<CursorReport> report(const MovePlan &plan);
    CursorReport shown(const MovePlan &plan, bool isApplied) const;

    CursorStand &m_stand;
    const GivenOptions m_given;
    const CursorDone m_done;
    const bool m_onlyBack;
    Cursor m_cursor;
    QString m_otherScope; ///< As otherScope().
    QString
        m_shortfall; ///< Why the plan is no better than it is; empty = not known, or it is exact.
    std::optional<Result<MovePlan>> m_plan; ///< The latest.
};

void Move::start()
{
    const Result<Cursor> cursor = m_stand.cursor(m_given.positional().first());
    const Status asShown = cursor ? checkStand(*cursor) : tl::unexpected(cursor.error());
    const Result<MoveTarget> target = asShown ? wayOf(m_stand, *cursor, m_given)
                                              : tl::unexpected(asShown.error());
    const Status opened = target ? m_stand.openEvents() : tl::unexpected(target.error());
    if (!opened) {
        m_done(tl::unexpected(opened.error()));
        return;
    }
    m_cursor = *cursor;
    m_otherScope = otherScope(m_stand, m_cursor, m_given);
    const TimeRange unread = answerMove(m_cursor, *target, m_stand.ground(m_cursor)).unread;
    if (m_given.has(u"no-fetch"_s) || unread.isEmpty()) {
        planHere(*target);
        return;
    }
    m_stand.openFeed([this, way = *target](const Result<EventFeed *> &feed) {
        if (feed) {
            planByReading(m_cursor, way, **feed);
        } else if (m_given.has(u"fetch"_s)) {
            m_done(tl::unexpected(feed.error()));
        } else {
            m_shortfall =
                Line::tr("What is not stored cannot be read: %1").arg(feed.error().message);
            planHere(way);
        }
    });
}

/// --if-at: the cursor still stands where it was shown.
Status Move::checkStand(const Cursor &cursor) const
{
    const std::optional<QString> at = m_given.value(u"if-at"_s);
    if (!at) {
        return {};
    }
    bool isThere = false;
    if (const auto *after = std::get_if<AfterEvent>(&cursor.position)) {
        isThere = after->id.toString() == *at;
    } else {
        const Result<Instant> time = parseIsoInstant(at->toUtf8());
        isThere = time && floorToMs(*time) == floorToMs(positionTime(cursor.position));
    }
    return isThere
               ? Status()
               : failure(
                   ErrorCode::Conflict,
                   Line::tr("%1 does not stand at %2 but %3. Look at the move anew, without --yes.")
                       .arg(cursor.name, *at, placeText(cursor.position)));
}

/// From what is stored alone.
void Move::planHere(const MoveTarget &target)
{
    const RewindGround ground = m_stand.ground(m_cursor);
    Result<MovePlan> plan = planMove(m_cursor, target, ground);
    if (plan) {
        plan->expected = expectedCounts(*plan, ground);
    }
    conclude(plan);
}

void Move::planByReading(const Cursor &cursor, const MoveTarget &target, EventFeed &feed)
{
    auto *counter = new CursorCounter(this);
    auto *planner = new CursorPlanner(feed, *counter, m_stand.clock(), this);
    connect(planner, &CursorPlanner::counting, this, [](quint64 events) {
        showProgress(Line::tr("Counting, %1 events so far").arg(events));
    });
    connect(planner, &CursorPlanner::planned, this, [this](const MovePlan &plan) {
        m_plan = plan;
    });
    connect(planner, &CursorPlanner::failed, this, [this](const Error &error) {
        m_plan = tl::unexpected(error);
    });
    // Queued: the planner tells it from within.
    connect(
        planner,
        &CursorPlanner::finished,
        this,
        [this, planner] {
            if (const auto &shortfall = planner->shortfall()) {
                if (m_given.has(u"fetch"_s)) {
                    conclude(tl::unexpected(*shortfall));
                    return;
                }
                m_shortfall = shortfall->message;
            }
            conclude(m_plan.value_or(
                failure(ErrorCode::Internal, Line::tr("The move was not worked out."))));
        },
        Qt::QueuedConnection);
    planner->plan(cursor, target);
}

void Move::conclude(const Result<MovePlan> &plan)
{
    if (plan) {
        m_done(report(*plan));
        return;
    }
    Error error = plan.error();
    if (error.code == ErrorCode::WrongUsage || error.code == ErrorCode::NotFound) {
        error.code = ErrorCode::BadRequest; // the words were right; the way leads nowhere
    }
    m_done(tl::unexpected(error));
}

Result<CursorReport> Move::report(const MovePlan &plan)
{
    if (m_onlyBack && plan.direction == MovePlan::Direction::Forward) {
        return failure(ErrorCode::BadRequest,
                       Line::tr(
                           "This leads forward from where %1 stands, so events would be skipped. "
                           "playhead cursor move does that.")
                           .arg(plan.cursor.name));
    }
    const bool isThere = plan.target == plan.cursor.position;
    const bool isApplied = m_given.has(u"yes"_s) && !isThere;
    if (isApplied) {
        if (const Status synced = m_stand.syncEvents(); !synced) {
            return tl::unexpected(synced.error());
        }
        const auto moved = m_stand.cursors().apply(plan,
                                                   m_given.value(u"reason"_s).value_or(QString()));
        if (!moved) {
            return tl::unexpected(moved.error());
        }
    }
    CursorReport report = shown(plan, isApplied);
    report.notices
        << (isThere
                ? Line::tr("%1 stands there already; nothing was changed.").arg(plan.cursor.name)
            : isApplied ? Line::tr("%1 was moved. playhead cursor undo takes it back.")
                              .arg(plan.cursor.name)
                        : Line::tr("Nothing was changed; --yes moves the cursor."));
    return report;
}

/// The plan and all that limits it; the JSON holds the same.
CursorReport Move::shown(const MovePlan &plan, bool isApplied) const
{
    QJsonObject object = movePlanJson(plan);
    object.insert(u"is_applied"_s, isApplied);
    CursorReport report;
    const QString shortfall = plan.isAtLeast && m_shortfall.isEmpty() ? Line::tr(
                                  "Not all of this stretch is stored, so there may be more events.")
                                                                      : m_shortfall;
    if (!shortfall.isEmpty()) {
        report.notices << shortfall;
        object.insert(u"shortfall"_s, shortfall);
    }
    const auto doubts = warningsOf(plan.target, m_stand.events(), m_stand.heldBackNow());
    QJsonArray warnings = warningsJson(doubts);
    for (const CursorWarning &doubt : doubts) {
        report.notices << textOf(doubt);
    }
    const auto warn = [&](const QString &kind, const QString &text) {
        report.notices << text;
        warnings.append(QJsonObject{{u"kind"_s, kind}, {u"message"_s, text}});
    };
    if (!m_otherScope.isEmpty()) {
        warn(u"other-scope"_s, m_otherScope);
    }
    if (plan.isBeyondHorizon) {
        warn(u"beyond-horizon"_s, beyondHorizonWords(plan).join(u' '));
    }
    object.insert(u"warnings"_s, warnings);
    report.output = m_given.has(u"json"_s) ? jsonText(object) : movePlanText(plan);
    return report;
}

Status checkMove(const GivenOptions &given)
{
    if (given.has(u"fetch"_s) && given.has(u"no-fetch"_s)) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("--fetch and --no-fetch exclude each other; give one of them."));
    }
    return checkWay(given);
}

CursorVerb moveVerb(bool onlyBack)
{
    CursorVerb verb;
    verb.name = onlyBack ? u"rewind"_s : u"move"_s;
    verb.arguments = u"CURSOR "_s + wayUsage(!onlyBack) + u" [OPTIONS]"_s;
    verb.text = onlyBack ? Line::tr("Move a cursor back: what lies between is read again.")
                         : Line::tr("Move a cursor anywhere, back or forward.");
    verb.options =
        wayOptions(!onlyBack)
        + QList<OptionRow>{{u"reason"_s, u"TEXT"_s, Line::tr("why, for the history"), false},
                           {u"fetch"_s,
                            {},
                            Line::tr("fail when what is not stored cannot be read"),
                            false},
                           {u"no-fetch"_s, {}, Line::tr("count what is stored only"), false},
                           {u"if-at"_s,
                            u"PLACE"_s,
                            Line::tr("only if it stands after this event, or from this time"),
                            false},
                           {u"yes"_s, {}, Line::tr("do it; without, it is only shown"), false}};
    verb.details = Line::tr(
        "What the count needs and is not stored is read first, with the environment's key; without one\n"
        "the count says 100+. Nothing is sent to a consumer, and no other cursor moves.\n");
    verb.leastNames = verb.mostNames = 1;
    verb.check = checkMove;
    verb.run = [onlyBack](CursorStand &stand, const GivenOptions &given, const CursorDone &done) {
        (new Move(stand, given, done, onlyBack))->start();
    };
    return verb;
}

} // namespace

CursorVerb cursorMoveVerb()
{
    return moveVerb(false);
}

CursorVerb cursorRewindVerb()
{
    return moveVerb(true);
}

} // namespace playhead
