// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor recover`: a place for a cursor that is lost or was thrown away.
#include "app/commands/cursorfeed.h"
#include "app/commands/cursorrecoverway.h"
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "app/console.h"
#include "app/typeargument.h"
#include "model/cursors/recovery.h"
#include "model/cursors/recoverytext.h"
#include "model/cursors/safetyjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

QByteArray planText(const RecoveryPlan &plan)
{
    const QStringList lines{plan.request.cursor.name + u": "_s + recoveryPlace(plan, utcText),
                            recoveryProof(plan, utcText),
                            recoveryAgain(plan),
                            recoverySkipped(plan),
                            recoveryGone(plan, utcText)};
    QString text;
    for (const QString &line : lines) {
        text += line.isEmpty() ? QString() : line + u'\n';
    }
    return text.toUtf8();
}

/// One recovery on its way from the words to the store. Owned by the stand.
class Recover : public QObject
{
public:
    Recover(CursorStand &stand, const GivenOptions &given, CursorDone done)
        : QObject(&stand)
        , m_stand(stand)
        , m_given(given)
        , m_done(std::move(done))
    {}

    void start();

private:
    Result<Cursor> lostCursor();
    Result<RecoveryRequest> request();
    void find(EventFeed &feed);
    Result<CursorReport> conclude(const RecoveryPlan &plan);
    Status apply(const RecoveryPlan &plan);

    CursorStand &m_stand;
    const GivenOptions m_given;
    const CursorDone m_done;
    RecoveryRequest m_request;
};

/// The one that is named; with --new a draft of that name.
Result<Cursor> Recover::lostCursor()
{
    const QString name = m_given.positional().first();
    if (!m_given.has(u"new"_s)) {
        Result<Cursor> cursor = m_stand.cursor(name);
        if (!cursor && cursor.error().code == ErrorCode::NotFound) {
            return failure(ErrorCode::NotFound,
                           Line::tr("%1 --new makes one for a consumer that threw its cursor away.")
                               .arg(cursor.error().message));
        }
        return cursor;
    }
    if (m_stand.cursor(name)) {
        return failure(ErrorCode::AlreadyExists,
                       Line::tr("There is a cursor '%1' already. Leave --new out to recover it, or "
                                "take another name.")
                           .arg(name));
    }
    const auto types = parseTypeArguments(m_given.values(u"type"_s), m_stand.catalogue());
    if (!types) {
        return tl::unexpected(types.error());
    }
    Cursor cursor;
    cursor.environmentId = m_stand.environment().id;
    cursor.name = name;
    cursor.types = *types;
    cursor.organization = OrganizationId(m_given.value(u"org"_s).value_or(QString()).toUtf8());
    return cursor;
}

Result<RecoveryRequest> Recover::request()
{
    const Result<Cursor> cursor = lostCursor();
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    RecoveryRequest request;
    request.cursor = *cursor;
    request.isHeldBack = m_stand.isHeldBack();
    if (const auto overlap = m_given.value(u"overlap"_s)) {
        request.overlap = *overlapOf(*overlap);
    }
    const Result<RecoveryWay> way = recoveryWayOf(m_stand, *cursor, m_given);
    if (!way) {
        return tl::unexpected(way.error());
    }
    request.way = *way;
    return request;
}

void Recover::start()
{
    const Result<RecoveryRequest> request = this->request();
    if (!request) {
        m_done(tl::unexpected(request.error()));
        return;
    }
    m_request = *request;
    openCursorFeed(m_stand,
                   m_request.cursor,
                   m_given.has(u"no-fetch"_s),
                   [this](const Result<EventFeed *> &feed) {
                       feed ? find(**feed) : m_done(tl::unexpected(feed.error()));
                   });
}

void Recover::find(EventFeed &feed)
{
    auto *recovery = new Recovery(feed, m_stand.clock(), this);
    connect(recovery, &Recovery::progress, this, [](quint64 events) {
        showProgress(Line::tr("Reading, %1 events so far").arg(events));
    });
    connect(recovery, &Recovery::found, this, [this](const RecoveryPlan &plan) {
        m_done(conclude(plan));
    });
    connect(recovery, &Recovery::failed, this, [this](const Error &error) {
        Error told = error;
        if (told.code == ErrorCode::WrongUsage || told.code == ErrorCode::NotFound) {
            told.code = ErrorCode::BadRequest; // the words were right; they lead nowhere
        }
        m_done(tl::unexpected(told));
    });
    recovery->find(m_request);
}

Status Recover::apply(const RecoveryPlan &plan)
{
    if (const Status synced = m_stand.syncEvents(); !synced) {
        return synced;
    }
    const QString reason = m_given.value(u"reason"_s).value_or(QString());
    const Result<Cursor> done = plan.request.cursor.id != 0
                                    ? m_stand.cursors().apply(plan.move, reason)
                                    : m_stand.cursors().create(plan.newCursor(),
                                                               CursorChange::Recovered,
                                                               plan.move.how,
                                                               reason);
    return done ? Status() : tl::unexpected(done.error());
}

Result<CursorReport> Recover::conclude(const RecoveryPlan &plan)
{
    const bool isNew = plan.request.cursor.id == 0;
    const bool isThere = !isNew && plan.move.target == plan.request.cursor.position;
    const bool isApplied = m_given.has(u"yes"_s) && !isThere;
    if (isApplied) {
        if (const Status applied = apply(plan); !applied) {
            return tl::unexpected(applied.error());
        }
    }
    QJsonObject object = recoveryJson(plan);
    object.insert(u"is_new"_s, isNew);
    object.insert(u"is_applied"_s, isApplied);
    CursorReport report{m_given.has(u"json"_s) ? jsonText(object) : planText(plan),
                        recoveryNotes(plan)};
    const QString &name = plan.request.cursor.name;
    report.notices
        << (isThere      ? Line::tr("%1 stands there already; nothing was changed.").arg(name)
            : !isApplied ? Line::tr("Nothing was changed; --yes does it.")
            : isNew      ? Line::tr("%1 was made.").arg(name)
                         : Line::tr("%1 was moved. playhead cursor undo takes it back.").arg(name));
    return report;
}

} // namespace

CursorVerb cursorRecoverVerb()
{
    CursorVerb verb;
    verb.name = u"recover"_s;
    verb.arguments = u"CURSOR "_s + recoveryWayUsage() + u" [OPTIONS]"_s;
    verb.text = Line::tr("Find a place for a cursor that is lost or was thrown away.");
    verb.options =
        recoveryWayOptions()
        + QList<OptionRow>{
            {u"overlap"_s,
             u"SPAN"_s,
             Line::tr("so long before the newest processed event to read again (5m; 0 = none)"),
             false},
            {u"new"_s, {}, Line::tr("the consumer threw its cursor away: make a new one"), false},
            {u"type"_s,
             u"TYPE"_s,
             Line::tr("with --new: types that it reads; a,b and dsync.* too, repeatable (all)"),
             true},
            {u"org"_s,
             u"ID"_s,
             Line::tr("with --new: the organization that it reads (any)"),
             false},
            {u"reason"_s, u"TEXT"_s, Line::tr("why, for the history"), false},
            {u"no-fetch"_s, {}, Line::tr("look at what is stored only"), false},
            {u"yes"_s, {}, Line::tr("do it; without, it is only shown"), false}};
    verb.details = Line::tr(
        "Says where to read again so that nothing is lost, which event proves it, what is delivered\n"
        "again, and what is gone. What it needs and is not stored is read first.\n");
    verb.leastNames = verb.mostNames = 1;
    verb.check = checkRecovery;
    verb.run = [](CursorStand &stand, const GivenOptions &given, const CursorDone &done) {
        (new Recover(stand, given, done))->start();
    };
    return verb;
}

} // namespace playhead
