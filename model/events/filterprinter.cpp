// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterprinter.h"

#include "model/events/filterlexer.h"
#include "model/events/filterpath.h"
#include "model/events/filterwords.h"

#include <QStringList>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text)
{
    QString inside = text;
    return u'"' + inside.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

/// The lexer itself says whether a word stays one word behind these characters.
bool staysWord(const QString &before, const QString &word, FilterToken::Kind kind)
{
    const QList<FilterToken> tokens = lexFilter(before + word);
    return !tokens.isEmpty() && tokens.back().kind == kind
           && tokens.back().position == before.size() && tokens.back().length == word.size();
}

QString valueText(const FilterTerm &term, const FilterValue &value)
{
    if (term.op == FilterOperator::Pattern) {
        QString pattern = value.text;
        return u'/' + pattern.replace(u'/', u"\\/"_s) + (value.isCaseless ? u"/i"_s : u"/"_s);
    }
    const QString before = term.field == FilterField::Has ? u"has:"_s : u"type:"_s;
    return staysWord(before, value.text, FilterToken::Kind::Value) ? value.text
                                                                   : quoted(value.text);
}

QString operandText(const FilterExpression &expression, bool isBracketed)
{
    const QString text = filterText(expression);
    return isBracketed ? u'(' + text + u')' : text;
}

} // namespace

QString filterText(const FilterTerm &term)
{
    if (term.field == FilterField::Text) {
        const QString &text = term.values.front().text;
        return staysWord({}, text, FilterToken::Kind::Text) ? text : quoted(text);
    }
    QStringList values;
    for (const FilterValue &value : term.values) {
        values.append(valueText(term, value));
    }
    const QString field = isPathField(term.field) ? filterPathText(term.field, term.path)
                                                  : fieldWord(term.field);
    const QString space = term.op == FilterOperator::Matches || !isPathField(term.field) ? QString()
                                                                                         : u" "_s;
    return field + space + operatorText(term.op) + space + values.join(u',');
}

QString filterText(const FilterExpression &expression)
{
    using Kind = FilterExpression::Kind;
    if (expression.kind == Kind::Term) {
        return filterText(expression.term);
    }
    if (expression.kind == Kind::Not) {
        const FilterExpression &operand = expression.operands.front();
        return u'-' + operandText(operand, operand.kind != Kind::Term);
    }
    QStringList parts;
    for (const FilterExpression &operand : expression.operands) {
        const bool isBracketed = operand.kind == Kind::Or
                                 || (operand.kind == Kind::And && expression.kind == Kind::And);
        parts.append(operandText(operand, isBracketed));
    }
    return parts.join(expression.kind == Kind::Or ? u" OR "_s : u" "_s);
}

} // namespace playhead
