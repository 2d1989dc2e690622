// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/instant.h"

#include <QCoreApplication>

namespace playhead {

namespace {

using namespace std::chrono;

/// Reads a text from the left, piece by piece.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {}

    bool atEnd() const { return m_at == m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool take(char c)
    {
        if (peek() != c || atEnd()) {
            return false;
        }
        ++m_at;
        return true;
    }
    /// Exactly `digits` digits.
    bool number(int digits, int &value)
    {
        value = 0;
        for (int i = 0; i < digits; ++i, ++m_at) {
            const char c = peek();
            if (c < '0' || c > '9') {
                return false;
            }
            value = value * 10 + (c - '0');
        }
        return true;
    }
    /// 1 to 9 digits of a fraction of a second, cut to microseconds.
    bool fraction(qint64 &us)
    {
        us = 0;
        int digits = 0;
        for (; peek() >= '0' && peek() <= '9'; ++m_at, ++digits) {
            if (digits < 6) {
                us = us * 10 + (peek() - '0');
            }
        }
        for (int i = digits; i < 6; ++i) {
            us *= 10;
        }
        return digits >= 1 && digits <= 9;
    }
    void skipSpaces()
    {
        while (peek() == ' ') {
            ++m_at;
        }
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool readDate(Scanner &in, sys_days &day)
{
    int y = 0;
    int m = 0;
    int d = 0;
    if (!in.number(4, y) || !in.take('-') || !in.number(2, m) || !in.take('-')
        || !in.number(2, d)) {
        return false;
    }
    const year_month_day date{year(y),
                              month(static_cast<unsigned>(m)),
                              std::chrono::day(static_cast<unsigned>(d))};
    if (!date.ok()) {
        return false;
    }
    day = sys_days(date);
    return true;
}

bool readTime(Scanner &in, Duration &sinceMidnight)
{
    int h = 0;
    int m = 0;
    int s = 0;
    qint64 us = 0;
    if (!in.number(2, h) || !in.take(':') || !in.number(2, m)) {
        return false;
    }
    if (in.take(':')) {
        if (!in.number(2, s)) {
            return false;
        }
        if ((in.peek() == '.' || in.peek() == ',') && (in.take('.') || in.take(','))
            && !in.fraction(us)) {
            return false;
        }
    }
    // A leap second (":60") is taken as the next minute's first moment.
    if (h > 23 || m > 59 || s > 60) {
        return false;
    }
    sinceMidnight = hours(h) + minutes(m) + seconds(s) + microseconds(us);
    return true;
}

bool readOffset(Scanner &in, minutes &offset)
{
    offset = minutes(0);
    if (in.atEnd() || in.take('Z') || in.take('z')) {
        return true;
    }
    const bool minus = in.peek() == '-';
    if (!in.take('+') && !in.take('-')) {
        return false;
    }
    int h = 0;
    int m = 0;
    if (!in.number(2, h) || h > 23) {
        return false;
    }
    in.take(':');
    if (!in.atEnd() && (!in.number(2, m) || m > 59)) {
        return false;
    }
    offset = (hours(h) + minutes(m)) * (minus ? -1 : 1);
    return true;
}

void putDigits(char *&out, unsigned value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    out += digits;
}

QByteArray printIso(Instant instant, int fractionDigits)
{
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const qint64 us = (instant - day).count();
    const auto secondOfDay = static_cast<unsigned>(us / 1'000'000);
    const auto micros = static_cast<unsigned>(us % 1'000'000);
    QByteArray text(20 + fractionDigits + 1, Qt::Uninitialized);
    char *out = text.data();
    putDigits(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    *out++ = '-';
    putDigits(out, static_cast<unsigned>(date.month()), 2);
    *out++ = '-';
    putDigits(out, static_cast<unsigned>(date.day()), 2);
    *out++ = 'T';
    putDigits(out, secondOfDay / 3600, 2);
    *out++ = ':';
    putDigits(out, secondOfDay / 60 % 60, 2);
    *out++ = ':';
    putDigits(out, secondOfDay % 60, 2);
    *out++ = '.';
    putDigits(out, fractionDigits == 3 ? micros / 1000 : micros, fractionDigits);
    *out = 'Z';
    return text;
}

std::optional<qint64> unitUs(QByteArrayView unit)
{
    constexpr qint64 second = 1'000'000;
    if (unit == "ms") {
        return 1000;
    }
    if (unit == "s" || unit == "sec") {
        return second;
    }
    if (unit == "m" || unit == "min") {
        return 60 * second;
    }
    if (unit == "h") {
        return 3600 * second;
    }
    if (unit == "d" || unit == "day" || unit == "days") {
        return 86400 * second;
    }
    if (unit == "w") {
        return 7 * 86400 * second;
    }
    return std::nullopt;
}

std::optional<Duration> tryParseDuration(QByteArrayView text)
{
    qint64 total = 0;
    qsizetype at = 0;
    const auto skipSpaces = [&] {
        while (at < text.size() && text[at] == ' ') {
            ++at;
        }
    };
    skipSpaces();
    while (at < text.size()) {
        qint64 number = 0;
        const qsizetype numberAt = at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            number = number * 10 + (text[at] - '0');
            if (number > 1'000'000'000) {
                return std::nullopt;
            }
        }
        if (at == numberAt) {
            return std::nullopt;
        }
        skipSpaces();
        const qsizetype unitAt = at;
        while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
            ++at;
        }
        const auto unit = unitUs(text.sliced(unitAt, at - unitAt));
        qint64 part = 0;
        if (!unit || __builtin_mul_overflow(number, *unit, &part)
            || __builtin_add_overflow(total, part, &total)) {
            return std::nullopt;
        }
        skipSpaces();
    }
    return total > 0 ? std::optional(Duration(total)) : std::nullopt;
}

} // namespace

std::optional<Instant> tryParseIsoInstant(QByteArrayView text)
{
    Scanner in(text);
    sys_days day{};
    Duration sinceMidnight{};
    minutes offset{};
    if (!readDate(in, day)) {
        return std::nullopt;
    }
    if (!in.atEnd()) {
        if (!in.take('T') && !in.take('t') && !in.take(' ')) {
            return std::nullopt;
        }
        if (!readTime(in, sinceMidnight)) {
            return std::nullopt;
        }
        in.skipSpaces();
        if (!readOffset(in, offset) || !in.atEnd()) {
            return std::nullopt;
        }
    }
    return Instant(day) + sinceMidnight - offset;
}

Result<Instant> parseIsoInstant(QByteArrayView text)
{
    if (const auto instant = tryParseIsoInstant(text)) {
        return *instant;
    }
    return failure(
        ErrorCode::WrongUsage,
        QCoreApplication::translate(
            "Instant",
            "\"%1\" is not a time. Write it as 2026-11-22, 2026-11-22T09:30 or 2026-11-22T09:30:15.250Z.")
            .arg(QString::fromUtf8(text)));
}

QByteArray isoUtcMs(Instant instant)
{
    return printIso(instant, 3);
}

QByteArray isoUtcExact(Instant instant)
{
    return printIso(instant, toUs(instant) % 1000 == 0 ? 3 : 6);
}

Result<Duration> parseDuration(QByteArrayView text)
{
    if (const auto duration = tryParseDuration(text)) {
        return *duration;
    }
    return failure(ErrorCode::WrongUsage,
                   QCoreApplication::translate(
                       "Instant",
                       "\"%1\" is not a length of time. Write it as 90s, 15m, 24h or 7d.")
                       .arg(QString::fromUtf8(text)));
}

} // namespace playhead
