// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/faultplan.h"

#include <QDialog>

class QPushButton;

namespace playhead {

class FaultsForm;
class SliceServer;

/// The faults of the running server: Apply sets them from the next request on. Call open().
class FaultsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `server` outlives the dialog.
    explicit FaultsDialog(SliceServer &server, QWidget *parent = nullptr);

signals:
    void applied(const playhead::FaultPlan &faults);
    void copied(const QString &text); ///< For the clipboard.

private:
    void enable();
    void apply();

    SliceServer &m_server;
    FaultsForm *m_form;
    QPushButton *m_apply;
};

} // namespace playhead
