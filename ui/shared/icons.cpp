// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"

#include "ui/shared/theme.h"

#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QResource>
#include <QSvgRenderer>

#include <algorithm>
#include <optional>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QByteArray svgText(const QString &name)
{
    static QHash<QString, QByteArray> known;
    auto found = known.constFind(name);
    if (found == known.constEnd()) {
        const QResource resource(u":/icons/%1.svg"_s.arg(name));
        Q_ASSERT_X(resource.isValid(), "icon", qPrintable(name));
        found = known.insert(name, resource.uncompressedData());
    }
    return *found;
}

QPixmap render(const QString &name, const QColor &colour, const QSize &pixels)
{
    const QString key = u"playhead/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QByteArray svg = svgText(name);
    svg.replace("currentColor", colour.name().toLatin1());
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws by colour at the time of painting, so that a change of theme needs no new icons.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString name, IconTint tint)
        : m_name(std::move(name))
        , m_tint(tint)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, QRectF(rect), m_name, colourFor(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(m_name, colourFor(mode, state), size);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return render(m_name, colourFor(mode, state), size);
    }
    QIconEngine *clone() const override { return new TintedEngine(m_name, m_tint); }
    QString key() const override { return u"playhead-tinted"_s; }
    bool isNull() override { return false; }

private:
    QColor colourFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled) {
            return tokens().text3;
        }
        if (state == QIcon::On && m_tint == IconTint::Text2) {
            return tokens().accent;
        }
        return tintColour(m_tint);
    }

    QString m_name;
    IconTint m_tint;
};

/// A family's glyph, or a plain square in a colour.
class ShapeEngine : public QIconEngine
{
public:
    explicit ShapeEngine(std::optional<Family> family, const QColor &colour = {})
        : m_family(family)
        , m_colour(colour)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal opacity = mode == QIcon::Disabled ? 0.6 : 1.0;
        if (m_family) {
            const qreal side = std::min(rect.width(), rect.height()) * 0.625;
            QRectF square(0, 0, side, side);
            square.moveCenter(QRectF(rect).center());
            paintFamilyGlyph(painter, square, *m_family, opacity);
            return;
        }
        const qreal side = std::min(rect.width(), rect.height()) * 0.75;
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(painter->opacity() * opacity);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_colour);
        painter->drawRoundedRect(square, 3, 3);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new ShapeEngine(m_family, m_colour); }
    bool isNull() override { return false; }

private:
    std::optional<Family> m_family;
    QColor m_colour;
};

QString glyphName(Family family)
{
    switch (family) {
    case Family::DirectorySync:
        return u"family-dsync"_s;
    case Family::Authentication:
        return u"family-auth"_s;
    case Family::Users:
        return u"family-user"_s;
    case Family::Organizations:
        return u"family-org"_s;
    case Family::Connections:
        return u"family-conn"_s;
    case Family::RolesAccess:
        return u"family-access"_s;
    case Family::Platform:
        return u"family-platform"_s;
    case Family::Other:
        break;
    }
    return u"family-other"_s;
}

} // namespace

QColor tintColour(IconTint tint)
{
    const Tokens &t = tokens();
    switch (tint) {
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
    case IconTint::Text2:
        break;
    }
    return t.text2;
}

QIcon icon(const QString &name, IconTint tint)
{
    svgText(name); // Asserts at once, not at the first painting.
    return QIcon(new TintedEngine(name, tint)); // QIcon takes it.
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &colour)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QSize pixels = (rect.size() * ratio).toSize();
    if (pixels.isEmpty()) {
        return;
    }
    QPixmap pixmap = render(name, colour, pixels);
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

void paintFamilyGlyph(QPainter *painter, const QRectF &rect, Family family, qreal opacity)
{
    const qreal before = painter->opacity();
    painter->setOpacity(before * opacity);
    paintIcon(painter, rect, glyphName(family), tokens().family[size_t(family)]);
    painter->setOpacity(before);
}

QIcon familyIcon(Family family)
{
    return QIcon(new ShapeEngine(family));
}

QIcon colourIcon(const QColor &colour)
{
    return QIcon(new ShapeEngine(std::nullopt, colour));
}

} // namespace playhead
