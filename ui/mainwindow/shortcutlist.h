// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

class QMenuBar;

namespace playhead {

class Actions;

/// One thing that keys do.
struct Shortcut
{
    QString name; ///< The action's text without mnemonic and ellipsis.
    QString does; ///< A sentence.
    QStringList keys; ///< As the computer's keyboard names them; any one of them does it.
};

struct ShortcutGroup
{
    QString title; ///< A menu's, or the part of the window in which the keys work.
    std::vector<Shortcut> shortcuts;
};

/// Every key: those of `actions`, grouped as the menus are, and those that parts of the window take themselves. An action
/// that stands in no menu is listed too.
std::vector<ShortcutGroup> allShortcuts(const QMenuBar &menus, const Actions &actions);

} // namespace playhead
