// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/stringplace.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace playhead {

namespace {

/// Farther than this the place costs more than it saves: many places in one long key must not be read again and again.
constexpr qsizetype kReach = 4096;
/// What an escape, `\u00e4`, has behind its backslash.
constexpr qsizetype kEscapeTail = 5;

/// By byte: whether JSON allows it in strings alone. Outside stand punctuation, numbers, `true`, `false` and `null`.
constexpr std::array<bool, 256> makeOnlyInStrings()
{
    std::array<bool, 256> only{};
    only.fill(true);
    for (const char c : "{}[]:, \t\r0123456789+-.eEtrufalsn") {
        only[static_cast<unsigned char>(c)] = false;
    }
    only[0] = true; // the literal's end
    return only;
}
constexpr std::array<bool, 256> kOnlyInStrings = makeOnlyInStrings();

bool isOnlyInStrings(char c)
{
    return kOnlyInStrings[static_cast<unsigned char>(c)];
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a stretch of allowed bytes holds a word that is none outside strings.
bool holdsOtherWord(QByteArrayView stretch)
{
    for (auto at = stretch.begin(); at != stretch.end();) {
        const auto word = std::find_if(at, stretch.end(), isLetter);
        at = std::find_if_not(word, stretch.end(), isLetter);
        const QByteArrayView found(word, at);
        if (!found.isEmpty() && found != "true" && found != "false" && found != "null"
            && found != "e" && found != "E") {
            return true;
        }
    }
    return false;
}

/// The quote that ends the string which holds the place `from`, where no escape is under way; -1 when it is far.
qsizetype closingQuote(QByteArrayView line, qsizetype from)
{
    const qsizetype last = std::min(line.size(), from + kReach);
    for (qsizetype at = from; at < last; ++at) {
        const void *found = std::memchr(line.data() + at, '"', static_cast<size_t>(last - at));
        if (found == nullptr) {
            return -1;
        }
        at = static_cast<const char *>(found) - line.data();
        qsizetype escape = at;
        while (escape > from && line[escape - 1] == '\\') {
            --escape;
        }
        if ((at - escape) % 2 == 0) {
            return at;
        }
    }
    return -1;
}

bool isEscapeNear(QByteArrayView line, qsizetype begin)
{
    for (qsizetype at = begin; at > 0 && begin - at < kEscapeTail && line[at - 1] != '"'; --at) {
        if (line[at - 1] == '\\') {
            return true;
        }
    }
    return false;
}

/// Whether the bytes around [begin, end) tell that these are in a string, without counting the quotes before them.
bool isToldInString(QByteArrayView line, qsizetype begin, qsizetype end)
{
    const qsizetype reached = std::max<qsizetype>(0, begin - kReach);
    qsizetype first = begin;
    for (; first > reached && line[first - 1] != '"'; --first) {
        if (isOnlyInStrings(line[first - 1])) {
            return true;
        }
    }
    const qsizetype behind = std::min(line.size(), end + kReach);
    qsizetype last = end;
    for (; last < behind && line[last] != '"'; ++last) {
        if (isOnlyInStrings(line[last])) {
            return true;
        }
    }
    const bool isWhole = first > 0 && line[first - 1] == '"' && last < line.size()
                         && line[last] == '"';
    return isWhole && holdsOtherWord(line.sliced(first, last - first));
}

} // namespace

bool isOnlyInStrings(QByteArrayView bytes)
{
    // What is looked for without case may stand in the other one; words outside strings are small.
    const QByteArray small = bytes.toByteArray().toLower();
    if (std::any_of(small.begin(), small.end(), [](char c) { return isOnlyInStrings(c); })) {
        return true;
    }
    for (auto at = small.begin(); at != small.end();) {
        const auto word = std::find_if(at, small.end(), isLetter);
        at = std::find_if_not(word, small.end(), isLetter);
        const QByteArrayView part(word, at);
        if (!QByteArrayView("true false null").contains(part)) {
            return true;
        }
    }
    return false;
}

void StringPlaces::setLine(QByteArrayView line)
{
    m_line = line;
    m_walked = 0;
    m_isInString = false;
}

StringPlace StringPlaces::placeOf(qsizetype begin, qsizetype end, bool isSure)
{
    if (isEscapeNear(m_line, begin)) {
        return StringPlace::Unknown;
    }
    if (!isSure && !isToldInString(m_line, begin, end) && !isInString(begin)) {
        return StringPlace::Elsewhere;
    }
    const qsizetype quote = closingQuote(m_line, end);
    if (quote < 0) {
        return StringPlace::Unknown;
    }
    // A colon follows keys only.
    const auto next = std::find_if_not(m_line.begin() + quote + 1, m_line.end(), [](char c) {
        return c == ' ' || c == '\t' || c == '\r';
    });
    return next != m_line.end() && *next == ':' ? StringPlace::Elsewhere : StringPlace::Value;
}

/// Whether `at`, no quote, is in a string.
bool StringPlaces::isInString(qsizetype at)
{
    if (at < m_walked) {
        setLine(m_line);
    }
    while (true) {
        const void *found = std::memchr(m_line.data() + m_walked,
                                        '"',
                                        static_cast<size_t>(at - m_walked));
        if (found == nullptr) {
            m_walked = at;
            return m_isInString;
        }
        const qsizetype quote = static_cast<const char *>(found) - m_line.data();
        qsizetype escape = quote;
        while (m_isInString && escape > 0 && m_line[escape - 1] == '\\') {
            --escape;
        }
        m_isInString = (quote - escape) % 2 == 1 || !m_isInString;
        m_walked = quote + 1;
    }
}

} // namespace playhead
