// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace playhead {

/// Width of `text` when each digit takes the width of the widest one.
qreal tabularWidth(const QString &text, const QFont &font);

/// Paints one line with each digit centred in a cell of the widest digit's width, so that numbers stand in columns:
/// Inter's own digits differ, and Qt can switch a font's tabular figures on from 6.7 only. Vertically centred; cut at the
/// right with "…" when it does not fit. Uses the painter's pen.
void drawTabular(QPainter *painter,
                 const QRectF &rect,
                 Qt::Alignment alignment,
                 const QString &text,
                 const QFont &font);

} // namespace playhead
