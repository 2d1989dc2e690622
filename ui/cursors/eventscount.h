// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;
class QSpinBox;

namespace playhead {

/// A number of events and the direction in which they are counted: back, or forward by the button beside it.
class EventsCount : public QWidget
{
    Q_OBJECT

public:
    explicit EventsCount(QWidget *parent = nullptr);

    quint64 count() const;
    void setCount(quint64 count);
    bool isForward() const;
    void setForward(bool isForward);

    QSpinBox *spin() const { return m_spin; }
    QPushButton *direction() const { return m_direction; }

signals:
    void changed();

private:
    QSpinBox *m_spin;
    QPushButton *m_direction;
};

} // namespace playhead
