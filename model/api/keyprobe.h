// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/feedsettings.h"
#include "model/api/fetchquery.h"
#include "model/core/result.h"

#include <QObject>

#include <memory>
#include <optional>

namespace playhead {

class Clock;
class TypeCatalogue;

/// What a server answered to a key that works.
struct KeyAnswer
{
    bool hasEvents = false; ///< Within the last 30 days.
    /// Age of the newest event by the server's own clock, never negative. Empty when there is none, or when the server did
    /// not answer newest first, so that nobody knows.
    std::optional<Duration> newestAge;
    std::chrono::milliseconds took{}; ///< From the question to the whole answer.

    bool operator==(const KeyAnswer &) const = default;
};

/// Whoever waits for the answer watches a dialog: shorter than a read's limits.
constexpr ClientSettings kKeyProbeLimits{std::chrono::seconds(20),
                                         std::chrono::seconds(10),
                                         8LL * 1024 * 1024};

/// Asks a server whether a key may read its events: the newest event of the last 30 days. Stores nothing. The key leaves
/// to the target's host only, under the rules of EventsClient. Works on a thread of its own; used from one thread, on which
/// its signal comes.
class KeyProbe : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` and `clock` (the computer's) outlive the probe.
    KeyProbe(const TypeCatalogue &catalogue,
             const Clock &clock,
             const ClientSettings &limits = kKeyProbeLimits,
             QObject *parent = nullptr);
    ~KeyProbe() override; ///< As cancel(); waits until the thread has dropped its connection.

    /// answered() follows once, unless cancel() or another ask() comes first.
    void ask(const FetchTarget &target);
    void cancel();

signals:
    void answered(const playhead::Result<playhead::KeyAnswer> &answer);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
