// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace playhead {

// Values of an event's JSON as short texts. Any thread.

/// The string at `pointer`; empty when there is none.
QString stringAt(JsonValue value, QByteArrayView pointer);
/// Number of elements of the array at `pointer`; 0 when there is none.
qsizetype arraySizeAt(JsonValue value, QByteArrayView pointer);
bool isTrueAt(JsonValue value, QByteArrayView pointer);

/// The keys that `previous_attributes` names, those of custom attributes one by one: `job_title, department`. Flags carry
/// it in their context, split into data and context (events API).
QString changedKeys(JsonValue event);

/// Name, else first and last name, else email of the person at `pointer`.
QString personName(JsonValue event, QByteArrayView pointer);

/// The parts that are not empty, with a dot between them.
QString joined(const QStringList &parts);

/// `…` and the last five characters of an identifier; empty for an empty one.
QString idTail(QByteArrayView id);

/// `Firefox on Linux` from a User-Agent header; its first product when the browser is not known.
QString shortUserAgent(QByteArrayView userAgent);

} // namespace playhead
