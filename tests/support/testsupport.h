// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace playhead {

/// The folder of the API description that tests may read (`events.openapi.yaml`, `samples.ndjson`); empty when it is not there, then
/// such a test is skipped with a word.
QString sharedApiFolder();

} // namespace playhead
