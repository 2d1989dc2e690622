// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timeline_p.h"

#include <QHelpEvent>
#include <QKeyEvent>

// The timeline's keys (design, section 8), and the flags on their way.

namespace playhead {

namespace {

Qt::KeyboardModifiers modifiersOf(const QKeyEvent &event)
{
    return event.modifiers() & ~Qt::KeypadModifier;
}

int directionOf(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
}

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

bool Timeline::Private::wantsKey(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers held = modifiersOf(event);
    if (range.isEmpty()) {
        return false;
    }
    if (directionOf(event) != 0) {
        const bool isEdge = held == Qt::ShiftModifier || held == Qt::AltModifier;
        return held == Qt::NoModifier || (isEdge && !focusedFlag);
    }
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_0:
        return !(held & ~Qt::ShiftModifier);
    case Qt::Key_Delete:
        return held == Qt::NoModifier && !brush.isEmpty();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return held == Qt::NoModifier && focusedFlag;
    case Qt::Key_Escape:
        return moved || drag;
    default:
        return false;
    }
}

bool Timeline::Private::handleKey(const QKeyEvent &event)
{
    if (!wantsKey(event)) {
        return false;
    }
    if (const int direction = directionOf(event); direction != 0) {
        focusedFlag ? stepFlag(direction) : stepBrush(direction, modifiersOf(event));
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        moved &&isEnter(event) ? dropFlag() : emit q->flagChosen(*focusedFlag);
        break;
    case Qt::Key_Escape:
        drag ? cancelDrag() : putFlagBack();
        break;
    case Qt::Key_Delete:
        q->clearBrush();
        break;
    case Qt::Key_Minus:
        q->zoomOut();
        break;
    case Qt::Key_0:
        q->fit();
        break;
    default:
        q->zoomIn();
        break;
    }
    return true;
}

void Timeline::Private::stepBrush(int direction, Qt::KeyboardModifiers held)
{
    const BrushPart part = held == Qt::ShiftModifier ? BrushPart::Start
                           : held == Qt::AltModifier ? BrushPart::End
                                                     : BrushPart::Whole;
    const TimeRange stepped = steppedBrush(part, brush, direction, q->shownRange(), grid());
    editBrush(stepped);
    const bool isStart = part == BrushPart::Start || (part == BrushPart::Whole && direction < 0);
    keepInView(isStart ? stepped.since : stepped.until);
}

void Timeline::Private::stepFlag(int direction)
{
    if (const TimelineFlag *flag = flagOf(*focusedFlag)) {
        const Instant at = grid().nextEdge(placeOf(*flag), direction);
        moveFlagTo(flag->cursorId, at);
        keepInView(at);
    }
}

bool Timeline::Private::stepFocus(bool isNext)
{
    const QList<qsizetype> shown = range.isEmpty() ? QList<qsizetype>() : shownFlags();
    qsizetype place = -1; // The brush comes before the flags.
    for (qsizetype i = 0; i < shown.size(); ++i) {
        place = focusedFlag == flags[shown[i]].cursorId ? i : place;
    }
    const qsizetype next = isNext ? place + 1 : place - 1;
    if (next >= shown.size() || next < -1) {
        return false;
    }
    focusFlag(next < 0 ? std::nullopt : std::optional(flags[shown[next]].cursorId));
    return true;
}

void Timeline::Private::moveFlagTo(qint64 cursorId, Instant at)
{
    moved = MovedFlag{cursorId, at};
    q->update();
    tellValueChanged(cursorId);
}

void Timeline::Private::dropFlag()
{
    if (!moved) {
        return;
    }
    const MovedFlag dropped = *moved;
    putFlagBack();
    const TimelineFlag *flag = flagOf(dropped.cursorId);
    if (flag && flag->at != dropped.at) {
        emit q->flagDropped(dropped.cursorId, dropped.at);
    }
}

void Timeline::Private::putFlagBack()
{
    if (moved) {
        const qint64 cursorId = moved->cursorId;
        moved.reset();
        q->update();
        tellValueChanged(flagOf(cursorId) ? std::optional(cursorId) : std::nullopt);
    }
}

void Timeline::Private::focusFlag(std::optional<qint64> cursorId)
{
    if (focusedFlag != cursorId) {
        putFlagBack();
        focusedFlag = cursorId;
        q->update();
        tellFocusChanged();
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // The window has shortcuts on some of these keys; here they are the timeline's.
        if (d->wantsKey(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        return d->showTipAt(help->pos(), help->globalPos());
    }
    return QWidget::event(event);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (!d->handleKey(*event)) {
        QWidget::keyPressEvent(event);
    }
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::BacktabFocusReason) {
        const QList<qsizetype> shown = d->shownFlags();
        d->focusFlag(shown.isEmpty() ? std::nullopt
                                     : std::optional(d->flags[shown.last()].cursorId));
    }
    update();
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    const bool comesBack = event->reason() == Qt::PopupFocusReason
                           || event->reason() == Qt::ActiveWindowFocusReason;
    if (!comesBack) {
        d->focusFlag(std::nullopt);
    }
    update();
}

bool Timeline::focusNextPrevChild(bool isNext)
{
    return d->stepFocus(isNext) || QWidget::focusNextPrevChild(isNext);
}

} // namespace playhead
