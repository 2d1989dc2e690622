// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/faultplan.h"

#include <QList>
#include <QSlider>
#include <QWidget>

class QAbstractSpinBox;
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
    QWidget *makeShare();
    QWidget *makeNumber();
    void addParameters(QVBoxLayout *layout);
    void showParameters();

    const FaultSpec &m_spec;
    ShareSlider *m_slider = nullptr; ///< Of shares.
    QDoubleSpinBox *m_percent = nullptr; ///< Of shares.
    QSpinBox *m_number = nullptr; ///< Of the others.
    QWidget *m_shape = nullptr;
    QList<QSpinBox *> m_parameters;
};

} // namespace playhead
