// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/playheadstyle.h"

#include "ui/shared/icons.h"
#include "ui/shared/stylepainting.h"
#include "ui/shared/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// From a field's frame to its text.
constexpr int kFieldInset = 5;

} // namespace

PlayheadStyle::PlayheadStyle()
    : QProxyStyle(u"Fusion"_s)
{}

void PlayheadStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QToolButton *>(widget) || qobject_cast<QPushButton *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    // Qt leaves the button that clears a field without a name.
    if (const auto *button = qobject_cast<const QToolButton *>(widget);
        button && button->defaultAction()
        && button->defaultAction()->objectName() == QLatin1StringView("_q_qlineeditclearaction")) {
        widget->setAccessibleName(tr("Clear"));
    }
}

int PlayheadStyle::pixelMetric(PixelMetric metric,
                               const QStyleOption *option,
                               const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaledPx(14);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return scaledPx(16);
    case PM_MenuBarHMargin:
        return 6;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_HeaderMargin:
        return 8;
    case PM_LineEditIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PlayheadStyle::styleHint(StyleHint hint,
                             const QStyleOption *option,
                             const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022; // A bullet; the style's own choice is a heavy disc.
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon PlayheadStyle::standardIcon(StandardPixmap standard,
                                  const QStyleOption *option,
                                  const QWidget *widget) const
{
    switch (standard) {
    case SP_LineEditClearButton:
        return icon(u"close"_s);
    case SP_MessageBoxInformation:
        return icon(u"info"_s, IconTint::Accent);
    case SP_MessageBoxWarning:
        return icon(u"warning"_s, IconTint::Warning);
    case SP_MessageBoxCritical:
        return icon(u"error"_s, IconTint::Danger);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

QSize PlayheadStyle::sizeFromContents(ContentsType type,
                                      const QStyleOption *option,
                                      const QSize &size,
                                      const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const bool hasIcon = !button->icon.isNull();
            const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
            const int icon = hasIcon ? button->iconSize.width() + (text ? 6 : 0) : 0;
            const bool isLink = widget && widget->property("role").toString() == u"link"_s;
            result = isLink ? QSize(text + icon + 2 * scaledPx(5), scaledPx(24))
                            : QSize(text + icon + 2 * scaledPx(12), scaledPx(30));
        }
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), scaledPx(30)));
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->toolButtonStyle != Qt::ToolButtonTextUnderIcon) {
            result = toolButtonSize(*button);
        }
        break;
    case CT_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            result.setWidth(item->fontMetrics.size(Qt::TextHideMnemonic, item->text).width()
                            + 2 * scaledPx(9));
        }
        result.setHeight(std::max(result.height(), scaledPx(27)));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator) {
            result.setHeight(std::max(result.height(), scaledPx(26)));
        }
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), scaledPx(24)));
        break;
    case CT_TabBarTab:
        result.setHeight(scaledPx(32));
        break;
    default:
        break;
    }
    return result;
}

QRect PlayheadStyle::subElementRect(SubElement element,
                                    const QStyleOption *option,
                                    const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0) {
        return rect.adjusted(kFieldInset, 0, -kFieldInset, 0);
    }
    return rect;
}

QRect PlayheadStyle::subControlRect(ComplexControl control,
                                    const QStyleOptionComplex *option,
                                    SubControl sub,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            return scrollBarPart(*slider, sub, pixelMetric(PM_ScrollBarSliderMin, option, widget));
        }
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, sub, widget);
    if (control == CC_SpinBox && sub == SC_SpinBoxEditField) {
        // Fusion's frame of a spin box is 3 wide, that of a field 1: their texts stand below each other.
        return rect.adjusted(kFieldInset - 2, 0, 0, 0);
    }
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField) {
        return rect.adjusted(kFieldInset, 0, 0, 0);
    }
    return rect;
}

void PlayheadStyle::drawPrimitive(PrimitiveElement element,
                                  const QStyleOption *option,
                                  QPainter *painter,
                                  const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        paintPushButton(painter, *option, widget);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool:
        paintToolButton(painter, *option, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(painter, *option);
        return;
    case PE_IndicatorBranch:
        paintBranch(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(painter, *option);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            paintField(painter, *option, widget);
        }
        return;
    case PE_FrameLineEdit:
        paintField(painter, *option, widget);
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget)) {
            paintFocusRing(painter, QRectF(option->rect), 4);
        }
        return;
    case PE_FrameTabBarBase:
        painter
            ->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                       tokens().line);
        return;
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameMenu:
        painter->setPen(tokens().softBorder);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PlayheadStyle::drawControl(ControlElement element,
                                const QStyleOption *option,
                                QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paintPushButtonLabel(painter, *button, widget);
        }
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, tokens().line);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, tokens().chrome);
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            paintToolButtonLabel(painter, *button);
        }
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paintMenuBarItem(painter, *item);
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens().side);
        painter
            ->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                       tokens().line);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            paintHeaderLabel(painter, *header);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paintTabShape(painter, *tab);
        }
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paintTabLabel(painter, *tab);
        }
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            paintProgressBar(painter, *bar);
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void PlayheadStyle::drawComplexControl(ComplexControl control,
                                       const QStyleOptionComplex *option,
                                       QPainter *painter,
                                       const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paintScrollBar(painter,
                           *slider,
                           proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton panel = *button;
            if (!(panel.state & State_Enabled) || !(panel.activeSubControls & SC_ToolButton)) {
                panel.state &= ~State_Sunken;
            }
            drawPrimitive(PE_PanelButtonTool, &panel, painter, widget);
            drawControl(CE_ToolButtonLabel, button, painter, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            paintComboBox(painter, *box);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            paintSpinBox(painter,
                         *box,
                         widget,
                         proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                         proxy()->subControlRect(control, option, SC_SpinBoxDown, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void setRole(QWidget *button, const QString &role)
{
    button->setProperty("role", role);
    button->updateGeometry();
    button->update();
}

} // namespace playhead
