// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchlimits.h"

#include <QDialog>

class QRadioButton;
class QSpinBox;

namespace playhead {

/// Asks how many windows are read at once and how many requests a second are sent. Call open().
class FetchLimitsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FetchLimitsDialog(const FetchLimits &limits, QWidget *parent = nullptr);

signals:
    void chosen(const playhead::FetchLimits &limits); ///< The dialog closes itself.

private:
    FetchLimits limits() const;
    void showLimits(const FetchLimits &limits);

    QSpinBox *m_windows;
    QRadioButton *m_usual;
    QRadioButton *m_atMost;
    QRadioButton *m_none;
    QSpinBox *m_rate;
};

} // namespace playhead
