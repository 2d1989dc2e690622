// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>
#include <QByteArrayView>

namespace playhead {

/// Writes compact JSON spelled exactly as JSON.stringify would: members in the order of the calls, no white space,
/// only what must be escaped is escaped, all else raw UTF-8. Reusable: clear() keeps the memory.
class CompactJson
{
public:
    void clear();
    const QByteArray &bytes() const { return m_out; }

    /// `bracket` is `{` or `[`. Without a key: the root or an element.
    CompactJson &open(char bracket);
    CompactJson &open(QByteArrayView key, char bracket);
    CompactJson &close(char bracket);

    CompactJson &text(QByteArrayView key, QByteArrayView value);
    CompactJson &textOrNull(QByteArrayView key, QByteArrayView value); ///< null when empty.
    CompactJson &null(QByteArrayView key);
    CompactJson &boolean(QByteArrayView key, bool value);
    CompactJson &number(QByteArrayView key, qint64 value);
    CompactJson &time(QByteArrayView key, Instant value); ///< To the millisecond.
    CompactJson &element(QByteArrayView value);
    CompactJson &raw(QByteArrayView key, QByteArrayView json); ///< `json` is compact already.

private:
    void separate();
    void writeKey(QByteArrayView key);
    void writeString(QByteArrayView value);
    void writeEscape(char c);

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace playhead
