// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/capture/serveform.h"

#include <QDialog>

class QPushButton;

namespace playhead {

class ToneLabel;

/// Asks what the local Events API shall serve and how, and starts it; a start that fails is told in place. Call open().
class ServeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `server` outlives the dialog.
    ServeDialog(ServeChoices choices, SliceServer &server, QWidget *parent = nullptr);

    /// While it starts: stops and comes back to the choices.
    void reject() override;

signals:
    void serving(const playhead::ServePlan &plan); ///< It runs.
    void copied(const QString &text); ///< For the clipboard.

private:
    void showChoice();
    void start();
    void follow();

    ServeChoices m_choices;
    SliceServer &m_server;
    ServeForm *m_form;
    ToneLabel *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_serve;
    bool m_isStarting = false;
};

} // namespace playhead
