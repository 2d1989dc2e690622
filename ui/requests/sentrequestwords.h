// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/requestrecord.h"

#include <QTimeZone>

namespace playhead {

struct RepeatedRequest;

// Words for the requests that Playhead sends.

/// What was asked, beside the cursor: `dsync.user.updated +2, org …3KJNY, 24 Oct 08:00 to 23 Nov 12:00, limit 100`. Why stands
/// before it when it was no read of a range: `live tail: …`, `run again: …`.
QString sentText(const RequestRecord &record, const QTimeZone &zone);
/// `200`; with an error its short name: `429 rate limited`, `connection lost`.
QString sentStatusText(const RequestRecord &record);
QString httpVersionText(int version); ///< `1.1`, `2`; empty = there was no answer.
QString purposeText(RequestPurpose purpose); ///< `Reading`
/// `38 requests, 2 retries`
QString sentCountText(quint64 requests, quint64 retries);
/// What a request that was sent once more brought: `100 events, from dsync.user.created at … to …; more follow.`
QString repeatedText(const RepeatedRequest &repeated, const QTimeZone &zone);

} // namespace playhead
