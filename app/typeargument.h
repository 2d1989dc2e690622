// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace playhead {

class TypeCatalogue;

/// The types of `--type`: comma lists, patterns such as `dsync.*` expanded by the catalogue; sorted, each once. WrongUsage
/// for a pattern that names no type.
Result<QList<QByteArray>> parseTypeArguments(const QStringList &values,
                                             const TypeCatalogue &catalogue);

} // namespace playhead
