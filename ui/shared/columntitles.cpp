// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/columntitles.h"

#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

namespace {
constexpr int kHeight = 28;
}

ColumnTitles::ColumnTitles(int left, int right, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_left(left)
    , m_right(right)
{
    setFixedHeight(scaledPx(kHeight));
    setHighlightSections(false);
}

void ColumnTitles::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = tokens();
    painter->fillRect(rect, t.side);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    painter->setFont(uiFont(12, QFont::Medium));
    painter->setPen(t.text2);
    const QVariant alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
    painter->drawText(rect.adjusted(m_left, 0, -m_right, -1),
                      alignment.isValid() ? alignment.toInt() : Qt::AlignLeft | Qt::AlignVCenter,
                      model()->headerData(section, Qt::Horizontal).toString());
}

} // namespace playhead
