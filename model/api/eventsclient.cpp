// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventsclient.h"

#include "model/api/fetcherrors.h"
#include "model/api/keyguard.h"
#include "model/core/clock.h"
#include "model/core/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr qsizetype kRefusalBytes = 64 * 1024;

QNetworkRequest networkRequest(const QUrl &url,
                               const FetchTarget &target,
                               const ClientSettings &settings)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + target.apiKey);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Playhead/" PLAYHEAD_VERSION);
    // Qt sends Authorization again to wherever a redirect points, so none is followed.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(int(settings.stallTimeout.count()));
    // Events compress well, so Qt's limit by ratio could hit an honest page. readBody() bounds what is decompressed.
    request.setDecompressedSafetyCheckThreshold(-1);
    return request;
}

AnswerFacts factsOf(const QNetworkReply &reply, Instant now)
{
    AnswerFacts facts;
    facts.receivedAt = now;
    facts.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    facts.requestId = reply.rawHeader("X-Request-ID");
    facts.serverTime = parseHttpDate(reply.rawHeader("Date"));
    facts.retryAfter = parseRetryAfter(reply.rawHeader("Retry-After"), facts.now());
    facts.streamId = reply.rawHeader("X-Playhead-Stream");
    facts.location = reply.rawHeader("Location");
    const bool isHttp2 = reply.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    facts.httpVersion = facts.status == 0 ? 0 : isHttp2 ? 2 : 1;
    return facts;
}

} // namespace

EventsClient::EventsClient(QNetworkAccessManager &network,
                           const TypeCatalogue &catalogue,
                           const Clock &clock,
                           const ClientSettings &settings,
                           QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_settings(settings)
    , m_decoder(catalogue)
{
    m_deadline.setSingleShot(true);
    m_refusal.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        giveUp(timedOutError(m_url, m_facts, m_settings.deadline));
    });
    connect(&m_refusal, &QTimer::timeout, this, [this] { giveUp(m_refusalError); });
}

EventsClient::~EventsClient()
{
    cancel();
}

void EventsClient::send(const PageRequest &request)
{
    cancel();
    m_request = request;
    m_isBusy = true;
    m_body.clear();
    m_tlsProblems.clear();
    m_sentAt = m_clock.now();
    m_elapsed.start();
    m_facts = {};
    m_facts.receivedAt = m_sentAt;
    m_url = pageUrl(m_target.baseUrl, request);
    if (const Status allowed = checkTarget(m_target); !allowed) {
        // Later, as every answer, so that the caller is never entered again from its own call.
        m_refusalError = allowed.error();
        m_refusal.start(0);
        return;
    }
    m_reply = m_network.get(networkRequest(m_url, m_target, m_settings));
    connect(m_reply, &QNetworkReply::readyRead, this, &EventsClient::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &EventsClient::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) {
            m_tlsProblems += error.errorString() + u". "_s;
        }
    });
    m_deadline.start(m_settings.deadline);
}

void EventsClient::cancel()
{
    m_isBusy = false;
    m_refusal.stop();
    dropReply();
}

void EventsClient::dropReply()
{
    m_deadline.stop();
    if (!m_reply) {
        return;
    }
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    // Its end closes the connection. abort() would do so at once, but Qt prints a warning when the reply's own failure is
    // already on its way from the network thread, as with several requests to a server that is gone.
    reply->deleteLater();
}

void EventsClient::readBody()
{
    takeBytes();
    if (m_body.size() > m_settings.bodyCapBytes) {
        m_facts = factsOf(*m_reply, m_clock.now());
        giveUp(tooLargeError(m_url, m_facts, m_settings.bodyCapBytes));
    }
}

void EventsClient::takeBytes()
{
    // Never more than one byte over the cap: decompressing a bomb as a whole would fill the memory.
    if (m_reply->isOpen()) {
        m_body += m_reply->read(m_settings.bodyCapBytes + 1 - m_body.size());
    }
}

void EventsClient::finish()
{
    m_deadline.stop();
    m_facts = factsOf(*m_reply, m_clock.now());
    takeBytes();
    Result<Page> page = judge(*m_reply);
    QByteArray refusalBody = m_facts.status != 0 && m_facts.status != 200
                                 ? m_body.left(kRefusalBytes)
                                 : QByteArray();
    dropReply();
    report(std::move(page), std::move(refusalBody));
}

Result<Page> EventsClient::judge(QNetworkReply &reply)
{
    if (m_body.size() > m_settings.bodyCapBytes) {
        return tl::unexpected(tooLargeError(m_url, m_facts, m_settings.bodyCapBytes));
    }
    // The status comes before Qt's error code, which names 429 and 422 alike.
    if (m_facts.status != 0 && m_facts.status != 200) {
        return tl::unexpected(statusError(m_request, m_url, m_facts, m_body));
    }
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        return tl::unexpected(tlsError(m_url, m_tlsProblems, reply.errorString()));
    }
    if (reply.error() != QNetworkReply::NoError || m_facts.status == 0) {
        return tl::unexpected(transportError(reply.error(), m_url, m_facts, reply.errorString()));
    }
    Result<Page> page = m_decoder.decode(m_body);
    if (!page) {
        page.error().httpStatus = m_facts.status;
        if (!m_facts.requestId.isEmpty()) {
            page.error().detail += u", request id "_s + QString::fromUtf8(m_facts.requestId);
        }
    }
    return page;
}

void EventsClient::giveUp(const Error &error)
{
    dropReply();
    report(tl::unexpected(error));
}

Error EventsClient::withoutKey(Error error) const
{
    const QString key = QString::fromUtf8(m_target.apiKey);
    if (!key.isEmpty()) {
        error.message.replace(key, u"[key]"_s);
        error.detail.replace(key, u"[key]"_s);
    }
    return error;
}

void EventsClient::report(Result<Page> page, QByteArray refusalBody)
{
    if (!page) {
        page = tl::unexpected(withoutKey(page.error()));
    }
    m_facts.elapsed = std::chrono::milliseconds(m_elapsed.elapsed());
    m_facts.bodyBytes = m_body.size();
    qCDebug(lcApi).noquote() << "GET /events" << m_facts.status << m_facts.elapsed.count() << "ms"
                             << m_facts.requestId
                             << (page ? QString()
                                      : page.error().detail.section(u", body "_s, 0, 0));
    m_isBusy = false;
    m_body.clear();
    emit answered({std::move(page), m_facts, std::move(refusalBody), m_sentAt, m_request, m_url});
}

} // namespace playhead

#include "moc_eventsclient.cpp"
