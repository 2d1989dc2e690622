// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

#include <QTimeZone>

namespace playhead {

// Texts for people of cursors' places and of spans, beside those of ui/shared/timetext. The zone is the shown one
// (semantics 4); callers name it once per area.

/// `13:56:40` today, `22 Nov 18:00` on another day, `22 Nov 2025` in another year.
QString shortMomentText(Instant at, const QTimeZone &zone, Instant now);
/// `22 Nov 18:00`, with the year when it is another one.
QString minuteText(Instant at, const QTimeZone &zone, Instant now);
/// `22 Nov`, with the year when it is another one; today `13:56`.
QString dayOrClockText(Instant at, const QTimeZone &zone, Instant now);
/// `21 to 25 Aug`, `21 Aug to 3 Sep`, `25 Aug` for one day.
QString daySpanText(Instant from, Instant to, const QTimeZone &zone, Instant now);
/// `23 Nov 13:56:40.611`, with the year when it is another one.
QString momentText(Instant at, const QTimeZone &zone, Instant now);
/// `13:58:51.306`
QString clockText(Instant at, const QTimeZone &zone);
/// `12:44:02.318 to 13:56:40.611`, with days where they differ from each other or from today.
QString spanText(Instant from, Instant to, const QTimeZone &zone, Instant now);
/// `7 minutes ago`, `just now`, `in 3 days`.
QString relativeText(Instant at, Instant now);

/// `Events of 2 types and Foo Corp`: which events a cursor counts. `organizationName` is empty when it is not known.
QString readsText(const Cursor &cursor, const QString &organizationName);

/// `…QKZ5C`: the last five characters; short ids whole.
QString idTail(const QString &id);
/// `event_01KD9F14TB…QKZ5C`; short ids whole.
QString idShort(const QString &id);
/// idShort() in the fixed font, as rich text.
QString idRichText(const QString &id);

} // namespace playhead
