// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace playhead {

// Words that the logs of requests share.

/// `all types`, `user.created`, `user.created +2`
QString typesText(const QStringList &types);
/// `…V83QT`: the end tells ids apart. A short one stands whole.
QString idTailText(const QByteArray &id);
QString requestCountText(quint64 count); ///< `1 request`, `2,600 requests`

} // namespace playhead
