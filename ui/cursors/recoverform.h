// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/recoverdialog.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <array>

class QBoxLayout;
class QDateTimeEdit;
class QRadioButton;

namespace playhead {

class FieldProblem;
class ToneLabel;

/// The four ways on of RecoverDialog, each with a line that says what it means.
class RecoverForm : public QWidget
{
    Q_OBJECT

public:
    enum class Way {
        Oldest,
        Saved,
        Time,
        Now
    };
    static constexpr std::array kWays{Way::Oldest, Way::Saved, Way::Time, Way::Now};

    /// `lostSince` is when the cursor's own event was; the form tells what is missing since then.
    RecoverForm(const RecoverDialogContext &context, Instant lostSince, QWidget *parent = nullptr);

    void setSavedPlace(const std::optional<OfferedPlace> &place);
    Way way() const;
    /// Where the way leads; empty when there is nothing to go to, or its field has a mistake.
    std::optional<MoveTarget> target(Way way) const;
    /// What the way means, or why it does not work; empty: it is being counted.
    void showAnswer(Way way, const std::optional<Result<MovePlan>> &answer);
    void focusWay();

signals:
    void chosen(); ///< Another way.
    void changing(); ///< At every change of the time: only Way::Time leads elsewhere.
    void edited(); ///< A short while after the last one.

private:
    struct Row
    {
        QRadioButton *radio = nullptr;
        ToneLabel *detail = nullptr;
    };

    void addRow(QBoxLayout *column, Way way, const QString &text, QWidget *field = nullptr);
    const Row &rowOf(Way way) const { return m_rows[size_t(way)]; }
    void checkTime();
    QString meaning(Way way, const QString &ahead) const;
    QString unavailable(Way way) const;

    RecoverDialogContext m_context;
    Instant m_lostSince;
    std::array<Row, kWays.size()> m_rows;
    QDateTimeEdit *m_time;
    FieldProblem *m_timeProblem;
    QDateTime m_said; ///< By m_time.
    QTimer m_delay;
};

/// `61,318 events ahead.`, `At least 12 events ahead.`
QString aheadText(const Lag &ahead);

} // namespace playhead
