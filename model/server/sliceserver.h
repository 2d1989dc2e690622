// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"
#include "model/events/eventsnapshot.h"
#include "model/server/servedrequest.h"
#include "model/server/serveplan.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace playhead {

class LocalEventsApi;
class TypeCatalogue;

/// Stored events that are to be served, in stream order.
struct Slice
{
    EventSnapshot events;
    std::vector<EventRow> rows;
    QString label; ///< What they are, for people: "Staging, shown".
};

/// The window's local Events API: one at a time, started and stopped by orders and seen by its states. Starting and stopping
/// happen on a worker, because reading or giving back a million events takes a second. Window's thread.
class SliceServer : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Starting,
        Running,
        Failed, ///< It did not start: error() says why.
    };
    Q_ENUM(State)

    /// `catalogue` outlives the server.
    explicit SliceServer(const TypeCatalogue &catalogue, QObject *parent = nullptr);
    /// Breaks a start off that is under way.
    ~SliceServer() override;

    /// Stops what runs, then serves the slice, or the plan's demo stream when there is none, with the plan's port, arrival,
    /// switches and faults.
    void start(const ServePlan &plan, std::optional<Slice> slice);
    /// Stopped from now on, a start is broken off; the port is free a moment later, and before the next start() in any case.
    void stop();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    const Error &error() const { return m_error; } ///< Of the state Failed.

    // Of the last start.
    QUrl url() const { return m_url; } ///< Empty before it runs.
    const QByteArray &apiKey() const { return m_apiKey; }
    quint64 eventCount() const { return m_eventCount; }
    const QString &label() const { return m_label; } ///< Of the slice; empty: the demo stream.
    const FaultPlan &faults() const { return m_plan.faults; }
    /// From the next request on.
    void setFaults(const FaultPlan &faults);
    /// What was asked since the last start; kept when it stops.
    const RequestJournal &journal() const;
    quint64 faultCount() const; ///< Requests that met at least one fault.

    /// requestsCame() is emitted as long as somebody watches; a watcher that is destroyed stops watching.
    void watch(QObject *watcher);
    void unwatch(QObject *watcher);

signals:
    void stateChanged();
    void requestsCame(); ///< journal() has new ones; at most ten times a second.

private:
    void started(quint64 number, const Result<std::shared_ptr<LocalEventsApi>> &result);
    void drop(std::shared_ptr<LocalEventsApi> server);
    void setState(State state);
    void look();
    void pollWhenWatched();

    const TypeCatalogue &m_catalogue;
    State m_state = State::Stopped;
    Error m_error;
    ServePlan m_plan;
    QUrl m_url;
    QByteArray m_apiKey;
    quint64 m_eventCount = 0;
    QString m_label;
    std::shared_ptr<LocalEventsApi> m_server;
    std::shared_ptr<RequestJournal> m_journal; ///< Of the last start; its server writes it.
    std::stop_source m_stop; ///< Of the last start.
    quint64 m_number = 0; ///< Of the last order: what an older one brings is dropped.
    quint64 m_seen = 0; ///< Requests of the journal that were told.
    QSet<QObject *> m_watchers;
    QTimer m_poll;
    QThreadPool
        m_worker; ///< One thread, so that a start waits for the stop before it. Last, so that it ends first.
};

} // namespace playhead
