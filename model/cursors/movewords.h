// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QStringList>

namespace playhead {

/// What a move was asked for, as its history tells it: `1 event`, `100 events`. Any thread.
QString eventsWords(quint64 count);

/// `2 h`, `1 d 12 h`, `90 s` as `1 min 30 s`; what is shorter than a second is left out of longer ones. Any thread.
QString durationWords(Duration duration);

/// What follows when the new place is beyond the horizon, a sentence each, the gravest first: that the cursor is lost there,
/// what can be done, how many stored events are not read again. Empty when it is not. Any thread.
QStringList beyondHorizonWords(const MovePlan &plan);

} // namespace playhead
