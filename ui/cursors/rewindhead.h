// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"
#include "ui/shared/band.h"

#include <QTimeZone>

class QLabel;
class QPushButton;

namespace playhead {

class ToneLabel;

/// The head of RewindDialog: which cursor, where it stands, how far behind it is, and its history.
class RewindHead : public Band
{
    Q_OBJECT

public:
    RewindHead(const QTimeZone &zone, Instant now, QWidget *parent = nullptr);

    void showCursor(const Cursor &cursor, const std::optional<Lag> &lag);
    QPushButton *history() const { return m_history; }

private:
    QTimeZone m_zone;
    Instant m_now;
    ToneLabel *m_name;
    QLabel *m_place;
    QPushButton *m_history;
};

} // namespace playhead
