// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <string>

namespace playhead {

/// A whole text with `*` (any characters, none too) and `?` (one character), compared without case: the `:` of the filter
/// language. Immutable; any thread.
class WildcardPattern
{
public:
    explicit WildcardPattern(const QString &pattern);

    bool matches(QStringView text) const;
    /// `utf8`: valid UTF-8. Quick when pattern and text are ASCII.
    bool matches(QByteArrayView utf8) const;
    /// Only stars: any text matches.
    bool matchesAll() const { return m_pattern == U"*"; }
    /// The longest part without `*` and `?`: every text that matches holds it, without case. May be empty.
    const QString &longestPart() const { return m_longestPart; }

private:
    std::u32string m_pattern; ///< Folded; no two stars behind each other.
    QByteArray m_asciiPattern; ///< The same, when all of it is ASCII; else empty.
    QString m_longestPart;
};

} // namespace playhead
