// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <vector>

namespace playhead {

/// A text for a JsonTextEdit. A QPlainTextEdit lays out whole paragraphs, and stored events are one long line, so long
/// lines are shown in pieces; `starts` leads from each shown paragraph back into `text`, which is what is copied and
/// searched.
struct JsonText
{
    QString text; ///< Exactly what the bytes say, or the pretty form.
    QString shown; ///< The same with extra line breaks.
    std::vector<qsizetype>
        starts; ///< For each line of `shown` the place in `text` where it starts.
};

enum class JsonForm {
    Stored,
    Pretty
};

/// Any thread. `bytes` must be valid JSON.
JsonText jsonText(const QByteArray &bytes, JsonForm form);

/// The same tokens with line breaks and indentation between them; strings, numbers and keys keep their own spelling.
QByteArray prettyJson(const QByteArray &bytes);

} // namespace playhead
