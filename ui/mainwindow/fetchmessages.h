// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "ui/shared/inlinemessage.h"

#include <QTimeZone>

#include <optional>

namespace playhead {

/// What the words about a read depend on.
struct FetchSituation
{
    FetchProgress progress;
    QString environmentName;
    QString host; ///< `api.workos.com`; for the demo and local servers with the port.
    QString rangePhrase; ///< As part of a sentence: `the last 24 hours`.
    quint32 loaded = 0; ///< Stored events in the shown scope.
    Instant now{}; ///< The environment's: countdowns, and what "today" is.
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool isMoved =
        false; ///< The start that was asked for is beyond the horizon, so reading began later.
    QList<QByteArray> chosenTypes; ///< Empty = all types.
};

// Ids of the choices of fetchMessage() and problemMessage().
inline constexpr char kChoiceStop[] = "stop";
inline constexpr char kChoiceGoOn[] = "goOn";
inline constexpr char kChoiceRetry[] = "retry";
inline constexpr char kChoiceChangeKey[] = "changeKey";
inline constexpr char kChoiceRemoveTypes[] = "removeTypes";

/// The message for a read that runs, waits, was stopped or failed (design, section 11); nothing for one that is done
/// without anything to tell.
std::optional<Message> fetchMessage(const FetchSituation &situation);

/// The chosen types that the refusal names: what "Remove it and fetch" takes out.
QList<QByteArray> refusedTypes(const Error &error, const QList<QByteArray> &chosen);

/// An error that came from elsewhere: opening a store, changing a cursor, storing an environment.
Message problemMessage(const Error &error);

} // namespace playhead
