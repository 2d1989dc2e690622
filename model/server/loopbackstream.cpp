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

LoopbackStream::LoopbackStream(socket_t socket, const ConnectionLimits &limits)
    : m_socket(socket)
    , m_limits(limits)
{}

void LoopbackStream::beginRequest()
{
    m_taken = 0;
    m_deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(m_limits.requestMs);
}

bool LoopbackStream::waitFor(short what, int timeoutMs) const
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
    return m_begin < m_end || (waitFor(POLLIN, timeoutMs) && fill());
}

bool LoopbackStream::is_readable() const
{
    return m_begin < m_end || waitFor(POLLIN, msUntil(m_deadline));
}

bool LoopbackStream::is_writable() const
{
    return waitFor(POLLOUT, m_limits.stallMs);
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
    while (msUntil(end) > 0 && waitFor(POLLIN, msUntil(end)) && fill()) {
    }
}

ssize_t LoopbackStream::write(const char *from, size_t size)
{
    size_t sent = 0;
    while (sent < size) {
        if (!is_writable()) {
            return -1;
        }
        const auto count = ::send(m_socket, from + sent, size - sent, kSendFlags);
        if (count <= 0) {
            return -1;
        }
        sent += size_t(count);
    }
    return ssize_t(size);
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
