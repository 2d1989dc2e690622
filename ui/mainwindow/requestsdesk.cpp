// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/requestsdesk.h"

#include "model/api/eventfeed.h"
#include "model/api/requestlog.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/requests/sentrequestswindow.h"
#include "ui/shared/actions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace playhead {

RequestsDesk::RequestsDesk(const WindowParts &parts,
                           WindowFrame &frame,
                           const Actions &actions,
                           QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_frame(frame)
    , m_window(window)
{
    RequestLog *log = &parts.requests;
    connect(&parts.feed, &EventFeed::requestAnswered, log, &RequestLog::add);
    connect(log, &RequestLog::grew, this, &RequestsDesk::showCounts);
    connect(log, &RequestLog::cleared, this, &RequestsDesk::showCounts);
    connect(&frame.status(), &StatusParts::requestsPressed, this, &RequestsDesk::openLog);
    connect(actions[ActionId::SentRequests], &QAction::triggered, this, &RequestsDesk::openLog);
    showCounts();
}

void RequestsDesk::setEnvironment(const std::optional<Environment> &environment)
{
    const bool isSame = environment && m_environment && environment->id == m_environment->id;
    m_environment = environment;
    if (!isSame) {
        m_parts.requests.clear();
    }
    if (m_log) {
        m_log->setEnvironmentName(environment ? environment->name : QString());
    }
}

void RequestsDesk::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (m_log) {
        m_log->setTimeZone(zone);
    }
}

void RequestsDesk::showCounts()
{
    m_frame.status().setRequests(m_parts.requests.count(), m_parts.requests.retryCount());
}

void RequestsDesk::openLog()
{
    if (!m_log) {
        m_log = new SentRequestsWindow(m_parts.requests, m_parts.feed, m_window);
        m_log->setAttribute(Qt::WA_DeleteOnClose);
        m_log->setEnvironmentName(m_environment ? m_environment->name : QString());
        m_log->setTimeZone(m_zone);
        connect(m_log, &SentRequestsWindow::copied, this, &RequestsDesk::copy);
    }
    m_log->show(); // Beside the window, which stays usable.
    m_log->raise();
    m_log->activateWindow();
}

void RequestsDesk::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_frame.status().announce(tr("Copied."));
}

} // namespace playhead
