// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterlexer.h"

#include "model/events/filtertime.h"

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

/// `2026-11-22T09:00:15.123456789+01:00` and some more. What is longer need not be read to its end, again and again.
constexpr qsizetype kLongestTime = 40;

bool isOperatorChar(QChar c)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>' || c == u'~';
}

/// What ends every word.
bool isBorder(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'"' || c == u'[' || c == u']';
}

bool isJoiningWord(QStringView word)
{
    return word == "AND"_L1 || word == "OR"_L1 || word == "NOT"_L1;
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {}

    QList<FilterToken> run()
    {
        for (skipSpaces(); m_at < m_text.size(); skipSpaces()) {
            if (m_expectsValue) {
                lexValue();
                m_isBehindValue = !m_expectsValue;
            } else {
                lexTerm();
                m_isBehindValue = false;
            }
        }
        return m_tokens;
    }

private:
    QChar charAt(qsizetype at) const { return at < m_text.size() ? m_text[at] : QChar(); }
    void skipSpaces() { m_at = pastSpaces(m_at); }
    qsizetype pastSpaces(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at].isSpace()) {
            ++at;
        }
        return at;
    }
    void add(Kind kind, qsizetype end)
    {
        m_tokens.append({kind, m_at, end - m_at});
        m_at = end;
    }
    qsizetype operatorLength(qsizetype at) const
    {
        const QChar c = charAt(at);
        if (c == u'!') {
            return charAt(at + 1) == u'=' ? 2 : 0;
        }
        if (!isOperatorChar(c)) {
            return 0;
        }
        return (c == u'<' || c == u'>') && charAt(at + 1) == u'=' ? 2 : 1;
    }

    void lexTerm();
    void lexWord();
    void lexValue();
    void lexQuoted();
    void lexPattern();
    qsizetype endOfWord(qsizetype at, bool mayHoldComma) const;
    qsizetype endOfPath(qsizetype at) const;
    qsizetype endOfBracket(qsizetype at) const;
    qsizetype endOfValue() const;

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_expectsValue = false;
    bool m_isBehindValue = false; ///< A comma may follow, behind spaces too.
    bool m_isPatternNext = false; ///< The last operator was `~`.
    bool m_isPathNext = false; ///< The values are paths: those of `has`.
    QList<FilterToken> m_tokens;
};

void Lexer::lexTerm()
{
    const QChar c = m_text[m_at];
    if (c == u'(') {
        add(Kind::Open, m_at + 1);
    } else if (c == u')') {
        add(Kind::Close, m_at + 1);
    } else if (c == u'"') {
        lexQuoted();
    } else if (c == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
        add(Kind::Minus, m_at + 1);
    } else if (c == u',' && m_isBehindValue) {
        add(Kind::Comma, m_at + 1);
        m_expectsValue = true;
    } else if (const qsizetype length = operatorLength(m_at); length > 0) {
        m_isPatternNext = c == u'~';
        const FilterToken *before = m_tokens.isEmpty() ? nullptr : &m_tokens.back();
        m_isPathNext = before != nullptr && before->kind == Kind::Field
                       && m_text.sliced(before->position, before->length) == "has"_L1;
        m_expectsValue = before != nullptr && before->kind == Kind::Field;
        add(Kind::Operator, m_at + length);
    } else if (c == u'[' || c == u']') {
        add(Kind::Stray, m_at + 1);
    } else {
        lexWord();
    }
}

/// A word is a field when an operator follows, spaces or not.
void Lexer::lexWord()
{
    const qsizetype end = endOfWord(m_at, true);
    const qsizetype pathEnd = endOfPath(m_at);
    const QStringView word = m_text.sliced(m_at, end - m_at);
    if (operatorLength(pastSpaces(pathEnd)) > 0 && !isJoiningWord(word)) {
        add(Kind::Field, pathEnd);
    } else if (word == "AND"_L1) {
        add(Kind::And, end);
    } else if (word == "OR"_L1) {
        add(Kind::Or, end);
    } else if (word == "NOT"_L1) {
        add(Kind::Not, end);
    } else {
        add(Kind::Text, end);
    }
}

void Lexer::lexValue()
{
    m_expectsValue = false;
    const QChar c = m_text[m_at];
    if (c == u'"') {
        lexQuoted();
    } else if (c == u'/' && m_isPatternNext) {
        lexPattern();
    } else if (c == u',') {
        add(Kind::Comma, m_at + 1);
        m_expectsValue = true;
    } else if (c == u'(' || c == u')') {
        lexTerm();
    } else if (const qsizetype length = operatorLength(m_at); length > 0) {
        add(Kind::Stray, m_at + length);
    } else if (const qsizetype end = endOfValue(); end > m_at) {
        add(Kind::Value, end);
        // What touches a value and is no part of it needs quotes: `a:b:c`.
        if (const QChar next = charAt(m_at); next == u':' || next == u'[' || next == u']') {
            add(Kind::Stray, m_at + 1);
        }
    } else {
        add(Kind::Stray, m_at + 1);
    }
}

void Lexer::lexQuoted()
{
    for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
        if (m_text[at] == u'\\') {
            ++at;
        } else if (m_text[at] == u'"') {
            add(Kind::Quoted, at + 1);
            return;
        }
    }
    add(Kind::OpenQuote, m_text.size());
}

void Lexer::lexPattern()
{
    for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
        if (m_text[at] == u'\\') {
            ++at;
        } else if (m_text[at] == u'/') {
            for (++at; at < m_text.size() && m_text[at].isLetterOrNumber(); ++at) {
            }
            add(Kind::Pattern, at);
            return;
        }
    }
    add(Kind::OpenPattern, m_text.size());
}

/// Of a word by itself. The first character always belongs to it.
qsizetype Lexer::endOfWord(qsizetype at, bool mayHoldComma) const
{
    for (++at; at < m_text.size(); ++at) {
        if (isBorder(m_text[at]) || (m_text[at] == u',' && !mayHoldComma)
            || operatorLength(at) > 0) {
            break;
        }
    }
    return at;
}

/// Of a word that may be a field: with the brackets of a path.
qsizetype Lexer::endOfPath(qsizetype at) const
{
    while (true) {
        at = endOfWord(at, false);
        const qsizetype behind = endOfBracket(at);
        if (behind == at) {
            return at;
        }
        at = behind;
        while (endOfBracket(at) > at) {
            at = endOfBracket(at);
        }
        if (charAt(at) != u'.') {
            return at;
        }
    }
}

/// Behind `[]`, `[12]` or `["a key"]`; `at` itself when none stands there.
qsizetype Lexer::endOfBracket(qsizetype at) const
{
    if (charAt(at) != u'[') {
        return at;
    }
    qsizetype end = at + 1;
    if (charAt(end) == u'"') {
        for (++end; end < m_text.size() && m_text[end] != u'"'; ++end) {
            end += m_text[end] == u'\\' ? 1 : 0;
        }
        ++end;
    }
    while (end < m_text.size() && m_text[end] != u']' && !isBorder(m_text[end])) {
        ++end;
    }
    return charAt(end) == u']' ? end + 1 : at;
}

/// A time may hold `:`; other words may not.
qsizetype Lexer::endOfValue() const
{
    if (m_isPathNext) {
        return endOfPath(m_at);
    }
    qsizetype end = m_at;
    qsizetype firstColon = -1;
    for (; end < m_text.size() && !isBorder(m_text[end]) && m_text[end] != u','; ++end) {
        if (m_text[end] == u':' && firstColon < 0) {
            firstColon = end;
        }
        if (firstColon >= 0 && end - m_at > kLongestTime) {
            return firstColon;
        }
    }
    if (firstColon < 0 || isFilterTime(m_text.sliced(m_at, end - m_at))) {
        return end;
    }
    return firstColon;
}

} // namespace

QList<FilterToken> lexFilter(QStringView text)
{
    return Lexer(text).run();
}

QString unquoted(QStringView token)
{
    QString text;
    text.reserve(token.size());
    for (qsizetype at = 1; at < token.size() - 1; ++at) {
        const bool isEscape = token[at] == u'\\' && at + 1 < token.size() - 1
                              && (token[at + 1] == u'"' || token[at + 1] == u'\\');
        at += isEscape ? 1 : 0;
        text.append(token[at]);
    }
    return text;
}

} // namespace playhead
