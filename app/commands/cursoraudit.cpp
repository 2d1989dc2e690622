// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor audit`: what a consumer with this cursor never saw.
#include "app/commands/cursorfeed.h"
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "app/console.h"
#include "model/cursors/audittext.h"
#include "model/cursors/safetyaudit.h"
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

/// The command that does what the report suggests.
QString suggestedCommand(const AuditReport &report)
{
    if (const auto *event = std::get_if<ToEvent>(&*report.suggestion)) {
        return u"--to-event "_s + event->id.toString();
    }
    return u"--to-time "_s + utcText(std::get<ToTime>(*report.suggestion).time);
}

CursorReport shown(const AuditReport &report, bool isJson)
{
    const QStringList notes = auditNotes(report, utcText);
    if (isJson) {
        return {jsonText(auditJson(report)), notes};
    }
    QString text = report.cursor.name + u": "_s + auditVerdict(report) + u'\n';
    for (const MissedEvent &event : report.missed) {
        text += u"  "_s + missedEventText(event, utcText) + u'\n';
    }
    for (const MissedEvent &event : report.maybeMissed) {
        text += u"  ? "_s + missedEventText(event, utcText) + u'\n';
    }
    if (report.suggestion) {
        text += Line::tr("%1: playhead cursor rewind %2 %3\n")
                    .arg(auditSuggestion(report, utcText),
                         report.cursor.name,
                         suggestedCommand(report));
    }
    return {text.toUtf8(), notes};
}

/// One audit on its way. Owned by the stand.
class Audit : public QObject
{
public:
    Audit(CursorStand &stand, const GivenOptions &given, CursorDone done)
        : QObject(&stand)
        , m_stand(stand)
        , m_given(given)
        , m_done(std::move(done))
    {}

    void start()
    {
        const Result<Cursor> cursor = m_stand.cursor(m_given.positional().first());
        if (!cursor) {
            m_done(tl::unexpected(cursor.error()));
            return;
        }
        m_cursor = *cursor;
        openCursorFeed(m_stand,
                       m_cursor,
                       m_given.has(u"no-fetch"_s),
                       [this](const Result<EventFeed *> &feed) {
                           feed ? audit(**feed) : m_done(tl::unexpected(feed.error()));
                       });
    }

private:
    void audit(EventFeed &feed)
    {
        auto *audit = new SafetyAudit(feed, m_stand.clock(), this);
        connect(audit, &SafetyAudit::progress, this, [](quint64 events) {
            showProgress(Line::tr("Reading again, %1 events so far").arg(events));
        });
        connect(audit, &SafetyAudit::finished, this, [this](const AuditReport &report) {
            CursorReport told = shown(report, m_given.has(u"json"_s));
            // Of a capture all is there; and who asks for what is stored only gets that.
            const bool isMeant = m_given.has(u"no-fetch"_s) || m_stand.environment().isCapture();
            if (report.readError && !isMeant) {
                told.shortOf = report.readError->code;
            }
            m_done(told);
        });
        connect(audit, &SafetyAudit::failed, this, [this](const Error &error) {
            m_done(tl::unexpected(error));
        });
        AuditSettings settings;
        settings.isHeldBack = m_stand.isHeldBack();
        if (const auto overlap = m_given.value(u"overlap"_s)) {
            settings.overlap = *parseDuration(overlap->toUtf8());
        }
        audit->start(m_cursor, settings);
    }

    CursorStand &m_stand;
    const GivenOptions m_given;
    const CursorDone m_done;
    Cursor m_cursor;
};

Status checkAudit(const GivenOptions &given)
{
    const auto overlap = given.value(u"overlap"_s);
    if (overlap && !parseDuration(overlap->toUtf8())) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("--overlap takes a span such as 5m or 1h, not '%1'.")
                           .arg(*overlap));
    }
    return {};
}

} // namespace

CursorVerb cursorAuditVerb()
{
    CursorVerb verb;
    verb.name = u"audit"_s;
    verb.arguments = u"CURSOR [OPTIONS]"_s;
    verb.text = Line::tr("Name the events before a cursor that its consumer never saw.");
    verb.options =
        {{u"overlap"_s, u"SPAN"_s, Line::tr("how far before the cursor to read again (5m)"), false},
         {u"no-fetch"_s, {}, Line::tr("judge what is stored only"), false}};
    verb.details = Line::tr(
        "WorkOS hides new events for a few seconds, so an event can become visible when a cursor is past\n"
        "it already. The stretch before the cursor is read again, and compared with what was there when\n"
        "the cursor was set. What cannot be told is said on standard error. Nothing moves.\n"
        "The exit code is 0 with or without missed events; --json lists them as \"missed\". When the stretch\n"
        "could not be read again, it is that of the error: 3 for a refused key.\n");
    verb.leastNames = verb.mostNames = 1;
    verb.check = checkAudit;
    verb.run = [](CursorStand &stand, const GivenOptions &given, const CursorDone &done) {
        (new Audit(stand, given, done))->start();
    };
    return verb;
}

} // namespace playhead
