// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/loopbackserver.h"

#include "model/server/acceptencoding.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <semaphore>

namespace playhead {

namespace {

constexpr size_t kThreads = 64;
constexpr size_t kCrowded = kThreads - 16;
constexpr size_t kLargestBody = 64 * 1024;
constexpr int kBacklog = 128;
/// There is no such limit, but the library tells one.
constexpr size_t kToldRequests = 1'000'000;

void shutDown(socket_t socket)
{
#ifdef _WIN32
    ::shutdown(socket, SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

void closeSocket(socket_t socket)
{
#ifdef _WIN32
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

/// With this the closing of the socket resets the connection, if it was not shut down before.
void letCloseReset(socket_t socket)
{
    const linger atOnce{1, 0};
    ::setsockopt(socket,
                 SOL_SOCKET,
                 SO_LINGER,
                 reinterpret_cast<const char *>(&atOnce),
                 sizeof atOnce);
}

/// The library's own choice is SO_REUSEPORT, with which a second server gets the same port without an error.
void reuseAddressOnly(socket_t socket)
{
    const int yes = 1;
#ifdef _WIN32
    ::setsockopt(socket,
                 SOL_SOCKET,
                 SO_EXCLUSIVEADDRUSE,
                 reinterpret_cast<const char *>(&yes),
                 sizeof yes);
#else
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
#endif
}

/// Takes out what we do not serve: parts of a body, and brotli, which takes 100 times as long as gzip at the library's
/// setting.
void simplify(httplib::Request &request)
{
    request.ranges.clear();
    const auto [first, last] = request.headers.equal_range("Accept-Encoding");
    const bool wantsGzip = std::any_of(first, last, [](const auto &header) {
        return acceptsGzip(QByteArrayView(header.second.data(), qsizetype(header.second.size())));
    });
    request.headers.erase("Accept-Encoding");
    if (wantsGzip) {
        request.headers.emplace("Accept-Encoding", "gzip");
    }
}

/// The bytes of the body that follows a request; empty when that cannot be told (RFC 9112, 6.3).
std::optional<size_t> bodyLength(const httplib::Request &request)
{
    const auto [first, last] = request.headers.equal_range("Content-Length");
    if (request.has_header("Transfer-Encoding") || (first != last && std::next(first) != last)) {
        return std::nullopt;
    }
    if (first == last) {
        return 0;
    }
    const std::string &text = first->second;
    const char *const end = text.data() + text.size();
    size_t length = 0;
    const auto [stop, error] = std::from_chars(text.data(), end, length);
    return error == std::errc() && stop == end ? std::optional(length) : std::nullopt;
}

/// Threads for all connections that may be open. The listener waits in enqueue() while all are busy, so that further
/// connections stay with the system instead of holding a file each.
class ConnectionThreads : public httplib::ThreadPool
{
public:
    ConnectionThreads()
        : ThreadPool(kThreads)
    {}

    void enqueue(std::function<void()> serve) override
    {
        m_free.acquire();
        ThreadPool::enqueue([this, serve = std::move(serve)] {
            serve();
            m_free.release();
        });
    }

private:
    std::counting_semaphore<> m_free{kThreads};
};

} // namespace

LoopbackServer::LoopbackServer(LoopbackStream::Waiter waiter, const ConnectionLimits &limits)
    : m_waiter(std::move(waiter))
    , m_limits(limits)
{
    // A kept connection holds a thread. The library takes ownership of the pool.
    new_task_queue = [] { return new ConnectionThreads; };
    set_tcp_nodelay(true);
    set_socket_options(reuseAddressOnly);
    set_write_timeout(std::chrono::milliseconds(limits.stallMs));
    // What the library tells in Keep-Alive; how long a connection lives is decided in serve().
    set_keep_alive_timeout(std::max(1, limits.idleMs / 1000));
    set_keep_alive_max_count(kToldRequests);
}

int LoopbackServer::bindLoopback(int port)
{
    const char *host = "127.0.0.1";
    const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    if (bound <= 0) {
        return 0;
    }
    // The library listens with a backlog of 5; with more clients at once the kernel lets some wait for a second.
    ::listen(svr_sock_, kBacklog);
    return bound;
}

void LoopbackServer::stopNow()
{
    m_stopping = true;
    stop();
    const std::scoped_lock lock(m_mutex);
    for (const socket_t socket : m_open) {
        shutDown(socket);
    }
}

bool LoopbackServer::admit(socket_t socket)
{
    const std::scoped_lock lock(m_mutex);
    if (m_stopping) {
        return false;
    }
    m_open.insert(socket);
    return true;
}

void LoopbackServer::dismiss(socket_t socket)
{
    // Before it is closed: its number may be another file's right after.
    const std::scoped_lock lock(m_mutex);
    m_open.erase(socket);
}

int LoopbackServer::idleMs()
{
    const std::scoped_lock lock(m_mutex);
    return m_open.size() > kCrowded ? m_limits.crowdedIdleMs : m_limits.idleMs;
}

int LoopbackServer::refusalStatus(const httplib::Request &request)
{
    const bool isChunked = request.has_header("Transfer-Encoding");
    if (request.headers.count("Host") > 1 || (!isChunked && !bodyLength(request))) {
        return 400;
    }
    return !isChunked && *bodyLength(request) > kLargestBody ? 413 : 0;
}

bool LoopbackServer::process_and_close_socket(socket_t socket)
{
    LoopbackStream stream(socket, m_waiter, m_limits);
    if (admit(socket)) {
        serve(stream);
        dismiss(socket);
    }
    if (stream.endsByReset()) {
        letCloseReset(socket);
    } else {
        shutDown(socket);
    }
    closeSocket(socket);
    return true;
}

LoopbackStream &LoopbackServer::carrierOf(const httplib::Request &request)
{
    const std::scoped_lock lock(m_mutex);
    return *m_carriers.at(&request);
}

void LoopbackServer::serve(LoopbackStream &stream)
{
    bool goesOn = true;
    while (goesOn && !m_stopping && stream.waitForRequest(idleMs())) {
        stream.beginRequest();
        const std::optional<size_t> unread = answerOne(stream);
        stream.endAnswer();
        goesOn = unread && !stream.isEnded() && stream.discard(*unread);
    }
    if (!goesOn && !stream.isEnded() && !m_stopping) {
        stream.linger();
    }
}

std::optional<size_t> LoopbackServer::answerOne(LoopbackStream &stream)
{
    std::optional<size_t> unread;
    bool isClosing = false;
    const httplib::Request *carried = nullptr;
    const bool isAnswered =
        process_request(stream, false, isClosing, [&](httplib::Request &request) {
            simplify(request);
            unread = bodyLength(request);
            carried = &request;
            const std::scoped_lock lock(m_mutex);
            m_carriers[carried] = &stream;
        });
    if (carried != nullptr) {
        const std::scoped_lock lock(m_mutex);
        m_carriers.erase(carried);
    }
    return isAnswered && !isClosing && unread && *unread <= kLargestBody ? unread : std::nullopt;
}

} // namespace playhead
