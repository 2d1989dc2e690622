// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/localeventsapi.h"

#include "model/core/logging.h"
#include "model/core/ulid.h"
#include "model/server/eventspage.h"
#include "model/server/loopbackserver.h"
#include "model/server/servedevents.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

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

/// RFC 9110, 5.6.7, for example `Sun, 22 Nov 2026 13:58:51 GMT`; no locale.
QByteArray httpDate(Instant instant)
{
    constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths =
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const QByteArray iso = isoUtcMs(std::chrono::floor<std::chrono::milliseconds>(instant));
    return QByteArray(kDays[std::chrono::weekday(day).c_encoding()]) + ", " + iso.mid(8, 2) + ' '
           + kMonths[unsigned(date.month()) - 1] + ' ' + iso.left(4) + ' ' + iso.mid(11, 8)
           + " GMT";
}

QByteArray newRequestId(Instant now)
{
    UlidBytes bytes{};
    const auto ms = quint64(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    const quint64 chance = QRandomGenerator::global()->generate64();
    const quint64 more = QRandomGenerator::global()->generate64();
    for (size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = i < 6    ? quint8(ms >> (8 * (5 - i)))
                   : i < 14 ? quint8(chance >> (8 * (i - 6)))
                            : quint8(more >> (8 * (i - 14)));
    }
    return "req_" + encodeUlid(bytes);
}

/// `127.0.0.1`, `localhost` or `[::1]`, with or without a port.
bool isLoopbackHost(QByteArrayView host)
{
    const qsizetype bracket = host.lastIndexOf(']');
    const qsizetype colon = host.lastIndexOf(':');
    const QByteArray name = (colon > bracket ? host.first(colon) : host).toByteArray().toLower();
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

/// A page of another origin in the person's browser must not read the events (DNS rebinding).
bool isForeign(const httplib::Request &request)
{
    if (request.has_header("Host") && !isLoopbackHost(view(request.get_header_value("Host")))) {
        return true;
    }
    if (!request.has_header("Origin")) {
        return false;
    }
    const std::string origin = request.get_header_value("Origin");
    const QByteArrayView text = view(origin);
    const qsizetype scheme = text.indexOf("://");
    return scheme < 0 || !isLoopbackHost(text.sliced(scheme + 3));
}

/// As long for a wrong key as for the right one.
bool isSame(QByteArrayView a, QByteArrayView b)
{
    quint8 difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        difference |= quint8(a[i] ^ b[i]);
    }
    return difference == 0;
}

} // namespace

struct LocalEventsApi::Private
{
    LocalApiConfig config;
    ServedEvents events;
    LoopbackServer server;
    std::thread thread;
    quint16 port = 0;
    std::atomic<quint64> requestCount = 0;
    std::atomic<bool> hasEnded = false;
    std::mutex stopMutex;
    std::condition_variable stopping;

    void route();
    void answer(const httplib::Request &request, httplib::Response &response);
    void answerEvents(const httplib::Request &request, httplib::Response &response) const;
    bool hasKey(const httplib::Request &request) const;
    void sign(httplib::Response &response) const;
    void waitForLatency();
    void stop();
};

namespace {

void refuse(httplib::Response &response, const Refusal &refusal)
{
    response.status = refusal.status;
    response.set_content(refusal.body.constData(), size_t(refusal.body.size()), kJson);
}

} // namespace

void LocalEventsApi::Private::route()
{
    // GET and HEAD are answered before the library looks for a handler; the others after their body has been read,
    // because the next request of the connection follows it.
    server.set_pre_routing_handler(
        [this](const httplib::Request &request, httplib::Response &response) {
            const bool hasBody = request.method == "POST" || request.method == "PUT"
                                 || request.method == "PATCH" || request.method == "DELETE";
            if (hasBody) {
                return httplib::Server::HandlerResponse::Unhandled;
            }
            answer(request, response);
            return httplib::Server::HandlerResponse::Handled;
        });
    const auto handler = [this](const httplib::Request &request, httplib::Response &response) {
        answer(request, response);
    };
    server.Post(".*", handler).Put(".*", handler).Patch(".*", handler).Delete(".*", handler);
    // What the library refuses by itself (a broken request line, a body over the limit) is JSON too.
    server.set_error_handler(
        httplib::Server::Handler([this](const httplib::Request &, httplib::Response &response) {
            if (response.body.empty()) {
                refuse(response,
                       Refusal::withMessage(response.status, "The request could not be read."));
                sign(response);
            }
        }));
}

void LocalEventsApi::Private::sign(httplib::Response &response) const
{
    const Instant now = config.clock->now();
    response.set_header("Date", standard(httpDate(now)));
    response.set_header("X-Request-ID", standard(newRequestId(now)));
    if (!config.streamId.isEmpty()) {
        response.set_header("X-Playhead-Stream", standard(config.streamId));
    }
}

bool LocalEventsApi::Private::hasKey(const httplib::Request &request) const
{
    constexpr QByteArrayView kBearer("Bearer ");
    const std::string header = request.get_header_value("Authorization");
    const QByteArrayView given = view(header);
    return given.first(std::min(given.size(), kBearer.size())).compare(kBearer, Qt::CaseInsensitive)
               == 0
           && isSame(given.sliced(kBearer.size()).trimmed(), config.apiKey);
}

void LocalEventsApi::Private::answer(const httplib::Request &request, httplib::Response &response)
{
    QElapsedTimer timer;
    timer.start();
    waitForLatency();
    sign(response);
    const QByteArrayView target = view(request.target);
    const QByteArrayView path = target.first(
        std::min({target.size(), target.indexOf('?') < 0 ? target.size() : target.indexOf('?')}));
    if (isForeign(request)) {
        refuse(response,
               Refusal::withMessage(403, "This server answers only to its own computer."));
    } else if (path != "/events") {
        refuse(response, Refusal::withMessage(404, "Not Found"));
    } else {
        if (request.method != "GET" && request.method != "HEAD") {
            response.set_header("Allow", "GET, HEAD");
            refuse(response, Refusal::withMessage(405, "Method Not Allowed"));
        } else if (!hasKey(request)) {
            refuse(response, {401, R"({"message":"Unauthorized","code":"unauthorized"})"});
        } else {
            answerEvents(request, response);
        }
        ++requestCount;
    }
    qCDebug(lcApi,
            "local Events API: %s %s %d, %lld ms",
            request.method.c_str(),
            path.toByteArray().constData(),
            response.status,
            timer.elapsed());
}

void LocalEventsApi::Private::answerEvents(const httplib::Request &request,
                                           httplib::Response &response) const
{
    const auto asked = parseEventsRequest(view(request.target));
    if (!asked) {
        refuse(response, asked.error());
        return;
    }
    const auto page = eventsPage(events, *asked, config.clock->now());
    if (!page) {
        refuse(response, page.error());
        return;
    }
    response.status = 200;
    response.set_content(page->constData(), size_t(page->size()), kJson);
}

void LocalEventsApi::Private::waitForLatency()
{
    if (config.latencyMs > 0) {
        std::unique_lock lock(stopMutex);
        stopping.wait_for(lock, std::chrono::milliseconds(config.latencyMs), [this] {
            return server.isStopping();
        });
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

LocalEventsApi::LocalEventsApi()
    : d(std::make_unique<Private>())
{}

LocalEventsApi::~LocalEventsApi()
{
    d->stop();
}

Result<std::unique_ptr<LocalEventsApi>> LocalEventsApi::start(LocalApiConfig config,
                                                              const TypeCatalogue &catalogue)
{
    Result<ServedEvents> events = ServedEvents::build(std::move(config.events), catalogue);
    if (!events) {
        return tl::unexpected(events.error());
    }
    std::unique_ptr<LocalEventsApi> api(new LocalEventsApi); // the constructor is private
    Private &d = *api->d;
    config.events.clear();
    d.config = std::move(config);
    d.events = std::move(*events);
    if (!d.config.clock) {
        d.config.clock = std::make_shared<SystemClock>();
    }
    d.route();
    d.port = quint16(d.server.bindLoopback(d.config.port));
    if (d.port == 0) {
        return failure(
            ErrorCode::WrongUsage,
            QCoreApplication::translate(
                "LocalEventsApi",
                "Port %1 is taken by another program. Choose another port, or 0 for any free one.")
                .arg(d.config.port));
    }
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
    return d->config.apiKey;
}

quint64 LocalEventsApi::requestCount() const
{
    return d->requestCount;
}

} // namespace playhead
