// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"

#include <QStringList>

namespace playhead {

// What can be wrong with answers that are whole, seen only from the read that they belong to.

/// Malformed: tried again, since a fault on the way may be the cause.
Error repeatedPageError(const QString &server);
/// The server ignores `order=asc`; going on would read away from the range.
Error newestFirstError(const QString &server);
/// A local Events API was started anew with other events while they were read.
Error otherStreamError(const QString &server);
/// `error`, a refusal, with the chosen types that it names.
Error refusedTypesError(const Error &error, const QString &server, const QStringList &types);
/// fetch() without an open store.
Error nothingOpenError();

} // namespace playhead
