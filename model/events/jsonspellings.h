// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace playhead {

// One text can stand in a JSON string in many spellings: `"` as `\"`, `/` as `\/`, any character as `\uXXXX` (RFC 8259,
// section 7), and people search without case. These functions say where to look.

/// The bytes of `needle` as writers of JSON usually spell it: as typed, with the escapes that must be, with `\/`, with
/// everything outside ASCII as `\uXXXX`, with `<`, `>`, `&` and `'` as `\uXXXX`; each in the cases of its letters
/// outside ASCII. To be compared without regard to ASCII case. Never empty for a text that is not.
QList<QByteArray> usualSpellings(const QString &needle);

/// An escape that may hide a character of the needle in a spelling that is not usual (a mixture).
struct EscapeHint
{
    QByteArray bytes; ///< `\"`, or `\u00`: the escape with the high byte of a UTF-16 unit.
    std::vector<quint8> lowBytes; ///< With `\u00`: the low bytes that count, sorted; else empty.
};
/// The hints of all characters of the needle. A text without any of them can only hold the needle as it is typed.
QList<EscapeHint> escapeHints(const QString &needle);

/// All escapes of a JSON text resolved, inside and outside strings alike; what is no escape stays as it is.
QString withoutEscapes(QByteArrayView json);

} // namespace playhead
