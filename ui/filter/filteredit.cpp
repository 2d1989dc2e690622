// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filteredit.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QtMath>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Design, section 2.
constexpr int kFieldHeight = 30;
constexpr int kIconLeft = 9;

QString shortcutText()
{
    return QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
}

QFont shortcutFont()
{
    return uiFont(11, QFont::Medium);
}

} // namespace

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QToolButton(this))
{
    setObjectName(u"filterField"_s);
    setAccessibleName(tr("Filter"));
    setFixedHeight(scaledPx(kFieldHeight));
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
    });
    keepTextFree();
}

/// Neither the text runs under the clear button nor the placeholder under the shortcut.
void FilterEdit::keepTextFree()
{
    const int right = text().isEmpty() ? qCeil(shortcutChip().width()) + 14 : scaledPx(24);
    setTextMargins(kIconLeft + scaledPx(16) + 1, 0, right, 0);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        text().isEmpty() ? emit leaveRequested() : clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = scaledPx(24);
    m_clear->setGeometry(width() - side - 4, (height() - side) / 2, side, side);
}

void FilterEdit::paintEvent(QPaintEvent *event)
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

QRectF FilterEdit::shortcutChip() const
{
    const int wide = QFontMetrics(shortcutFont()).horizontalAdvance(shortcutText()) + 12;
    const int high = scaledPx(17);
    return {width() - wide - 8.5, (height() - high) / 2 + 0.5, qreal(wide), qreal(high)};
}

void FilterEdit::paintShortcut(QPainter *painter) const
{
    const Tokens &t = tokens();
    const QRectF chip = shortcutChip();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(t.softBorder);
    painter->setBrush(t.side);
    painter->drawRoundedRect(chip, 3, 3);
    painter->setPen(t.text2);
    painter->setFont(shortcutFont());
    painter->drawText(chip, Qt::AlignCenter, shortcutText());
}

} // namespace playhead
