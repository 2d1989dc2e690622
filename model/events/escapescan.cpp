// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/escapescan.h"

#include "model/events/jsonspellings.h"

#include <algorithm>
#include <cstring>

namespace playhead {

namespace {

/// `\uXX` without its low byte.
constexpr qsizetype kHighSize = 4;
constexpr qsizetype kEscapeSize = 6;

} // namespace

EscapeScan::EscapeScan(const QString &needle)
{
    for (const EscapeHint &hint : escapeHints(needle)) {
        if (hint.bytes.size() < kHighSize) {
            m_letters[static_cast<unsigned char>(hint.bytes.back())] = true;
            continue;
        }
        const uint high = hint.bytes.last(2).toUInt(nullptr, 16);
        for (const quint8 low : hint.lowBytes) {
            m_units.push_back(static_cast<char16_t>(high << 8 | low));
        }
    }
    std::sort(m_units.begin(), m_units.end());
}

void EscapeScan::find(QByteArrayView block,
                      std::span<const quint32> ends,
                      std::span<const quint32> known,
                      std::vector<quint32> &suspects) const
{
    const char *end = block.data() + block.size();
    size_t line = 0;
    auto nextKnown = known.begin();
    for (const char *at = block.data(); at < end;) {
        at = static_cast<const char *>(std::memchr(at, '\\', static_cast<size_t>(end - at)));
        if (at == nullptr) {
            return;
        }
        const auto offset = static_cast<quint32>(at - block.data());
        for (; ends[line] <= offset; ++line) {
        }
        while (nextKnown != known.end() && *nextKnown < line) {
            ++nextKnown;
        }
        const bool isKnown = nextKnown != known.end() && *nextKnown == line;
        if (isKnown || mayHide(at, end)) {
            if (!isKnown) {
                suspects.push_back(static_cast<quint32>(line));
            }
            at = block.data() + ends[line];
        } else {
            at += 2;
        }
    }
}

bool EscapeScan::mayHide(const char *backslash, const char *end) const
{
    if (end - backslash < 2) {
        return false;
    }
    if (backslash[1] != 'u') {
        return m_letters[static_cast<unsigned char>(backslash[1])];
    }
    if (end - backslash < kEscapeSize) {
        return false;
    }
    bool isHex = false;
    const ushort unit = QByteArrayView(backslash + 2, 4).toUShort(&isHex, 16);
    return isHex && std::binary_search(m_units.begin(), m_units.end(), char16_t(unit));
}

} // namespace playhead
