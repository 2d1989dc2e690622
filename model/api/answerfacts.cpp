// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/answerfacts.h"

#include <QList>

#include <algorithm>

namespace playhead {

namespace {

constexpr std::chrono::milliseconds kLongestPause = std::chrono::hours(24);

} // namespace

std::optional<Instant> parseHttpDate(QByteArrayView text)
{
    static const QByteArrayList
        months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QByteArrayList words = text.trimmed().toByteArray().split(' ');
    if (words.size() != 6 || words[5] != "GMT" || words[1].size() != 2 || words[3].size() != 4) {
        return std::nullopt;
    }
    const qsizetype month = months.indexOf(words[2]) + 1;
    if (month == 0) {
        return std::nullopt;
    }
    const QByteArray monthText = QByteArray::number(month).rightJustified(2, '0');
    return tryParseIsoInstant(words[3] + '-' + monthText + '-' + words[1] + 'T' + words[4] + 'Z');
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, Instant now)
{
    using std::chrono::milliseconds;
    const QByteArray value = text.trimmed().toByteArray();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        if (seconds < 0) {
            return std::nullopt;
        }
        return std::min(kLongestPause,
                        milliseconds(std::chrono::seconds(std::min<qint64>(seconds, 1'000'000))));
    }
    const std::optional<Instant> date = parseHttpDate(value);
    if (!date) {
        return std::nullopt;
    }
    return std::clamp(std::chrono::ceil<milliseconds>(*date - now), milliseconds(0), kLongestPause);
}

} // namespace playhead
