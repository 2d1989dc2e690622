// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/jsontext.h"

#include <QPlainTextEdit>

class QTimer;

namespace playhead {

class JsonHighlighter;

/// Shows a JsonText, read-only. Copying and finding work on its `text`, so that the line breaks that are only there for
/// showing are never copied and never hide a match. A large text is put in by small parts between other events, so that
/// the window never waits for it; what is copied or selected meanwhile is whole all the same.
class JsonTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Above this no colours: they would take longer to come than a person looks.
    static constexpr qsizetype kMostHighlighted = 512 * 1024;

    explicit JsonTextEdit(QWidget *parent = nullptr);

    void setText(JsonText text);
    const JsonText &text() const { return m_text; }
    /// All of the text is in the document.
    bool isComplete() const { return m_shownTo == m_text.shown.size(); }
    bool isHighlighted() const;
    /// The selected part of the text.
    QString selectedText() const;

    // Places in the text, not in the document.
    qsizetype selectionStart() const;
    qsizetype selectionEnd() const;
    /// Selects a part and shows it, as soon as the document has it.
    void selectRange(qsizetype start, qsizetype length);

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void changeEvent(QEvent *event) override;

private:
    void work();
    void addPart();
    void showWanted();
    qsizetype textPosition(int shownPosition) const;
    int shownPosition(qsizetype textPosition) const;

    JsonText m_text;
    qsizetype m_shownTo = 0; ///< How much of `shown` is in the document.
    int m_colouredTo = -1; ///< The paragraph that gets the theme's new colours next; -1 = none.
    qsizetype m_wantedStart = -1; ///< A selection that the document cannot show yet; -1 = none.
    qsizetype m_wantedLength = 0;
    JsonHighlighter *m_highlighter;
    QTimer *m_work;
};

} // namespace playhead
