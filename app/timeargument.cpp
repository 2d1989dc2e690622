// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/timeargument.h"

#include <QCoreApplication>

namespace playhead {

QByteArray TimeArgument::canonical() const
{
    return isRelative() ? "back " + QByteArray::number(qint64(back.count())) : isoUtcExact(moment);
}

Result<TimeArgument> parseTimeArgument(const QString &option, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (const Result<Duration> back = parseDuration(bytes)) {
        return TimeArgument{{}, *back};
    }
    if (const Result<Instant> moment = parseIsoInstant(bytes)) {
        return TimeArgument{*moment, {}};
    }
    return failure(ErrorCode::WrongUsage,
                   QCoreApplication::translate(
                       "CommandLine",
                       "%1 takes a time such as 2026-11-22T14:00Z (UTC) or 24h or 7d, not '%2'.")
                       .arg(option, text));
}

} // namespace playhead
