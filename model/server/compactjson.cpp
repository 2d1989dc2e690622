// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/compactjson.h"

namespace playhead {

void CompactJson::clear()
{
    m_out.resize(0);
    m_needsComma = false;
}

void CompactJson::separate()
{
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

void CompactJson::writeKey(QByteArrayView key)
{
    separate();
    writeString(key);
    m_out.append(':');
}

void CompactJson::writeString(QByteArrayView value)
{
    m_out.append('"');
    // Runs of plain characters go over in one piece; a million events are a billion characters.
    qsizetype begin = 0;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const char c = value[at];
        if (quint8(c) >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        m_out.append(value.sliced(begin, at - begin));
        writeEscape(c);
        begin = at + 1;
    }
    m_out.append(value.sliced(begin));
    m_out.append('"');
}

void CompactJson::writeEscape(char c)
{
    constexpr char kHex[] = "0123456789abcdef";
    constexpr QByteArrayView kShort("\"\\\b\f\n\r\t");
    constexpr QByteArrayView kLetters("\"\\bfnrt");
    m_out.append('\\');
    if (const qsizetype index = kShort.indexOf(c); index >= 0) {
        m_out.append(kLetters[index]);
    } else {
        m_out.append("u00");
        m_out.append(kHex[quint8(c) >> 4]);
        m_out.append(kHex[quint8(c) & 15]);
    }
}

CompactJson &CompactJson::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_needsComma = false;
    return *this;
}

CompactJson &CompactJson::open(QByteArrayView key, char bracket)
{
    writeKey(key);
    m_out.append(bracket);
    m_needsComma = false;
    return *this;
}

CompactJson &CompactJson::close(char bracket)
{
    m_out.append(bracket);
    m_needsComma = true;
    return *this;
}

CompactJson &CompactJson::text(QByteArrayView key, QByteArrayView value)
{
    writeKey(key);
    writeString(value);
    return *this;
}

CompactJson &CompactJson::textOrNull(QByteArrayView key, QByteArrayView value)
{
    return value.isEmpty() ? null(key) : text(key, value);
}

CompactJson &CompactJson::null(QByteArrayView key)
{
    return raw(key, "null");
}

CompactJson &CompactJson::boolean(QByteArrayView key, bool value)
{
    return value ? raw(key, "true") : raw(key, "false");
}

CompactJson &CompactJson::number(QByteArrayView key, qint64 value)
{
    return raw(key, QByteArray::number(value));
}

CompactJson &CompactJson::time(QByteArrayView key, Instant value)
{
    // Whole milliseconds, whatever isoUtcMs does with the rest.
    return text(key, isoUtcMs(std::chrono::floor<std::chrono::milliseconds>(value)));
}

CompactJson &CompactJson::element(QByteArrayView value)
{
    separate();
    writeString(value);
    return *this;
}

CompactJson &CompactJson::raw(QByteArrayView key, QByteArrayView json)
{
    writeKey(key);
    m_out.append(json);
    return *this;
}

} // namespace playhead
