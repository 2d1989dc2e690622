// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <vector>

namespace playhead {

/// Fields of `data` and `context` that have the same value in all compared events.
struct CommonFields
{
    struct Field
    {
        QString path; ///< `data.custom_attributes.department`
        QByteArray value; ///< JSON as it is stored; lists and empty objects whole.
        bool operator==(const Field &) const = default;
    };

    quint64 compared = 0; ///< The first so many of the given events.
    QList<Field> fields; ///< In the order of the first event.

    bool operator==(const CommonFields &) const = default;
};

/// More events than this are not compared: each has to be read.
constexpr quint64 kMostCompared = 1000;

/// Values are equal when their bytes are, or when both are objects, then member by member. Any thread; ends early, with
/// nothing, when `isStopped` becomes true.
CommonFields commonFields(const EventSnapshot &events,
                          const std::vector<EventRow> &rows,
                          const std::atomic_bool &isStopped);

} // namespace playhead
