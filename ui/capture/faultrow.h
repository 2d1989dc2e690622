// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/faultplan.h"

#include <QList>
#include <QSlider>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QSpinBox;
class QVBoxLayout;

namespace playhead {

/// A share from nothing to all on a scale that gives small shares, the usual ones, more room.
class ShareSlider : public QSlider
{
    Q_OBJECT

public:
    explicit ShareSlider(QWidget *parent);

    double share() const; ///< 0 to 1, in thousandths.
    void setShare(double share);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// One fault: how often, by slider and number, and what shapes it while it is on.
class FaultRow : public QWidget
{
    Q_OBJECT

public:
    explicit FaultRow(const FaultSpec &spec, QWidget *parent = nullptr);

    FaultKind kind() const { return m_spec.kind; }
    FaultSetting setting() const; ///< Amount 0: off.
    void setSetting(const FaultSetting &setting);

signals:
    void edited();

private:
    /// The field of a parameter: a number, or a box to check where only 0 and 1 are allowed.
    struct Parameter
    {
        QSpinBox *number = nullptr;
        QCheckBox *yes = nullptr;

        qint64 value() const;
        void setValue(qint64 value);
    };

    QWidget *makeShare();
    QWidget *makeNumber();
    void addParameters(QVBoxLayout *layout);
    QWidget *addYesOrNo(const FaultParameter &parameter);
    QWidget *addParameterNumber(const FaultParameter &parameter);
    void showParameters();

    const FaultSpec &m_spec;
    ShareSlider *m_slider = nullptr; ///< Of shares.
    QDoubleSpinBox *m_percent = nullptr; ///< Of shares.
    QSpinBox *m_number = nullptr; ///< Of the others.
    QWidget *m_shape = nullptr;
    QList<Parameter> m_parameters; ///< In the order of the spec.
};

} // namespace playhead
