// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filtercolours.h"

#include "model/events/filterlexer.h"
#include "model/events/filtertime.h"
#include "model/events/filterwords.h"
#include "ui/shared/theme.h"

namespace playhead {

namespace {

using Kind = FilterToken::Kind;

/// A filter as long as a book is not coloured to its end.
constexpr qsizetype kMostColoured = 10'000;

QColor valueColour(QStringView word, bool mayBeTime)
{
    const bool isNumber = filterNumber(word) || (mayBeTime && isFilterTime(word));
    return isNumber ? tokens().jsonNumber : tokens().jsonString;
}

QColor colourOf(const FilterToken &token, QStringView word, bool mayBeTime)
{
    const Tokens &t = tokens();
    switch (token.kind) {
    case Kind::Field:
    case Kind::Operator:
        return t.jsonKeyword;
    case Kind::Value:
        return valueColour(word, mayBeTime);
    case Kind::Quoted:
    case Kind::OpenQuote:
        return t.jsonString;
    case Kind::Pattern:
    case Kind::OpenPattern:
        return t.jsonNumber;
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
    case Kind::Minus:
        return t.accent;
    case Kind::Comma:
    case Kind::Open:
    case Kind::Close:
        return t.text2;
    case Kind::Text:
    case Kind::Stray:
        break;
    }
    return t.text;
}

bool isNegation(Kind kind)
{
    return kind == Kind::Not || kind == Kind::Minus;
}

QTextLayout::FormatRange range(qsizetype start, qsizetype length, const QTextCharFormat &format)
{
    QTextLayout::FormatRange made;
    made.start = static_cast<int>(start);
    made.length = static_cast<int>(length);
    made.format = format;
    return made;
}

bool takesTimes(QStringView fieldWord)
{
    const auto field = fieldOf(fieldWord.first(qMax<qsizetype>(0, fieldWord.indexOf(u'.'))));
    const auto whole = fieldOf(fieldWord);
    return (whole && isTimeField(*whole)) || (field && isPathField(*field));
}

/// Where the wavy line is drawn: under the word that is wrong, or under the one behind which something is missing.
FilterSpan underlined(const FilterError &mistake, const QList<FilterToken> &words)
{
    FilterSpan span{mistake.position, mistake.length};
    for (const FilterToken &token : words) {
        if (mistake.length == 0 && token.position < mistake.position) {
            span = {token.position, token.length};
        }
    }
    return span;
}

} // namespace

QList<QTextLayout::FormatRange> filterColours(const QString &text,
                                              const std::optional<FilterError> &mistake)
{
    QList<QTextLayout::FormatRange> formats;
    const QStringView coloured = QStringView(text).first(qMin(text.size(), kMostColoured));
    const QList<FilterToken> words = lexFilter(coloured);
    const FilterSpan wrong = mistake ? underlined(*mistake, words) : FilterSpan();
    const qsizetype wrongEnd = wrong.position + wrong.length;
    bool mayBeTime = false;
    for (const FilterToken &token : words) {
        const QStringView word = coloured.sliced(token.position, token.length);
        mayBeTime = token.kind == Kind::Field ? takesTimes(word) : mayBeTime;
        QTextCharFormat format;
        format.setForeground(colourOf(token, word, mayBeTime));
        if (isNegation(token.kind)) {
            format.setFontWeight(QFont::Bold); // Colour alone carries no meaning.
        }
        const qsizetype wrongFrom = qBound(token.position, wrong.position, token.end());
        const qsizetype wrongTo = qBound(token.position, wrongEnd, token.end());
        if (wrongFrom >= wrongTo) {
            formats.append(range(token.position, token.length, format));
            continue;
        }
        QTextCharFormat wrongFormat;
        wrongFormat.setForeground(tokens().text);
        wrongFormat.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrongFormat.setUnderlineColor(tokens().danger);
        formats.append(range(token.position, wrongFrom - token.position, format));
        formats.append(range(wrongFrom, wrongTo - wrongFrom, wrongFormat));
        formats.append(range(wrongTo, token.end() - wrongTo, format));
    }
    formats.removeIf([](const QTextLayout::FormatRange &one) { return one.length == 0; });
    return formats;
}

} // namespace playhead
