// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace playhead {

class FieldProblem;
class ToneLabel;

/// The left side of RewindDialog: four ways to name a place.
class RewindForm : public QWidget
{
    Q_OBJECT

public:
    RewindForm(const QTimeZone &zone, Instant cursorTime, QWidget *parent = nullptr);

    /// What the form asks for; empty while it is not filled in or has a mistake.
    std::optional<RewindTarget> target() const;
    void setTarget(const RewindTarget &target);
    void setTitle(const QString &title);
    void focusField();

signals:
    /// A short while after the last change.
    void edited();

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    enum class Way {
        EventsBack,
        TimeBack,
        ToTime,
        ToEvent
    };

    void addWay(QGridLayout *grid, Way way, const QString &label, QWidget *field);
    void choose(Way way);
    Way way() const;
    void changed();

    QTimeZone m_zone;
    ToneLabel *m_title;
    QSpinBox *m_count;
    QLineEdit *m_duration;
    FieldProblem *m_durationProblem;
    QDateTimeEdit *m_time;
    QLineEdit *m_event;
    QList<QRadioButton *> m_radios;
    QList<QWidget *> m_fields;
    QTimer m_delay;
};

/// A field for a moment in a zone: QDateTimeEdit knows no zones before Qt 6.7, so it holds wall clock digits only.
QDateTimeEdit *makeMomentEdit(Instant at, const QTimeZone &zone, QWidget *parent);
Instant momentOf(const QDateTimeEdit *edit, const QTimeZone &zone);
void setMoment(QDateTimeEdit *edit, Instant at, const QTimeZone &zone);

} // namespace playhead
