// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

QString tr(const char *text)
{
    return QCoreApplication::translate("TimeText", text);
}

QDateTime toDateTime(Instant instant, const QTimeZone &zone)
{
    const auto ms =
        std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

QString withUnit(qint64 us)
{
    if (us < kMinute) {
        return tr("%1 s").arg(us / kSecond);
    }
    if (us < kHour) {
        return tr("%1 min").arg(us / kMinute);
    }
    if (us < kDay) {
        return tr("%1 h").arg(us / kHour);
    }
    const auto days = us / kDay;
    return days == 1 ? tr("1 day") : tr("%1 days").arg(days);
}

} // namespace

QString clockTimeText(Instant instant, Instant now, const QTimeZone &zone, bool marksUtc)
{
    const QDateTime at = toDateTime(instant, zone);
    const QDate today = toDateTime(now, zone).date();
    QString text;
    if (at.date() == today) {
        text = at.toString(u"HH:mm:ss.zzz"_s);
    } else if (at.date().year() == today.year()) {
        text = at.toString(u"d MMM HH:mm:ss"_s);
    } else {
        text = at.toString(u"d MMM yyyy HH:mm"_s);
    }
    return marksUtc ? text + u'Z' : text;
}

QString fullTimeText(Instant instant, const QTimeZone &zone)
{
    return toDateTime(instant, zone).toString(u"d MMM yyyy, HH:mm:ss.zzz"_s);
}

QString relativeTimeText(Instant instant, Instant now)
{
    const qint64 us = (now - instant).count();
    if (qAbs(us) < kSecond) {
        return tr("just now");
    }
    return us >= 0 ? tr("%1 ago").arg(withUnit(us)) : tr("in %1").arg(withUnit(-us));
}

QString deltaText(Duration difference)
{
    const qint64 us = qAbs(difference.count());
    const QString sign = difference.count() < 0 ? u"-"_s : u"+"_s;
    if (us < kMinute) {
        return sign
               + tr("%1 s").arg(QString::number(static_cast<double>(us / 1000) / 1000.0, 'f', 3));
    }
    if (us < kHour) {
        return sign
               + tr("%1 min %2 s")
                     .arg(us / kMinute)
                     .arg(us % kMinute / kSecond, 2, 10, QChar(u'0'));
    }
    if (us < kDay) {
        return sign
               + tr("%1 h %2 min").arg(us / kHour).arg(us % kHour / kMinute, 2, 10, QChar(u'0'));
    }
    return sign + tr("%1 d %2 h").arg(us / kDay).arg(us % kDay / kHour);
}

QString durationText(Duration duration)
{
    const qint64 us = qAbs(duration.count());
    if (us < kHour) {
        return withUnit(us);
    }
    if (us < kDay) {
        const qint64 minutes = us % kHour / kMinute;
        return minutes == 0 ? withUnit(us) : tr("%1 h %2 min").arg(us / kHour).arg(minutes);
    }
    const qint64 hours = us % kDay / kHour;
    return hours == 0 ? withUnit(us) : tr("%1 d %2 h").arg(us / kDay).arg(hours);
}

QTimeZone zoneOf(TimeMode mode)
{
    return mode == TimeMode::Utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

QString zoneName(const QTimeZone &zone, Instant at)
{
    return zone == QTimeZone::utc() ? u"UTC"_s : zone.abbreviation(toDateTime(at, zone));
}

} // namespace playhead
