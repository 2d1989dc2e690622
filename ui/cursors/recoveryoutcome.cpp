// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoveryoutcome.h"

#include "model/events/typecatalogue.h"
#include "ui/cursors/movetext.h"
#include "ui/cursors/placetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace playhead {

namespace {

constexpr qsizetype kNamedIds = 2;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryOutcome)
};

QString againText(const RecoveryPlan &plan, const QTimeZone &zone, Instant now)
{
    const QString id = idShort(plan.processed->id.toString());
    const QString at = momentText(plan.processed->createdAt, zone, now);
    if (plan.again == 0) {
        return Text::tr("It goes on right behind %1, %2.").arg(id, at);
    }
    const QString count = QLocale().toString(plan.again);
    if (plan.isAgainAtLeast) {
        return Text::tr("At least %1 processed events are delivered again, up to %2, %3.")
            .arg(count, id, at);
    }
    return plan.again == 1 ? Text::tr("1 processed event is delivered again: %1, %2.").arg(id, at)
                           : Text::tr("%1 processed events are delivered again, up to %2, %3.")
                                 .arg(count, id, at);
}

QString idsText(const QList<EventId> &ids)
{
    QStringList named;
    for (const EventId &id : ids.mid(0, kNamedIds)) {
        named.append(idShort(id.toString()));
    }
    const QString list = named.join(QStringLiteral(", "));
    return ids.size() > kNamedIds
               ? Text::tr("%1 and %2 more").arg(list, QLocale().toString(ids.size() - kNamedIds))
               : list;
}

QStringList doubts(const RecoveryPlan &plan)
{
    QStringList lines;
    if (plan.isOlderVersion) {
        lines.append(Text::tr("The event of this updated_at was not found; an older version of the "
                              "object counts as the last one processed."));
    }
    if (!plan.unknownIds.isEmpty()) {
        lines.append(Text::tr("Not found: %1.").arg(idsText(plan.unknownIds)));
    }
    if (!plan.foreignIds.isEmpty()) {
        lines.append(
            Text::tr("Of other types or another organization: %1.").arg(idsText(plan.foreignIds)));
    }
    if (plan.isCutByHorizon) {
        lines.append(Text::tr("Part of the overlap is not kept any more."));
    }
    if (plan.readError) {
        lines.append(Text::tr("Not all was read: %1 This is about what is stored.")
                         .arg(plan.readError->message));
    }
    return lines;
}

QString goneText(const RecoveryPlan &plan, const QTimeZone &zone, Instant now)
{
    const QString days = daySpanText(plan.gone.since, plan.gone.until, zone, now);
    if (plan.goneStored == 0) {
        return Text::tr("Events from %1 are gone for good: WorkOS does not keep them, and none of "
                        "them is stored here. Run a full sync, too.")
            .arg(days);
    }
    return Text::tr("Events from %1 are gone for good: WorkOS does not keep them. %2 of them are "
                    "stored here and can be seen. Run a full sync, too.")
        .arg(days, QLocale().toString(plan.goneStored));
}

/// `User 3 (2 created, 1 updated), Session 12 (12 revoked)`
QString familiesText(const MovePlan &move)
{
    QStringList parts;
    for (int i = 0; i < kFamilyCount; ++i) {
        quint64 count = 0;
        for (const TypeMoveCount &type : move.types) {
            count += type.family == Family(i) ? type.count : 0;
        }
        if (count > 0) {
            parts.append(Text::tr("%1 %2 (%3)", "family, count, what happened")
                             .arg(familyLabel(Family(i)),
                                  QLocale().toString(count),
                                  breakdownText(move.types, Family(i))));
        }
    }
    return parts.join(QStringLiteral(", "));
}

void fillMove(RecoveryOutcome &outcome, const MovePlan &move, const QTimeZone &zone, Instant now)
{
    if (move.direction == MovePlan::Direction::Nowhere || (move.events == 0 && !move.isAtLeast)) {
        return;
    }
    outcome.moveLead = Text::tr("%1.", "headline").arg(moveHeadline(move));
    QStringList lines{Text::tr("The cursor moves from %1 to %2.")
                          .arg(momentText(positionTime(move.cursor.position), zone, now),
                               momentText(positionTime(move.target), zone, now))};
    if (move.events > 0) {
        lines.append(Text::tr("%1.", "families").arg(familiesText(move)));
    }
    outcome.hasDeletes = move.deletes > 0;
    if (outcome.hasDeletes) {
        lines.append(deletesLead(move));
        if (const QString types = deletesByType(move); !types.isEmpty()) {
            lines.append(Text::tr("%1.", "types").arg(types));
        }
    }
    outcome.moveText = lines.join(u' ');
}

} // namespace

RecoveryOutcome outcomeOf(const RecoveryPlan &plan, const QTimeZone &zone, Instant now)
{
    RecoveryOutcome outcome;
    QStringList lines;
    if (plan.isProven) {
        outcome.lead = Text::tr("Proven: nothing behind the last processed event is lost.");
    } else if (std::holds_alternative<RecoverFromNow>(plan.request.way)) {
        outcome.lead = Text::tr("Everything up to now is left out.");
    } else if (std::holds_alternative<RecoverFromOldest>(plan.request.way)) {
        outcome.lead = Text::tr("Everything that is kept is delivered again.");
    } else {
        outcome.lead = Text::tr("Not proven: no processed event is read again.");
    }
    if (plan.processed) {
        lines.append(againText(plan, zone, now));
    }
    lines.append(doubts(plan));
    outcome.text = lines.join(u' ');
    outcome.gone = plan.gone.isEmpty() ? QString() : goneText(plan, zone, now);
    outcome.isGood = plan.isProven && !plan.readError;
    if (plan.request.cursor.id != 0) {
        fillMove(outcome, plan.move, zone, now);
    }
    return outcome;
}

} // namespace playhead
