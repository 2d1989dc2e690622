// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"

#include <QStringList>

namespace playhead {

// What can be wrong with answers that are whole, seen only from the read that they belong to.

/// Malformed: tried again, since a fault on the way may be the cause.
Error repeatedPageError(const QString &server);
/// The server ignores `order=asc`; going on would read away from the range.
Error newestFirstError(const QString &server);
/// The server answered from before the event that was asked after, as if it had been asked from its beginning. CursorUnknown.
Error beforeCursorError(const QString &server, const EventId &after);
/// `error`, CursorUnknown, in a read of a range, which can go on by time.
Error lostPlaceError(Error error, const QString &server, const EventId &after);
/// A local Events API was started anew with other events while they were read.
Error otherStreamError(const QString &server);
/// `error`, a refusal, with the chosen types that it names.
Error refusedTypesError(const Error &error, const QString &server, const QStringList &types);
/// fetch() without an open store.
Error nothingOpenError();
/// What is shown is a capture, which has nobody to ask.
Error onlyCaptureError();

} // namespace playhead
