// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filteredit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QValidator>

// How text comes into the filter's field other than by typing: on one line, as one step that undo takes back.
namespace playhead {

namespace {

QString onOneLine(QString text)
{
    for (QChar &c : text) {
        const bool isBreak = c == u'\n' || c == u'\r' || c == QChar::LineSeparator
                             || c == QChar::ParagraphSeparator;
        c = isBreak ? QChar(u' ') : c;
    }
    return text;
}

/// For what comes in by a way that nothing here knows. It costs what undo knew, unlike onOneLine() before.
class OneLine : public QValidator
{
public:
    using QValidator::QValidator;
    State validate(QString &input, int &) const override
    {
        input = onOneLine(input);
        return Acceptable;
    }
};

} // namespace

void FilterEdit::keepToOneLine()
{
    setValidator(new OneLine(this));
}

void FilterEdit::pasteOnOneLine()
{
    insertAsOneStep(onOneLine(QGuiApplication::clipboard()->text()));
}

/// Undo takes back what was typed before only after this.
void FilterEdit::insertAsOneStep(const QString &inserted)
{
    if (!hasSelectedText() && !text().isEmpty()) {
        // Only a move of the caret, or a selection, parts the steps.
        const QSignalBlocker blocker(this);
        const int caret = cursorPosition();
        setCursorPosition(caret > 0 ? caret - 1 : caret + 1);
        setCursorPosition(caret);
    }
    insert(inserted);
}

void FilterEdit::replaceText(const QString &text)
{
    selectAll();
    insert(text);
}

/// Lines that come by the middle button, and by dropping them.
void FilterEdit::mouseReleaseEvent(QMouseEvent *event)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    if (event->button() == Qt::MiddleButton && clipboard->supportsSelection()) {
        deselect();
        insertAsOneStep(onOneLine(clipboard->text(QClipboard::Selection)));
    } else {
        QLineEdit::mouseReleaseEvent(event);
    }
}

void FilterEdit::dropEvent(QDropEvent *event)
{
    const QString dropped = event->mimeData()->text();
    if (dropped == onOneLine(dropped)) {
        QLineEdit::dropEvent(event);
        return;
    }
    deselect();
    setCursorPosition(cursorPositionAt(event->position().toPoint()));
    insertAsOneStep(onOneLine(dropped));
    event->acceptProposedAction();
}

QMenu *FilterEdit::createMenu()
{
    QMenu *menu = createStandardContextMenu();
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(QLineEdit::tr("&Paste"))) {
            action->disconnect(this);
            connect(action, &QAction::triggered, this, &FilterEdit::pasteOnOneLine);
        }
    }
    if (m_fillMenu) {
        menu->addSeparator();
        m_fillMenu(menu);
    }
    return menu;
}

void FilterEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

} // namespace playhead
