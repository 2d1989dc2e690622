// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/jsonspellings.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace playhead {

namespace {

/// Letters outside ASCII that get each of their cases in every combination; beyond it only the usual cases of the whole.
constexpr qsizetype kMaxCaseCombinations = 16;

/// How a writer of JSON treats the characters that it may, but need not, escape.
struct Style
{
    bool escapesSlash = false;
    bool escapesNonAscii = false;
    bool escapesHtml = false;
};

QByteArray hexEscape(char16_t unit)
{
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

/// The letter of a short escape such as `\n`; 0 when there is none.
char shortEscape(char16_t unit)
{
    switch (unit) {
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    case u'/':
        return '/';
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return 0;
    }
}

QByteArray spelled(const QString &text, Style style)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        const bool isHtml = unit == u'<' || unit == u'>' || unit == u'&' || unit == u'\'';
        const char letter = unit == u'/' && !style.escapesSlash ? char(0) : shortEscape(unit);
        if (letter != 0) {
            bytes += '\\';
            bytes += letter;
        } else if (unit < 0x20 || (isHtml && style.escapesHtml)
                   || (unit >= 0x80 && style.escapesNonAscii)) {
            bytes += hexEscape(unit);
        } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size()) {
            bytes += QStringView(text).sliced(i, 2).toUtf8();
            ++i;
        } else {
            bytes += QStringView(text).sliced(i, 1).toUtf8();
        }
    }
    return bytes;
}

/// The cases of one character outside ASCII, itself first; one entry when it has no case.
QList<QString> casesOf(char32_t character)
{
    QList<QString> cases{QString::fromUcs4(&character, 1)};
    if (character < 0x80) {
        return cases;
    }
    for (const char32_t other :
         {QChar::toLower(character), QChar::toUpper(character), QChar::toTitleCase(character)}) {
        const QString text = QString::fromUcs4(&other, 1);
        if (!cases.contains(text)) {
            cases.append(text);
        }
    }
    return cases;
}

QList<QString> caseVariants(const QString &needle)
{
    QList<QString> variants{QString()};
    for (const uint character : needle.toUcs4()) {
        const QList<QString> cases = casesOf(character);
        if (variants.size() * cases.size() > kMaxCaseCombinations) {
            const QString lower = needle.toLower();
            return {needle, lower, needle.toUpper(), lower.left(1).toUpper() + lower.mid(1)};
        }
        QList<QString> longer;
        for (const QString &begin : std::as_const(variants)) {
            for (const QString &end : cases) {
                longer.append(begin + end);
            }
        }
        variants = longer;
    }
    return variants;
}

int hexValue(char16_t unit)
{
    if (unit >= u'0' && unit <= u'9') {
        return unit - u'0';
    }
    const char16_t lower = unit | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

/// The unit of the four hexadecimal digits at `at`, or -1.
int unitAt(const QString &text, qsizetype at)
{
    if (at + 4 > text.size()) {
        return -1;
    }
    int unit = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexValue(text[i].unicode());
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

char16_t resolvedLetter(char16_t letter)
{
    switch (letter) {
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    case u'"':
    case u'\\':
    case u'/':
        return letter;
    default:
        return 0;
    }
}

} // namespace

QList<QByteArray> usualSpellings(const QString &needle)
{
    static constexpr Style kStyles[] = {{},
                                        {true, false, false},
                                        {false, true, false},
                                        {true, true, false},
                                        {false, false, true},
                                        {false, true, true}};
    QSet<QByteArray> spellings;
    for (const QString &variant : caseVariants(needle)) {
        spellings.insert(variant.toUtf8());
        for (const Style style : kStyles) {
            spellings.insert(spelled(variant, style));
        }
    }
    return spellings.values();
}

QList<EscapeHint> escapeHints(const QString &needle)
{
    std::map<quint8, std::vector<quint8>> lowBytes;
    QSet<QByteArray> letters;
    for (const QChar typed : needle) {
        for (const QChar unit : {typed, typed.toLower(), typed.toUpper(), typed.toTitleCase()}) {
            lowBytes[quint8(unit.unicode() >> 8)].push_back(quint8(unit.unicode() & 0xff));
        }
        if (const char letter = shortEscape(typed.unicode())) {
            letters.insert(QByteArray("\\") + letter);
        }
    }
    QList<EscapeHint> hints;
    for (const QByteArray &escape : std::as_const(letters)) {
        hints.append({escape, {}});
    }
    for (auto &[high, lows] : lowBytes) {
        std::sort(lows.begin(), lows.end());
        lows.erase(std::unique(lows.begin(), lows.end()), lows.end());
        hints.append({"\\u" + QByteArray::number(high, 16).rightJustified(2, '0'), lows});
    }
    return hints;
}

QString withoutEscapes(QByteArrayView json)
{
    QString text = QString::fromUtf8(json);
    qsizetype from = text.indexOf(u'\\');
    if (from < 0) {
        return text;
    }
    qsizetype to = from;
    while (from < text.size()) {
        const char16_t unit = text[from].unicode();
        const char16_t letter = unit == u'\\' && from + 1 < text.size() ? text[from + 1].unicode()
                                                                        : u'\0';
        const int escaped = letter == u'u' ? unitAt(text, from + 2) : -1;
        if (escaped >= 0) {
            text[to++] = QChar(escaped);
            from += 6;
        } else if (const char16_t resolved = resolvedLetter(letter)) {
            text[to++] = QChar(resolved);
            from += 2;
        } else {
            text[to++] = QChar(unit);
            ++from;
        }
    }
    text.truncate(to);
    return text;
}

} // namespace playhead
