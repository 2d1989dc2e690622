// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/statuspart.h"

class QGridLayout;
class QHBoxLayout;

namespace playhead {

class SliceServer;
class ToneLabel;

/// The status bar's popup on the running local Events API: where it answers, with which key, what was asked so far, and what
/// can be done. Closes itself when the server stops.
class ServingPopup : public StatusPopup
{
    Q_OBJECT

public:
    /// `server` outlives the popup.
    ServingPopup(SliceServer &server, QWidget *parent);

signals:
    void copied(const QString &text); ///< For the clipboard.
    void logRequested();
    void faultsRequested();
    void stopRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addCopied(QGridLayout *grid, const QString &name, const QString &value);
    ToneLabel *addFact(QGridLayout *grid, const QString &name);
    QHBoxLayout *makeButtons();
    void showCounts();

    SliceServer &m_server;
    ToneLabel *m_requests = nullptr;
    ToneLabel *m_faults = nullptr;
};

} // namespace playhead
