// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"
#include "ui/cursors/offeredplace.h"

#include <QDateTime>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <tuple>

class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace playhead {

class FieldProblem;
class ToneLabel;

/// The left side of RewindDialog: five ways to name a place.
class RewindForm : public QWidget
{
    Q_OBJECT

public:
    /// `places`: what "To a saved place" offers; without any it cannot be chosen.
    RewindForm(const QTimeZone &zone,
               Instant cursorTime,
               Instant now,
               const QList<OfferedPlace> &places,
               QWidget *parent = nullptr);

    /// What the form asks for; empty while it is not filled in or has a mistake.
    std::optional<MoveTarget> target() const;
    void setTarget(const MoveTarget &target);
    void setTitle(const QString &title);
    void focusField();
    /// What Tab reaches last; the next part of the dialog comes after it.
    QWidget *lastField() const;

signals:
    void changing(); ///< At every change: an answer to what it said before is none any more.
    /// A short while after the last change.
    void edited();

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    enum class Way {
        EventsBack,
        TimeBack,
        ToTime,
        ToEvent,
        ToPlace
    };

    void addWay(QGridLayout *grid, Way way, const QString &label, QWidget *field);
    void addPlaces(QGridLayout *grid);
    void showPlace() const;
    void choose(Way way);
    Way way() const;
    void changed();

    QTimeZone m_zone;
    Instant m_now;
    QList<OfferedPlace> m_places;
    ToneLabel *m_title;
    QSpinBox *m_count;
    QLineEdit *m_duration;
    FieldProblem *m_durationProblem;
    QDateTimeEdit *m_time;
    QLineEdit *m_event;
    QComboBox *m_place;
    ToneLabel *m_placeHint;
    QList<QRadioButton *> m_radios;
    QList<QWidget *> m_fields;
    std::tuple<Way, int, QString, QDateTime, QString, int> m_said; ///< What all fields say.
    QTimer m_delay;
};

} // namespace playhead
