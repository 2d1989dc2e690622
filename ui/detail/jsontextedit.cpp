// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontextedit.h"

#include "ui/detail/jsonhighlighter.h"
#include "ui/shared/theme.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>

namespace playhead {

namespace {
constexpr qreal kMargin = 10;
// What is put into the document at once, so that an ordinary event is there without delay, and between two events.
constexpr qsizetype kFirstPart = 8 * 1024;
constexpr qsizetype kPart = 4 * 1024;
constexpr qint64 kMostWorkMs = 5;
} // namespace

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(this))
    , m_work(new QTimer(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    // JSON has few places for a word's end; breaking anywhere fills the lines and keeps values beside their keys.
    setWordWrapMode(QTextOption::WrapAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(monoFont(12));
    document()->setDocumentMargin(kMargin);
    m_highlighter->setDocument(document());
    m_work->setInterval(0);
    connect(m_work, &QTimer::timeout, this, &JsonTextEdit::work);
}

void JsonTextEdit::setText(JsonText text)
{
    m_text = std::move(text);
    m_shownTo = 0;
    m_colouredTo = -1;
    m_wantedStart = -1;
    m_highlighter->setActive(m_text.text.size() <= kMostHighlighted);
    clear();
    while (m_shownTo < std::min(kFirstPart, m_text.shown.size())) {
        addPart();
    }
    moveCursor(QTextCursor::Start);
    m_work->start();
}

void JsonTextEdit::addPart()
{
    const QString &shown = m_text.shown;
    qsizetype end = std::min(m_shownTo + kPart, shown.size());
    while (end < shown.size() && !isTextLineEnd(shown[end - 1])) {
        ++end;
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(shown.mid(m_shownTo, end - m_shownTo));
    m_shownTo = end;
}

/// One slice of what is left to do: the rest of the text, then new colours.
void JsonTextEdit::work()
{
    QElapsedTimer time;
    time.start();
    while (!isComplete() && time.elapsed() < kMostWorkMs) {
        addPart();
    }
    showWanted();
    while (isComplete() && m_colouredTo >= 0 && time.elapsed() < kMostWorkMs) {
        const QTextBlock block = document()->findBlockByNumber(m_colouredTo);
        m_highlighter->rehighlightBlock(block);
        m_colouredTo = block.next().isValid() ? m_colouredTo + 1 : -1;
    }
    if (isComplete() && m_colouredTo < 0) {
        m_work->stop();
    }
}

bool JsonTextEdit::isHighlighted() const
{
    return m_highlighter->isActive();
}

qsizetype JsonTextEdit::textPosition(int shownPosition) const
{
    if (shownPosition >= document()->characterCount() - 1) {
        return m_text.text.size(); // the end, also while the document does not reach it
    }
    const QTextBlock block = document()->findBlock(shownPosition);
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
    const qsizetype start = selectionStart();
    return m_text.text.mid(start, selectionEnd() - start);
}

qsizetype JsonTextEdit::selectionStart() const
{
    return m_wantedStart >= 0 ? m_wantedStart : textPosition(textCursor().selectionStart());
}

qsizetype JsonTextEdit::selectionEnd() const
{
    if (m_wantedStart >= 0) {
        return m_wantedStart + m_wantedLength;
    }
    const QTextCursor cursor = textCursor();
    return cursor.hasSelection() ? textPosition(cursor.selectionEnd()) : selectionStart();
}

void JsonTextEdit::selectRange(qsizetype start, qsizetype length)
{
    m_wantedStart = start;
    m_wantedLength = length;
    showWanted();
}

void JsonTextEdit::showWanted()
{
    const qsizetype end = m_wantedStart + m_wantedLength;
    // Lines of the document never reach further into `shown` than into the text.
    if (m_wantedStart < 0
        || (!isComplete() && textPosition(document()->characterCount() - 2) < end)) {
        return;
    }
    QTextCursor match(document());
    match.setPosition(shownPosition(m_wantedStart));
    match.setPosition(shownPosition(end), QTextCursor::KeepAnchor);
    m_wantedStart = -1;
    setTextCursor(match);
    centerCursor();
}

QMimeData *JsonTextEdit::createMimeDataFromSelection() const
{
    auto *mime = new QMimeData; // Qt takes it.
    mime->setText(selectedText());
    return mime;
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isHighlighted()) {
        m_colouredTo = 0;
        m_work->start();
    }
}

} // namespace playhead
