// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/taildesk.h"

#include "model/api/eventfeed.h"
#include "ui/events/eventtable.h"
#include "ui/events/tablefollow.h"
#include "ui/mainwindow/fetchdesk.h"
#include "ui/mainwindow/statusparts.h"
#include "ui/mainwindow/tablepane.h"
#include "ui/mainwindow/tailmessages.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/actions.h"

#include <QAction>
#include <QEvent>
#include <QKeySequence>

namespace playhead {

using namespace std::chrono_literals;

TailDesk::TailDesk(const WindowParts &parts,
                   FetchDesk &fetch,
                   WindowFrame &frame,
                   const Actions &actions,
                   QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_fetch(fetch)
    , m_frame(frame)
    , m_actions(actions)
    , m_follow(new TableFollow(frame.table(), parts.events))
    , m_tick(this)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &TailDesk::showStatus);
    connect(actions[ActionId::LiveTail], &QAction::triggered, this, &TailDesk::turn);
    connect(&parts.feed, &EventFeed::tailChanged, this, &TailDesk::statusChanged);
    connect(&parts.feed, &EventFeed::opened, this, &TailDesk::statusChanged);
    connect(&parts.feed, &EventFeed::progressChanged, this, [this] {
        m_follow->setFilling(m_parts.feed.progress().isActive());
    });
    connect(&fetch, &FetchDesk::scopeChanged, this, &TailDesk::scopeChanged);
    InlineMessage *strip = &frame.tablePane().tailStrip();
    connect(strip, &InlineMessage::chosen, this, &TailDesk::choose);
    connect(strip, &InlineMessage::aboutToClose, this, [this](const Message &message) {
        m_closed = message;
    });
    frame.installEventFilter(this);
    frame.window()->installEventFilter(this);
    enableAction();
}

bool TailDesk::isOn() const
{
    return m_parts.feed.tailStatus().isOn();
}

void TailDesk::setEnvironment(const std::optional<Environment> &environment)
{
    const bool isSame = environment && m_environment && environment->id == m_environment->id;
    if (isSame && m_actions[ActionId::LiveTail]->isChecked()) {
        m_frame.status().announce(tr("Live tail is off: the environment was changed."));
    }
    // Opening the store anew ends the tail; the feed says nothing of a tail that it has forgotten.
    m_environment = environment;
    m_parts.feed.stopTail();
    m_closed.reset();
    m_fetch.setFollowing(false);
    m_follow->setFollowing(false);
    m_tick.stop();
    m_frame.tablePane().tailStrip().clear();
    m_frame.status().setLive({}, {}, false, {});
    m_actions[ActionId::LiveTail]->setChecked(false);
    enableAction();
}

void TailDesk::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    showStatus();
}

void TailDesk::turn(bool isWanted)
{
    isWanted ? ask() : stop();
}

void TailDesk::ask()
{
    m_fetch.askForTail([this] { start(); });
    statusChanged(); // The button is not down before it runs.
}

void TailDesk::start()
{
    const std::optional<FetchScope> scope = m_fetch.tailScope();
    if (scope) {
        m_scope = *scope;
        m_closed.reset();
        m_parts.feed.startTail(*scope);
    }
    statusChanged();
}

void TailDesk::stop()
{
    m_parts.feed.stopTail();
    if (isOn()) {
        m_frame.status().announce(tr("Live tail is off; what came stays."));
    }
}

void TailDesk::choose(const QString &id)
{
    if (id == QLatin1StringView(kChoiceTailAgain)) {
        start();
    } else if (id == QLatin1StringView(kChoiceTailStop)) {
        stop();
    } else if (id == QLatin1StringView(kChoiceTailKey)) {
        emit keyChangeRequested();
    }
}

/// The pickers ask for something else: the tail does too.
void TailDesk::scopeChanged()
{
    const std::optional<FetchScope> scope = m_fetch.tailScope();
    if (isOn() && !scope) {
        stop();
        m_frame.status().announce(tr("Live tail is off: the chosen range ends at a fixed time."));
    } else if (isOn()
               && (scope->types != m_scope.types || scope->organization != m_scope.organization)) {
        start();
    }
    enableAction();
}

void TailDesk::statusChanged()
{
    const bool isRunning = isOn();
    m_actions[ActionId::LiveTail]->setChecked(isRunning);
    m_fetch.setFollowing(isRunning);
    m_follow->setFollowing(isRunning);
    runTick();
    showStatus();
    enableAction();
}

void TailDesk::showStatus()
{
    const TailStatus &status = m_parts.feed.tailStatus();
    const Instant now = m_wall.now();
    m_frame.status().setLive(tailText(status, now, false),
                             tailText(status, now, true),
                             status.state == TailState::Waiting,
                             tailFacts(status, now, m_zone));
    InlineMessage &strip = m_frame.tablePane().tailStrip();
    const std::optional<Message> message = tailMessage(status, now, m_zone);
    if (message && message != m_closed) {
        strip.setMessage(*message);
    } else {
        strip.clear();
    }
}

void TailDesk::runTick()
{
    const bool isSeen = m_frame.isVisible() && !m_frame.window()->isMinimized() && isOn();
    if (isSeen != m_tick.isActive()) {
        isSeen ? m_tick.start() : m_tick.stop();
    }
}

bool TailDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide
        || event->type() == QEvent::WindowStateChange) {
        runTick();
        showStatus();
    }
    return QObject::eventFilter(watched, event);
}

/// Why there can be no tail now; empty = there can.
QString TailDesk::whyNot() const
{
    if (!m_environment) {
        return tr("Open an environment to follow its events");
    }
    if (m_environment->isCapture()) {
        return tr("A capture is a file: nothing new comes");
    }
    if (m_parts.feed.isReadOnly()) {
        return tr("Another Playhead writes these events: follow them there");
    }
    if (m_fetch.tailScope()) {
        return {};
    }
    return m_fetch.reachesToNow()
               ? tr("The events of this environment are not open")
               : tr("The chosen range ends at a fixed time: pick one that reaches to now");
}

void TailDesk::enableAction()
{
    QAction *action = m_actions[ActionId::LiveTail];
    const QString reason = whyNot();
    action->setEnabled(reason.isEmpty());
    action->setToolTip(
        reason.isEmpty() ? tr("%1 (%2)").arg(action->statusTip(),
                                             action->shortcut().toString(QKeySequence::NativeText))
                         : reason);
}

} // namespace playhead
