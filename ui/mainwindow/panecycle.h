// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace playhead {

/// F6 and Shift+F6: the window's panes in their order. The keyboard comes back to where it was in a pane. Owned by the
/// window's frame.
class PaneCycle : public QObject
{
    Q_OBJECT

public:
    explicit PaneCycle(QObject *parent);

    /// A pane after those before. `first` gets the keyboard at the first visit; without it, or while it cannot take it,
    /// the first control in the order of Tab does.
    void add(QWidget *pane, QWidget *first = nullptr);
    /// To the next pane (or the one before) that is shown and has something to take the keyboard; round at the ends.
    void go(bool isForward);

private:
    struct Pane
    {
        QWidget *pane;
        QPointer<QWidget> first;
        QPointer<QWidget> last; ///< What had the keyboard when this pane was left by go().
    };
    static QWidget *target(const Pane &pane);

    std::vector<Pane> m_panes;
};

} // namespace playhead
