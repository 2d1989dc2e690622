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

constexpr int kStallMs = 5'000;
/// Request line, headers and body together.
constexpr size_t kLargestRequest = 128 * 1024;

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_NOSIGNAL;
#else
constexpr int kSendFlags = 0; // the library ignores SIGPIPE
#endif

} // namespace

LoopbackStream::LoopbackStream(socket_t socket)
    : m_socket(socket)
{}

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
    return m_begin < m_end || waitFor(POLLIN, kStallMs);
}

bool LoopbackStream::is_writable() const
{
    return waitFor(POLLOUT, kStallMs);
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
