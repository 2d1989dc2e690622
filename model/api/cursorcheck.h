// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/page.h"
#include "model/events/eventsnapshot.h"

namespace playhead {

/// Whether the answer to a request with `after` begins with events that are stored and older than that event: then the
/// server did not go on after it but began anew, as WorkOS's emulators do with an event that they do not know. True when this
/// holds for the first two events, or the only one; a single one among others may have been received again, and one that the
/// server once sent late proves nothing, nor does one of the same time. WindowRead sees by itself what begins an hour or more
/// before the cursor, stored or not.
bool beginsBeforeStored(const Page &page, const EventId &after, const EventSnapshot &stored);

} // namespace playhead
