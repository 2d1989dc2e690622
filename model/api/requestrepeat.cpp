// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/requestrepeat.h"

#include "model/api/fetcherrors.h"
#include "model/api/pagenotes.h"
#include "model/api/ratelimit.h"
#include "model/api/windowread.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestRepeat)
};

RepeatedRequest::Glance glanceAt(const DecodedEvent &event)
{
    return {EventId{event.fields.id}, event.fields.type, event.fields.createdAt};
}

/// As a window of a read would judge a page that it sees for the first time.
WindowPage::Verdict verdictOn(const Page &page, const PageRequest &asked)
{
    if (asked.order == PageOrder::NewestFirst) {
        return WindowPage::Verdict::Usable;
    }
    const Instant until = asked.until.value_or(Instant::max());
    const WindowRead window = asked.after.isEmpty()
                                  ? WindowRead::ofRange(
                                      {asked.since.value_or(Instant::min()), until})
                                  : WindowRead::afterEvent(asked.after, std::nullopt, until);
    return window.read(page).verdict;
}

} // namespace

Status checkRepeat(const QUrl &baseUrl, const RequestRecord &record)
{
    if (baseUrl.isEmpty()) {
        return tl::unexpected(
            Error{ErrorCode::NotFound,
                  Text::tr("No server can be asked now. Open the environment of this request, "
                           "then run it again."),
                  {}});
    }
    if (pageUrl(baseUrl, record.request) != record.url) {
        return tl::unexpected(
            Error{ErrorCode::Conflict,
                  Text::tr("This request went to %1, and the open environment asks %2 now. Its "
                           "key is not sent elsewhere: open the environment of this request, then "
                           "run it again.")
                      .arg(serverName(record.url), serverName(baseUrl)),
                  {}});
    }
    return {};
}

RequestRepeat::RequestRepeat(RateLimit &rate,
                             const TypeCatalogue &catalogue,
                             const Clock &clock,
                             const ClientSettings &settings,
                             QObject *parent)
    : QObject(parent)
    , m_rate(rate)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_client(*m_network, catalogue, clock, settings)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &RequestRepeat::sendInTurn);
    connect(&m_client, &EventsClient::answered, this, &RequestRepeat::take);
}

RequestRepeat::~RequestRepeat() = default;

void RequestRepeat::send(const FetchTarget &target, const PageRequest &request)
{
    m_client.cancel();
    m_client.setTarget(target);
    m_request = request;
    sendInTurn();
}

void RequestRepeat::sendInTurn()
{
    const std::chrono::milliseconds wait = m_rate.take(std::chrono::steady_clock::now());
    if (wait.count() > 0) {
        m_turn.start(wait);
    } else {
        m_turn.stop();
        m_client.send(m_request);
    }
}

void RequestRepeat::take(const PageReply &reply)
{
    if (reply.facts.retryAfter && !reply.page
        && reply.page.error().code == ErrorCode::RateLimited) {
        m_rate.pause(std::chrono::steady_clock::now(),
                     *reply.facts.retryAfter,
                     reply.page.error()); // also for a read that goes on
    }
    emit answered(read(reply));
}

RepeatedRequest RequestRepeat::read(const PageReply &reply)
{
    RepeatedRequest repeated;
    repeated.record = recordOf(reply, RequestPurpose::Repeat, 1);
    if (reply.page) {
        const Page &page = *reply.page;
        repeated.record.notes = notesOn(page, reply.request, verdictOn(page, reply.request));
        if (!page.events.empty()) {
            repeated.first = glanceAt(page.events.front());
            repeated.last = glanceAt(page.events.back());
        }
    }
    return repeated;
}

} // namespace playhead

#include "moc_requestrepeat.cpp"
