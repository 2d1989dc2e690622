// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/requests/sentrequestwords.h"

#include "model/api/requestrepeat.h"
#include "ui/shared/requestwords.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SentRequestWords)
};

QString minuteText(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toUs(at) / 1000, zone).toString(u"d MMM HH:mm"_s);
}

QString rangeText(const PageRequest &request, const QTimeZone &zone)
{
    const bool hasStart = request.since && request.after.isEmpty();
    if (hasStart && request.until) {
        return Text::tr("%1 to %2")
            .arg(minuteText(*request.since, zone), minuteText(*request.until, zone));
    }
    return hasStart        ? Text::tr("from %1").arg(minuteText(*request.since, zone))
           : request.until ? Text::tr("until %1").arg(minuteText(*request.until, zone))
                           : QString();
}

/// One to three words for an error, in lower case.
QString shortName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::KeyMissing:
        return Text::tr("no key");
    case ErrorCode::KeyRefused:
        return Text::tr("key refused");
    case ErrorCode::Forbidden:
        return Text::tr("forbidden");
    case ErrorCode::BadRequest:
    case ErrorCode::Unprocessable:
        return Text::tr("refused");
    case ErrorCode::CursorUnknown:
        return Text::tr("cursor unknown");
    case ErrorCode::RateLimited:
        return Text::tr("rate limited");
    case ErrorCode::ServerFailed:
        return Text::tr("server failed");
    case ErrorCode::NameNotResolved:
        return Text::tr("name not found");
    case ErrorCode::ConnectionRefused:
        return Text::tr("nobody listens");
    case ErrorCode::ConnectionLost:
        return Text::tr("connection lost");
    case ErrorCode::TimedOut:
        return Text::tr("timed out");
    case ErrorCode::TlsFailed:
        return Text::tr("TLS failed");
    case ErrorCode::Redirected:
        return Text::tr("redirected");
    case ErrorCode::TooLarge:
        return Text::tr("too large");
    case ErrorCode::Malformed:
        return Text::tr("malformed");
    default:
        return Text::tr("not usable");
    }
}

QString eventText(const RepeatedRequest::Glance &event, const QTimeZone &zone)
{
    return Text::tr("%1 of %2 (%3)")
        .arg(QString::fromUtf8(event.type),
             fullTimeText(event.createdAt, zone),
             idTailText(event.id.value));
}

} // namespace

QString sentText(const RequestRecord &record, const QTimeZone &zone)
{
    const PageRequest &request = record.request;
    QStringList types;
    for (const QByteArray &type : request.types) {
        types << QString::fromUtf8(type);
    }
    QStringList parts = {typesText(types)};
    if (!request.organization.isEmpty()) {
        parts << Text::tr("org %1").arg(idTailText(request.organization.value));
    }
    if (const QString range = rangeText(request, zone); !range.isEmpty()) {
        parts << range;
    }
    if (request.order == PageOrder::NewestFirst) {
        parts << Text::tr("newest first");
    }
    parts << Text::tr("limit %1").arg(request.limit);
    const QString asked = parts.join(u", "_s);
    switch (record.purpose) {
    case RequestPurpose::Backfill:
        break;
    case RequestPurpose::LiveTail:
        return Text::tr("live tail: %1").arg(asked);
    case RequestPurpose::Repeat:
        return Text::tr("run again: %1").arg(asked);
    }
    return asked;
}

QString sentStatusText(const RequestRecord &record)
{
    const QString status = record.facts.status == 0 ? QString()
                                                    : QString::number(record.facts.status);
    if (record.error.message.isEmpty()) {
        return status;
    }
    const QString name = shortName(record.error.code);
    return status.isEmpty() ? name : status + u' ' + name;
}

QString httpVersionText(int version)
{
    return version == 0 ? QString() : version == 1 ? u"1.1"_s : QString::number(version);
}

QString purposeText(RequestPurpose purpose)
{
    switch (purpose) {
    case RequestPurpose::Backfill:
        return Text::tr("Reading");
    case RequestPurpose::LiveTail:
        return Text::tr("Live tail");
    case RequestPurpose::Repeat:
        return Text::tr("Run again");
    }
    return {};
}

QString sentCountText(quint64 requests, quint64 retries)
{
    const QString count = requestCountText(requests);
    return retries == 0   ? count
           : retries == 1 ? Text::tr("%1, 1 retry").arg(count)
                          : Text::tr("%1, %2 retries").arg(count, QLocale().toString(retries));
}

QString repeatedText(const RepeatedRequest &repeated, const QTimeZone &zone)
{
    const RequestRecord &record = repeated.record;
    if (!record.error.message.isEmpty()) {
        return record.error.message;
    }
    if (!repeated.first || !repeated.last) {
        return Text::tr("No event. Nothing follows it.");
    }
    const QString more = record.next.isEmpty() ? Text::tr("It is the last page.")
                                               : Text::tr("More follow it.");
    if (record.events == 1) {
        return Text::tr("1 event: %1. %2").arg(eventText(*repeated.first, zone), more);
    }
    return Text::tr("%1 events: first %2, last %3. %4")
        .arg(QLocale().toString(record.events),
             eventText(*repeated.first, zone),
             eventText(*repeated.last, zone),
             more);
}

} // namespace playhead
