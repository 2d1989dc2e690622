// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QAbstractButton>
#include <QList>

namespace playhead {

/// One colour of an environment to choose; a ring shows that it is chosen, a second one that it has the keyboard.
class ColourSwatch : public QAbstractButton
{
    Q_OBJECT

public:
    ColourSwatch(EnvironmentColour colour, const QString &name, QWidget *parent = nullptr);

    EnvironmentColour colour() const { return m_colour; }
    QSize sizeHint() const override;
    static int ringWidth(); ///< From the edge to the colour itself.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EnvironmentColour m_colour;
};

/// The five colours in a row; the arrow keys go through them.
class ColourSwatches : public QWidget
{
    Q_OBJECT

public:
    explicit ColourSwatches(QWidget *parent = nullptr);

    EnvironmentColour colour() const;
    void setColour(EnvironmentColour colour);

private:
    QList<ColourSwatch *> m_swatches;
};

} // namespace playhead
