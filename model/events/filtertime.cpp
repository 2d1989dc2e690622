// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtertime.h"

#include "model/core/nearestword.h"

#include <QDateTime>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono;

constexpr qsizetype kDateSize = 10; // 2026-11-22
constexpr qsizetype kMinuteSize = 16; // 2026-11-22T09:00
constexpr qsizetype kSecondSize = 19; // 2026-11-22T09:00:15
constexpr qsizetype kMostDigits = 9;

constexpr Duration kLongest = days(366 * 10'000); ///< Reaches out of the calendar from anywhere.
const Instant kOldest = sys_days(year(1) / 1 / 2);
const Instant kNewest = sys_days(year(9999) / 12 / 30);

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// From here one microsecond long; empty when it is out of bounds.
std::optional<TimeRange> moment(Instant at)
{
    return at >= kOldest && at <= kNewest ? std::optional(TimeRange{at, at + microseconds(1)})
                                          : std::nullopt;
}

std::optional<Duration> unitOf(QChar unit)
{
    switch (unit.unicode()) {
    case u's':
        return seconds(1);
    case u'm':
        return minutes(1);
    case u'h':
        return hours(1);
    case u'd':
        return days(1);
    case u'w':
        return weeks(1);
    default:
        return std::nullopt;
    }
}

/// `2d`, `+30d`: empty when it is none. Positive = forward.
std::optional<Duration> durationOf(QStringView text)
{
    const auto unit = unitOf(text.back());
    if (!unit) {
        return std::nullopt;
    }
    const bool isForward = text.startsWith(u'+'); // and so is no unit
    const QStringView digits = text.chopped(1).sliced(isForward ? 1 : 0);
    if (digits.isEmpty() || digits.size() > kMostDigits
        || !std::all_of(digits.begin(), digits.end(), isDigit)) {
        return std::nullopt;
    }
    const qlonglong count = digits.toLongLong();
    if (count > kLongest / *unit) {
        return std::nullopt;
    }
    const Duration length = *unit * count;
    return isForward ? length : -length;
}

Instant startOfDay(QDate date, const QTimeZone &zone)
{
    return instantFromUs(date.startOfDay(zone).toMSecsSinceEpoch() * 1000);
}

std::optional<TimeRange> dayOf(QDate date, const QTimeZone &zone)
{
    const TimeRange day{startOfDay(date, zone), startOfDay(date.addDays(1), zone)};
    return day.since >= kOldest && day.until <= kNewest ? std::optional(day) : std::nullopt;
}

QDate dateOf(Instant instant, const QTimeZone &zone)
{
    const qint64 ms = floor<milliseconds>(instant).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date();
}

/// How much time the last digit of a written time stands for. `clock`: up to the zone.
Duration widthOf(QStringView clock)
{
    if (clock.size() <= kMinuteSize) {
        return minutes(1);
    }
    Duration width = seconds(1);
    for (qsizetype at = kSecondSize + 1; at < clock.size() && width > microseconds(1); ++at) {
        width /= 10;
    }
    return width;
}

/// `utc` is what a clock shows; the moment at which one in `zone` does.
Instant inZone(Instant utc, const QTimeZone &zone)
{
    const auto second = floor<seconds>(utc);
    const QDateTime shown = QDateTime::fromSecsSinceEpoch(second.time_since_epoch().count(),
                                                          Qt::UTC);
    const QDateTime there(shown.date(), shown.time(), zone);
    return instantFromUs(there.toMSecsSinceEpoch() * 1000) + (utc - second);
}

std::optional<TimeRange> writtenTime(QStringView text, const QTimeZone &zone)
{
    if (text.size() < kDateSize || !isDigit(text.front())) {
        return std::nullopt;
    }
    const auto utc = tryParseIsoInstant(text.toUtf8());
    if (!utc || *utc < kOldest || *utc > kNewest) {
        return std::nullopt;
    }
    if (text.size() == kDateSize) {
        return dayOf(dateOf(*utc, QTimeZone::utc()), zone);
    }
    qsizetype clockEnd = std::min(kMinuteSize, text.size());
    while (clockEnd < text.size()
           && (isDigit(text[clockEnd]) || text[clockEnd] == u':' || text[clockEnd] == u'.'
               || text[clockEnd] == u',')) {
        ++clockEnd;
    }
    const Instant since = clockEnd < text.size() ? *utc : inZone(*utc, zone);
    return TimeRange{since, since + widthOf(text.first(clockEnd))};
}

} // namespace

std::optional<TimeRange> filterTime(QStringView text, Instant now, const QTimeZone &zone)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (text == "now"_L1) {
        return moment(now);
    }
    if (text == "today"_L1) {
        return dayOf(dateOf(now, zone), zone);
    }
    if (text == "yesterday"_L1) {
        return dayOf(dateOf(now, zone).addDays(-1), zone);
    }
    if (const auto duration = durationOf(text)) {
        return moment(now + *duration);
    }
    return writtenTime(text, zone);
}

bool isFilterTime(QStringView text)
{
    static const QTimeZone kUtc = QTimeZone::utc();
    return filterTime(text, Instant(sys_days(year(2026) / 1 / 1)), kUtc).has_value();
}

QString nearestTimeWord(const QString &text)
{
    return nearestWord(text, {u"now"_s, u"today"_s, u"yesterday"_s});
}

} // namespace playhead
