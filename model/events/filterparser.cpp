// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"

#include "model/events/filterlexer.h"
#include "model/events/filtermistakes.h"
#include "model/events/filterpath.h"
#include "model/events/filterwords.h"

#include <QCoreApplication>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;
using Parsed = tl::expected<FilterExpression, FilterError>;

/// Deeper brackets are a mistake, and would cost stack.
constexpr int kDeepest = 100;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
        , m_tokens(lexFilter(text))
    {}

    Parsed parse()
    {
        if (m_tokens.isEmpty()) {
            return FilterExpression();
        }
        Parsed expression = parseOr();
        if (expression && m_at < m_tokens.size()) {
            return wrongToken(); // only `)` ends it early
        }
        return expression;
    }

private:
    bool isAt(Kind kind) const { return m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }
    bool take(Kind kind)
    {
        const bool isThere = isAt(kind);
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    QStringView textOf(const FilterToken &token) const
    {
        return m_text.sliced(token.position, token.length);
    }
    static FilterSpan spanOf(const FilterToken &token) { return {token.position, token.length}; }

    tl::unexpected<FilterError> wrong(FilterSpan span, QString message, QString advice) const
    {
        return tl::unexpected(
            FilterError{span.position, span.length, std::move(message), std::move(advice)});
    }
    tl::unexpected<FilterError> wrongToken() const;
    tl::unexpected<FilterError> missingTerm() const;
    tl::unexpected<FilterError> missingValue(const FilterToken &before) const;

    Parsed parseOr();
    Parsed parseAnd();
    Parsed parseUnary();
    Parsed parseTerm();
    Parsed parseGroup();
    Parsed parseText();
    Parsed parseFieldTerm();
    std::optional<FilterError> readField(FilterTerm &term);
    std::optional<FilterError> readOperator(FilterTerm &term);
    std::optional<FilterError> readValue(FilterTerm &term);
    std::optional<FilterError> readPattern(FilterTerm &term);
    bool startsUnary() const;
    bool touchesWord() const;

    QStringView m_text;
    QList<FilterToken> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
};

/// A token that cannot stand where it stands.
tl::unexpected<FilterError> Parser::wrongToken() const
{
    const FilterToken &token = m_tokens[m_at];
    if (auto error = misplacedToken(token, textOf(token))) {
        return tl::unexpected(std::move(*error));
    }
    return missingTerm();
}

tl::unexpected<FilterError> Parser::missingTerm() const
{
    const bool isAtEnd = m_at >= m_tokens.size();
    const FilterSpan span = isAtEnd ? FilterSpan{m_tokens.back().end(), 0} : spanOf(m_tokens[m_at]);
    if (m_at > 0) {
        return wrong(span,
                     Text::tr("Something is missing behind \"%1\"").arg(textOf(m_tokens[m_at - 1])),
                     Text::tr("Write a term as type:user.created, or a text."));
    }
    return wrong(span,
                 Text::tr("Something is missing before \"%1\"").arg(textOf(m_tokens[m_at])),
                 Text::tr("AND and OR stand between two terms."));
}

bool Parser::startsUnary() const
{
    return m_at < m_tokens.size() && !isAt(Kind::Or) && !isAt(Kind::And) && !isAt(Kind::Close);
}

/// Whether the token stands right behind a word or a value: `"a"b`, `type:a(b)`.
bool Parser::touchesWord() const
{
    if (m_at == 0 || m_tokens[m_at - 1].end() != m_tokens[m_at].position) {
        return false;
    }
    const Kind before = m_tokens[m_at - 1].kind;
    return before == Kind::Text || before == Kind::Value || before == Kind::Quoted
           || before == Kind::Pattern;
}

/// One operand stays itself; several become one expression of `kind`.
FilterExpression joined(FilterExpression::Kind kind, std::vector<FilterExpression> operands)
{
    if (operands.size() == 1) {
        return std::move(operands.front());
    }
    return {kind, std::move(operands), {}};
}

Parsed Parser::parseOr()
{
    std::vector<FilterExpression> operands;
    do {
        Parsed operand = parseAnd();
        if (!operand) {
            return operand;
        }
        operands.push_back(std::move(*operand));
    } while (take(Kind::Or));
    return joined(FilterExpression::Kind::Or, std::move(operands));
}

Parsed Parser::parseAnd()
{
    std::vector<FilterExpression> operands;
    do {
        Parsed operand = parseUnary();
        if (!operand) {
            return operand;
        }
        operands.push_back(std::move(*operand));
    } while (take(Kind::And) || startsUnary());
    return joined(FilterExpression::Kind::And, std::move(operands));
}

Parsed Parser::parseUnary()
{
    if (!isAt(Kind::Minus) && !isAt(Kind::Not)) {
        return parseTerm();
    }
    ++m_at;
    if (isAt(Kind::Minus) || isAt(Kind::Not)) {
        return wrong(spanOf(m_tokens[m_at]),
                     Text::tr("Only one \"-\" or NOT can stand before a term"),
                     Text::tr("Take one out, or put quotes around text that begins with \"-\"."));
    }
    Parsed operand = parseTerm();
    if (!operand) {
        return operand;
    }
    FilterExpression expression{FilterExpression::Kind::Not, {}, {}};
    expression.operands.push_back(std::move(*operand));
    return expression;
}

Parsed Parser::parseTerm()
{
    if (m_at >= m_tokens.size()) {
        return missingTerm();
    }
    if (touchesWord() && m_tokens[m_at].kind != Kind::Close) {
        return wrong(spanOf(m_tokens[m_at]),
                     Text::tr("A space is missing before \"%1\"").arg(textOf(m_tokens[m_at])),
                     Text::tr("Put one there, or quotes around all of the text."));
    }
    switch (m_tokens[m_at].kind) {
    case Kind::Open:
        return parseGroup();
    case Kind::Text:
    case Kind::Quoted:
        return parseText();
    case Kind::Field:
        return parseFieldTerm();
    case Kind::Close:
        // Behind something it closes too early; before everything it closes nothing.
        return m_depth > 0 ? missingTerm() : wrongToken();
    default:
        return wrongToken();
    }
}

Parsed Parser::parseGroup()
{
    const FilterToken open = m_tokens[m_at];
    if (m_depth >= kDeepest) {
        return wrong(spanOf(open),
                     Text::tr("Too many brackets lie in each other"),
                     Text::tr("Use fewer."));
    }
    ++m_at;
    ++m_depth;
    Parsed inside = parseOr();
    --m_depth;
    if (!inside) {
        return inside;
    }
    if (!isAt(Kind::Close)) {
        return wrong(spanOf(open),
                     Text::tr("This bracket is not closed"),
                     Text::tr("Put a \")\" behind it."));
    }
    ++m_at;
    return inside;
}

Parsed Parser::parseText()
{
    const FilterToken token = m_tokens[m_at];
    FilterTerm term;
    term.span = spanOf(token);
    const QStringView text = textOf(token);
    term.values.push_back(
        {token.kind == Kind::Quoted ? unquoted(text) : text.toString(), false, spanOf(token)});
    if (term.values.front().text.isEmpty()) {
        return wrong(spanOf(token),
                     Text::tr("There is nothing between the quotes"),
                     Text::tr("Write the text to look for, or take the quotes out."));
    }
    ++m_at;
    return FilterExpression{FilterExpression::Kind::Term, {}, std::move(term)};
}

Parsed Parser::parseFieldTerm()
{
    FilterTerm term;
    term.span = spanOf(m_tokens[m_at]);
    if (auto error = readField(term)) {
        return tl::unexpected(std::move(*error));
    }
    if (auto error = readOperator(term)) {
        return tl::unexpected(std::move(*error));
    }
    do {
        if (auto error = readValue(term)) {
            return tl::unexpected(std::move(*error));
        }
    } while (take(Kind::Comma));
    if (isAt(Kind::Stray)) {
        return wrongToken();
    }
    const FilterToken &last = m_tokens[m_at - 1];
    term.span.length = last.end() - term.span.position;
    if (auto error = mistakeIn(term)) {
        return tl::unexpected(std::move(*error));
    }
    return FilterExpression{FilterExpression::Kind::Term, {}, std::move(term)};
}

std::optional<FilterError> Parser::readField(FilterTerm &term)
{
    const FilterToken &token = m_tokens[m_at++];
    const QStringView word = textOf(token);
    if (const auto field = fieldOf(word); field && !isPathField(*field)) {
        term.field = *field;
        return std::nullopt;
    }
    qsizetype rootEnd = 0;
    while (rootEnd < word.size() && word[rootEnd] != u'.' && word[rootEnd] != u'[') {
        ++rootEnd;
    }
    const auto root = fieldOf(word.first(rootEnd));
    if (!root || !isPathField(*root)) {
        return unknownField(word, textOf(m_tokens[m_at]), spanOf(token));
    }
    PathResult result = parseFilterPath(word);
    if (!result.path) {
        result.error.position += token.position;
        return result.error;
    }
    term.field = *root;
    term.path = std::move(result.path->path);
    return std::nullopt;
}

std::optional<FilterError> Parser::readOperator(FilterTerm &term)
{
    const FilterToken &token = m_tokens[m_at++];
    term.op = *operatorOf(textOf(token));
    return allowsOperator(term.field, term.op)
               ? std::nullopt
               : std::optional(refusedOperator(term, spanOf(token)));
}

tl::unexpected<FilterError> Parser::missingValue(const FilterToken &before) const
{
    return wrong({before.end(), 0},
                 Text::tr("A value is missing behind \"%1\"").arg(textOf(before)),
                 Text::tr("Write it right behind, as in type:user.created."));
}

std::optional<FilterError> Parser::readValue(FilterTerm &term)
{
    if (m_at >= m_tokens.size()) {
        return missingValue(m_tokens.back()).value();
    }
    const FilterToken &token = m_tokens[m_at];
    if (term.op == FilterOperator::Pattern && token.kind != Kind::Stray) {
        return readPattern(term);
    }
    const QStringView text = textOf(token);
    switch (token.kind) {
    case Kind::Value:
        term.values.push_back({text.toString(), false, spanOf(token)});
        break;
    case Kind::Quoted:
        term.values.push_back({unquoted(text), false, spanOf(token)});
        break;
    case Kind::OpenQuote:
    case Kind::Stray:
        return wrongToken().value();
    default:
        return missingValue(m_tokens[m_at - 1]).value();
    }
    ++m_at;
    return std::nullopt;
}

std::optional<FilterError> Parser::readPattern(FilterTerm &term)
{
    const FilterToken &token = m_tokens[m_at];
    if (token.kind == Kind::OpenPattern) {
        return wrongToken().value();
    }
    if (token.kind != Kind::Pattern) {
        return wrong(spanOf(token),
                     Text::tr("\"~\" needs a pattern"),
                     Text::tr("Patterns stand between slashes, as in ~ /staff|principal/i."))
            .value();
    }
    const QStringView text = textOf(token);
    const qsizetype slash = text.lastIndexOf(u'/');
    const QStringView flags = text.sliced(slash + 1);
    if (!flags.isEmpty() && flags != "i"_L1) {
        return wrong({token.position + slash + 1, flags.size()},
                     Text::tr("\"%1\" is not a pattern's flag").arg(flags),
                     Text::tr("The only flag is i: without case."))
            .value();
    }
    QString pattern = text.sliced(1, slash - 1).toString();
    pattern.replace(u"\\/"_s, u"/"_s);
    term.values.push_back({pattern, !flags.isEmpty(), spanOf(token)});
    ++m_at;
    return std::nullopt;
}

} // namespace

Parsed parseFilter(QStringView text)
{
    return Parser(text).parse();
}

} // namespace playhead
