// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/wildcardpattern.h"

namespace playhead {

namespace {

/// Character by character, so that `?` stands for one of the text as it is written.
std::u32string folded(QStringView text)
{
    std::u32string characters;
    characters.reserve(static_cast<size_t>(text.size()));
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t character = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        characters.push_back(QChar::toCaseFolded(character));
    }
    return characters;
}

} // namespace

WildcardPattern::WildcardPattern(const QString &pattern)
{
    for (const char32_t character : folded(pattern)) {
        if (character != U'*' || m_pattern.empty() || m_pattern.back() != U'*') {
            m_pattern.push_back(character);
        }
    }
    m_matchesAll = m_pattern == U"*";
    QString part;
    for (const QChar c : pattern) {
        part = c == u'*' || c == u'?' ? QString() : part + c;
        if (part.size() > m_longestPart.size()) {
            m_longestPart = part;
        }
    }
}

bool WildcardPattern::matches(QStringView text) const
{
    if (m_matchesAll) {
        return true;
    }
    const std::u32string characters = folded(text);
    constexpr size_t kNone = std::u32string::npos;
    size_t at = 0;
    size_t inPattern = 0;
    size_t star = kNone; // the last star seen, and where its stretch ends so far
    size_t stretchEnd = 0;
    while (at < characters.size()) {
        if (inPattern < m_pattern.size() && m_pattern[inPattern] == U'*') {
            star = inPattern++;
            stretchEnd = at;
        } else if (inPattern < m_pattern.size()
                   && (m_pattern[inPattern] == U'?' || m_pattern[inPattern] == characters[at])) {
            ++inPattern;
            ++at;
        } else if (star != kNone) {
            inPattern = star + 1;
            at = ++stretchEnd;
        } else {
            return false;
        }
    }
    while (inPattern < m_pattern.size() && m_pattern[inPattern] == U'*') {
        ++inPattern;
    }
    return inPattern == m_pattern.size();
}

} // namespace playhead
