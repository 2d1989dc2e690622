// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/stylesheet.h"

#include "ui/shared/theme.h"

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kButtons = R"(
QPushButton { background: @control; border: 1px solid @softBorder; border-radius: 5px; padding: 4px 11px; min-height: 18px; color: @text; font-weight: 500; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @selection; }
QPushButton:disabled { color: @text3; border-color: @line; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 3px 10px; }
QPushButton[role="primary"] { background: @accentFill; border-color: @accentFill; color: @accentText; }
QPushButton[role="primary"]:hover { background: @accent2; }
QPushButton[role="primary"]:focus { border: 2px solid @focusOnFill; }
QPushButton[role="primary"]:disabled { background: @hover; border-color: @line; color: @text3; }
QPushButton[role="link"], QPushButton[role="flat"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="link"] { padding: 2px 4px; min-height: 14px; color: @text2; }
QPushButton[role="link"]:focus, QPushButton[role="flat"]:focus { border: 2px solid @accent; }
QPushButton[role="flat"]:hover, QPushButton[role="link"]:hover { background: @hover; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 5px; color: @text; }
QToolButton:focus { padding: 4px; }
QToolButton:checked { background: @selection; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="picker"] { background: @control; border: 1px solid @softBorder; padding: 4px 9px; font-weight: 500; }
QToolButton[role="picker"]:hover { background: @hover; }
QToolButton[role="picker"]:focus { border: 2px solid @accent; padding: 3px 8px; }
QToolButton[role="picker"]:disabled { color: @text3; border-color: @line; }
)";

constexpr auto kFields = R"(
QLineEdit, QPlainTextEdit[role="field"], QAbstractSpinBox, QComboBox { background: @control; border: 1px solid @strong; border-radius: 5px; padding: 4px 8px; min-height: 20px; color: @text; selection-background-color: @accentFill; selection-color: @accentText; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid @accent; padding: 3px 7px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @text3; border-color: @softBorder; background: @window; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border: 2px solid @danger; padding: 3px 7px; }
QAbstractSpinBox { padding-right: 20px; }
QComboBox::drop-down { border: none; width: 22px; }
)";

constexpr auto kFrames = R"(
QMenuBar { background: @chrome; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 3px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @control; border: 1px solid @softBorder; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 3px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QToolTip { background: @control; color: @text; border: 1px solid @softBorder; padding: 4px 6px; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QHeaderView { background: @side; border: none; }
QHeaderView::section { background: @side; color: @text2; border: none; border-bottom: 1px solid @line; padding: 0 6px; font-weight: 500; }
QTableView, QTreeView, QListView { border: none; background: @base; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 10px; color: @text2; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QProgressBar { background: @hover; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accentFill; border-radius: 2px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: @softBorder; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @strong; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

QString styleSheet(const Tokens &t)
{
    QString sheet = QString::fromLatin1(kButtons) + QString::fromLatin1(kFields)
                    + QString::fromLatin1(kFrames);
    const std::pair<const char *, QColor> names[] = {
        // A name that begins like another stands before it.
        {"accentFill", t.accentFill},
        {"accentText", t.accentText},
        {"accent2", t.accentFill.darker(112)},
        {"accent", t.accent},
        {"focusOnFill", t.text},
        {"control", t.control},
        {"chrome", t.chrome},
        {"softBorder", t.softBorder},
        {"strong", t.strong},
        {"hover", t.hover},
        {"selection", t.selection},
        {"danger", t.danger},
        {"window", t.window},
        {"side", t.side},
        {"base", t.base},
        {"line", t.line},
        {"text2", t.text2},
        {"text3", t.text3},
        {"text", t.text},
    };
    for (const auto &[name, colour] : names) {
        sheet.replace(u"@"_s + QLatin1StringView(name), colour.name());
    }
    return sheet;
}

} // namespace playhead
