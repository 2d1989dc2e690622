// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/typecatalogue.h"

#include <QWidget>

#include <optional>

namespace playhead {

/// One line of a move's preview under a hair line: a glyph, a name, a count and what it is made of, elided at the right and
/// told whole by a tool tip.
class MoveLine : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kHeight = 25;

    struct Content
    {
        std::optional<Family> family; ///< Its glyph; without one the icon.
        QString iconName;
        QString name;
        QString count; ///< Empty = none; the name may then be longer.
        QString detail;
        QString whole; ///< The detail in full for the tool tip; empty = as `detail`.
    };

    MoveLine(const Content &content, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content m_content;
};

/// A line of one pixel in the hair colour.
class HairLine : public QWidget
{
    Q_OBJECT

public:
    explicit HairLine(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace playhead
