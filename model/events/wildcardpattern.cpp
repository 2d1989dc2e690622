// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/wildcardpattern.h"

#include <algorithm>

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

/// Goes back to the last star only: what an earlier one took need not change.
template<typename Pattern, typename Text, typename Fold>
bool matchesPattern(const Pattern &pattern, const Text &text, Fold fold)
{
    using Size = decltype(text.size());
    constexpr auto kNone = static_cast<Size>(-1);
    const auto patternSize = static_cast<Size>(pattern.size());
    Size at = 0;
    Size inPattern = 0;
    Size star = kNone; // the last star seen, and where its stretch ends so far
    Size stretchEnd = 0;
    while (at < text.size()) {
        if (inPattern < patternSize && pattern[inPattern] == '*') {
            star = inPattern++;
            stretchEnd = at;
        } else if (inPattern < patternSize
                   && (pattern[inPattern] == '?' || pattern[inPattern] == fold(text[at]))) {
            ++inPattern;
            ++at;
        } else if (star != kNone) {
            inPattern = star + 1;
            at = ++stretchEnd;
        } else {
            return false;
        }
    }
    while (inPattern < patternSize && pattern[inPattern] == '*') {
        ++inPattern;
    }
    return inPattern == patternSize;
}

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

} // namespace

WildcardPattern::WildcardPattern(const QString &pattern)
{
    for (const char32_t character : folded(pattern)) {
        if (character != U'*' || m_pattern.empty() || m_pattern.back() != U'*') {
            m_pattern.push_back(character);
        }
    }
    if (std::all_of(m_pattern.begin(), m_pattern.end(), [](char32_t c) { return c < 0x80; })) {
        m_asciiPattern = QString::fromStdU32String(m_pattern).toLatin1();
    }
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
    return matchesAll()
           || matchesPattern(m_pattern, folded(text), [](char32_t character) { return character; });
}

bool WildcardPattern::matches(QByteArrayView utf8) const
{
    if (matchesAll()) {
        return true;
    }
    if (m_asciiPattern.isEmpty() || !isAscii(utf8)) {
        return matches(QString::fromUtf8(utf8));
    }
    return matchesPattern(m_asciiPattern, utf8, [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    });
}

} // namespace playhead
