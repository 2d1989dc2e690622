// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

class QMenu;
class QMenuBar;

namespace playhead {

class Actions;

/// The menus that are filled while they open.
struct OpenMenus
{
    QMenu *environments = nullptr; ///< Switch Environment
    QMenu *recent = nullptr; ///< Open Recent
    QMenu *columns = nullptr;
    QMenu *between = nullptr; ///< Cursor, Between It and
    QMenu *copyCursor = nullptr; ///< Cursor, Copy It As
};

/// Puts the window's actions into its menus (design, section 9).
OpenMenus fillMenuBar(QMenuBar *bar, const Actions &actions);

} // namespace playhead
