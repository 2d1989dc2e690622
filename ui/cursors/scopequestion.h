// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorscope.h"

#include <QDialog>

namespace playhead {

/// Asks, before any request, with whose types and organization a read, or a live tail, from a cursor goes on. Call open();
/// Cancel tells nothing.
class ScopeQuestion : public QDialog
{
    Q_OBJECT

public:
    enum class Use {
        Fetch,
        Tail
    };

    /// `difference` is not empty.
    ScopeQuestion(const QString &cursorName,
                  const ScopeDifference &difference,
                  Use use,
                  QWidget *parent = nullptr);

signals:
    void ownChosen(); ///< The cursor's own.
    void pickedChosen();
};

} // namespace playhead
