// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchquery.h"
#include "model/core/result.h"

namespace playhead {

/// Why this key may not go to this address; success when it may. Nothing was sent yet.
Status checkTarget(const FetchTarget &target);

} // namespace playhead
