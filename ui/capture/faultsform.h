// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/faultplan.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace playhead {

class Disclosure;
class FaultRow;

/// The faults of a local Events API and their seed: the usual ones at once, all others behind a line that opens.
class FaultsForm : public QWidget
{
    Q_OBJECT

public:
    explicit FaultsForm(const FaultPlan &plan, QWidget *parent = nullptr);

    FaultPlan plan() const;

signals:
    void edited();
    void copied(const QString &text); ///< For the clipboard.

private:
    void addHead(QVBoxLayout *layout, quint64 seed);
    void addRow(QVBoxLayout *layout, const FaultSpec &spec, const FaultPlan &plan);

    Disclosure *addFoot(QVBoxLayout *layout);
    void enableCopy();

    quint64 m_givenSeed; ///< Kept when the field cannot show it.
    QSpinBox *m_seed = nullptr;
    QPushButton *m_copy = nullptr;
    QList<FaultRow *> m_rows;
};

} // namespace playhead
