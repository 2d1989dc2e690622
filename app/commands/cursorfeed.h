// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <functional>

namespace playhead {

class CursorStand;
class EventFeed;
struct Cursor;

/// Opens what a verb reads around a cursor with: the stand's feed; or, with `isStoredOnly` and when nobody can be asked, one
/// that shows what is stored of the cursor's types and organization, and says why no more can be read. `done` is called
/// once, at once or later, with a feed that lives as long as the stand. Fails when what is stored cannot be opened.
void openCursorFeed(CursorStand &stand,
                    const Cursor &scope,
                    bool isStoredOnly,
                    const std::function<void(const Result<EventFeed *> &)> &done);

} // namespace playhead
