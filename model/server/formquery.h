// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <vector>

namespace playhead {

/// The parameters behind the `?` of a request's target, as name and value, in the order of the target; repeats stay.
/// Decoded as the URL Standard decodes application/x-www-form-urlencoded: `+` is a space, a broken `%` stays as it is, bytes
/// that are no UTF-8 become U+FFFD, so that names and values can always stand in JSON. A part without `=` has an empty value;
/// empty parts are left out. Any thread.
std::vector<std::pair<QByteArray, QByteArray>> formQuery(QByteArrayView target);

} // namespace playhead
