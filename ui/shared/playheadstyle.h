// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QProxyStyle>

class QPainter;

namespace playhead {

/// Fusion with the design's frames, buttons, checks, headers and scroll bars, all from the tokens; no stylesheet, because a
/// widget with one pays for it at every item. Push buttons say what they are by the dynamic property `role`: `primary` is
/// filled with the accent, `flat` and `link` have no frame until they are used; tool buttons with `picker` have one. A field
/// with the property `invalid` has the danger's frame.
class PlayheadStyle : public QProxyStyle
{
    Q_OBJECT

public:
    PlayheadStyle();

    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric,
                    const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QIcon standardIcon(StandardPixmap standard,
                       const QStyleOption *option,
                       const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type,
                           const QStyleOption *option,
                           const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element,
                         const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control,
                         const QStyleOptionComplex *option,
                         SubControl sub,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const override;
    using QProxyStyle::polish;
};

/// Sets a button's `role` and repaints it.
void setRole(QWidget *button, const QString &role);

/// The 2 px accent ring of what has the keyboard.
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius = 5);

} // namespace playhead
