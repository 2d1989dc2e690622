// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/csvcell.h"

#include <algorithm>

namespace playhead {

namespace {

bool startsFormula(QByteArrayView text)
{
    return !text.isEmpty() && QByteArrayView("=+-@\t\r\n").contains(text.front());
}

bool needsQuotes(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return c == ',' || c == '"' || c == '\r' || c == '\n';
    });
}

} // namespace

void appendCsvCell(QByteArray &record, QByteArrayView text)
{
    const bool isFormula = startsFormula(text);
    if (!isFormula && !needsQuotes(text)) {
        record.append(text);
        return;
    }
    record.append('"');
    if (isFormula) {
        record.append('\'');
    }
    while (!text.isEmpty()) {
        const qsizetype quote = text.indexOf('"');
        if (quote < 0) {
            record.append(text);
            break;
        }
        record.append(text.first(quote + 1)).append('"');
        text = text.sliced(quote + 1);
    }
    record.append('"');
}

} // namespace playhead
