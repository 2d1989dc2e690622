// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace playhead {

/// One field of a CSV record (RFC 4180, section 2): in quotes when it holds a comma, a quote or a line break. A text that
/// a spreadsheet would take for a formula (it starts with = + - @, a tab or a line break) gets an apostrophe before it,
/// inside quotes (OWASP, "CSV Injection").
void appendCsvCell(QByteArray &record, QByteArrayView text);

} // namespace playhead
