// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/tailstatus.h"
#include "ui/mainwindow/statusdetails.h"
#include "ui/shared/inlinemessage.h"

#include <QTimeZone>

namespace playhead {

// Ids of the choices of tailMessage().
inline constexpr char kChoiceTailAgain[] = "tailAgain";
inline constexpr char kChoiceTailStop[] = "tailStop";
inline constexpr char kChoiceTailKey[] = "tailKey";

// What a live tail says of itself. `now` is the computer's clock, as the status' times are.

/// For the status bar: `Live, last good poll 4 s ago`; empty when it is off. Short: `Live, 4 s`.
QString tailText(const TailStatus &status, Instant now, bool isShort);

/// For the strip over the table: it was refused, has been failing for some time, or could not read everything; nothing when
/// all is well. A fault that passes by itself within seconds is not worth a strip.
std::optional<Message> tailMessage(const TailStatus &status, Instant now, const QTimeZone &zone);

/// The status part's detail; empty when the tail is off.
QList<StatusFact> tailFacts(const TailStatus &status, Instant now, const QTimeZone &zone);

} // namespace playhead
