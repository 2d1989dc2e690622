// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/loopbackstream.h"

#ifndef _WIN32
#include <poll.h>
#endif

#include <algorithm>
#include <cstring>

namespace playhead {

namespace {

constexpr std::chrono::milliseconds kLinger{1'000};
/// Request line, headers and body together.
constexpr size_t kLargestRequest = 128 * 1024;

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_NOSIGNAL;
#else
constexpr int kSendFlags = 0; // the library ignores SIGPIPE
#endif

/// Milliseconds until `time`, rounded up; 0 when it is over.
int msUntil(std::chrono::steady_clock::time_point time)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(
        time - std::chrono::steady_clock::now());
    return int(std::max<std::chrono::milliseconds::rep>(0, left.count()));
}

} // namespace

LoopbackStream::LoopbackStream(socket_t socket,
                               const Waiter &waiter,
                               const ConnectionLimits &limits)
    : m_socket(socket)
    , m_limits(limits)
    , m_waiter(waiter)
{}

bool LoopbackStream::isReady(short what, int timeoutMs) const
{
#ifdef _WIN32
    WSAPOLLFD wanted{m_socket, what, 0};
    return ::WSAPoll(&wanted, 1, timeoutMs) > 0;
#else
    pollfd wanted{m_socket, what, 0};
    int found = 0;
    do {
        found = ::poll(&wanted, 1, timeoutMs);
    } while (found < 0 && errno == EINTR);
    return found > 0;
#endif
}

bool LoopbackStream::waitForRequest(int timeoutMs)
{
    return m_begin < m_end || (isReady(POLLIN, timeoutMs) && fill());
}

bool LoopbackStream::is_readable() const
{
    return m_begin < m_end || isReady(POLLIN, msUntil(m_deadline));
}

bool LoopbackStream::is_writable() const
{
    return isReady(POLLOUT, m_limits.stallMs);
}

bool LoopbackStream::fill()
{
    const auto got = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
    m_begin = 0;
    m_end = got > 0 ? size_t(got) : 0;
    return got > 0;
}

ssize_t LoopbackStream::read(char *to, size_t size)
{
    if (m_taken >= kLargestRequest || !is_readable() || (m_begin == m_end && !fill())) {
        return -1;
    }
    const size_t count = std::min({size, m_end - m_begin, kLargestRequest - m_taken});
    std::memcpy(to, m_buffer.data() + m_begin, count);
    m_begin += count;
    m_taken += count;
    return ssize_t(count);
}

bool LoopbackStream::discard(size_t size)
{
    std::array<char, 4096> unwanted{};
    while (size > 0) {
        const ssize_t count = read(unwanted.data(), std::min(size, unwanted.size()));
        if (count <= 0) {
            return false;
        }
        size -= size_t(count);
    }
    return true;
}

void LoopbackStream::linger()
{
#ifdef _WIN32
    ::shutdown(m_socket, SD_SEND);
#else
    ::shutdown(m_socket, SHUT_WR);
#endif
    const auto end = std::chrono::steady_clock::now() + kLinger;
    while (msUntil(end) > 0 && isReady(POLLIN, msUntil(end)) && fill()) {
    }
}

bool LoopbackStream::send(const char *from, size_t size)
{
    size_t sent = 0;
    while (sent < size) {
        if (!is_writable()) {
            return false;
        }
        const auto count = ::send(m_socket, from + sent, size - sent, kSendFlags);
        if (count <= 0) {
            return false;
        }
        sent += size_t(count);
        m_sent += count;
    }
    return true;
}

ssize_t LoopbackStream::write(const char *from, size_t size)
{
    if (!m_isEnded) {
        m_isEnded = m_writer ? !m_writer->take({from, qsizetype(size)}) : !send(from, size);
    }
    return m_isEnded ? -1 : ssize_t(size);
}

void LoopbackStream::beginRequest()
{
    m_taken = 0;
    m_deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(m_limits.requestMs);
    m_sent = 0;
    m_plan = {};
    m_writer.reset();
    m_whenSent = nullptr;
}

void LoopbackStream::setAnswer(const WirePlan &plan,
                               std::function<void(const SentAnswer &)> whenSent)
{
    m_plan = plan;
    m_whenSent = std::move(whenSent);
    if (plan != WirePlan()) {
        m_writer = std::make_unique<WireWriter>(
            plan,
            [this](QByteArrayView bytes) { return send(bytes.data(), size_t(bytes.size())); },
            [this](std::chrono::milliseconds time) { waitFor(time); });
    }
}

void LoopbackStream::endAnswer()
{
    if (m_whenSent) {
        m_whenSent({m_sent, m_writer ? m_writer->cutPlace() : std::nullopt});
        m_whenSent = nullptr;
    }
}

bool LoopbackStream::hasPeerLeft() const
{
    // A connection that is shut down on this side, too, is readable and gives no byte.
    char byte = 0;
    return isReady(POLLIN, 0) && ::recv(m_socket, &byte, 1, MSG_PEEK) <= 0;
}

void LoopbackStream::waitFor(std::chrono::milliseconds time)
{
    // In steps, so that a peer that has gone does not keep its place among the connections.
    constexpr std::chrono::milliseconds kStep{250};
    while (time.count() > 0) {
        const auto step = std::min(time, kStep);
        m_waiter(step);
        time -= step;
        if (hasPeerLeft()) {
            return;
        }
    }
}

void LoopbackStream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_in peer{};
    socklen_t length = sizeof peer;
    ip = "127.0.0.1";
    port = ::getpeername(m_socket, reinterpret_cast<sockaddr *>(&peer), &length) == 0
               ? ntohs(peer.sin_port)
               : 0;
}

void LoopbackStream::get_local_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_in own{};
    socklen_t length = sizeof own;
    ip = "127.0.0.1";
    port = ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&own), &length) == 0
               ? ntohs(own.sin_port)
               : 0;
}

} // namespace playhead
