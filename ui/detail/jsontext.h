// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <atomic>
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
    qsizetype linesLeftOut = 0; ///< Of the pretty form, at its end.
};

/// More lines than this are not shown of a pretty form: each costs the view at every change of its width.
constexpr qsizetype kMostPrettyLines = 50'000;

/// QTextDocument starts a paragraph at these, so they count as line ends of the shown text.
bool isTextLineEnd(QChar c);

enum class JsonForm {
    Stored,
    Pretty
};

/// Any thread. `bytes` must be valid JSON.
JsonText jsonText(const QByteArray &bytes, JsonForm form);

struct PrettyJson
{
    QByteArray text;
    qsizetype linesLeftOut = 0;
};

/// The same tokens with line breaks and indentation between them; strings, numbers and keys keep their own spelling.
/// Ends after `mostLines` lines.
PrettyJson prettyJson(const QByteArray &bytes, qsizetype mostLines = kMostPrettyLines);

/// Where `needle` starts in `text`, without case and without overlaps. Any thread; ends early, with what it has, when
/// `isStopped` becomes true.
std::vector<qsizetype> findMatches(const QString &text,
                                   const QString &needle,
                                   const std::atomic_bool &isStopped);

} // namespace playhead
