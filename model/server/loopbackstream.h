// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/connectionlimits.h"
#include "model/server/wirewriter.h"

#include <array>
#include <chrono>
#include <functional>
#include <httplib.h>
#include <memory>

namespace playhead {

/// What became of an answer.
struct SentAnswer
{
    qint64 bytes = 0; ///< That were handed to the system, head and all.
    std::optional<WireWriter::Place> cut; ///< Where the body was cut on purpose.
};

/// One accepted connection as cpp-httplib reads and writes it: buffered, with a limit on what one request may bring,
/// ended by a shutdown of its socket; each answer goes out by a plan. One thread.
class LoopbackStream : public httplib::Stream
{
public:
    /// Lets time pass; may return early. For any thread.
    using Waiter = std::function<void(std::chrono::milliseconds)>;
    LoopbackStream(socket_t socket, const Waiter &waiter, const ConnectionLimits &limits);

    /// Waits for the first byte of a request; false when none came in time or the peer has gone.
    bool waitForRequest(int timeoutMs);
    /// Counts the bytes and the time of a request from here on.
    void beginRequest();
    /// Takes so many bytes of a body that nobody wants; false when they did not come.
    bool discard(size_t size);
    /// Tells the peer that nothing more comes and takes for a moment what it still sends: closed with unread bytes, the
    /// connection would be reset and its last answer lost.
    void linger();

    /// How the answer to this request goes out, and who is told when it has. Before its first byte.
    void setAnswer(const WirePlan &plan, std::function<void(const SentAnswer &)> whenSent);
    /// The library has written all of it.
    void endAnswer();
    /// Waits by the waiter, at most until the peer has ended its side.
    void waitFor(std::chrono::milliseconds time);
    /// Whether the plan has ended the connection, and whether by a reset.
    bool isEnded() const { return m_isEnded; }
    bool endsByReset() const { return m_isEnded && m_plan.end == WirePlan::End::Reset; }

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *to, size_t size) override;
    ssize_t write(const char *from, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

private:
    bool isReady(short what, int timeoutMs) const;
    bool hasPeerLeft() const;
    bool fill();
    bool send(const char *from, size_t size);

    socket_t m_socket;
    ConnectionLimits m_limits;
    std::chrono::steady_clock::time_point m_deadline; ///< Of the request that is being read.
    std::array<char, 8192> m_buffer{};
    size_t m_begin = 0;
    size_t m_end = 0;
    size_t m_taken = 0;
    const Waiter &m_waiter;
    WirePlan m_plan;
    std::unique_ptr<WireWriter> m_writer; ///< Empty: the answer goes out as it is.
    std::function<void(const SentAnswer &)> m_whenSent;
    qint64 m_sent = 0;
    bool m_isEnded = false;
};

} // namespace playhead
