// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"

#include "ui/shared/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QByteArray svgText(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "icon", qPrintable(name));
    return isThere ? file.readAll() : QByteArray();
}

QColor tintColour(IconTint tint, QIcon::Mode mode)
{
    const Tokens &t = tokens();
    if (mode == QIcon::Disabled) {
        return t.text3;
    }
    switch (tint) {
    case IconTint::Text2:
        break;
    case IconTint::Text:
        return t.text;
    case IconTint::Text3:
        return t.text3;
    case IconTint::Accent:
        return t.accent;
    case IconTint::OnAccent:
        return t.accentText;
    case IconTint::Danger:
        return t.danger;
    case IconTint::Warning:
        return t.warning;
    case IconTint::Ok:
        return t.ok;
    }
    return t.text2;
}

void paintSvg(QPainter *painter, const QByteArray &svg, const QRectF &rect, const QColor &colour)
{
    QByteArray tinted = svg;
    tinted.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(tinted);
    renderer.render(painter, rect);
}

/// Paints an SVG of ours in the colour that its tint has at that moment, so that a theme change needs no new icon.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(QString name, IconTint tint)
        : m_name(std::move(name))
        , m_tint(tint)
        , m_svg(svgText(m_name))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatio()
                                                         : 1.0;
        const QPixmap drawn = scaled(rect.size() * ratio, mode, state);
        painter->drawPixmap(rect, drawn);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaled(size, mode, state);
    }
    QPixmap scaledPixmap(const QSize &size,
                         QIcon::Mode mode,
                         QIcon::State state,
                         qreal scale) override
    {
        Q_UNUSED(scale) // `size` is in device pixels already
        return scaled(size, mode, state);
    }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_tint); }
    QString key() const override { return u"playhead"_s; }

private:
    QPixmap scaled(const QSize &size, QIcon::Mode mode, QIcon::State state) const
    {
        const QColor colour = state == QIcon::On && mode != QIcon::Disabled
                                      && m_tint == IconTint::Text2
                                  ? tokens().accent
                                  : tintColour(m_tint, mode);
        const QString cacheKey = u"playhead/%1/%2/%3x%4"_s.arg(m_name, colour.name())
                                     .arg(size.width())
                                     .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(cacheKey, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            const int side = qMin(size.width(), size.height());
            paintSvg(&painter,
                     m_svg,
                     QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side),
                     colour);
            painter.end();
            QPixmapCache::insert(cacheKey, pixmap);
        }
        return pixmap;
    }

    const QString m_name;
    const IconTint m_tint;
    const QByteArray m_svg;
};

QString familyIconName(Family family)
{
    constexpr const char *names[kFamilyCount] =
        {"dsync", "auth", "user", "org", "conn", "access", "platform", "other"};
    return u"family-"_s + QLatin1StringView(names[static_cast<int>(family)]);
}

class FamilyIconEngine : public QIconEngine
{
public:
    explicit FamilyIconEngine(Family family)
        : m_family(family)
    {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintFamilyGlyph(painter, rect, m_family, mode == QIcon::Disabled ? 0.6 : 1.0);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new FamilyIconEngine(m_family); }

private:
    const Family m_family;
};

} // namespace

QIcon icon(const QString &name, IconTint tint)
{
    return QIcon(new TintedIconEngine(name, tint));
}

void paintFamilyGlyph(QPainter *painter, const QRectF &rect, Family family, qreal opacity)
{
    static const std::array<QByteArray, kFamilyCount> svgs = [] {
        std::array<QByteArray, kFamilyCount> texts;
        for (size_t i = 0; i < texts.size(); ++i) {
            texts[i] = svgText(familyIconName(static_cast<Family>(i)));
        }
        return texts;
    }();
    const QColor colour = tokens().family[static_cast<int>(family)];
    const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
    const QSize size = (rect.size() * ratio).toSize();
    const QString cacheKey = u"playhead/family/%1/%2/%3"_s.arg(static_cast<int>(family))
                                 .arg(colour.name())
                                 .arg(size.width());
    QPixmap glyph;
    if (!QPixmapCache::find(cacheKey, &glyph)) {
        glyph = QPixmap(size);
        glyph.fill(Qt::transparent);
        QPainter glyphPainter(&glyph);
        paintSvg(&glyphPainter,
                 svgs[static_cast<size_t>(family)],
                 QRectF(QPointF(), QSizeF(size)),
                 colour);
        glyphPainter.end();
        QPixmapCache::insert(cacheKey, glyph);
    }
    painter->save();
    painter->setOpacity(painter->opacity() * opacity);
    painter->drawPixmap(rect, glyph, QRectF(glyph.rect()));
    painter->restore();
}

QIcon familyIcon(Family family)
{
    return QIcon(new FamilyIconEngine(family));
}

} // namespace playhead
