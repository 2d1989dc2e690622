// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtercompletion.h"

#include "model/events/filtercandidates.h"
#include "model/events/filterlexer.h"
#include "model/events/filterwords.h"

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

/// Shorter words lie in nearly everything.
constexpr qsizetype kShortestInside = 2;

bool isValueKind(Kind kind)
{
    return kind == Kind::Value || kind == Kind::Quoted || kind == Kind::OpenQuote;
}

bool isPiece(Kind kind)
{
    return kind == Kind::Text || kind == Kind::Stray || kind == Kind::Quoted;
}

/// What the caret stands in and behind.
class Place
{
public:
    Place(QStringView text, qsizetype caret)
        : m_text(text)
        , m_caret(std::clamp<qsizetype>(caret, 0, text.size()))
        , m_tokens(lexFilter(text))
    {
        while (m_next < m_tokens.size() && m_tokens[m_next].position < m_caret) {
            ++m_next;
        }
    }

    qsizetype caret() const { return m_caret; }
    /// The token that the caret stands in or right behind.
    const FilterToken *touched() const
    {
        const FilterToken *before = last();
        return before && before->end() >= m_caret ? before : nullptr;
    }
    /// The last token that begins before the caret.
    const FilterToken *last() const { return m_next > 0 ? &m_tokens[m_next - 1] : nullptr; }
    const FilterToken *behind() const
    {
        return m_next < m_tokens.size() ? &m_tokens[m_next] : nullptr;
    }
    QStringView text(const FilterToken &token) const
    {
        return m_text.sliced(token.position, token.length);
    }
    QStringView typed(const FilterToken &token) const
    {
        return m_text.sliced(token.position, std::min(token.end(), m_caret) - token.position);
    }
    /// The path that ends at the caret's token, brackets and all: without an operator behind it the lexer cuts it. Empty
    /// when there is none.
    std::optional<FilterToken> pathInPieces() const
    {
        qsizetype first = m_next - 1;
        while (first > 0 && m_tokens[first - 1].end() == m_tokens[first].position
               && isPiece(m_tokens[first - 1].kind)) {
            --first;
        }
        if (first < 0 || first == m_next - 1 || m_tokens[first].kind != Kind::Text
            || !isPiece(m_tokens[m_next - 1].kind)) {
            return std::nullopt;
        }
        const qsizetype begin = m_tokens[first].position;
        return FilterToken{Kind::Text, begin, m_tokens[m_next - 1].end() - begin};
    }
    /// The field whose values stand at the caret: `from` is a value, an operator or a comma; nullptr for free text.
    const FilterToken *fieldOfValue(const FilterToken *from) const
    {
        for (qsizetype at = from - m_tokens.data(); at >= 0; --at) {
            const Kind kind = m_tokens[at].kind;
            if (kind == Kind::Field) {
                return &m_tokens[at];
            }
            const bool goesBack = isValueKind(kind) || kind == Kind::Comma || kind == Kind::Operator
                                  || kind == Kind::Pattern;
            // Two values side by side: the second one is free text.
            const bool isSecond = at > 0 && isValueKind(kind) && isValueKind(m_tokens[at - 1].kind);
            if (!goesBack || isSecond) {
                break;
            }
        }
        return nullptr;
    }
    std::optional<FilterOperator> operatorBehind(const FilterToken *field) const
    {
        const FilterToken *op = field + 1;
        return op < m_tokens.data() + m_tokens.size() ? operatorOf(text(*op)) : std::nullopt;
    }

private:
    QStringView m_text;
    qsizetype m_caret;
    QList<FilterToken> m_tokens;
    qsizetype m_next = 0; ///< The first token that begins at or behind the caret.
};

bool isSame(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

enum class LookIn {
    Words,
    WordsAndNotes ///< An organization's note is its id, a type's its family.
};

bool holds(const FilterCandidate &candidate, QStringView typed, LookIn where)
{
    return candidate.label.contains(typed, Qt::CaseInsensitive)
           || candidate.text.contains(typed, Qt::CaseInsensitive)
           || (where == LookIn::WordsAndNotes
               && candidate.note.startsWith(typed, Qt::CaseInsensitive));
}

/// Those that begin as typed, then those that hold it; none that is already there as a whole.
QList<FilterCandidate> matching(const QList<FilterCandidate> &all,
                                QStringView typed,
                                LookIn where = LookIn::Words)
{
    QList<FilterCandidate> begins;
    QList<FilterCandidate> others;
    for (const FilterCandidate &candidate : all) {
        const bool isThere = !typed.isEmpty() && !candidate.goesOn
                             && (isSame(candidate.label, typed) || isSame(candidate.text, typed));
        if (isThere) {
            continue;
        }
        if (candidate.label.startsWith(typed, Qt::CaseInsensitive)) {
            begins.append(candidate);
        } else if (typed.size() >= kShortestInside && holds(candidate, typed, where)) {
            others.append(candidate);
        }
    }
    QList<FilterCandidate> candidates = begins + others;
    candidates.resize(std::min(candidates.size(), kMostCandidates));
    return candidates;
}

std::optional<FilterField> fieldNamed(QStringView word)
{
    qsizetype end = 0;
    while (end < word.size() && word[end] != u'.' && word[end] != u'[') {
        ++end;
    }
    const std::optional<FilterField> field = fieldOf(word.first(end));
    return field && (end == word.size() || isPathField(*field)) ? field : std::nullopt;
}

FilterCompletion completeValue(const Place &place,
                               const FilterToken &field,
                               const FilterToken *value,
                               const FilterVocabulary &vocabulary)
{
    const std::optional<FilterField> named = fieldNamed(place.text(field));
    const std::optional<FilterOperator> op = place.operatorBehind(&field);
    FilterCompletion completion;
    completion.span = {place.caret(), 0};
    if (!named || op == FilterOperator::Pattern) {
        return completion;
    }
    if (value != nullptr) {
        const bool isQuoted = value->kind == Kind::Quoted || value->kind == Kind::OpenQuote;
        completion.typed = place.typed(*value).sliced(isQuoted ? 1 : 0).toString();
        if (value->kind == Kind::Quoted && completion.typed.endsWith(u'"')) {
            return completion; // It is closed.
        }
        // A quote without its end takes all that follows with it: what follows stays.
        const qsizetype end = value->kind == Kind::OpenQuote ? place.caret() : value->end();
        completion.span = {value->position, end - value->position};
    }
    completion.candidates =
        matching(valueCandidates(*named, place.text(field), completion.typed, vocabulary),
                 completion.typed,
                 LookIn::WordsAndNotes);
    return completion;
}

/// A word that is, or may become, a field.
FilterCompletion completeField(const Place &place,
                               const FilterToken &token,
                               const FilterVocabulary &vocabulary)
{
    const QStringView typed = place.typed(token);
    const std::optional<FilterField> field = fieldNamed(typed);
    FilterCompletion completion;
    completion.typed = typed.toString();
    completion.span = {token.position, token.length};
    const bool isPath = field && isPathField(*field);
    if (isPath && typed.size() > fieldWord(*field).size()) {
        completion.candidates = matching(pathCandidates(typed, vocabulary, PathEnds::Scalars),
                                         typed);
    } else if (!isPath) {
        completion.candidates = matching(fieldCandidates(), typed);
    } else {
        for (const FilterCandidate &candidate : fieldCandidates()) {
            if (candidate.label == typed) {
                completion.candidates.append(candidate);
            }
        }
    }
    if (token.kind == Kind::Field) {
        // The operator is there already.
        for (FilterCandidate &candidate : completion.candidates) {
            if (!candidate.text.endsWith(u'.')) {
                candidate.text = candidate.label;
            }
        }
        return completion;
    }
    const bool isWhole = field && token.end() == place.caret() && !typed.endsWith(u'.')
                         && (!isPath || typed.size() > fieldWord(*field).size());
    if (isWhole && (!isPath || completion.candidates.isEmpty())) {
        completion.span = {place.caret(), 0};
        completion.candidates = operatorCandidates(*field);
    }
    return completion;
}

bool isOperatorUnfinished(const FilterToken &token)
{
    return token.kind == Kind::Operator || token.kind == Kind::Comma;
}

} // namespace

FilterCompletion completeFilter(QStringView text,
                                qsizetype caret,
                                const FilterVocabulary &vocabulary)
{
    const Place place(text, caret);
    const FilterToken *touched = place.touched();
    const FilterToken *last = place.last();
    if (const std::optional<FilterToken> path = place.pathInPieces(); touched && path) {
        return completeField(place, *path, vocabulary);
    }
    if (touched && (touched->kind == Kind::Field || touched->kind == Kind::Text)) {
        return completeField(place, *touched, vocabulary);
    }
    if (touched && isValueKind(touched->kind)) {
        const FilterToken *field = place.fieldOfValue(touched);
        return field ? completeValue(place, *field, touched, vocabulary) : FilterCompletion();
    }
    if (last && isOperatorUnfinished(*last)) {
        const FilterToken *field = place.fieldOfValue(last);
        const bool isAtValue = place.behind() && place.behind()->position == place.caret()
                               && isValueKind(place.behind()->kind);
        return field && !isAtValue ? completeValue(place, *field, nullptr, vocabulary)
                                   : FilterCompletion();
    }
    const bool mayBegin = !touched || touched->kind == Kind::Open || touched->kind == Kind::Minus;
    FilterCompletion completion;
    completion.span = {place.caret(), 0};
    if (mayBegin) {
        completion.candidates = fieldCandidates();
    }
    return completion;
}

bool isPathBegun(QStringView text, qsizetype caret)
{
    const Place place(text, caret);
    const FilterToken *touched = place.touched();
    const std::optional<FilterToken> pieces = place.pathInPieces();
    if (touched == nullptr || touched->end() != caret || (!pieces && touched->kind != Kind::Text)) {
        return false;
    }
    const QStringView word = place.text(pieces ? *pieces : *touched);
    const std::optional<FilterField> field = fieldNamed(word);
    return field && isPathField(*field) && word.size() > fieldWord(*field).size();
}

bool mayBecomeRight(const FilterError &mistake,
                    QStringView text,
                    qsizetype caret,
                    const FilterVocabulary &vocabulary)
{
    const qsizetype end = mistake.position + mistake.length;
    const bool isAtEnd = caret <= text.size() && text.sliced(caret).trimmed().isEmpty();
    if (isAtEnd && mistake.length == 1 && text[mistake.position] == u'(') {
        return true; // It may still be closed.
    }
    if (!isAtEnd || caret < mistake.position || (mistake.length > 0 && caret != end)) {
        return false;
    }
    const Place place(text, caret);
    const FilterToken *token = place.last();
    if (mistake.length == 0 || token == nullptr) {
        return true;
    }
    switch (token->kind) {
    case Kind::OpenQuote:
    case Kind::OpenPattern:
    case Kind::Open:
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
        return true;
    case Kind::Value:
        break;
    default:
        return false;
    }
    const QStringView word = place.text(*token);
    const bool isOpenPath = word.endsWith(u'.') || word.endsWith(u'[');
    const FilterToken *field = place.fieldOfValue(token);
    const std::optional<FilterField> named = field ? fieldNamed(place.text(*field)) : std::nullopt;
    const bool takesTime = named && (isTimeField(*named) || isPathField(*named));
    const bool isTimeBegun = takesTime && std::all_of(word.begin(), word.end(), [](QChar c) {
                                 return c.isDigit() || QStringView(u"-+:.TZ").contains(c);
                             });
    if (isOpenPath || isTimeBegun) {
        return true;
    }
    const FilterCompletion completion = completeFilter(text, caret, vocabulary);
    return std::any_of(completion.candidates.begin(),
                       completion.candidates.end(),
                       [word](const FilterCandidate &candidate) {
                           return candidate.label.startsWith(word, Qt::CaseInsensitive);
                       });
}

} // namespace playhead
