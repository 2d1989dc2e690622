// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

namespace playhead {

/// The options of `playhead fetch`, checked; type patterns are expanded by the catalogue.
Result<Command> parseFetchArguments(const QStringList &arguments, const TypeCatalogue &catalogue);

} // namespace playhead
