// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/ulid.h"

namespace playhead {

namespace {

constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype kTextLength = 26;

constexpr std::array<qint8, 256> makeValues()
{
    std::array<qint8, 256> values{};
    values.fill(-1);
    for (int i = 0; i < 32; ++i) {
        values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<qint8>(i);
    }
    return values;
}

constexpr std::array<qint8, 256> kValues = makeValues();

} // namespace

std::optional<UlidBytes> decodeUlid(QByteArrayView text)
{
    // 26 characters hold 130 bits; the first may not be above 7, or the 128 bits overflow.
    if (text.size() != kTextLength || text[0] < '0' || text[0] > '7') {
        return std::nullopt;
    }
    UlidBytes bytes{};
    quint32 bits = 0;
    int held = -2; // the two bits that are too many
    qsizetype out = 0;
    for (const char c : text) {
        const qint8 value = kValues[static_cast<unsigned char>(c)];
        if (value < 0) {
            return std::nullopt;
        }
        bits = (bits << 5) | static_cast<quint32>(value);
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes[static_cast<size_t>(out++)] = static_cast<quint8>(bits >> held);
            bits &= (1U << held) - 1;
        }
    }
    return bytes;
}

QByteArray encodeUlid(const UlidBytes &bytes)
{
    QByteArray text(kTextLength, Qt::Uninitialized);
    quint32 bits = 0;
    int held = 2; // two leading zero bits fill 128 up to 130
    qsizetype out = 0;
    for (const quint8 byte : bytes) {
        bits = (bits << 8) | byte;
        held += 8;
        while (held >= 5) {
            held -= 5;
            text[out++] = kAlphabet[(bits >> held) & 31U];
            bits &= (1U << held) - 1;
        }
    }
    return text;
}

std::optional<Instant> ulidTime(QByteArrayView id)
{
    const auto ulid = decodeUlid(id.sliced(id.lastIndexOf('_') + 1));
    if (!ulid) {
        return std::nullopt;
    }
    qint64 ms = 0;
    for (size_t i = 0; i < 6; ++i) {
        ms = (ms << 8) | (*ulid)[i];
    }
    return Instant(std::chrono::milliseconds(ms));
}

} // namespace playhead
