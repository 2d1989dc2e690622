// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace playhead {

// The strokes of PlayheadStyle, one function a control.

void paintPushButton(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void paintPushButtonLabel(QPainter *painter,
                          const QStyleOptionButton &option,
                          const QWidget *widget);
void paintToolButton(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void paintToolButtonLabel(QPainter *painter, const QStyleOptionToolButton &option);
QSize toolButtonSize(const QStyleOptionToolButton &option);
void paintCheck(QPainter *painter, const QStyleOption &option);
void paintBranch(QPainter *painter, const QStyleOption &option);
void paintRadio(QPainter *painter, const QStyleOption &option);
void paintField(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option);
void paintSpinBox(QPainter *painter,
                  const QStyleOptionSpinBox &option,
                  const QWidget *widget,
                  const QRect &up,
                  const QRect &down);
void paintMenuBarItem(QPainter *painter, const QStyleOptionMenuItem &option);
void paintHeaderLabel(QPainter *painter, const QStyleOptionHeader &option);
void paintTabShape(QPainter *painter, const QStyleOptionTab &option);
void paintTabLabel(QPainter *painter, const QStyleOptionTab &option);
void paintProgressBar(QPainter *painter, const QStyleOptionProgressBar &option);
void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part, int shortest);

} // namespace playhead
