// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <optional>

namespace playhead {

/// Whether a request with these Host and Origin headers comes from a page of another origin in the person's browser, which
/// must not read the events (DNS rebinding). Empty = the header was not sent. Any thread.
bool isForeign(std::optional<QByteArrayView> host, std::optional<QByteArrayView> origin);

} // namespace playhead
