// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace playhead {

/// How the local Events API answers where WorkOS's documents are silent or contradict each other. Each default is the
/// first value of its enum; switchSpecs() says why it is the default.
struct ApiSwitches
{
    enum class UnknownCursor {
        Error,
        Restart
    };
    enum class AfterWithRangeStart {
        Error,
        Allow
    };
    enum class Order {
        Obey,
        Ignore
    };
    enum class EventsAbsent {
        All,
        Required
    };
    enum class UnknownType {
        Error,
        Ignore
    };
    enum class OverWideRange {
        Error,
        Clamp
    };
    enum class FullLastPage {
        Null,
        Id
    };
    enum class WithoutOrganization {
        Leave,
        Include
    };

    UnknownCursor unknownCursor{};
    AfterWithRangeStart afterWithRangeStart{};
    Order order{};
    EventsAbsent eventsAbsent{};
    UnknownType unknownType{};
    OverWideRange overWideRange{};
    FullLastPage fullLastPage{};
    WithoutOrganization withoutOrganization{};
    /// Events younger than this are not served yet, whatever is asked.
    std::chrono::seconds holdBack{0};

    bool operator==(const ApiSwitches &) const = default;
};

/// One switch as people read it.
struct SwitchSpec
{
    QByteArray name; ///< `unknown-cursor`: as on the command line and in a configuration file.
    std::vector<QByteArray> values; ///< The default first. Empty: a number of seconds, default 0.
    QString meaning; ///< What it decides.
    QString reason; ///< Why the default is the default.
};

/// All switches in the order in which they are shown. Any thread.
std::vector<SwitchSpec> switchSpecs();

/// Sets one switch by its name. WrongUsage, with what could be meant, when there is no such switch or value.
Status setSwitch(ApiSwitches &switches, QByteArrayView name, QByteArrayView value);

/// The value of a switch as setSwitch() takes it; empty when there is no such switch.
QByteArray switchValue(const ApiSwitches &switches, QByteArrayView name);

/// The longest hold-back that can be set, in seconds.
inline constexpr qint64 kLongestHoldBack = 3600;

} // namespace playhead
