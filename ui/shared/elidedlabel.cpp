// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/elidedlabel.h"

#include "ui/shared/theme.h"
#include "ui/shared/tooltiptext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace playhead {

ElidedLabel::ElidedLabel(const QFont &font, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_font(font)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(m_font);
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_font);
    painter.setPen(m_tone == Tone::Text ? tokens().text : tokens().text2);
    painter.drawText(rect(),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           toolTipText(m_text),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace playhead
