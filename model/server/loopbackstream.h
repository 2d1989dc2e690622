// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/connectionlimits.h"

#include <array>
#include <chrono>
#include <httplib.h>

namespace playhead {

/// One accepted connection as cpp-httplib reads and writes it: buffered, with a limit on what one request may bring,
/// ended by a shutdown of its socket. One thread.
class LoopbackStream : public httplib::Stream
{
public:
    LoopbackStream(socket_t socket, const ConnectionLimits &limits);

    /// Waits for the first byte of a request; false when none came in time or the peer has gone.
    bool waitForRequest(int timeoutMs);
    /// Counts the bytes and the time of a request from here on.
    void beginRequest();
    /// Takes so many bytes of a body that nobody wants; false when they did not come.
    bool discard(size_t size);
    /// Tells the peer that nothing more comes and takes for a moment what it still sends: closed with unread bytes, the
    /// connection would be reset and its last answer lost.
    void linger();

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *to, size_t size) override;
    ssize_t write(const char *from, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

private:
    bool waitFor(short what, int timeoutMs) const;
    bool fill();

    socket_t m_socket;
    ConnectionLimits m_limits;
    std::chrono::steady_clock::time_point m_deadline; ///< Of the request that is being read.
    std::array<char, 8192> m_buffer{};
    size_t m_begin = 0;
    size_t m_end = 0;
    size_t m_taken = 0;
};

} // namespace playhead
