// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/answerfacts.h"
#include "model/api/pagerequest.h"
#include "model/core/result.h"

#include <QMetaType>
#include <QStringList>

namespace playhead {

/// Why a request was sent.
enum class RequestPurpose {
    Backfill, ///< For a page of a range, or of what follows an event.
    LiveTail, ///< To see whether something new is there.
    Repeat ///< A person sent a request of the log once more; its answer is only looked at.
};

/// One request and what came of it: a value that is handed from the ingest thread to the request log. Holds no key.
struct RequestRecord
{
    RequestPurpose purpose = RequestPurpose::Backfill;
    Instant sentAt{}; ///< By our own clock.
    PageRequest request; ///< With its cursor in (`after`).
    QUrl url; ///< As it was sent.
    int tryNumber = 1; ///< 1 = the first for this page; each further one is a retry.
    AnswerFacts facts; ///< Status, X-Request-ID, bytes, time, HTTP version.
    EventId next; ///< The cursor out (`list_metadata.after`); empty = the end, or no page.
    int events = 0; ///< On the page, before any is dropped.
    Error error; ///< Why the answer could not be used; empty message = it could.
    /// What the page's own data says against the server, one sentence each: the order was ignored, a cursor or page came
    /// again, events lie outside what was asked. Empty = nothing.
    QStringList notes;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::RequestRecord)
