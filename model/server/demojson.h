// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>
#include <QByteArrayView>

namespace playhead {

/// Writes compact JSON spelled exactly as JSON.stringify would: members in the order of the calls, no white space,
/// only what must be escaped is escaped, all else raw UTF-8. Reusable: clear() keeps the memory.
class DemoJson
{
public:
    void clear();
    const QByteArray &bytes() const { return m_out; }

    /// `bracket` is `{` or `[`. Without a key: the root or an element.
    DemoJson &open(char bracket);
    DemoJson &open(QByteArrayView key, char bracket);
    DemoJson &close(char bracket);

    DemoJson &text(QByteArrayView key, QByteArrayView value);
    DemoJson &textOrNull(QByteArrayView key, QByteArrayView value); ///< null when empty.
    DemoJson &null(QByteArrayView key);
    DemoJson &boolean(QByteArrayView key, bool value);
    DemoJson &number(QByteArrayView key, qint64 value);
    DemoJson &time(QByteArrayView key, Instant value); ///< To the millisecond.
    DemoJson &element(QByteArrayView value);
    DemoJson &raw(QByteArrayView key, QByteArrayView json); ///< `json` is compact already.

private:
    void separate();
    void writeKey(QByteArrayView key);
    void writeString(QByteArrayView value);

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace playhead
