// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventsclient.h"
#include "model/api/requestrecord.h"
#include "model/api/windowread.h"
#include "model/events/eventsnapshot.h"

namespace playhead {

/// What an answer's page means in its window, whose events so far are `stored`. `record` gets its error and notes when
/// something speaks against it; an answer without a page is left as it is.
WindowPage judgePage(const WindowRead &window,
                     const PageReply &reply,
                     const EventSnapshot &stored,
                     const QString &server,
                     RequestRecord &record);

} // namespace playhead
