// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontextedit.h"

#include "ui/detail/jsonhighlighter.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace playhead {

namespace {
constexpr qreal kMargin = 10;
}

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(monoFont(12));
    document()->setDocumentMargin(kMargin);
}

void JsonTextEdit::setText(JsonText text)
{
    m_text = std::move(text);
    m_highlighter->setDocument(m_text.text.size() <= kMostHighlighted ? document() : nullptr);
    setPlainText(m_text.shown);
}

bool JsonTextEdit::isHighlighted() const
{
    return m_highlighter->document() != nullptr;
}

qsizetype JsonTextEdit::textPosition(int shownPosition) const
{
    const QTextBlock block = document()->findBlock(shownPosition);
    if (!block.isValid() || size_t(block.blockNumber()) >= m_text.starts.size()) {
        return m_text.text.size();
    }
    return m_text.starts[size_t(block.blockNumber())] + (shownPosition - block.position());
}

int JsonTextEdit::shownPosition(qsizetype textPosition) const
{
    const auto after = std::upper_bound(m_text.starts.begin(), m_text.starts.end(), textPosition);
    const auto line = after - m_text.starts.begin() - 1;
    const QTextBlock block = document()->findBlockByNumber(int(line));
    return block.position() + int(textPosition - m_text.starts[size_t(line)]);
}

QString JsonTextEdit::selectedText() const
{
    const QTextCursor cursor = textCursor();
    const qsizetype from = textPosition(cursor.selectionStart());
    return m_text.text.mid(from, textPosition(cursor.selectionEnd()) - from);
}

QMimeData *JsonTextEdit::createMimeDataFromSelection() const
{
    auto *mime = new QMimeData; // Qt takes it.
    mime->setText(selectedText());
    return mime;
}

qsizetype JsonTextEdit::matchCount(const QString &needle) const
{
    return needle.isEmpty() ? 0 : m_text.text.count(needle, Qt::CaseInsensitive);
}

qsizetype JsonTextEdit::find(const QString &needle, bool isBackward)
{
    if (needle.isEmpty()) {
        return 0;
    }
    const QString &text = m_text.text;
    const QTextCursor now = textCursor();
    qsizetype at = -1;
    if (isBackward) {
        const qsizetype from = textPosition(now.selectionStart());
        at = from > 0 ? text.lastIndexOf(needle, from - 1, Qt::CaseInsensitive) : -1;
        at = at < 0 ? text.lastIndexOf(needle, -1, Qt::CaseInsensitive) : at;
    } else {
        at = text.indexOf(needle, textPosition(now.selectionEnd()), Qt::CaseInsensitive);
        at = at < 0 ? text.indexOf(needle, 0, Qt::CaseInsensitive) : at;
    }
    if (at < 0) {
        return 0;
    }
    QTextCursor match(document());
    match.setPosition(shownPosition(at));
    match.setPosition(shownPosition(at + needle.size()), QTextCursor::KeepAnchor);
    setTextCursor(match);
    centerCursor();
    return QStringView(text).first(at).count(needle, Qt::CaseInsensitive) + 1;
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isHighlighted()) {
        m_highlighter->rehighlight();
    }
}

} // namespace playhead
