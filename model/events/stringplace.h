// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace playhead {

/// Where bytes stand in a JSON line.
enum class StringPlace {
    Value, ///< In a string that is a value, or an element of a list.
    Elsewhere, ///< In a key, or in no string.
    Unknown ///< Only the whole line tells.
};

/// Whether JSON allows the bytes, without quotes and backslashes and in any case of their letters, in strings alone.
bool isOnlyInStrings(QByteArrayView bytes);

/// Tells where bytes of JSON lines stand. One thread.
class StringPlaces
{
public:
    /// The next places are asked of this line, which is valid JSON and stays as it is.
    void setLine(QByteArrayView line);

    /// Where the bytes [begin, end) of the line stand; they hold no quote and no backslash. `isSure`: they are
    /// isOnlyInStrings(). Looks at what is around them:
    /// back and forth to the next quotes there is no border of a string, so one byte that JSON allows in strings alone
    /// tells that all of it is in one. When there is none (`"2026"` looks like a number between two strings) the quotes of
    /// the line are counted, for ascending places once. Unknown when an escape may reach into the bytes, or when the end of
    /// the string is far.
    StringPlace placeOf(qsizetype begin, qsizetype end, bool isSure);

private:
    bool isInString(qsizetype at);

    QByteArrayView m_line;
    qsizetype m_walked = 0; ///< So far the quotes are counted.
    bool m_isInString = false; ///< There.
};

} // namespace playhead
