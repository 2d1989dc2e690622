// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"
#include "ui/mainwindow/fetchchoice.h"

#include <QTimeZone>

namespace playhead {

class TypeCatalogue;

/// What the fetch row would have to pick to ask for `asked`, the part of a filter that a server knows (ServerPart):
/// patterns of types become the catalogue's types, times are fixed at `now`. What the filter leaves open stays as `picked`
/// has it; without a start, times begin at the horizon. Empty when there is nothing to ask for, or nothing that could come.
std::optional<FetchChoice> choiceFor(const FilterExpression &asked,
                                     const FetchChoice &picked,
                                     const TypeCatalogue &catalogue,
                                     Instant now,
                                     const QTimeZone &zone);

/// Which part of a filter a fetch could ask for and which is only looked for in loaded events, as lines for people; rich
/// text. Empty for the empty filter.
QString partsText(const FilterExpression &filter);

} // namespace playhead
