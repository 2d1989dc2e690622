// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/sliceserver.h"

#include "model/server/localeventsapi.h"
#include "model/server/servedconfig.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

constexpr auto kPoll = 100ms;

ServedSource sourceOf(const ServePlan &plan,
                      const std::optional<Slice> &slice,
                      const std::stop_token &stop)
{
    if (slice) {
        return selectionSource(slice->events, slice->rows, slice->label);
    }
    const auto now = std::chrono::floor<std::chrono::milliseconds>(SystemClock().now());
    return demoSource({plan.seed, plan.demoEvents, plan.demoEndAt(now)}, stop);
}

} // namespace

SliceServer::SliceServer(const TypeCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_journal(std::make_shared<RequestJournal>())
{
    m_worker.setMaxThreadCount(1);
    m_poll.setInterval(kPoll);
    connect(&m_poll, &QTimer::timeout, this, &SliceServer::look);
}

SliceServer::~SliceServer()
{
    m_stop.request_stop();
    m_worker.waitForDone();
}

void SliceServer::start(const ServePlan &plan, std::optional<Slice> slice)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    drop(std::move(m_server));
    m_plan = plan;
    m_eventCount = slice ? slice->rows.size() : plan.demoEvents;
    m_label = slice ? slice->label : QString();
    m_url.clear();
    m_journal = std::make_shared<RequestJournal>();
    m_seen = 0;
    const quint64 number = ++m_number;
    const std::stop_token stop = m_stop.get_token();
    m_worker.start([this, number, stop, plan, slice = std::move(slice), journal = m_journal] {
        LocalApiConfig config = servedConfig(sourceOf(plan, slice, stop), plan);
        config.journal = journal;
        Result<std::shared_ptr<LocalEventsApi>> result = LocalEventsApi::start(std::move(config),
                                                                               m_catalogue,
                                                                               stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, result = std::move(result)] { started(number, result); },
            Qt::QueuedConnection);
    });
    setState(State::Starting);
}

void SliceServer::started(quint64 number, const Result<std::shared_ptr<LocalEventsApi>> &result)
{
    if (number != m_number) {
        drop(result.value_or(nullptr));
        return;
    }
    if (!result) {
        m_error = result.error();
        setState(State::Failed);
        return;
    }
    m_server = *result;
    m_server->setFaults(m_plan.faults); // They may have been changed while it started.
    m_url = m_server->url();
    m_apiKey = m_server->apiKey();
    setState(State::Running);
}

void SliceServer::stop()
{
    ++m_number;
    m_stop.request_stop();
    drop(std::move(m_server));
    if (m_state != State::Stopped) {
        setState(State::Stopped);
    }
}

void SliceServer::drop(std::shared_ptr<LocalEventsApi> server)
{
    if (server) {
        m_worker.start([this, held = std::move(server)]() mutable {
            held.reset();
            // What was answered while it stopped is told, too.
            QMetaObject::invokeMethod(this, &SliceServer::look, Qt::QueuedConnection);
        });
    }
}

void SliceServer::setState(State state)
{
    m_state = state;
    pollWhenWatched();
    look(); // What came before the stop is told, too.
    emit stateChanged();
}

void SliceServer::setFaults(const FaultPlan &faults)
{
    m_plan.faults = faults;
    if (m_server) {
        m_server->setFaults(faults);
    }
}

const RequestJournal &SliceServer::journal() const
{
    return *m_journal;
}

quint64 SliceServer::faultCount() const
{
    return m_journal->faultCount();
}

void SliceServer::watch(QObject *watcher)
{
    if (!m_watchers.contains(watcher)) {
        m_watchers.insert(watcher);
        connect(watcher, &QObject::destroyed, this, &SliceServer::unwatch);
        pollWhenWatched();
    }
}

void SliceServer::unwatch(QObject *watcher)
{
    if (m_watchers.remove(watcher)) {
        disconnect(watcher, &QObject::destroyed, this, &SliceServer::unwatch);
        pollWhenWatched();
    }
}

void SliceServer::pollWhenWatched()
{
    if (m_watchers.isEmpty() || m_state != State::Running) {
        m_poll.stop();
    } else if (!m_poll.isActive()) {
        m_poll.start();
    }
}

void SliceServer::look()
{
    const quint64 count = m_journal->count();
    if (count != m_seen && !m_watchers.isEmpty()) {
        m_seen = count;
        emit requestsCame();
    }
}

} // namespace playhead
