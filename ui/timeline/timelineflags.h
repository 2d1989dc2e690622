// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <functional>

namespace playhead {

/// A cursor as the timeline shows it.
struct TimelineFlag
{
    qint64 cursorId = 0;
    QString name;
    Instant at{}; ///< The cursor's place.
    bool isActive = false; ///< The active cursor's flag is filled.

    bool operator==(const TimelineFlag &) const = default;
};

/// A flag on its way into the layout.
struct FlagPlace
{
    qreal x = 0; ///< Of its line.
    QString name;
    bool isActive = false;
};

/// A label in the flags' strip. It stands for one flag, or for several whose labels would lie on each other.
struct FlagLabel
{
    qsizetype leader =
        0; ///< Index of the flag whose name is shown: the active one, else the last in time.
    QList<qsizetype> members; ///< Indexes of all its flags, the leader among them.
    QString text; ///< The leader's name; `name +2` for three.
    QRectF box; ///< Vertically 0 to 1: the painter stretches it.
    bool isLeftOfLine = false;

    bool operator==(const FlagLabel &) const = default;
};

/// Lays the labels out from the right: each stands at the right of its line; where it would touch its neighbour or leave
/// `left`..`right` it flips to the left of the line, and where it touches even there it joins the neighbour. A lone label
/// that fits nowhere is pushed inside. `widthOf` gives a label's width for its text. The result runs from right to left.
QList<FlagLabel> layoutFlags(const QList<FlagPlace> &flags,
                             qreal left,
                             qreal right,
                             const std::function<qreal(const QString &text)> &widthOf);

} // namespace playhead
