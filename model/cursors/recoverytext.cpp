// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/recoverytext.h"

#include "model/cursors/movewords.h"

#include <QCoreApplication>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

template<typename Way>
bool isBy(const RecoveryPlan &plan)
{
    return std::holds_alternative<Way>(plan.request.way);
}

QString idsWords(const QList<EventId> &ids)
{
    constexpr qsizetype kNamed = 5;
    QStringList words;
    for (const EventId &id : ids.first(std::min(kNamed, ids.size()))) {
        words.append(id.toString());
    }
    const QString named = words.join(Text::tr(", ", "between two event ids"));
    return ids.size() > kNamed ? Text::tr("%1 and %2 more").arg(named).arg(ids.size() - kNamed)
                               : named;
}

QString aheadWords(const Lag &ahead)
{
    return ahead.isExact ? Text::tr("In all, %1 ahead.").arg(eventsWords(ahead.events))
                         : Text::tr("In all, at least %1 ahead.").arg(eventsWords(ahead.events));
}

} // namespace

QString recoveryPlace(const RecoveryPlan &plan, const TimeText &time)
{
    if (const auto *after = std::get_if<AfterEvent>(&plan.move.target)) {
        return Text::tr("Goes on after %1, created %2.")
            .arg(after->id.toString(), time(after->createdAt));
    }
    return Text::tr("Goes on from %1.").arg(time(positionTime(plan.move.target)));
}

QString recoveryProof(const RecoveryPlan &plan, const TimeText &time)
{
    if (isBy<RecoverFromOldest>(plan)) {
        return Text::tr(
            "Everything that is kept is read again, so nothing that can still be read is lost.");
    }
    if (isBy<RecoverFromNow>(plan)) {
        return Text::tr(
            "Everything up to there is skipped: what the consumer had not processed is lost to it.");
    }
    if (!plan.processed) {
        return Text::tr(
            "No event proves it: that everything up to the time given was processed is taken at its word. What was "
            "created later is read.");
    }
    const QString id = plan.processed->id.toString();
    const QString created = time(plan.processed->createdAt);
    if (plan.isProven && isBy<RecoverFromTime>(plan)) {
        return Text::
            tr("The last event before that time, %1, created %2, is read again, so nothing after it can be lost.")
                .arg(id, created);
    }
    if (plan.isProven) {
        return Text::
            tr("Proven: %1, created %2, is known to be processed and is read again, so nothing after it can be lost.")
                .arg(id, created);
    }
    return plan.isCutByHorizon
               ? Text::tr(
                     "%1, created %2, is known to be processed; it is not kept any more, so what follows it is read from the "
                     "oldest event kept.")
                     .arg(id, created)
               : Text::tr(
                     "%1, created %2, is known to be processed. Reading goes on right behind it, so it does not come again "
                     "to prove it.")
                     .arg(id, created);
}

QString recoveryAgain(const RecoveryPlan &plan)
{
    const QString ahead = aheadWords(plan.move.ahead);
    if (!plan.processed) {
        return ahead;
    }
    const QString events = eventsWords(plan.again);
    const QString again =
        plan.isAgainAtLeast
            ? Text::tr(
                  "Delivered again: at least %1 up to that one, and what was processed after it.")
                  .arg(events)
            : Text::tr("Delivered again: %1 up to that one, and what was processed after it.")
                  .arg(events);
    return again + u' ' + ahead;
}

QString recoverySkipped(const RecoveryPlan &plan)
{
    if (plan.request.cursor.id == 0 || plan.move.direction != MovePlan::Direction::Forward) {
        return {};
    }
    const QString events = eventsWords(plan.move.events);
    return plan.move.isAtLeast
               ? Text::tr("Left out between its old place and this one: at least %1.").arg(events)
               : Text::tr("Left out between its old place and this one: %1.").arg(events);
}

QString recoveryGone(const RecoveryPlan &plan, const TimeText &time)
{
    if (plan.gone.isEmpty()) {
        return {};
    }
    const QString range =
        Text::tr(
            "Gone for good: what was created from %1 to %2 is not kept any more, so also run a full sync.")
            .arg(time(plan.gone.since), time(plan.gone.until));
    return plan.goneStored == 0
               ? range
               : Text::tr("%1 Stored here of that: %2.").arg(range, eventsWords(plan.goneStored));
}

QStringList recoveryNotes(const RecoveryPlan &plan)
{
    QStringList notes;
    if (plan.readError) {
        notes.append(
            Text::tr("What is not stored could not be read. %1").arg(plan.readError->message));
    }
    if (!plan.unknownIds.isEmpty()) {
        notes.append(Text::tr("Not known here, and not sent by the server at their time: %1.")
                         .arg(idsWords(plan.unknownIds)));
    }
    if (!plan.foreignIds.isEmpty()) {
        notes.append(
            Text::tr(
                "Of other types or another organization than the cursor's, so they tell nothing: %1.")
                .arg(idsWords(plan.foreignIds)));
    }
    if (plan.isOlderVersion) {
        notes.append(
            Text::tr("No event gave the object this version; the newest older one is taken."));
    }
    if (plan.isCutByHorizon && plan.isProven) {
        notes.append(Text::tr("Part of the overlap is not kept any more."));
    }
    if (isBy<RecoverFromText>(plan)) {
        notes.append(
            Text::tr(
                "A consumer with parallel lanes may have older events open than the newest in its log: the overlap "
                "of %1 covers lanes that run behind by less.")
                .arg(durationWords(plan.request.overlap)));
    }
    return notes;
}

} // namespace playhead
