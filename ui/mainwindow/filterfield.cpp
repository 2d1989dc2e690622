// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/filterfield.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Design, section 2.
constexpr int kFieldHeight = 30;
constexpr int kIconLeft = 9;

} // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QToolButton(this))
{
    setObjectName(u"filterField"_s);
    setAccessibleName(tr("Filter"));
    setFixedHeight(scaledPx(kFieldHeight));
    setTextMargins(kIconLeft + scaledPx(16) + 1, 0, scaledPx(24), 0);
    m_clear->setIcon(icon(u"close"_s));
    m_clear->setAccessibleName(tr("Clear the filter text"));
    m_clear->setToolTip(tr("Clear the filter text (Esc)"));
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc in the field does the same.
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
    });
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        text().isEmpty() ? emit leaveRequested() : clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = scaledPx(24);
    m_clear->setGeometry(width() - side - 4, (height() - side) / 2, side, side);
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = scaledPx(16);
    icon(u"search"_s)
        .paint(&painter,
               QRect(kIconLeft, (height() - side) / 2, side, side),
               Qt::AlignCenter,
               isEnabled() ? QIcon::Normal : QIcon::Disabled);
    if (text().isEmpty() && !hasFocus() && isEnabled()) {
        paintShortcut(&painter);
    }
}

void FilterField::paintShortcut(QPainter *painter) const
{
    const Tokens &t = tokens();
    const QString hint = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    const QFont font = uiFont(11, QFont::Medium);
    const int width = QFontMetrics(font).horizontalAdvance(hint) + 12;
    const int height = scaledPx(17);
    const QRectF chip(this->width() - width - 8.5,
                      (this->height() - height) / 2 + 0.5,
                      width,
                      height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(t.softBorder);
    painter->setBrush(t.side);
    painter->drawRoundedRect(chip, 3, 3);
    painter->setPen(t.text2);
    painter->setFont(font);
    painter->drawText(chip, Qt::AlignCenter, hint);
}

} // namespace playhead
