// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <httplib.h>

namespace playhead {

/// One accepted connection as cpp-httplib reads and writes it: buffered, with a limit on what one request may bring,
/// ended by a shutdown of its socket. One thread.
class LoopbackStream : public httplib::Stream
{
public:
    explicit LoopbackStream(socket_t socket);

    /// Waits for the first byte of a request; false when none came in time or the peer has gone.
    bool waitForRequest(int timeoutMs);
    /// Counts the bytes of a request from here on.
    void beginRequest() { m_taken = 0; }

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
    std::array<char, 8192> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    size_t m_taken = 0;
};

} // namespace playhead
