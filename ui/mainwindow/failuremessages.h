// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/fetchmessages.h"

namespace playhead {

/// The message for a read that failed (design, section 11). It stays until something else is done, so it cannot be closed;
/// what is loaded stays beneath it.
Message failureMessage(const FetchSituation &situation);

/// The environment's key is not there: before a read was tried, or when it failed for that.
Message keyMissingMessage(const FetchSituation &situation);

/// The chosen types that the refusal names: what "Remove it and fetch" takes out.
QList<QByteArray> refusedTypes(const Error &error, const QList<QByteArray> &chosen);

/// An error that came from elsewhere: opening a store, changing a cursor, storing an environment.
Message problemMessage(const Error &error);

} // namespace playhead
