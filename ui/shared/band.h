// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playhead {

/// A strip that paints one of the palette's grounds and a line at one edge, in the tokens in force.
class Band : public QWidget
{
    Q_OBJECT

public:
    enum class Ground {
        Window,
        Base,
        Side,
        Chrome
    };
    enum class Line {
        None,
        Top,
        Bottom
    };

    Band(Ground ground, Line line, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_ground(ground)
        , m_line(line)
    {}

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    Line m_line;
};

/// A line of one pixel between the parts of a dialog.
QWidget *hairLine(QWidget *parent);

} // namespace playhead
