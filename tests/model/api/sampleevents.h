// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>

#include <vector>

namespace playhead {

/// A small valid event, compact, in which number and time are told.
QByteArray sampleEvent(int number,
                       Instant createdAt,
                       const QByteArray &type = "dsync.user.updated",
                       const QByteArray &organization = "org_one");
QByteArray sampleId(int number);
/// The body of an answer: `events` in the given order; `next` empty = null.
QByteArray pageBody(const std::vector<QByteArray> &events, const QByteArray &next = {});

} // namespace playhead
