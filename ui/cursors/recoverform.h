// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/recoverdialog.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <array>
#include <set>

class QBoxLayout;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QSpinBox;

namespace playhead {

class FieldProblem;
class ToneLabel;

/// The ways on of RecoverDialog, each with a line that says what it means, and the overlap.
class RecoverForm : public QWidget
{
    Q_OBJECT

public:
    enum class Way {
        Oldest,
        Saved,
        Time,
        Object,
        Text,
        Now
    };
    static constexpr std::array kWays{Way::Oldest,
                                      Way::Saved,
                                      Way::Time,
                                      Way::Object,
                                      Way::Text,
                                      Way::Now};

    RecoverForm(const RecoverDialogContext &context, QWidget *parent = nullptr);

    void setSavedPlace(const std::optional<KnownPlace> &place);
    Way way() const;
    /// What is known of the consumer by this way; empty when nothing is, or a field is empty or has a mistake.
    std::optional<RecoveryWay> known(Way way) const;
    Duration overlap() const;
    /// What the way means, or why it does not work; empty: it is being looked for.
    void showAnswer(Way way, const std::optional<Result<RecoveryPlan>> &answer);
    void focusWay();

signals:
    void chosen(); ///< Another way.
    void changing(playhead::RecoverForm::Way way); ///< At every change of a way's fields.
    void edited(playhead::RecoverForm::Way way); ///< A short while after the last one.

private:
    struct Row
    {
        QRadioButton *radio = nullptr;
        ToneLabel *detail = nullptr;
        QWidget *fields = nullptr; ///< Shown while the way is chosen.
    };

    void makeFields();
    QWidget *objectFields();
    QWidget *textField();
    QLayout *overlapRow();
    void addRow(QBoxLayout *column, Way way, const QString &text);
    const Row &rowOf(Way way) const { return m_rows[size_t(way)]; }
    void change(Way way);
    void checkTime();
    void checkUpdated();
    void showWay(Way way, bool isOn);
    QString meaning(Way way, const std::optional<Result<RecoveryPlan>> &answer) const;
    QString unavailable(Way way) const;

    RecoverDialogContext m_context;
    std::array<Row, kWays.size()> m_rows;
    QDateTimeEdit *m_time = nullptr;
    FieldProblem *m_timeProblem = nullptr;
    QDateTime m_said; ///< By m_time.
    QLineEdit *m_object = nullptr;
    QLineEdit *m_updated = nullptr;
    FieldProblem *m_updatedProblem = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QWidget *m_overlapRow = nullptr;
    QSpinBox *m_overlap = nullptr;
    QTimer m_delay;
    std::set<Way> m_changed; ///< Told by edited() when the delay is over.
};

/// `61,318 events ahead.`, `At least 12 events ahead.`
QString aheadText(const Lag &ahead);

} // namespace playhead
