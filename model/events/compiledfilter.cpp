// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/compiledfilter.h"

#include "model/core/nearestword.h"
#include "model/events/filtermistakes.h"
#include "model/events/filtertest.h"
#include "model/events/patterncache.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

/// What a term costs, in the order in which terms are asked.
enum class Cost {
    Columns,
    OtherRooms, ///< Functions of the context.
    Texts, ///< Ids, made one by one.
    Bytes,
    Json
};

Cost costOf(const FilterTerm &term)
{
    switch (term.field) {
    case FilterField::Is:
    case FilterField::Result:
        return Cost::OtherRooms;
    case FilterField::Id:
        return Cost::Texts;
    case FilterField::Text:
        return Cost::Bytes;
    case FilterField::Actor:
    case FilterField::Has:
    case FilterField::Data:
    case FilterField::Context:
    case FilterField::Prev:
        return Cost::Json;
    default:
        return Cost::Columns;
    }
}

std::unique_ptr<FilterTest> makeTest(const FilterTerm &term, const FilterContext &context)
{
    switch (costOf(term)) {
    case Cost::Bytes:
        return makeTextTest(term, context);
    case Cost::Json:
        return makePathTest(term, context);
    default:
        return makeColumnTest(term, context);
    }
}

/// Takes out of `rows` what is in `part`, which has its rows in the same order.
void takeOut(std::vector<EventRow> &rows, const std::vector<EventRow> &part)
{
    auto next = part.begin();
    std::erase_if(rows, [&next, &part](EventRow row) {
        const bool isIn = next != part.end() && *next == row;
        next += isIn ? 1 : 0;
        return isIn;
    });
}

std::optional<FilterError> unknownCursor(const FilterTerm &term, const FilterContext &context)
{
    if (term.field != FilterField::Cursor) {
        return std::nullopt;
    }
    for (const FilterValue &value : term.values) {
        if (!context.cursors.contains(value.text)) {
            QStringList names = context.cursors.keys();
            names.sort();
            const QString nearest = nearestWord(value.text, names);
            return FilterError{value.span.position,
                               value.span.length,
                               Text::tr("\"%1\" is not a cursor").arg(value.text),
                               nearest.isEmpty() ? Text::tr("Write the name of a saved cursor.")
                                                 : Text::tr("Did you mean %1?").arg(nearest)};
        }
    }
    return std::nullopt;
}

/// Compiles the patterns; their tests take them from the cache.
std::optional<FilterError> refusedPatternIn(const FilterTerm &term, PatternCache &patterns)
{
    if (term.op != FilterOperator::Pattern) {
        return std::nullopt;
    }
    for (const FilterValue &value : term.values) {
        if (const auto matcher = patterns.matcher(value.text, value.isCaseless); !matcher) {
            return refusedPattern(value, matcher.error());
        }
    }
    return std::nullopt;
}

/// The first term that cannot be used.
template<typename MistakeIn>
std::optional<FilterError> firstMistake(const FilterExpression &expression,
                                        const MistakeIn &mistakeInTerm)
{
    if (expression.kind == FilterExpression::Kind::Term) {
        return mistakeInTerm(expression.term);
    }
    for (const FilterExpression &operand : expression.operands) {
        if (auto mistake = firstMistake(operand, mistakeInTerm)) {
            return mistake;
        }
    }
    return std::nullopt;
}

} // namespace

struct CompiledFilter::Node
{
    FilterExpression::Kind kind = FilterExpression::Kind::And;
    Cost cost = Cost::Columns; ///< Of the dearest term in it.
    std::vector<Node> operands;
    std::unique_ptr<FilterTest> test;

    static Node of(const FilterExpression &expression, const FilterContext &context)
    {
        Node node;
        node.kind = expression.kind;
        if (node.kind == FilterExpression::Kind::Term) {
            node.cost = costOf(expression.term);
            node.test = makeTest(expression.term, context);
            return node;
        }
        for (const FilterExpression &operand : expression.operands) {
            node.operands.push_back(of(operand, context));
            node.cost = std::max(node.cost, node.operands.back().cost);
        }
        std::stable_sort(node.operands.begin(),
                         node.operands.end(),
                         [](const Node &a, const Node &b) { return a.cost < b.cost; });
        return node;
    }
};

struct CompiledFilter::Compiled
{
    explicit Compiled(FilterContext given)
        : context(std::move(given))
    {}
    FilterContext context; ///< The tests refer to it.
    Node root;
};

CompiledFilter::CompiledFilter(std::unique_ptr<Compiled> compiled)
    : d(std::move(compiled))
{}
CompiledFilter::~CompiledFilter() = default;
CompiledFilter::CompiledFilter(CompiledFilter &&) noexcept = default;
CompiledFilter &CompiledFilter::operator=(CompiledFilter &&) noexcept = default;

tl::expected<CompiledFilter, FilterError> CompiledFilter::compile(
    const FilterExpression &expression, FilterContext context)
{
    if (!context.patterns) {
        context.patterns = std::make_shared<PatternCache>();
    }
    const auto mistake = firstMistake(expression, [&context](const FilterTerm &term) {
        auto found = mistakeIn(term);
        found = found ? found : unknownCursor(term, context);
        return found ? found : refusedPatternIn(term, *context.patterns);
    });
    if (mistake) {
        return tl::unexpected(*mistake);
    }
    auto compiled = std::make_unique<Compiled>(std::move(context));
    compiled->root = Node::of(expression, compiled->context);
    return CompiledFilter(std::move(compiled));
}

std::optional<FilterError> CompiledFilter::unknownCursorIn(const FilterExpression &expression,
                                                           const FilterContext &context)
{
    return firstMistake(expression, [&context](const FilterTerm &term) {
        return unknownCursor(term, context);
    });
}

bool CompiledFilter::matchesAll() const
{
    return d->root.kind == FilterExpression::Kind::And && d->root.operands.empty();
}

std::vector<EventRow> CompiledFilter::matching(const EventSnapshot &events,
                                               std::vector<EventRow> rows)
{
    keepMatching(d->root, events, rows);
    return rows;
}

void CompiledFilter::keepMatching(Node &node,
                                  const EventSnapshot &events,
                                  std::vector<EventRow> &rows)
{
    switch (node.kind) {
    case FilterExpression::Kind::Term:
        node.test->keepMatching(events, rows);
        break;
    case FilterExpression::Kind::And:
        for (Node &operand : node.operands) {
            if (!rows.empty()) {
                keepMatching(operand, events, rows);
            }
        }
        break;
    case FilterExpression::Kind::Or:
        keepAny(node, events, rows);
        break;
    case FilterExpression::Kind::Not: {
        std::vector<EventRow> part = rows;
        keepMatching(node.operands.front(), events, part);
        takeOut(rows, part);
        break;
    }
    }
}

std::vector<EventRow> CompiledFilter::grow(const EventSnapshot &events)
{
    std::vector<EventRow> changed;
    grow(d->root, events, changed);
    return changed;
}

void CompiledFilter::grow(Node &node, const EventSnapshot &events, std::vector<EventRow> &changed)
{
    if (node.test) {
        node.test->grow(events, changed);
    }
    for (Node &operand : node.operands) {
        grow(operand, events, changed);
    }
}

/// Each operand looks only at the rows that no operand before it matches.
void CompiledFilter::keepAny(Node &node, const EventSnapshot &events, std::vector<EventRow> &rows)
{
    std::vector<EventRow> rest = rows;
    for (Node &operand : node.operands) {
        std::vector<EventRow> part = rest;
        keepMatching(operand, events, part);
        takeOut(rest, part);
    }
    takeOut(rows, rest);
}

} // namespace playhead
