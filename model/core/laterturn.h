// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>

namespace playhead {

/// Work of some milliseconds that may wait for the next turn of the event loop: it comes behind everything that waits
/// then, keys and paints, and what it leads to comes in a turn after it. Called from a slot it would add to what its turn
/// does already. Its thread.
class LaterTurn : public QObject
{
public:
    explicit LaterTurn(std::function<void()> work);

    /// Asks for the work, once for all calls until it is done.
    void ask();

    bool event(QEvent *event) override;

private:
    std::function<void()> m_work;
    bool m_isAsked = false;
};

} // namespace playhead
