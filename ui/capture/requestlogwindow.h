// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/capture/requestlogmodel.h"
#include "ui/shared/logwindow.h"

#include <optional>

class QPushButton;

namespace playhead {

class RequestDetail;
class RequestLogView;
class SliceServer;
class ToneLabel;

/// The live request log of the window's local Events API: who asked what with which cursor, and what was answered. A window of
/// its own beside the main window; it keeps what it has when the server stops, until the next one starts.
class RequestLogWindow : public LogWindow
{
    Q_OBJECT

public:
    /// `server` outlives the window.
    explicit RequestLogWindow(SliceServer &server, QWidget *parent = nullptr);

    RequestLogModel &model() { return m_model; }

signals:
    void faultsRequested();
    void stopRequested();

private:
    void fillHead();
    QWidget *makeEmpty();
    QWidget *makeLog();
    void showState();
    void showEmpty();
    void showPage();
    void showCounts();
    void take();
    void clear();
    void showSelected();
    void copyCurl();
    void copyRow();
    void showInFull(const std::optional<ServedRequest> &request);
    QString titleText() const;

    SliceServer &m_server;
    RequestLogModel m_model;
    std::optional<ServedRequest> m_shown; ///< In full; stays when it goes from the table.
    EmptyLog *m_empty = nullptr; ///< A word on what to do.
    quint64 m_place = 0; ///< Requests of the journal that were taken.
    QPushButton *m_clear = nullptr;
    QPushButton *m_editFaults = nullptr;
    QPushButton *m_stop = nullptr;
    ToneLabel *m_example = nullptr;
    QPushButton *m_copyExample = nullptr;
    RequestLogView *m_view = nullptr;
    RequestDetail *m_detail = nullptr;
};

} // namespace playhead
