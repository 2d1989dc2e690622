// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <functional>

namespace playhead {

// What a planned move says to people: in the Rewind dialog's preview, on its button, in words for screen readers.

/// `100 events will be read again`, `At least 7 events will be skipped`.
QString moveHeadline(const MovePlan &plan);
/// `Rewind 100 events`, `Skip at least 7 events`; without a plan the bare verb.
QString moveButtonText(const std::optional<MovePlan> &plan);
/// `31 updated, 11 user added, 4 deleted`: a family's types by what happened, the most frequent first.
QString breakdownText(const std::vector<TypeMoveCount> &types, Family family);

/// An organization's name as it is known; an empty answer = not known.
using OrganizationNames = std::function<QString(const OrganizationId &)>;
/// `Foo Corp 34, Orbital 20, no organization 12, 4 others 34`: the most frequent, the rest counted.
QString organizationsText(const MovePlan &plan,
                          const OrganizationNames &names,
                          int most,
                          const QString &separator);

/// `4 deletes or revocations are in this span.`
QString deletesLead(const MovePlan &plan);
/// `3 dsync.user.deleted, 1 session.revoked.`: by type, the most frequent first.
QString deletesByType(const MovePlan &plan);

/// `would apply 79, skip 21`: by `updated_at`.
QString expectedText(const ExpectedCounts &expected);

/// `leaves in 6 d 4 h`, `beyond the 90 days`: the age of a place against the horizon.
QString ageText(Instant place, Instant horizon);
/// The same as a sentence's end: `leaves the 90 days that WorkOS keeps in 6 d 4 h`.
QString ageSentence(Instant place, Instant horizon);
/// Whether a place is so near to the horizon that people should be warned: below 7 days, or beyond it.
bool isNearHorizon(Instant place, Instant horizon);

} // namespace playhead
