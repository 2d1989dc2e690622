// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace playhead {

/// Whether a value of Accept-Encoding takes gzip: named, and not with a weight of 0 (RFC 9110, 12.5.3). `*` does not name it.
bool acceptsGzip(QByteArrayView acceptEncoding);

} // namespace playhead
