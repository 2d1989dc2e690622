// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QList>
#include <QString>

namespace playhead {

/// Event ids in a text that somebody pasted, each once, in the order of the text. An id is: one of a stored event, in any
/// spelling that is common in logs (quoted, percent-encoded, in a URL, in lower case); else `event_`, `evt_` or `wh_` and
/// what looks like an id; else 26 characters that are a ULID, which stand for `event_` and them. Any thread.
QList<EventId> eventIdsIn(const QString &text, const EventSnapshot &events);

} // namespace playhead
