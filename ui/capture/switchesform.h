// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/apiswitches.h"

#include <QWidget>

class QGridLayout;

namespace playhead {

/// How a local Events API answers where WorkOS's documents are silent: a choice for each switch, with its reason. The
/// hold-back has its own field elsewhere and is kept as it was given.
class SwitchesForm : public QWidget
{
    Q_OBJECT

public:
    explicit SwitchesForm(const ApiSwitches &switches, QWidget *parent = nullptr);

    const ApiSwitches &switches() const { return m_switches; }

signals:
    void edited();

private:
    void addSwitch(QGridLayout *grid, const SwitchSpec &spec);

    ApiSwitches m_switches;
};

} // namespace playhead
