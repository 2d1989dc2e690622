// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <atomic>
#include <limits>

namespace playhead {

/// Where "now" comes from. Passed in by reference, so that a test or the demo can stand at another time.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Any thread.
    virtual Instant now() const = 0;
};

/// The computer's clock.
class SystemClock : public Clock
{
public:
    Instant now() const override;
};

/// A clock that starts at a given moment and runs on from there with the computer's steady clock.
class OffsetClock : public Clock
{
public:
    explicit OffsetClock(Instant start);
    Instant now() const override;

private:
    Instant m_start;
    std::chrono::steady_clock::time_point m_begin;
};

/// A clock that stands still: the demo's and a capture's "now" (semantics 32), and tests.
class FixedClock : public Clock
{
public:
    explicit FixedClock(Instant at)
        : m_at(at)
    {}
    Instant now() const override { return m_at; }

private:
    Instant m_at;
};

/// The clock of whatever environment is open: the computer's, or a fixed moment for the demo and for captures
/// (semantics 32). Switched by its owner, read from any thread.
class EnvironmentClock : public Clock
{
public:
    Instant now() const override;
    /// Empty = the computer's clock.
    void setFixed(std::optional<Instant> at);

private:
    static constexpr qint64 kRuns = std::numeric_limits<qint64>::min();
    std::atomic<qint64> m_fixedUs = kRuns;
    SystemClock m_system;
};

} // namespace playhead
