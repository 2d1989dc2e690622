// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/jsontext.h"

#include <QPlainTextEdit>

namespace playhead {

class JsonHighlighter;

/// Shows a JsonText, read-only. Copying and finding work on its `text`, so that the line breaks that are only there for
/// showing are never copied and never hide a match.
class JsonTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Above this no colours: a highlighter would take seconds.
    static constexpr qsizetype kMostHighlighted = 512 * 1024;

    explicit JsonTextEdit(QWidget *parent = nullptr);

    void setText(JsonText text);
    const JsonText &text() const { return m_text; }
    bool isHighlighted() const;
    /// The selected part of the text.
    QString selectedText() const;

    /// Selects the next match after (or before) the selection, without case, going round at the ends. Returns its number
    /// from 1, 0 when there is none.
    qsizetype find(const QString &needle, bool isBackward);
    qsizetype matchCount(const QString &needle) const;

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void changeEvent(QEvent *event) override;

private:
    qsizetype textPosition(int shownPosition) const;
    int shownPosition(qsizetype textPosition) const;

    JsonText m_text;
    JsonHighlighter *m_highlighter;
};

} // namespace playhead
