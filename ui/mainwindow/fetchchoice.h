// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchquery.h"
#include "model/cursors/cursor.h"

#include <QString>

#include <optional>

namespace playhead {

enum class RangePreset {
    Minutes15,
    Hour1,
    Hours6,
    Hours24,
    Days7,
    Days30,
    Days90,
    SinceCursor,
    Custom,
    Whole ///< A capture's only one: nothing is asked of anybody.
};

/// What is picked in the fetch row.
struct FetchChoice
{
    RangePreset preset = RangePreset::Hours24;
    TimeRange custom; ///< Of RangePreset::Custom.
    QList<QByteArray> types; ///< Empty = all types; sorted.
    OrganizationId organization; ///< Empty = all organizations.
    /// Of SinceCursor: from the cursor of this id with these types and this organization, not with its own. A person has said
    /// so of that one, and of no other; 0 = of none.
    qint64 asPickedOf = 0;

    bool operator==(const FetchChoice &) const = default;
};

/// The read that the choice stands for at `now`. SinceCursor reads after the cursor's event, with its own types and
/// organization unless asPickedOf names it; without a cursor it is the last 24 hours. It may begin beyond the horizon: see clampSince().
FetchQuery queryOf(const FetchChoice &choice,
                   Instant now,
                   const std::optional<Cursor> &activeCursor);

/// `Last 24 hours`; short: `24 h`.
QString rangeText(const FetchChoice &choice, bool isShort);
/// As part of a sentence: `the last 24 hours`.
QString rangePhrase(const FetchChoice &choice);

/// For the settings; bytes of another version give the default choice.
QByteArray saveChoice(const FetchChoice &choice);
FetchChoice restoreChoice(const QByteArray &state);

} // namespace playhead
