// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filteredit.h"

#include "ui/filter/completionpopup.h"
#include "ui/filter/filtercolours.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>
#include <QValidator>
#include <QtMath>

#include <utility>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Design, section 2.
constexpr int kFieldHeight = 30;
constexpr int kIconLeft = 9;

QString onOneLine(QString text)
{
    for (QChar &c : text) {
        const bool isBreak = c == u'\n' || c == u'\r' || c == QChar::LineSeparator
                             || c == QChar::ParagraphSeparator;
        c = isBreak ? QChar(u' ') : c;
    }
    return text;
}

/// For what comes in by other ways than pasteOnOneLine(): dropped, or by the middle button.
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

bool isPaste(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Paste);
}

} // namespace

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QToolButton(this))
    , m_popup(new CompletionPopup(this))
{
    setObjectName(u"filterField"_s);
    setAccessibleName(tr("Filter"));
    setFixedHeight(scaledPx(kFieldHeight));
    setFont(monoFont(12));
    setValidator(new OneLine(this));
    m_clear->setIcon(icon(u"close"_s));
    m_clear->setAccessibleName(tr("Clear the filter text"));
    m_clear->setToolTip(tr("Clear the filter text (Esc)"));
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc in the field does the same.
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        keepTextFree();
        setMistake(std::nullopt); // Of another text.
        colour();
        // Typing told before, and the list is up to date.
        if (!std::exchange(m_isEdited, false) && !m_isAccepting) {
            closePopup();
        }
    });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isEdited = !m_isAccepting;
        if (!m_isAccepting) {
            complete(false);
        }
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this](int, int) {
        if (m_popup && m_popup->isOpen() && !m_isAccepting) {
            complete(false);
        }
    });
    connect(m_popup, &CompletionPopup::chosen, this, &FilterEdit::accept);
    connect(m_popup, &CompletionPopup::currentMoved, this, &FilterEdit::describe);
    keepTextFree();
}

FilterEdit::~FilterEdit()
{
    if (m_popup) {
        m_popup->disconnect(this);
        m_popup->deleteLater(); // The window may live on without its field.
    }
}

CompletionPopup *FilterEdit::popup() const
{
    return m_popup;
}

void FilterEdit::setMistake(const std::optional<FilterError> &mistake, const QString &spoken)
{
    if (mistake == m_mistake && spoken == m_spokenMistake) {
        return;
    }
    m_mistake = mistake;
    m_spokenMistake = spoken;
    setProperty("invalid", mistake.has_value());
    colour();
    describe();
    update();
}

/// QLineEdit takes formats from input methods only. Its own caret, selection, undo and scrolling stay as they are.
void FilterEdit::colour()
{
    if (m_isComposing) {
        return;
    }
    QList<QInputMethodEvent::Attribute> attributes;
    for (const QTextLayout::FormatRange &range : filterColours(text(), m_mistake)) {
        attributes.append({QInputMethodEvent::TextFormat,
                           range.start - cursorPosition(),
                           range.length,
                           range.format});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
}

void FilterEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    colour();
}

/// What a screen reader should know beside the text: the candidate that the keys stand on, or what is wrong.
void FilterEdit::describe()
{
    const int row = m_popup && m_popup->isOpen() ? m_popup->currentRow() : -1;
    const QString description = row >= 0                     ? m_popup->spoken(row)
                                : !m_spokenMistake.isEmpty() ? m_spokenMistake
                                                             : QString(m_hint + u' ' + m_example);
    if (description.trimmed() != accessibleDescription()) {
        setAccessibleDescription(description.trimmed());
    }
}

/// Neither the text runs under the clear button nor the hint under the shortcut.
void FilterEdit::keepTextFree()
{
    const int right = text().isEmpty() ? qCeil(shortcutChip().width()) + 14 : scaledPx(24);
    setTextMargins(kIconLeft + scaledPx(16) + 1, 0, right, 0);
}

bool FilterEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Esc is the field's as long as it does something here.
        const bool isTaken = (m_popup && m_popup->isOpen()) || !text().isEmpty();
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && isTaken) {
            event->accept();
            return true;
        }
    }
    // Before the focus goes on with Tab.
    if (event->type() == QEvent::KeyPress && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

/// The keys of the list, and those that open it.
bool FilterEdit::takesKey(const QKeyEvent &event)
{
    const bool isPlain = event.modifiers() == Qt::NoModifier
                         || event.modifiers() == Qt::KeypadModifier;
    const bool opens = (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier)
                       || (event.key() == Qt::Key_Down && isPlain);
    if (!m_popup || !m_popup->isOpen()) {
        if (opens) {
            offerCompletion();
        }
        return opens;
    }
    if (!isPlain) {
        return opens;
    }
    switch (event.key()) {
    case Qt::Key_Down:
        m_popup->moveCurrent(1);
        return true;
    case Qt::Key_Up:
        m_popup->moveCurrent(-1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        m_popup->movePage(event.key() == Qt::Key_PageDown);
        return true;
    case Qt::Key_Tab:
        accept(qMax(0, m_popup->currentRow()));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Without a choice it means the filter.
        if (m_popup->currentRow() >= 0) {
            accept(m_popup->currentRow());
            return true;
        }
        closePopup();
        return false;
    case Qt::Key_Escape:
        closePopup();
        return true;
    default:
        return false;
    }
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        text().isEmpty() ? emit leaveRequested() : clear();
    } else if (isPaste(*event)) {
        pasteOnOneLine();
    } else {
        QLineEdit::keyPressEvent(event);
    }
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

void FilterEdit::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && text().isEmpty() && !m_recents.isEmpty()) {
        offerCompletion();
    }
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    closePopup();
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

void FilterEdit::offerCompletion()
{
    complete(true);
}

void FilterEdit::refreshCompletion()
{
    // It may be closed because nothing was known yet.
    if (m_popup && m_isWanted && hasFocus() && m_popup->currentRow() < 0) {
        complete(m_isAsked);
    }
}

void FilterEdit::complete(bool isAsked)
{
    m_isAsked = isAsked;
    m_isWanted = true;
    if (!m_popup || !m_completer || !isEnabled()) {
        return;
    }
    const QString now = text();
    if (now.isEmpty()) {
        FilterCompletion recents = m_completer(now, 0);
        QList<FilterCandidate> candidates;
        for (const QString &recent : std::as_const(m_recents)) {
            candidates.append({recent, recent, tr("recent"), {}, false});
        }
        recents.candidates = candidates + recents.candidates;
        m_popup->offer(isAsked ? recents : FilterCompletion(), cursorRect().left());
        describe();
        return;
    }
    const FilterCompletion completion = m_completer(now, cursorPosition());
    const QChar before = cursorPosition() > 0 ? now[cursorPosition() - 1] : QChar(u' ');
    // Where everything is possible it would be in the way of who only types.
    const bool isWide = completion.typed.isEmpty()
                        && (before.isSpace() || before == u'(' || before == u'-');
    m_popup->offer(isAsked || !isWide ? completion : FilterCompletion(), cursorRect().left());
    describe();
}

void FilterEdit::accept(int row)
{
    const FilterCompletion &completion = m_popup->completion();
    if (row < 0 || row >= completion.candidates.size()) {
        return;
    }
    const FilterCandidate candidate = completion.candidates[row];
    const FilterSpan span = completion.span;
    m_isAccepting = true;
    setSelection(int(span.position), int(span.length));
    if (span.length == 0) {
        setCursorPosition(int(span.position));
    }
    insertAsOneStep(candidate.text);
    m_isAccepting = false;
    if (candidate.goesOn) {
        complete(false);
    } else {
        closePopup();
    }
}

void FilterEdit::closePopup()
{
    m_isWanted = false;
    if (m_popup && m_popup->isOpen()) {
        m_popup->hide();
        describe();
    }
}

void FilterEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = scaledPx(24);
    m_clear->setGeometry(width() - side - 4, (height() - side) / 2, side, side);
}

void FilterEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
}

} // namespace playhead
