// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/safetyjson.h"

#include "model/cursors/cursorjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

QString iso(Instant instant)
{
    return QString::fromLatin1(isoUtcExact(instant));
}

double seconds(Duration duration)
{
    return double(duration.count()) / 1e6;
}

QJsonValue rangeJson(const TimeRange &range)
{
    if (range.isEmpty()) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"since"_s, iso(range.since)}, {u"until"_s, iso(range.until)}};
}

QJsonArray rangesJson(const std::vector<TimeRange> &ranges)
{
    QJsonArray array;
    for (const TimeRange &range : ranges) {
        array.append(rangeJson(range));
    }
    return array;
}

QJsonValue errorJson(const std::optional<Error> &error)
{
    return error ? QJsonValue(error->message) : QJsonValue();
}

QJsonArray missedJson(const std::vector<MissedEvent> &events)
{
    QJsonArray array;
    for (const MissedEvent &event : events) {
        array.append(QJsonObject{{u"id"_s, event.id.toString()},
                                 {u"event"_s, QString::fromUtf8(event.type)},
                                 {u"organization"_s, event.organization.toString()},
                                 {u"created_at"_s, iso(event.createdAt)},
                                 {u"late_at_least_seconds"_s, seconds(event.lateAtLeast)}});
    }
    return array;
}

QString kindWord(CursorWarning::Kind kind)
{
    switch (kind) {
    case CursorWarning::Kind::TooYoung:
        return u"too-young"_s;
    case CursorWarning::Kind::SetTooYoung:
        return u"set-too-young"_s;
    case CursorWarning::Kind::NotStored:
        return u"not-stored"_s;
    case CursorWarning::Kind::WebhookId:
        return u"webhook-id"_s;
    case CursorWarning::Kind::InFuture:
        return u"in-future"_s;
    }
    return {};
}

QJsonValue suggestionJson(const std::optional<MoveTarget> &suggestion)
{
    if (!suggestion) {
        return QJsonValue::Null;
    }
    if (const auto *event = std::get_if<ToEvent>(&*suggestion)) {
        return QJsonObject{{u"after"_s, event->id.toString()}};
    }
    return QJsonObject{{u"range_start"_s, iso(std::get<ToTime>(*suggestion).time)}};
}

QJsonArray idsJson(const QList<EventId> &ids)
{
    QJsonArray array;
    for (const EventId &id : ids) {
        array.append(id.toString());
    }
    return array;
}

QJsonValue processedJson(const std::optional<ProcessedEvent> &event)
{
    if (!event) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"id"_s, event->id.toString()},
                       {u"event"_s, QString::fromUtf8(event->type)},
                       {u"created_at"_s, iso(event->createdAt)}};
}

QJsonObject countJson(quint64 events, bool isAtLeast)
{
    return {{u"events"_s, qint64(events)}, {u"is_at_least"_s, isAtLeast}};
}

} // namespace

QJsonArray warningsJson(const QList<CursorWarning> &warnings)
{
    QJsonArray array;
    for (const CursorWarning &warning : warnings) {
        array.append(
            QJsonObject{{u"kind"_s, kindWord(warning.kind)}, {u"message"_s, textOf(warning)}});
    }
    return array;
}

QJsonObject auditJson(const AuditReport &report)
{
    return {{u"cursor"_s, cursorJson(report.cursor)},
            {u"audited_at"_s, iso(report.at)},
            {u"stretch"_s, rangeJson(report.stretch)},
            {u"is_lost"_s, report.isLost},
            {u"events_read"_s, qint64(report.eventsRead)},
            {u"read_error"_s, errorJson(report.readError)},
            {u"missed"_s, missedJson(report.missed)},
            {u"maybe_missed"_s, missedJson(report.maybeMissed)},
            {u"told_since_set"_s, rangeJson(report.sinceSet)},
            {u"told_since_audit"_s, rangesJson(report.sinceStart)},
            {u"untold"_s, rangesJson(report.untold)},
            {u"warnings"_s, warningsJson(report.warnings)},
            {u"suggestion"_s, suggestionJson(report.suggestion)}};
}

QJsonObject recoveryJson(const RecoveryPlan &plan)
{
    const bool isForward = plan.request.cursor.id != 0
                           && plan.move.direction == MovePlan::Direction::Forward;
    const QJsonObject gone{{u"range"_s, rangeJson(plan.gone)},
                           {u"stored"_s, qint64(plan.goneStored)}};
    return {{u"cursor"_s, plan.request.cursor.name},
            {u"target"_s, positionJson(plan.move.target)},
            {u"how"_s, plan.move.how},
            {u"overlap_seconds"_s, seconds(plan.request.overlap)},
            {u"processed"_s, processedJson(plan.processed)},
            {u"is_proven"_s, plan.isProven},
            {u"again"_s, countJson(plan.again, plan.isAgainAtLeast)},
            {u"skipped"_s,
             isForward ? QJsonValue(countJson(plan.move.events, plan.move.isAtLeast))
                       : QJsonValue()},
            {u"ahead"_s, countJson(plan.move.ahead.events, !plan.move.ahead.isExact)},
            {u"is_cut_by_horizon"_s, plan.isCutByHorizon},
            {u"gone"_s, gone},
            {u"ids_found"_s, qint64(plan.idsFound)},
            {u"unknown_ids"_s, idsJson(plan.unknownIds)},
            {u"foreign_ids"_s, idsJson(plan.foreignIds)},
            {u"is_older_version"_s, plan.isOlderVersion},
            {u"read_error"_s, errorJson(plan.readError)}};
}

} // namespace playhead
