// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/formquery.h"

#include <QString>

namespace playhead {

namespace {

/// -1 for what is no hexadecimal digit.
int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char small = char(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

QByteArray decoded(QByteArrayView text)
{
    // Not QByteArray::fromPercentEncoding: it makes a byte of `%zz`.
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low >= 0) {
            plain.append(char(high * 16 + low));
            i += 2;
        } else {
            plain.append(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return plain.isValidUtf8() ? plain : QString::fromUtf8(plain).toUtf8();
}

QByteArrayView queryOf(QByteArrayView target)
{
    const qsizetype question = target.indexOf('?');
    if (question < 0) {
        return {};
    }
    const QByteArrayView query = target.sliced(question + 1);
    const qsizetype fragment = query.indexOf('#');
    return fragment < 0 ? query : query.first(fragment);
}

} // namespace

std::vector<std::pair<QByteArray, QByteArray>> formQuery(QByteArrayView target)
{
    std::vector<std::pair<QByteArray, QByteArray>> parameters;
    QByteArrayView rest = queryOf(target);
    while (!rest.isEmpty()) {
        const qsizetype separator = rest.indexOf('&');
        const QByteArrayView part = separator < 0 ? rest : rest.first(separator);
        rest = separator < 0 ? QByteArrayView() : rest.sliced(separator + 1);
        if (part.isEmpty()) {
            continue;
        }
        const qsizetype equals = part.indexOf('=');
        parameters.emplace_back(decoded(equals < 0 ? part : part.first(equals)),
                                equals < 0 ? QByteArray() : decoded(part.sliced(equals + 1)));
    }
    return parameters;
}

} // namespace playhead
