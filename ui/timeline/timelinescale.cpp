// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinescale.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

constexpr qreal kLeastBarWidth = 6;
constexpr Duration kDay = 24h;
constexpr Duration kLeastView = 10s;
constexpr Duration kBinLengths[] = {100ms,    200ms,    500ms,     1s,       2s,   5s,    10s,
                                    15s,      30s,      1min,      2min,     5min, 10min, 15min,
                                    30min,    1h,       2h,        3h,       6h,   12h,   kDay,
                                    2 * kDay, 7 * kDay, 14 * kDay, 28 * kDay};
constexpr Duration kTickSteps[] = {1s,   2s,    5s,       10s,      15s,       30s,      1min, 2min,
                                   5min, 10min, 15min,    30min,    1h,        2h,       3h,   6h,
                                   12h,  kDay,  2 * kDay, 7 * kDay, 14 * kDay, 28 * kDay};

qint64 floorTo(qint64 value, qint64 unit)
{
    const qint64 rest = value % unit;
    return value - (rest < 0 ? rest + unit : rest);
}

QDateTime zoned(Instant at, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

Duration offsetAt(Instant at, const QTimeZone &zone)
{
    return std::chrono::seconds(zone.offsetFromUtc(zoned(at, zone)));
}

/// The first of `lengths` that is at least `wanted`; beyond the last, a whole number of those.
template<size_t Count>
Duration atLeast(const Duration (&lengths)[Count], Duration wanted)
{
    const auto found = std::lower_bound(std::begin(lengths), std::end(lengths), wanted);
    if (found != std::end(lengths)) {
        return *found;
    }
    const Duration longest = lengths[Count - 1];
    return (wanted + longest - Duration(1)) / longest * longest;
}

/// The last mark at or before `at`.
Instant tickAtOrBefore(Instant at, Duration step, const QTimeZone &zone)
{
    if (step >= kDay) {
        const qint64 days = floorTo(zoned(at, zone).date().toJulianDay(), step / kDay);
        const QDateTime start = QDate::fromJulianDay(days).startOfDay(zone);
        return instantFromUs(start.toMSecsSinceEpoch() * 1000);
    }
    const Duration offset = offsetAt(at, zone);
    const Instant mark = instantFromUs(floorTo(toUs(at + offset), step.count())) - offset;
    // Where the clocks change between the mark and `at`, the mark is read on its own clock.
    const Instant other = mark + offset - offsetAt(mark, zone);
    return other <= at ? other : mark;
}

Instant tickAfter(Instant mark, Duration step, const QTimeZone &zone)
{
    // A day of 25 hours: half a step further is inside the next one whatever the clocks do.
    Instant next = tickAtOrBefore(mark + step, step, zone);
    if (next <= mark) {
        next = tickAtOrBefore(mark + step + std::min(step / 2, Duration(2h)), step, zone);
    }
    return next > mark ? next : mark + step;
}

TimeTick tickOf(Instant at, Instant before, Duration step, const QTimeZone &zone)
{
    const QDateTime here = zoned(at, zone);
    const QDateTime last = zoned(before, zone);
    if (step >= kDay) {
        const bool isNewYear = here.date().year() != last.date().year();
        return {at, here.toString(isNewYear ? u"d MMM yyyy"_s : u"d MMM"_s), isNewYear};
    }
    const bool isNewDay = here.date() != last.date() && here.time() == QTime(0, 0);
    const QString clock = step < 1min ? u"HH:mm:ss"_s : u"HH:mm"_s;
    return {at, here.toString(isNewDay ? u"d MMM"_s : clock), isNewDay};
}

} // namespace

qreal TimelineScale::xOf(Instant at) const
{
    if (view.isEmpty()) {
        return left;
    }
    return left
           + width * double((at - view.since).count()) / double((view.until - view.since).count());
}

Instant TimelineScale::timeAt(qreal x) const
{
    return view.since + durationOf(x - left);
}

Duration TimelineScale::durationOf(qreal pixels) const
{
    if (view.isEmpty() || width <= 0) {
        return Duration(0);
    }
    return Duration(
        qint64(std::llround(pixels / width * double((view.until - view.since).count()))));
}

Duration binLengthFor(Duration span, qreal width)
{
    const double perPixel = double(std::max<qint64>(span.count(), 1)) / std::max(width, 1.0);
    return atLeast(kBinLengths, Duration(qint64(std::ceil(perPixel * kLeastBarWidth))));
}

TimeRange alignedRange(const TimeRange &range, Duration bin, const QTimeZone &zone)
{
    if (range.isEmpty()) {
        return {};
    }
    const Duration offset = offsetAt(range.until, zone);
    const qint64 first = floorTo(toUs(range.since + offset), bin.count());
    const qint64 last = floorTo(toUs(range.until + offset) + bin.count() - 1, bin.count());
    return {instantFromUs(first) - offset, instantFromUs(last) - offset};
}

int binCount(const TimeRange &aligned, Duration bin)
{
    return int((aligned.until - aligned.since) / bin);
}

QList<TimeTick> timeTicks(const TimelineScale &scale, const QTimeZone &zone, qreal leastGap)
{
    QList<TimeTick> ticks;
    if (scale.view.isEmpty() || scale.width < leastGap) {
        return ticks;
    }
    const Duration step = atLeast(kTickSteps, scale.durationOf(leastGap));
    Instant before = tickAtOrBefore(scale.view.since - Duration(1), step, zone);
    Instant at = tickAfter(before, step, zone);
    while (at < scale.view.until) {
        if (at >= scale.view.since) {
            ticks.append(tickOf(at, before, step, zone));
        }
        before = at;
        at = tickAfter(at, step, zone);
    }
    return ticks;
}

CountScale CountScale::upTo(quint64 most, bool isSquareRoot)
{
    quint64 unit = 1;
    while (unit * 10 < most) {
        unit *= 10;
    }
    for (const quint64 times : {2, 4, 6, 8, 10}) {
        if (times * unit >= most) {
            return {times * unit, isSquareRoot, most};
        }
    }
    return {10 * unit, isSquareRoot, most};
}

qreal CountScale::shareOf(quint64 count) const
{
    const double share = double(count) / double(top);
    return (isSquareRoot ? std::sqrt(share) : share) * 8 / 9;
}

QString countMarkText(quint64 count)
{
    const auto translated = [](const char *text, quint64 number) {
        return QCoreApplication::translate("TimelineScale", text).arg(number);
    };
    if (count >= 1'000'000 && count % 1'000'000 == 0) {
        return translated(QT_TRANSLATE_NOOP("TimelineScale", "%1M"), count / 1'000'000);
    }
    if (count >= 1000 && count % 1000 == 0) {
        return translated(QT_TRANSLATE_NOOP("TimelineScale", "%1k"), count / 1000);
    }
    return QString::number(count);
}

TimeRange zoomedView(const TimeRange &view, const TimeRange &limits, Instant fixed, double factor)
{
    const Duration whole = limits.until - limits.since;
    const Duration now = view.until - view.since;
    if (view.isEmpty() || limits.isEmpty()) {
        return limits;
    }
    const Duration wished(qint64(std::llround(double(now.count()) / factor)));
    const Duration length = std::clamp(wished, std::min(kLeastView, whole), whole);
    const double share = double((fixed - view.since).count()) / double(now.count());
    const Instant since = fixed - Duration(qint64(std::llround(double(length.count()) * share)));
    return pannedView({since, since + length}, limits, Duration(0));
}

TimeRange pannedView(const TimeRange &view, const TimeRange &limits, Duration by)
{
    const Duration length = std::min(view.until - view.since, limits.until - limits.since);
    const Instant since = std::clamp(view.since + by, limits.since, limits.until - length);
    return {since, since + length};
}

QString shortTimeText(Instant at, Instant reference, const QTimeZone &zone)
{
    const QDateTime here = zoned(at, zone);
    const QDateTime other = zoned(reference, zone);
    const QString clock = here.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s;
    if (here.date() == other.date()) {
        return here.toString(clock);
    }
    const bool isSameYear = here.date().year() == other.date().year();
    return here.toString((isSameYear ? u"d MMM "_s : u"d MMM yyyy "_s) + clock);
}

/// Day and minute, also for the day of `reference`.
static QString dayTimeText(Instant at, Instant reference, const QTimeZone &zone)
{
    const QDateTime here = zoned(at, zone);
    const bool isSameYear = here.date().year() == zoned(reference, zone).date().year();
    return here.toString(isSameYear ? u"d MMM HH:mm"_s : u"d MMM yyyy HH:mm"_s);
}

QString timeSpanText(const TimeRange &span, Instant reference, const QTimeZone &zone)
{
    const QString pattern = QCoreApplication::translate("TimelineScale", "%1 – %2");
    if (span.until - span.since >= 24h) {
        // "27 Aug 01:26 – 01:26" would look like a minute.
        return pattern.arg(dayTimeText(span.since, reference, zone),
                           dayTimeText(span.until, reference, zone));
    }
    // Of hours nobody asks for the seconds, which a range back from now would always have.
    const auto shown = [&span](Instant at) -> Instant {
        return span.until - span.since >= 1h ? std::chrono::floor<std::chrono::minutes>(at) : at;
    };
    return pattern.arg(shortTimeText(shown(span.since), reference, zone),
                       shortTimeText(shown(span.until), reference, zone));
}

} // namespace playhead
