// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

namespace playhead {

/// RFC 9110, 5.6.7, for example `Sun, 22 Nov 2026 13:58:51 GMT`: no locale, whole seconds. Any thread.
QByteArray httpDate(Instant instant);

} // namespace playhead
