// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/placetext.h"

#include "ui/shared/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kTailLength = 5;
constexpr int kHeadLength = 16;

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("PlaceText", text, comment);
}

QDateTime inZone(Instant at, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(at);
    return QDateTime::fromMSecsSinceEpoch(ms.time_since_epoch().count(), zone);
}

QString format(const QDateTime &at, const QString &pattern)
{
    return QLocale().toString(at, pattern);
}

QString dayText(const QDateTime &at, const QDateTime &now)
{
    return format(at, at.date().year() == now.date().year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}
} // namespace

QString shortMomentText(Instant at, const QTimeZone &zone, Instant now)
{
    const QDateTime then = inZone(at, zone);
    const QDateTime today = inZone(now, zone);
    if (then.date() == today.date()) {
        return format(then, u"HH:mm:ss"_s);
    }
    return format(then,
                  then.date().year() == today.date().year() ? u"d MMM HH:mm"_s : u"d MMM yyyy"_s);
}

QString minuteText(Instant at, const QTimeZone &zone, Instant now)
{
    const QDateTime then = inZone(at, zone);
    return QString(dayText(then, inZone(now, zone)) + u' ' + format(then, u"HH:mm"_s));
}

QString dayOrClockText(Instant at, const QTimeZone &zone, Instant now)
{
    const QDateTime then = inZone(at, zone);
    const QDateTime today = inZone(now, zone);
    return then.date() == today.date() ? format(then, u"HH:mm"_s) : dayText(then, today);
}

QString daySpanText(Instant from, Instant to, const QTimeZone &zone, Instant now)
{
    const QDateTime first = inZone(from, zone);
    const QDateTime last = inZone(to, zone);
    const QDateTime today = inZone(now, zone);
    if (first.date() == last.date()) {
        return dayText(last, today);
    }
    const bool isOneMonth = first.date().month() == last.date().month()
                            && first.date().year() == last.date().year();
    return tr("%1 to %2", "days")
        .arg(isOneMonth ? format(first, u"d"_s) : dayText(first, today), dayText(last, today));
}

QString momentText(Instant at, const QTimeZone &zone, Instant now)
{
    const QDateTime then = inZone(at, zone);
    return QString(dayText(then, inZone(now, zone)) + u' ' + format(then, u"HH:mm:ss.zzz"_s));
}

QString clockText(Instant at, const QTimeZone &zone)
{
    return format(inZone(at, zone), u"HH:mm:ss.zzz"_s);
}

QString spanText(Instant from, Instant to, const QTimeZone &zone, Instant now)
{
    const bool isToday = inZone(from, zone).date() == inZone(to, zone).date()
                         && inZone(to, zone).date() == inZone(now, zone).date();
    if (isToday) {
        return tr("%1 to %2").arg(clockText(from, zone), clockText(to, zone));
    }
    return tr("%1 to %2").arg(momentText(from, zone, now), momentText(to, zone, now));
}

QString relativeText(Instant at, Instant now)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(now - at).count();
    const qint64 size = seconds < 0 ? -seconds : seconds;
    if (size < 5) {
        return tr("just now");
    }
    const bool isPast = seconds > 0;
    const auto text = [](bool isOne, const QString &one, const QString &many, qint64 count) {
        return isOne ? one : many.arg(QLocale().toString(count));
    };
    if (size < 60) {
        return text(false, {}, isPast ? tr("%1 seconds ago") : tr("in %1 seconds"), size);
    }
    if (const qint64 minutes = size / 60; minutes < 60) {
        return text(minutes == 1,
                    isPast ? tr("1 minute ago") : tr("in 1 minute"),
                    isPast ? tr("%1 minutes ago") : tr("in %1 minutes"),
                    minutes);
    }
    if (const qint64 hours = size / 3600; hours < 48) {
        return text(hours == 1,
                    isPast ? tr("1 hour ago") : tr("in 1 hour"),
                    isPast ? tr("%1 hours ago") : tr("in %1 hours"),
                    hours);
    }
    return text(false, {}, isPast ? tr("%1 days ago") : tr("in %1 days"), size / 86400);
}

QString readsText(const Cursor &cursor, const QString &organizationName)
{
    const QString types = cursor.types.isEmpty() ? tr("all types")
                          : cursor.types.size() == 1
                              ? QString::fromUtf8(cursor.types.first())
                              : tr("%1 types").arg(QLocale().toString(cursor.types.size()));
    const QString organization = cursor.organization.isEmpty() ? tr("all organizations")
                                 : organizationName.isEmpty()
                                     ? idTail(cursor.organization.toString())
                                     : organizationName;
    return tr("Events of %1 and %2", "types, organization").arg(types, organization);
}

QString idTail(const QString &id)
{
    return id.size() > kTailLength + 1 ? QString(u'…' + id.right(kTailLength)) : id;
}

QString idShort(const QString &id)
{
    return id.size() > kHeadLength + kTailLength + 1
               ? QString(id.left(kHeadLength) + u'…' + id.right(kTailLength))
               : id;
}

QString idRichText(const QString &id)
{
    return u"<span style=\"font-family:'%1'\">%2</span>"_s.arg(monoFont().family(),
                                                               idShort(id).toHtmlEscaped());
}

} // namespace playhead
