// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filteredit.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QPainter>
#include <QtMath>

// What the filter's field paints beside its text.
namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHintLeft = 32;
constexpr int kHintGap = 8;

QString shortcutText()
{
    return QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
}

QFont shortcutFont()
{
    return uiFont(11, QFont::Medium);
}

} // namespace

void FilterEdit::setHint(const QString &hint, const QString &example)
{
    m_hint = hint;
    m_example = example;
    describe();
    update();
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
    if (text().isEmpty() && !m_isComposing) {
        paintHint(&painter);
        if (!hasFocus() && isEnabled()) {
            paintShortcut(&painter);
        }
    }
}

/// Two fonts in one line, which a placeholder cannot have.
void FilterEdit::paintHint(QPainter *painter) const
{
    const int left = kHintLeft - 16 + scaledPx(16);
    const int right = isEnabled() ? qFloor(shortcutChip().left()) - kHintGap : width() - kHintGap;
    painter->setPen(tokens().text3);
    painter->setFont(uiFont(13));
    QFontMetrics metrics = painter->fontMetrics();
    const QString hint = metrics.elidedText(m_hint, Qt::ElideRight, right - left);
    painter->drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter, hint);
    const int exampleLeft = left + metrics.horizontalAdvance(hint) + kHintGap;
    if (m_example.isEmpty() || exampleLeft >= right) {
        return;
    }
    painter->setFont(monoFont(12));
    metrics = painter->fontMetrics();
    painter->drawText(QRect(exampleLeft, 0, right - exampleLeft, height()),
                      Qt::AlignVCenter,
                      metrics.elidedText(m_example, Qt::ElideRight, right - exampleLeft));
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
