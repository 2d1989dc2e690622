// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QTimeZone>
#include <QWidget>

#include <array>

namespace playhead {

class ElidedLabel;
class ToneLabel;

/// Before and after of a move: time, id and age against the horizon of the place where the cursor stands, of the one where
/// it would stand, and the first event that is read again or skipped.
class MoveFacts : public QWidget
{
    Q_OBJECT

public:
    MoveFacts(const QTimeZone &zone, Instant now, QWidget *parent = nullptr);

    void showPlan(const MovePlan &plan);

private:
    struct Row
    {
        ToneLabel *name = nullptr;
        ToneLabel *time = nullptr;
        ElidedLabel *id = nullptr;
        ToneLabel *age = nullptr;
    };
    enum RowId {
        Before,
        After,
        First,
        RowCount
    };

    void showPlace(const Row &row, const CursorPosition &position, Instant horizon) const;

    QTimeZone m_zone;
    Instant m_now;
    std::array<Row, RowCount> m_rows;
};

} // namespace playhead
