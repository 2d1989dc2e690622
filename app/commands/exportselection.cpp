// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/exportselection.h"

#include "model/events/compiledfilter.h"
#include "model/events/filterwords.h"
#include "model/events/freshness.h"
#include "model/events/streamorder.h"

#include <algorithm>
#include <numeric>

namespace playhead {

namespace {

constexpr EventRow kBlockRows = 10'000;

bool anyTerm(const FilterExpression &expression,
             const std::function<bool(const FilterTerm &)> &asks)
{
    if (expression.kind == FilterExpression::Kind::Term) {
        return asks(expression.term);
    }
    return std::any_of(expression.operands.begin(),
                       expression.operands.end(),
                       [&asks](const FilterExpression &operand) { return anyTerm(operand, asks); });
}

/// Whether a term asks what only the events before and after can tell.
bool asksForFreshness(const FilterTerm &term)
{
    return term.field == FilterField::Is
           && std::any_of(term.values.begin(), term.values.end(), [](const FilterValue &value) {
                  const auto state = eventStateOf(value.text);
                  return state == EventState::Stale || state == EventState::Duplicate;
              });
}

} // namespace

ExportNeeds exportNeeds(const FilterExpression &filter)
{
    ExportNeeds needs;
    needs.cursors = anyTerm(filter, [](const FilterTerm &term) {
        return term.field == FilterField::Cursor;
    });
    needs.organizationNames = anyTerm(filter, [](const FilterTerm &term) {
        return term.field == FilterField::Org || term.field == FilterField::Text;
    });
    return needs;
}

tl::expected<std::vector<EventRow>, FilterError> exportedRows(
    const ExportSource &source,
    const FilterExpression &filter,
    const std::function<bool(quint32 tested)> &goOn)
{
    const EventSnapshot &events = source.events;
    Freshness freshness(*source.context.catalogue);
    FilterContext context = source.context;
    context.isStale = [&freshness](EventRow row) { return freshness.isStale(row); };
    context.isDuplicate = [&freshness](EventRow row) { return freshness.isDuplicate(row); };
    auto compiled = CompiledFilter::compile(filter, std::move(context));
    if (!compiled) {
        return tl::unexpected(compiled.error());
    }
    std::vector<EventRow> found = streamOrder(events);
    if (compiled->matchesAll()) {
        return found;
    }
    if (anyTerm(filter, asksForFreshness)) {
        while (!freshness.extend(events, kBlockRows)) {
            if (!goOn(0)) {
                return std::vector<EventRow>();
            }
        }
    }
    RowSet matching; // in the order of storing, as the bytes lie
    for (EventRow first = 0; first < events.rowCount() && goOn(first); first += kBlockRows) {
        std::vector<EventRow> block(std::min(kBlockRows, events.rowCount() - first));
        std::iota(block.begin(), block.end(), first);
        for (const EventRow row : compiled->matching(events, std::move(block))) {
            matching.insert(row);
        }
    }
    std::erase_if(found, [&matching](EventRow row) { return !matching.contains(row); });
    return found;
}

} // namespace playhead
