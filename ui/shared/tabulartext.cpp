// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/tabulartext.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// What a font needs for tabular painting; made once per font.
struct Figures
{
    QRawFont raw;
    qreal digitWidth = 0;
    qreal ascent = 0;
    qreal height = 0;
};

const Figures &figuresOf(const QFont &font)
{
    static QHash<QString, Figures> known;
    const QString key = font.key();
    auto it = known.find(key);
    if (it == known.end()) {
        Figures figures;
        figures.raw = QRawFont::fromFont(font);
        const QFontMetricsF metrics(font);
        figures.ascent = metrics.ascent();
        figures.height = metrics.height();
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            figures.digitWidth = qMax(figures.digitWidth, metrics.horizontalAdvance(QChar(digit)));
        }
        it = known.insert(key, figures);
    }
    return *it;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Pen positions of the text's glyphs, and the text's width. False when the font lacks a glyph.
bool layOut(const QString &text,
            const Figures &figures,
            QList<quint32> &glyphs,
            QList<QPointF> &positions,
            qreal &width)
{
    glyphs = figures.raw.glyphIndexesForString(text);
    if (glyphs.size() != text.size() || glyphs.contains(0U)) {
        return false;
    }
    const QList<QPointF> advances = figures.raw.advancesForGlyphIndexes(glyphs);
    positions.reserve(glyphs.size());
    width = 0;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const qreal advance = advances[i].x();
        const bool digit = isDigit(text[i]);
        positions.append({digit ? width + (figures.digitWidth - advance) / 2 : width, 0});
        width += digit ? figures.digitWidth : advance;
    }
    return true;
}

} // namespace

qreal tabularWidth(const QString &text, const QFont &font)
{
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    return layOut(text, figuresOf(font), glyphs, positions, width)
               ? width
               : QFontMetricsF(font).horizontalAdvance(text);
}

void drawTabular(QPainter *painter,
                 const QRectF &rect,
                 Qt::Alignment alignment,
                 const QString &text,
                 const QFont &font)
{
    const Figures &figures = figuresOf(font);
    QList<quint32> glyphs;
    QList<QPointF> positions;
    qreal width = 0;
    if (!layOut(text, figures, glyphs, positions, width) || width > rect.width() + 0.5) {
        painter->setFont(font);
        const QString elided = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(rect,
                          static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          elided);
        return;
    }
    QGlyphRun run;
    run.setRawFont(figures.raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    qreal x = rect.left();
    if (alignment.testFlag(Qt::AlignRight)) {
        x = rect.right() - width;
    } else if (alignment.testFlag(Qt::AlignHCenter)) {
        x = rect.center().x() - width / 2;
    }
    const qreal top = rect.top() + (rect.height() - figures.height) / 2;
    painter->drawGlyphRun({x, qRound(top + figures.ascent) * 1.0}, run);
}

} // namespace playhead
