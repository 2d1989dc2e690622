// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QString>

namespace playhead {

/// What a move was asked for, as its history tells it: `1 event`, `100 events`. Any thread.
QString eventsWords(quint64 count);

/// `2 h`, `1 d 12 h`, `90 s` as `1 min 30 s`; what is shorter than a second is left out of longer ones. Any thread.
QString durationWords(Duration duration);

} // namespace playhead
