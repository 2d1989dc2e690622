// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/pickerbutton.h"

#include <QTimeZone>

class QAction;

namespace playhead {

/// Picks the range that is asked for: a stretch back from now, since the active cursor, or from and to.
class RangePicker : public PickerButton
{
    Q_OBJECT

public:
    explicit RangePicker(const Clock &clock, QWidget *parent = nullptr);

    void setChoice(const FetchChoice &choice);
    void setHasActiveCursor(bool hasActiveCursor);
    /// The zone in which "Custom…" asks; named in its dialog.
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

signals:
    void picked(playhead::RangePreset preset, const playhead::TimeRange &custom);

private:
    void askCustom();

    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QList<QAction *> m_presets; ///< By RangePreset.
    FetchChoice m_choice;
};

} // namespace playhead
