// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/panecycle.h"

#include <QApplication>
#include <QWidget>

namespace playhead {

namespace {

bool takesKeys(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled()
           && (widget->focusPolicy() & Qt::TabFocus);
}

bool isIn(const QWidget *pane, const QWidget *widget)
{
    return pane == widget || pane->isAncestorOf(widget);
}

} // namespace

PaneCycle::PaneCycle(QObject *parent)
    : QObject(parent)
{}

void PaneCycle::add(QWidget *pane, QWidget *first)
{
    m_panes.push_back({pane, first, {}});
}

QWidget *PaneCycle::target(const Pane &pane)
{
    if (!pane.pane->isVisible() || !pane.pane->isEnabled()) {
        return nullptr;
    }
    for (QWidget *wished : {pane.last.data(), pane.first.data(), pane.pane->focusProxy()}) {
        if (takesKeys(wished)) {
            return wished;
        }
    }
    for (QWidget *next = pane.pane->nextInFocusChain(); next != pane.pane;
         next = next->nextInFocusChain()) {
        if (isIn(pane.pane, next) && takesKeys(next)) {
            return next;
        }
    }
    return nullptr;
}

void PaneCycle::go(bool isForward)
{
    const int count = int(m_panes.size());
    QWidget *focus = QApplication::focusWidget();
    int at = isForward ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (focus && isIn(m_panes[size_t(i)].pane, focus)) {
            at = i;
            m_panes[size_t(i)].last = focus;
        }
    }
    for (int step = 1; step <= count; ++step) {
        const int next = ((at + (isForward ? step : -step)) % count + count) % count;
        if (QWidget *widget = target(m_panes[size_t(next)])) {
            widget->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace playhead
