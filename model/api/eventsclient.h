// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/answerfacts.h"
#include "model/api/feedsettings.h"
#include "model/api/pagedecoder.h"
#include "model/api/pagerequest.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace playhead {

class Clock;

/// What came of one request.
struct PageReply
{
    Result<Page> page;
    AnswerFacts facts;
    QByteArray refusalBody; ///< Body of an answer other than 200, at most 64 KiB.
    Instant sentAt{}; ///< By our own clock.
    PageRequest request;
    QUrl url; ///< Without the key.
};

/// Asks the server for one page at a time. Keeps nothing, decides nothing about what is next. Lives on one thread, with the
/// access manager that it is given; the API key leaves only to the target's host.
class EventsClient : public QObject
{
    Q_OBJECT

public:
    EventsClient(QNetworkAccessManager &network,
                 const TypeCatalogue &catalogue,
                 const Clock &clock,
                 const ClientSettings &settings = {},
                 QObject *parent = nullptr);
    ~EventsClient() override; ///< As cancel().

    /// From the next request on.
    void setTarget(const FetchTarget &target) { m_target = target; }
    const FetchTarget &target() const { return m_target; }

    /// Sends one request; answered() follows exactly once, later, unless cancel() or another send() comes first.
    void send(const PageRequest &request);
    void cancel();
    bool isBusy() const { return m_isBusy; }

signals:
    void answered(const playhead::PageReply &reply);

private:
    void readBody();
    void takeBytes();
    void finish();
    void giveUp(const Error &error);
    void report(Result<Page> page, QByteArray refusalBody = {});
    void dropReply();
    Error withoutKey(Error error) const;
    Result<Page> judge(QNetworkReply &reply);

    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    ClientSettings m_settings;
    FetchTarget m_target;
    PageDecoder m_decoder;
    PageRequest m_request;
    QUrl m_url;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QString m_tlsProblems;
    AnswerFacts m_facts;
    QTimer m_deadline;
    QTimer m_refusal;
    Error m_refusalError;
    Instant m_sentAt{};
    QElapsedTimer m_elapsed;
    bool m_isBusy = false;
};

} // namespace playhead
