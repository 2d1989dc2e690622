// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/laterturn.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace playhead {

namespace {

constexpr int kBehindPaints = Qt::LowEventPriority - 1; // Qt asks for paints with low priority

} // namespace

LaterTurn::LaterTurn(std::function<void()> work)
    : m_work(std::move(work))
{}

void LaterTurn::ask()
{
    if (!std::exchange(m_isAsked, true)) {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), kBehindPaints);
    }
}

bool LaterTurn::event(QEvent *event)
{
    if (event->type() != QEvent::User) {
        return QObject::event(event);
    }
    m_isAsked = false;
    m_work();
    return true;
}

} // namespace playhead
