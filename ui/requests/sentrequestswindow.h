// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/requestlog.h"
#include "model/api/requestrepeat.h"
#include "model/api/sdkcall.h"
#include "ui/shared/logwindow.h"

#include <QTimeZone>

#include <optional>
#include <utility>

class QAction;
class QCheckBox;

namespace playhead {

class EventFeed;
class SentRequestDetail;
class SentRequestModel;
class SentRequestView;

/// The request log: what Playhead asked of the server of the open environment in this run, and what came of it. A window beside
/// the main window. Gives one order: to send a request once more.
class SentRequestsWindow : public LogWindow
{
    Q_OBJECT

public:
    /// All references outlive the window.
    SentRequestsWindow(RequestLog &log, EventFeed &feed, QWidget *parent = nullptr);

    void setEnvironmentName(const QString &name); ///< Empty = none is open.
    void setTimeZone(const QTimeZone &zone);

private:
    void fillHead();
    QWidget *makeLog();
    void wireFeed();
    void showCounts();
    void showSelected();
    void setProblemsOnly(bool isOn);
    void copyRows();
    void copyCurl();
    void copySdk(SdkLanguage language);
    void repeat();
    void setRepeating(std::optional<quint64> number);
    void takeRepeated(const RepeatedRequest &repeated);
    void showActions();
    void showRepeat();
    void showAnswer(const RepeatedRequest &repeated);

    RequestLog &m_log;
    EventFeed &m_feed;
    SentRequestModel *m_model;
    EmptyLog *m_empty;
    LoggedRequestPtr m_shown; ///< In full; stays when it goes from the table.
    std::optional<quint64>
        m_repeating; ///< Number of the one that was sent once more and is not answered.
    std::optional<std::pair<quint64, RepeatedRequest>>
        m_repeated; ///< The last one that was, and its answer.
    std::optional<std::pair<quint64, QString>>
        m_refused; ///< The last one that could not be sent since, and why.
    QCheckBox *m_problemsOnly = nullptr;
    QAction *m_again = nullptr;
    SentRequestView *m_view = nullptr;
    SentRequestDetail *m_detail = nullptr;
    QString m_environmentName;
};

} // namespace playhead
