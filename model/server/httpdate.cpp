// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/httpdate.h"

#include <array>

namespace playhead {

QByteArray httpDate(Instant instant)
{
    constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths =
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const QByteArray iso = isoUtcMs(std::chrono::floor<std::chrono::milliseconds>(instant));
    return QByteArray(kDays[std::chrono::weekday(day).c_encoding()]) + ", " + iso.mid(8, 2) + ' '
           + kMonths[unsigned(date.month()) - 1] + ' ' + iso.left(4) + ' ' + iso.mid(11, 8)
           + " GMT";
}

} // namespace playhead
