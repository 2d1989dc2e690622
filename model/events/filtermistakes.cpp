// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtermistakes.h"

#include "model/core/nearestword.h"
#include "model/events/filterpath.h"
#include "model/events/filtertime.h"
#include "model/events/filterwords.h"
#include "model/events/patternmatcher.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

FilterError mistake(const FilterSpan &span, QString message, QString advice)
{
    return {span.position, span.length, std::move(message), std::move(advice)};
}

/// For a value that is none of `words`. `what`: "%1 is not …".
FilterError notAmong(const FilterValue &value, const QString &what, const QStringList &words)
{
    const QString nearest = nearestWord(value.text, words);
    return mistake(value.span,
                   what.arg(value.text),
                   nearest.isEmpty() ? Text::tr("Use one of these: %1.").arg(words.join(u", "_s))
                                     : Text::tr("Did you mean %1?").arg(nearest));
}

std::optional<FilterError> mistakeInTime(const FilterValue &value)
{
    if (isFilterTime(value.text)) {
        return std::nullopt;
    }
    const QString nearest = nearestTimeWord(value.text);
    return mistake(value.span,
                   Text::tr("\"%1\" is not a time").arg(value.text),
                   nearest.isEmpty() ? Text::tr("Try yesterday, 2d or 2026-11-22.")
                                     : Text::tr("Try %1, 2d or 2026-11-22.").arg(nearest));
}

std::optional<FilterError> mistakeInComparedValue(const FilterValue &value)
{
    if (filterNumber(value.text) || isFilterTime(value.text)) {
        return std::nullopt;
    }
    const QString nearest = nearestTimeWord(value.text);
    return mistake(value.span,
                   Text::tr("\"%1\" is neither a number nor a time").arg(value.text),
                   nearest.isEmpty() ? Text::tr("Compare with 10, 2d or 2026-11-22.")
                                     : Text::tr("Did you mean %1?").arg(nearest));
}

std::optional<FilterError> mistakeInPattern(const FilterValue &value)
{
    if (value.text.isEmpty()) {
        return mistake(value.span,
                       Text::tr("There is nothing between the slashes"),
                       Text::tr("Patterns look like /staff|principal/i."));
    }
    const Status status = PatternMatcher::checkQuickly(value.text, value.isCaseless);
    return status ? std::nullopt : std::optional(refusedPattern(value, status.error()));
}

std::optional<FilterError> mistakeInHas(const FilterValue &value)
{
    if (columnOf(value.text)) {
        return std::nullopt;
    }
    PathResult result = parseFilterPath(value.text);
    if (result.path) {
        return std::nullopt;
    }
    const bool isPathLike = value.text.contains(u'.') || value.text.contains(u'[')
                            || fieldOf(value.text).has_value();
    if (!isPathLike) {
        const QString nearest = nearestWord(value.text, columnWords());
        return mistake(value.span,
                       Text::tr("\"%1\" is nothing that an event can have").arg(value.text),
                       nearest.isEmpty()
                           ? Text::tr("Use %1, or a path as data.previous_attributes.")
                                 .arg(columnWords().join(u", "_s))
                           : Text::tr("Did you mean %1?").arg(nearest));
    }
    result.error.position = value.span.position;
    result.error.length = value.span.length;
    return result.error;
}

std::optional<FilterError> mistakeInFamily(const FilterValue &value, FilterOperator op)
{
    const Families families = familiesNamed(value.text, op != FilterOperator::Matches);
    if (std::find(families.begin(), families.end(), true) != families.end()) {
        return std::nullopt;
    }
    return notAmong(value, Text::tr("\"%1\" is not a family"), familyWords());
}

std::optional<FilterError> mistakeInWord(const FilterTerm &term, const FilterValue &value)
{
    switch (term.field) {
    case FilterField::Is:
        return eventStateOf(value.text)
                   ? std::nullopt
                   : std::optional(notAmong(value,
                                            Text::tr("\"%1\" is nothing that an event can be"),
                                            eventStateWords()));
    case FilterField::Result:
        return replayResultsOf(value.text)
                   ? std::nullopt
                   : std::optional(notAmong(value,
                                            Text::tr("\"%1\" is not a result of a replay"),
                                            replayResultWords()));
    case FilterField::Has:
        return mistakeInHas(value);
    case FilterField::Family:
        return mistakeInFamily(value, term.op);
    default:
        return std::nullopt;
    }
}

std::optional<FilterError> mistakeInValue(const FilterTerm &term, const FilterValue &value)
{
    if (term.op == FilterOperator::Pattern) {
        return mistakeInPattern(value);
    }
    if (value.text.isEmpty() && !isPathField(term.field)) {
        return mistake(value.span,
                       Text::tr("There is nothing between the quotes"),
                       Text::tr("Write a value for %1.").arg(fieldWord(term.field)));
    }
    if (isTimeField(term.field)) {
        return mistakeInTime(value);
    }
    if (isPathField(term.field) && isComparison(term.op)) {
        return mistakeInComparedValue(value);
    }
    return mistakeInWord(term, value);
}

} // namespace

std::optional<FilterError> misplacedToken(const FilterToken &token, QStringView text)
{
    const FilterSpan span{token.position, token.length};
    switch (token.kind) {
    case FilterToken::Kind::Close:
        return mistake(span,
                       Text::tr("This bracket closes nothing"),
                       Text::tr("Take it out, or put a \"(\" before it."));
    case FilterToken::Kind::OpenQuote:
        return mistake(span,
                       Text::tr("The closing quote is missing"),
                       Text::tr("Put a \" at the end."));
    case FilterToken::Kind::OpenPattern:
        return mistake(span,
                       Text::tr("The pattern has no end"),
                       Text::tr("Patterns stand between slashes, as in ~ /staff|principal/i."));
    case FilterToken::Kind::Operator:
        return mistake(span,
                       Text::tr("A field is missing before \"%1\"").arg(text),
                       Text::tr("Write it as type:user.created, or put quotes around the text."));
    case FilterToken::Kind::Stray:
        return mistake(span,
                       Text::tr("\"%1\" cannot stand here").arg(text),
                       Text::tr("Put quotes around text with \":\", a space or a bracket."));
    default:
        return std::nullopt;
    }
}

FilterError unknownField(QStringView word, QStringView operatorWord, const FilterSpan &span)
{
    qsizetype rootEnd = 0;
    while (rootEnd < word.size() && word[rootEnd] != u'.' && word[rootEnd] != u'[') {
        ++rootEnd;
    }
    const QString nearest = nearestWord(word.first(rootEnd).toString(), fieldWords());
    return mistake(span,
                   Text::tr("\"%1\" is not a field").arg(word),
                   nearest.isEmpty()
                       ? Text::tr("The fields are %1. Put quotes around text with \"%2\".")
                             .arg(fieldWords().join(u", "_s), operatorWord)
                       : Text::tr("Did you mean %1?")
                             .arg(nearest + word.sliced(rootEnd).toString()));
}

FilterError refusedOperator(const FilterTerm &term, const FilterSpan &span)
{
    QStringList allowed;
    for (int number = 0; number <= static_cast<int>(FilterOperator::Pattern); ++number) {
        const auto op = static_cast<FilterOperator>(number);
        if (allowsOperator(term.field, op)) {
            allowed.append(operatorText(op));
        }
    }
    return mistake(span,
                   Text::tr("\"%1\" cannot be used with %2")
                       .arg(operatorText(term.op), fieldWord(term.field)),
                   Text::tr("Use one of these: %1").arg(allowed.join(u' ')));
}

FilterError refusedPattern(const FilterValue &value, const Error &error)
{
    QString reason = error.detail;
    if (!reason.isEmpty() && !reason.endsWith(u'.')) {
        reason += u'.';
    }
    return mistake(value.span,
                   Text::tr("/%1/ cannot be used as a pattern").arg(value.text),
                   reason);
}

std::optional<FilterError> mistakeIn(const FilterTerm &term)
{
    for (const FilterValue &value : term.values) {
        if (auto error = mistakeInValue(term, value)) {
            return error;
        }
    }
    return std::nullopt;
}

} // namespace playhead
