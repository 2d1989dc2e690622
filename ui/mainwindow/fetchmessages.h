// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "ui/shared/inlinemessage.h"

#include <QTimeZone>

#include <optional>

namespace playhead {

/// From this many events on a read that still runs is called large.
constexpr quint64 kLargeRead = 200'000;

/// What is known about the environment's API key, as far as the window tells it.
enum class KeyState {
    Fine, ///< There is one, or it is not known whether there is.
    Typed, ///< Typed in this run: it is in memory until Playhead quits.
    NotTyped, ///< It is kept in memory only, and Playhead was started anew.
    NoVariable ///< WORKOS_API_KEY has no value.
};

/// The cursor whose event a read begins after.
struct ReadCursor
{
    qint64 id = 0;
    QString name;
    std::optional<Instant> eventAt; ///< When its event was created.

    bool operator==(const ReadCursor &) const = default;
};

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
    bool keepsReading = false; ///< A person was told that the read is large, and lets it go on.
    QList<QByteArray> chosenTypes; ///< Empty = all types.
    std::optional<Error> lockError; ///< Another Playhead writes these events; it is named.
    KeyState key = KeyState::Fine;
    std::optional<ReadCursor> cursor; ///< Of a read after a cursor's event.
    std::optional<Instant>
        lastReadAt; ///< When the server last sent the loaded events; empty = unknown.
};

// Ids of the choices of fetchMessage() and problemMessage().
inline constexpr char kChoiceStop[] = "stop";
inline constexpr char kChoiceGoOn[] = "goOn";
inline constexpr char kChoiceRetry[] = "retry";
inline constexpr char kChoiceChangeKey[] = "changeKey";
inline constexpr char kChoiceRemoveTypes[] = "removeTypes";
inline constexpr char kChoiceNarrow[] = "narrow";
inline constexpr char kChoiceKeepReading[] = "keepReading";
inline constexpr char kChoiceRecover[] = "recover";
inline constexpr char kChoiceKeepCursor[] = "keepCursor";
inline constexpr char kChoiceLookAgain[] = "lookAgain";

/// The message for a read that runs, waits, was stopped or failed (design, section 11), or for a key that is missing; nothing
/// when all is well.
std::optional<Message> fetchMessage(const FetchSituation &situation);

/// Says once that the typed key is gone when Playhead quits.
Message keyKeptMessage(const QString &environmentName);

} // namespace playhead
