// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace playhead {

/// A word of the filter language, with its place in the text.
struct FilterToken
{
    enum class Kind {
        Field, ///< A word before an operator, known or not: `type`, `data.groups[].name`.
        Operator, ///< `:` `=` `!=` `>` `>=` `<` `<=` `~`
        Value, ///< A word behind an operator or a comma.
        Text, ///< A word by itself: free text.
        Quoted, ///< `"Field Sales"`, as a value or as free text.
        Pattern, ///< `/staff|principal/i`
        Comma, ///< Between values.
        Open, ///< `(`
        Close, ///< `)`
        Minus, ///< `-` that touches what follows.
        And,
        Or,
        Not,
        OpenQuote, ///< A quoted text without its end; reaches to the end of the filter.
        OpenPattern, ///< A pattern without its end; reaches to the end of the filter.
        Stray ///< A character that needs quotes here: `[`, or `:` inside a value.
    };

    Kind kind = Kind::Text;
    qsizetype position = 0;
    qsizetype length = 0; ///< Never 0.

    qsizetype end() const { return position + length; }
    bool operator==(const FilterToken &) const = default;
};

/// Cuts a filter into its words. Never fails: what is wrong has its own kinds, so that a half-typed filter can be
/// coloured. Tokens stand in order and do not overlap; only white space lies between them. Linear; any thread.
QList<FilterToken> lexFilter(QStringView text);

/// What a Quoted token says: without its quotes, `\"` and `\\` resolved.
QString unquoted(QStringView token);

} // namespace playhead
