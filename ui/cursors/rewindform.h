// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/offeredplace.h"

#include <QDateTime>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <array>
#include <tuple>

class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace playhead {

class EventsCount;
class FieldProblem;
class PlaceChoice;
class ToneLabel;

/// What RewindForm must know from outside.
struct RewindFormContext
{
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant cursorTime{}; ///< Where the cursor stands.
    Instant now{};
    QList<OfferedPlace>
        places; ///< Saved places and other cursors; without any of a kind it cannot be chosen.
    std::optional<AfterEvent>
        picked; ///< The selected event of the table, offered as the one to go to.
};

/// The left side of RewindDialog: the ways to name a place.
class RewindForm : public QWidget
{
    Q_OBJECT

public:
    explicit RewindForm(const RewindFormContext &context, QWidget *parent = nullptr);

    /// What the form asks for; empty while it is not filled in or has a mistake.
    std::optional<MoveTarget> target() const;
    void setTarget(const MoveTarget &target);
    /// Saved places or cursors came, went or moved; the chosen one stays chosen, at its new position. When it is gone, nothing
    /// is asked for until another choice.
    void setPlaces(const QList<OfferedPlace> &places);
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
    enum Way {
        Events,
        BackInTime,
        Time,
        Event,
        Saved,
        OtherCursor,
        Oldest,
        Newest,
        WayCount
    };

    void fillGrid(QGridLayout *grid);
    QRadioButton *addRadio(Way way, const QString &label);
    void addWay(QGridLayout *grid, Way way, const QString &label, QWidget *field);
    void addPicked(QGridLayout *grid);
    void addChoice(QGridLayout *grid, Way way, const QString &label, PlaceChoice *choice);
    void connectFields();
    void setTabChain();
    QWidget *fieldOf(Way way) const; ///< What gets the keyboard when the way is chosen.
    void choose(Way way);
    Way way() const;
    void changed();

    RewindFormContext m_context;
    ToneLabel *m_title;
    EventsCount *m_count;
    QLineEdit *m_duration;
    FieldProblem *m_durationProblem;
    QDateTimeEdit *m_time;
    QLineEdit *m_event;
    QPushButton *m_usePicked = nullptr;
    PlaceChoice *m_saved;
    PlaceChoice *m_cursor;
    std::array<QRadioButton *, WayCount> m_radios{};
    std::array<QWidget *, WayCount> m_fields{}; ///< None for the last two.
    using Said =
        std::tuple<Way, quint64, bool, QString, QDateTime, QString, std::optional<OfferedPlace>>;
    Said m_said; ///< What all fields say, and the place that is asked for.
    QTimer m_delay;
};

} // namespace playhead
