// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorhandover.h"

#include <functional>

class QMenu;

namespace playhead {

/// Fills a menu with the forms in which a cursor's place can be handed to another program. The chosen one goes to the
/// clipboard; `copied` is then told what that was: "Copied billing-sync as cURL." Without a
/// base URL the forms that name an address are there, but disabled.
void fillHandOverMenu(QMenu *menu,
                      const Cursor &cursor,
                      const HandOverFrom &from,
                      const std::function<void(const QString &said)> &copied);

} // namespace playhead
