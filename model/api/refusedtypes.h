// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace playhead {

/// Whether a 422 says that the parameter `events` is required (OpenAPI description of GET /events, example of 422).
bool saysEventsRequired(QByteArrayView body);

/// Which of the `asked` types a refusal names, as whole words anywhere in its body: its form is not documented.
QList<QByteArray> refusedTypes(QByteArrayView body, const QList<QByteArray> &asked);

} // namespace playhead
