// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/localeventsapi.h"

#include "model/core/clock.h"
#include "model/core/logging.h"
#include "model/server/eventsendpoint.h"
#include "model/server/eventsrequest.h"
#include "model/server/loopbackserver.h"
#include "model/server/servedevents.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <condition_variable>
#include <thread>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr char kJson[] = "application/json";

QByteArrayView view(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

std::string standard(QByteArrayView bytes)
{
    return {bytes.data(), size_t(bytes.size())};
}

/// The value of a header as it stands in the request; empty when it was not sent.
std::optional<QByteArrayView> headerOf(const httplib::Request &request, const char *name)
{
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::nullopt : std::optional(view(found->second));
}

} // namespace

struct LocalEventsApi::Private
{
    Private(EventsEndpoint::Config endpointConfig,
            LoopbackStream::Waiter waiter,
            const ConnectionLimits &limits)
        : endpoint(std::move(endpointConfig))
        , server(
              waiter ? std::move(waiter) : [this](std::chrono::milliseconds time) { wait(time); },
              limits)
    {}

    EventsEndpoint endpoint;
    QByteArray apiKey;
    int latencyMs = 0;
    std::function<void(const ServedRequest &)> onServed;
    std::shared_ptr<RequestJournal> journal;
    LoopbackServer server;
    std::thread thread;
    quint16 port = 0;
    std::atomic<quint64> lastNumber = 0;
    std::atomic<quint64> lastEventsNumber = 0;
    std::atomic<quint64> requestCount = 0;
    std::atomic<bool> hasEnded = false;
    std::mutex stopMutex;
    std::condition_variable stopping;

    void route();
    void answer(const httplib::Request &request, httplib::Response &response);
    void log(ServedRequest record, const SentAnswer &sent, qint64 microseconds);
    void wait(std::chrono::milliseconds time);
    void stop();
};

void LocalEventsApi::Private::route()
{
    // Before the library looks for a handler and for a body.
    server.set_pre_routing_handler(
        [this](const httplib::Request &request, httplib::Response &response) {
            answer(request, response);
            return httplib::Server::HandlerResponse::Handled;
        });
    // What the library refuses by itself (a broken request line or header) is JSON too.
    server.set_error_handler(
        httplib::Server::Handler([](const httplib::Request &, httplib::Response &response) {
            if (response.body.empty()) {
                const Refusal refusal = Refusal::withMessage(response.status,
                                                             "The request could not be read.");
                response.set_content(refusal.body.constData(), size_t(refusal.body.size()), kJson);
            }
        }));
}

void LocalEventsApi::Private::answer(const httplib::Request &request, httplib::Response &response)
{
    QElapsedTimer timer;
    timer.start();
    ApiRequest asked;
    asked.number = ++lastNumber;
    asked.method = view(request.method);
    asked.target = view(request.target);
    asked.unreadableStatus = LoopbackServer::refusalStatus(request);
    const bool counts = asked.unreadableStatus == 0 && EventsEndpoint::asksForEvents(asked.target);
    asked.eventsNumber = counts ? ++lastEventsNumber : 0;
    asked.authorization = headerOf(request, "Authorization").value_or(QByteArrayView());
    asked.host = headerOf(request, "Host");
    asked.origin = headerOf(request, "Origin");
    asked.userAgent = headerOf(request, "User-Agent").value_or(QByteArrayView());
    asked.takesGzip = headerOf(request, "Accept-Encoding").has_value(); // simplify() left gzip only

    ApiAnswer given = endpoint.answer(asked);
    requestCount += asked.eventsNumber > 0 ? 1 : 0;
    LoopbackStream &carrier = server.carrierOf(request);
    carrier.waitFor(given.delay + std::chrono::milliseconds(latencyMs));
    response.status = given.status;
    for (const auto &[name, value] : given.headers) {
        response.set_header(name.toStdString(), standard(value));
    }
    // Else the library promises ranges in answers to HEAD.
    response.set_header("Accept-Ranges", "none");
    response.set_content(given.body.constData(), size_t(given.body.size()), kJson);
    carrier.setAnswer(given.wire,
                      [this, timer, record = std::move(given.record)](const SentAnswer &sent) {
                          log(record, sent, timer.nsecsElapsed() / 1000);
                      });
}

void LocalEventsApi::Private::log(ServedRequest record, const SentAnswer &sent, qint64 microseconds)
{
    record.microseconds = microseconds;
    record.sent = sent.bytes;
    if (sent.cut) {
        // The fault of the wire stands last; its place was not known before the body was compressed.
        record.faults += " at " + QByteArray::number(sent.cut->bytes) + " of "
                         + QByteArray::number(sent.cut->ofBytes) + " bytes";
    }
    qCDebug(lcApi,
            "local Events API: %s %d, %lld us",
            record.method.constData(),
            record.status,
            microseconds);
    if (onServed) {
        onServed(record);
    }
    journal->add(std::move(record));
}

void LocalEventsApi::Private::wait(std::chrono::milliseconds time)
{
    if (time.count() > 0) {
        std::unique_lock lock(stopMutex);
        stopping.wait_for(lock, time, [this] { return server.isStopping(); });
    }
}

void LocalEventsApi::Private::stop()
{
    server.stopNow();
    {
        // A waiter must not look just before and sleep just after.
        const std::scoped_lock lock(stopMutex);
    }
    stopping.notify_all();
    if (thread.joinable()) {
        thread.join();
    }
}

LocalEventsApi::LocalEventsApi(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

LocalEventsApi::~LocalEventsApi()
{
    d->stop();
}

Result<std::unique_ptr<LocalEventsApi>> LocalEventsApi::start(LocalApiConfig config,
                                                              const TypeCatalogue &catalogue,
                                                              const std::stop_token &stop)
{
    Result<ServedEvents> events = ServedEvents::build(std::move(config.source), catalogue, stop);
    if (!events) {
        return tl::unexpected(events.error());
    }
    if (!config.clock) {
        config.clock = std::make_shared<SystemClock>();
    }
    const QByteArray streamId = events->source().streamId;
    auto parts = std::make_unique<Private>(EventsEndpoint::Config{std::move(*events),
                                                                  config.apiKey,
                                                                  streamId,
                                                                  config.clock,
                                                                  config.switches,
                                                                  config.faults},
                                           std::move(config.waiter),
                                           config.limits);
    Private &d = *parts;
    d.apiKey = config.apiKey;
    d.latencyMs = config.latencyMs;
    d.onServed = std::move(config.onServed);
    d.journal = config.journal ? config.journal : std::make_shared<RequestJournal>();
    d.route();
    d.port = quint16(d.server.bindLoopback(config.port));
    if (d.port == 0) {
        return failure(
            ErrorCode::WrongUsage,
            QCoreApplication::translate(
                "LocalEventsApi",
                "Port %1 cannot be used: another program has it, or the system allows it to "
                "administrators only. Choose another port, or 0 for any free one.")
                .arg(config.port));
    }
    // The constructor is private.
    std::unique_ptr<LocalEventsApi> api(new LocalEventsApi(std::move(parts)));
    d.thread = std::thread([&d] {
        d.server.listen_after_bind();
        d.hasEnded = true;
    });
    // The socket takes connections already; but stop() does nothing before the loop runs.
    while (!d.server.is_running() && !d.hasEnded) {
        std::this_thread::yield();
    }
    return api;
}

QUrl LocalEventsApi::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

const QByteArray &LocalEventsApi::apiKey() const
{
    return d->apiKey;
}

quint64 LocalEventsApi::requestCount() const
{
    return d->requestCount;
}

const RequestJournal &LocalEventsApi::journal() const
{
    return *d->journal;
}

void LocalEventsApi::setFaults(const FaultPlan &faults)
{
    d->endpoint.setFaults(faults);
}

FaultPlan LocalEventsApi::faults() const
{
    return d->endpoint.faults();
}

} // namespace playhead
