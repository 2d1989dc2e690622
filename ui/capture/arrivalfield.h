// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/arrivalclock.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace playhead {

/// Whether the newest events arrive while they are served: how much of the end, and how fast.
class ArrivalField : public QWidget
{
    Q_OBJECT

public:
    explicit ArrivalField(const std::optional<Arrival> &arrival, QWidget *parent = nullptr);

    std::optional<Arrival> arrival() const; ///< Empty: everything is there from the start.

signals:
    void edited();

private:
    void makeFields();
    void limitLast();
    void fill(const std::optional<Arrival> &arrival);

    QCheckBox *m_arrives;
    QWidget *m_how; ///< Shown while they arrive.
    QSpinBox *m_last;
    QComboBox *m_unit;
    QSpinBox *m_speed;
};

} // namespace playhead
