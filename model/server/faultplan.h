// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace playhead {

/// What the local Events API can do wrong on demand. The order is that in which they are shown, and in which the first one
/// that hits a request and can be done wins; Delay, ClockSkew and the faults of events go together with any other, and a
/// revoked key (RevokeKey) is refused before all else. Faults hit requests to /events with the right key only; ClockSkew hits
/// every answer.
enum class FaultKind : quint8 {
    RateLimit,
    Error500,
    Error503,
    ErrorStatus,
    Delay,
    Stall,
    Slow,
    Reset,
    ResetBody,
    Cut,
    CutChunked,
    CutGzip,
    WrongJson,
    NoMetadata,
    MissingField,
    RepeatPage,
    DoubledEvent,
    OutOfOrder,
    UpdatedAtBack,
    UnknownType,
    HoldBack,
    LostCursor,
    RevokeKey,
    ClockSkew,
};
inline constexpr size_t kFaultKinds = size_t(FaultKind::ClockSkew) + 1;
/// The longest that one event can be held back behind the others, in seconds.
inline constexpr qint64 kLongestLateness = 3600;

/// What the number of a fault counts.
enum class FaultMeasure {
    ShareOfRequests, ///< 0 to 1.
    ShareOfEvents, ///< 0 to 1: the same events, whoever asks and however often.
    Requests, ///< From the request to /events after so many on, counted from the server's start.
    Seconds, ///< May be negative.
};

/// A number that shapes a fault.
struct FaultParameter
{
    QByteArray name; ///< `retry-after`.
    qint64 least = 0;
    qint64 most = 0;
    qint64 usual = 0;
    QString meaning; ///< With its unit.
};

/// One fault as people read it.
struct FaultSpec
{
    FaultKind kind{};
    QByteArray name; ///< `rate-limit`: as on the command line, in files, in the request log.
    FaultMeasure measure = FaultMeasure::ShareOfRequests;
    std::vector<FaultParameter> parameters; ///< At most two.
    QString title; ///< `Rate limit (429)`.
    QString meaning;
};

/// All faults by kind. Any thread.
const std::vector<FaultSpec> &faultSpecs();
const FaultSpec &faultSpec(FaultKind kind);
std::optional<FaultKind> faultKind(QByteArrayView name);

/// One fault that is on.
struct FaultSetting
{
    FaultKind kind{};
    double amount = 0; ///< In the fault's measure; 0 = off.
    std::array<qint64, 2> values{}; ///< Of its parameters, in their order.

    bool operator==(const FaultSetting &) const = default;
};

/// With the usual values of its parameters.
FaultSetting faultSetting(FaultKind kind, double amount);

/// A set of faults; the same plan makes the same faults for the same requests.
struct FaultPlan
{
    quint64 seed = 1;
    std::vector<FaultSetting> settings; ///< Each kind at most once.

    const FaultSetting *find(FaultKind kind) const; ///< Null when it is off.
    /// Replaces the setting of that kind; an amount of 0 takes it out.
    void set(const FaultSetting &setting);
    bool isEmpty() const { return settings.empty(); }
    bool operator==(const FaultPlan &) const = default;
};

/// Checks the amount and one parameter, for readers of files and forms. WrongUsage, naming what is allowed.
Status setFaultAmount(FaultSetting &setting, double amount);
Status setFaultParameter(FaultSetting &setting, QByteArrayView name, qint64 value);

/// `rate-limit=0.05`, `delay=1,ms=200,jitter=50`, `revoke-key=500`, `clock-skew=-30`: as on the command line.
Result<FaultSetting> parseFault(QByteArrayView text);
/// The same the other way round; parameters only where they differ from the usual ones.
QByteArray spelledFault(const FaultSetting &setting);

} // namespace playhead
