// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filteredit.h"

#include "ui/filter/completionpopup.h"
#include "ui/filter/filtercolours.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QtMath>

#include <utility>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldHeight = 30; // Design, section 2.

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
    keepToOneLine();
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
        const bool isDone = cursorPosition() == m_completedAt; // With the key that moved it.
        if (m_popup && m_popup->isOpen() && !m_isAccepting && !isDone) {
            complete(false);
        }
    });
    connect(m_popup, &CompletionPopup::chosen, this, &FilterEdit::accept);
    connect(m_popup, &CompletionPopup::currentMoved, this, &FilterEdit::describe);
    connect(m_popup,
            &CompletionPopup::closed,
            this,
            &FilterEdit::describe); // It closes by itself, too.
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

void FilterEdit::offerCompletion()
{
    complete(true);
}

void FilterEdit::refreshCompletion()
{
    // It may be closed because nothing was known yet.
    if (m_popup && m_isWanted && hasFocus() && m_popup->currentRow() < 0) {
        offer(m_isAsked);
    }
}

void FilterEdit::complete(bool isAsked)
{
    emit completionWanted();
    offer(isAsked);
}

void FilterEdit::offer(bool isAsked)
{
    m_completedAt = cursorPosition();
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
        m_popup->offer(isAsked ? recents : FilterCompletion(), listLeft(recents));
        describe();
        return;
    }
    const FilterCompletion completion = m_completer(now, cursorPosition());
    const QChar before = cursorPosition() > 0 ? now[cursorPosition() - 1] : QChar(u' ');
    // Where everything is possible it would be in the way of who only types.
    const bool isWide = completion.typed.isEmpty()
                        && (before.isSpace() || before == u'(' || before == u'-');
    m_popup->offer(isAsked || !isWide ? completion : FilterCompletion(), listLeft(completion));
    describe();
}

/// Where the word begins that is completed: there the candidates stand below it, and stay while it grows.
int FilterEdit::listLeft(const FilterCompletion &completion)
{
    const qsizetype begin = completion.span.position;
    if (!m_popup->isOpen() || begin != m_listBegin) {
        const QString written = text().mid(begin, qMax<qsizetype>(0, cursorPosition() - begin));
        m_listBegin = begin;
        m_listLeft = cursorRect().center().x() - fontMetrics().horizontalAdvance(written);
    }
    return m_listLeft;
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
    }
}

void FilterEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = scaledPx(24);
    m_clear->setGeometry(width() - side - 4, (height() - side) / 2, side, side);
    if (m_popup && m_popup->isOpen()) {
        m_popup->place(m_listLeft); // The field grows and shrinks with what stands beside it.
    }
}

void FilterEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
}

} // namespace playhead
