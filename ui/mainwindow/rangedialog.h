// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QDialog>
#include <QTimeZone>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace playhead {

/// Asks for a range from and to, in a named zone, within what WorkOS keeps. Call open().
class RangeDialog : public QDialog
{
    Q_OBJECT

public:
    RangeDialog(const TimeRange &range,
                Instant now,
                const QTimeZone &zone,
                QWidget *parent = nullptr);

signals:
    void chosen(const playhead::TimeRange &range); ///< The dialog closes itself.

private:
    TimeRange range() const;
    void check();

    QTimeZone m_zone;
    Instant m_now;
    QDateTimeEdit *m_since;
    QDateTimeEdit *m_until;
    QLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace playhead
