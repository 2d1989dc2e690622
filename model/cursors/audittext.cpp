// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/audittext.h"

#include "model/cursors/movewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SafetyAudit)
};

/// What was looked at: `in the 5 min before the cursor`.
QString overlapWords(const AuditReport &report)
{
    return durationWords(positionTime(report.cursor.position) - report.stretch.since);
}

/// `12:00:01 to 12:04:00, 12:06:00 to 12:07:00`
QString rangesWords(const std::vector<TimeRange> &ranges, const TimeText &time)
{
    QStringList words;
    for (const TimeRange &range : ranges) {
        words.append(Text::tr("%1 to %2").arg(time(range.since), time(range.until)));
    }
    return words.join(Text::tr(", ", "between two stretches of time"));
}

bool isToldNowhere(const AuditReport &report)
{
    return report.sinceSet.isEmpty() && report.sinceStart.empty();
}

/// The verdict when nothing late was found: as sure as what was read and what was known before make it.
QString nothingMissed(const AuditReport &report)
{
    if (report.readError) {
        // Without the read only what is stored since the cursor was set can show that something was late.
        return report.sinceSet.isEmpty()
                   ? Text::tr(
                         "It cannot be told whether something was missed: the %1 before the cursor could not be "
                         "read again.")
                         .arg(overlapWords(report))
                   : Text::tr(
                         "Nothing of what is stored was missed, but the %1 before the cursor could not be read "
                         "again, so there may be more.")
                         .arg(overlapWords(report));
    }
    if (!report.sinceStart.empty() || !report.untold.empty()) {
        return Text::
            tr("Nothing was missed as far as can be told: read again of the %1 before the cursor: %2.")
                .arg(overlapWords(report), eventsWords(report.eventsRead));
    }
    return Text::tr("Nothing was missed: read again of the %1 before the cursor: %2.")
        .arg(overlapWords(report), eventsWords(report.eventsRead));
}

} // namespace

QString auditVerdict(const AuditReport &report)
{
    if (report.isLost) {
        return Text::tr(
            "The cursor is lost: its place is older than what can still be read, so nothing can be told. Recover "
            "it.");
    }
    if (report.stretch.isEmpty()) {
        return Text::tr(
            "It cannot be told whether something was missed: nothing before the cursor is kept any more.");
    }
    if (!report.missed.empty()) {
        return report.missed.size() == 1
                   ? Text::tr(
                       "1 event was missed: it became visible when the cursor was past it already, so the consumer "
                       "never saw it.")
                   : Text::tr(
                         "%1 were missed: they became visible when the cursor was past them already, so the consumer "
                         "never saw them.")
                         .arg(eventsWords(report.missed.size()));
    }
    if (isToldNowhere(report)) {
        return Text::
            tr("It cannot be told whether something was missed: nothing of the %1 before the cursor had been read "
               "before.")
                .arg(overlapWords(report));
    }
    return nothingMissed(report);
}

QStringList auditNotes(const AuditReport &report, const TimeText &time)
{
    QStringList notes;
    if (report.readError) {
        notes.append(Text::tr("It could not be read again, so this is about what is stored. %1")
                         .arg(report.readError->message));
    }
    if (!report.maybeMissed.empty()) {
        notes.append(
            Text::tr(
                "Became visible later, of the very same moment as the cursor's event: %1. Only the server "
                "knows whether the cursor is past that.")
                .arg(eventsWords(report.maybeMissed.size())));
    }
    if (!report.sinceStart.empty()) {
        notes.append(
            Text::tr(
                "What had been read when the cursor was set is not known from %1: there, late means not there "
                "until this audit.")
                .arg(rangesWords(report.sinceStart, time)));
    }
    if (!report.untold.empty() && !isToldNowhere(report)) {
        notes.append(Text::tr("From %1 nothing had been read before, so nothing can be told.")
                         .arg(rangesWords(report.untold, time)));
    }
    for (const CursorWarning &warning : report.warnings) {
        notes.append(textOf(warning));
    }
    return notes;
}

QString missedEventText(const MissedEvent &event, const TimeText &time)
{
    const QString late = durationWords(std::max(event.lateAtLeast, Duration(1000)));
    const QString type = QString::fromUtf8(event.type);
    if (event.organization.isEmpty()) {
        return Text::tr("%1 %2, created %3, visible at least %4 late")
            .arg(type, event.id.toString(), time(event.createdAt), late);
    }
    return Text::tr("%1 %2 of %3, created %4, visible at least %5 late")
        .arg(type, event.id.toString(), event.organization.toString(), time(event.createdAt), late);
}

QString auditSuggestion(const AuditReport &report, const TimeText &time)
{
    if (!report.suggestion) {
        return {};
    }
    if (const auto *event = std::get_if<ToEvent>(&*report.suggestion)) {
        return Text::tr("Rewind to before the first missed event: after %1")
            .arg(event->id.toString());
    }
    return Text::tr("Rewind to before the first missed event: from %1")
        .arg(time(std::get<ToTime>(*report.suggestion).time));
}

} // namespace playhead
