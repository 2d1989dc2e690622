// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/fetchsource.h"

namespace playhead {

/// What is asked of the server, and the name by which the same words are known again.
struct FetchOrder
{
    FetchQuery query; ///< With fixed times.
    QByteArray fingerprint; ///< For the ReadJournal.
    QString notice; ///< What a person should know before it starts; empty = nothing.
};

/// Fixes the times of a fetch at `now`. WrongUsage when the range is empty.
Result<FetchOrder> makeFetchOrder(const FetchArguments &arguments,
                                  const FetchSource &source,
                                  const QString &storeKey,
                                  Instant now);

} // namespace playhead
