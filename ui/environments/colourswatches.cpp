// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/environments/colourswatches.h"

#include "ui/shared/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace playhead {

namespace {
constexpr int kSize = 28;
constexpr int kFill = 20;
} // namespace

ColourSwatch::ColourSwatch(EnvironmentColour colour, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_colour(colour)
{
    setCheckable(true);
    setAccessibleName(name);
    setToolTip(name);
    setFixedSize(kSize, kSize);
    setFocusPolicy(Qt::StrongFocus);
}

QSize ColourSwatch::sizeHint() const
{
    return {kSize, kSize};
}

int ColourSwatch::ringWidth()
{
    return (kSize - kFill) / 2;
}

void ColourSwatch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int inset = ringWidth();
    painter.setPen(Qt::NoPen);
    painter.setBrush(environmentColour(m_colour));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    if (isChecked()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens().accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens().accentText, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(7, 7, -7, -7), 3, 3);
    }
}

ColourSwatches::ColourSwatches(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Colour"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    auto *group = new QButtonGroup(this);
    const std::pair<EnvironmentColour, QString> colours[] =
        {{EnvironmentColour::Green, tr("Green")},
         {EnvironmentColour::Blue, tr("Blue")},
         {EnvironmentColour::Purple, tr("Purple")},
         {EnvironmentColour::Amber, tr("Amber")},
         {EnvironmentColour::Red, tr("Red")}};
    for (const auto &[colour, name] : colours) {
        auto *swatch = new ColourSwatch(colour, name, this);
        group->addButton(swatch);
        layout->addWidget(swatch);
        m_swatches.append(swatch);
    }
    layout->addStretch(1);
    m_swatches.first()->setChecked(true);
}

EnvironmentColour ColourSwatches::colour() const
{
    for (const ColourSwatch *swatch : m_swatches) {
        if (swatch->isChecked()) {
            return swatch->colour();
        }
    }
    return EnvironmentColour::Green;
}

void ColourSwatches::setColour(EnvironmentColour colour)
{
    for (ColourSwatch *swatch : std::as_const(m_swatches)) {
        if (swatch->colour() == colour) {
            swatch->setChecked(true);
        }
    }
}

} // namespace playhead
