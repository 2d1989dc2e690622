// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/exportselection.h"

#include "model/events/filterevaluation.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

ExportNeeds exportNeeds(const FilterExpression &filter)
{
    const FilterNeeds needs = needsOf(filter);
    return {needs.cursors, needs.organizationNames};
}

tl::expected<std::vector<EventRow>, FilterError> exportedRows(
    const ExportSource &source,
    const FilterExpression &filter,
    const std::function<bool(quint32 tested)> &goOn)
{
    const bool isAll = filter.kind == FilterExpression::Kind::And && filter.operands.empty();
    if (isAll) {
        return streamOrder(source.events);
    }
    FilterEvaluation evaluation(*source.context.catalogue);
    evaluation.ask({filter, source.context, source.aliases}, source.events);
    if (evaluation.mistake()) {
        return tl::unexpected(*evaluation.mistake());
    }
    while (!evaluation.isAtEnd() && goOn(evaluation.progress())) {
        evaluation.step();
    }
    // Found in the order of storing, as the bytes lie.
    RowSet matching;
    for (const EventRow row : evaluation.takeNews().found) {
        matching.insert(row);
    }
    std::vector<EventRow> found = streamOrder(source.events);
    std::erase_if(found, [&matching](EventRow row) { return !matching.contains(row); });
    return found;
}

} // namespace playhead
