// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/askedtypes.h"
#include "model/api/eventsclient.h"
#include "model/api/keyprobe.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

namespace playhead {

/// The part of a KeyProbe that lives on its thread, with the access manager. Its orders come as queued calls; its signal
/// carries the number of the question that it answers.
class KeyProbeWorker : public QObject
{
    Q_OBJECT

public:
    KeyProbeWorker(const TypeCatalogue &catalogue,
                   const Clock &clock,
                   const ClientSettings &limits);

    void ask(const FetchTarget &target, quint64 number);
    void drop(); ///< Ends the question that is open; it is not answered.
    void shutDown(); ///< Destroys what must die on the thread that made it.

signals:
    void answered(quint64 number, const playhead::Result<playhead::KeyAnswer> &answer);

private:
    void send();
    void take(const PageReply &reply);
    KeyAnswer read(const Page &page, const AnswerFacts &facts) const;

    const TypeCatalogue &m_catalogue;
    const Clock &m_clock;
    const ClientSettings m_limits;
    quint64 m_number = 0;
    AskedTypes m_types;
    int m_sent = 0;
    QElapsedTimer m_sinceAsked;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<EventsClient> m_client;
};

} // namespace playhead
