// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/servedesk.h"

#include "model/events/eventtablemodel.h"
#include "model/server/sliceserver.h"
#include "ui/capture/faultsdialog.h"
#include "ui/capture/requestlogwindow.h"
#include "ui/capture/servechoice.h"
#include "ui/capture/servedialog.h"
#include "ui/capture/servewords.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/servingpopup.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/actions.h"
#include "ui/shared/settings.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace playhead {

ServeDesk::ServeDesk(SliceServer &server,
                     const EventTableModel &events,
                     WindowFrame &frame,
                     const Actions &actions,
                     QWidget *window)
    : QObject(window)
    , m_server(server)
    , m_events(events)
    , m_frame(frame)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions[ActionId::ServeSlice], &QAction::triggered, this, &ServeDesk::openServe);
    connect(actions[ActionId::Faults], &QAction::triggered, this, &ServeDesk::openFaults);
    connect(actions[ActionId::StopLocalApi], &QAction::triggered, this, &ServeDesk::stop);
    connect(actions[ActionId::RequestLog], &QAction::triggered, this, &ServeDesk::openLog);
    connect(&frame.status(), &StatusParts::servingPressed, this, &ServeDesk::openPopup);
    connect(&m_server, &SliceServer::stateChanged, this, &ServeDesk::showState);
    showState();
}

void ServeDesk::showState()
{
    const bool isRunning = m_server.isRunning();
    const QString count = servedEventsText(m_server.eventCount());
    m_frame.status().setServing(isRunning ? tr("Serving %1").arg(count) : QString(), tr("Serving"));
    m_actions[ActionId::Faults]->setEnabled(isRunning);
    m_actions[ActionId::StopLocalApi]->setEnabled(isRunning);
    m_actions[ActionId::RequestLog]->setEnabled(isRunning || m_server.journal().count() > 0);
}

void ServeDesk::openServe()
{
    ServeChoices choices;
    choices.events = m_events.snapshot();
    choices.selected = m_frame.table().selectedEvents();
    choices.shown = m_events.shownRows();
    choices.loaded = m_events.loadedRows();
    choices.environmentName = m_environmentName;
    choices.plan = restoreServeChoice(settings().serveChoice());
    auto *dialog = new ServeDialog(std::move(choices), m_server, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServeDialog::copied, this, &ServeDesk::copy);
    connect(dialog, &ServeDialog::serving, this, [this](const ServePlan &plan) {
        settings().setServeChoice(saveServeChoice(plan));
        m_frame.status().announce(
            tr("The local Events API answers at %1.").arg(m_server.url().toString()));
    });
    dialog->open();
}

void ServeDesk::openFaults()
{
    openFaultsOver(m_window);
}

void ServeDesk::openFaultsOver(QWidget *window)
{
    auto *dialog = new FaultsDialog(m_server, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FaultsDialog::copied, this, &ServeDesk::copy);
    connect(dialog, &FaultsDialog::applied, this, [this](const FaultPlan &faults) {
        ServePlan plan = restoreServeChoice(settings().serveChoice());
        plan.faults = faults;
        settings().setServeChoice(saveServeChoice(plan));
        m_frame.status().announce(faults.isEmpty()
                                      ? tr("The local Events API makes no faults from now on.")
                                      : tr("The faults hold from the next request on."));
    });
    dialog->open();
}

void ServeDesk::openLog()
{
    if (!m_log) {
        m_log = new RequestLogWindow(m_server, m_window);
        m_log->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_log, &RequestLogWindow::faultsRequested, this, [this] {
            openFaultsOver(m_log); // Over the main window it would hide the log.
        });
        connect(m_log, &RequestLogWindow::stopRequested, this, &ServeDesk::stop);
        connect(m_log, &RequestLogWindow::copied, this, &ServeDesk::copy);
    }
    m_log->show();
    m_log->raise();
    m_log->activateWindow();
}

void ServeDesk::stop()
{
    m_server.stop();
    m_frame.status().announce(tr("The local Events API is stopped."));
}

void ServeDesk::openPopup()
{
    auto *popup = new ServingPopup(m_server, m_window);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &ServingPopup::copied, this, &ServeDesk::copy);
    connect(popup, &ServingPopup::logRequested, this, &ServeDesk::openLog);
    connect(popup, &ServingPopup::faultsRequested, this, &ServeDesk::openFaults);
    connect(popup, &ServingPopup::stopRequested, this, &ServeDesk::stop);
    popup->openOver(m_frame.status().servingPart());
}

void ServeDesk::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_frame.status().announce(tr("Copied."));
}

} // namespace playhead
