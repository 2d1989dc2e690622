// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/connectionlimits.h"
#include "model/server/loopbackstream.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace playhead {

/// cpp-httplib's server with connections of our own: at most 64 at once, the next one waits to be accepted; each
/// request's bytes and time are limited, a connection lives until it has been idle for a while, and all of them can be
/// ended at once. The library's own stop() waits up to its timeouts for a client that hangs (seen with 0.11.4: 4 s).
/// Bodies of requests are passed over unread: the pre-routing handler has to answer all methods, because what the library
/// would do with a body (unpack it, take it apart with regular expressions) has no bounds.
class LoopbackServer : public httplib::Server
{
public:
    /// `waiter` lets faults wait; it must return early once isStopping().
    explicit LoopbackServer(LoopbackStream::Waiter waiter, const ConnectionLimits &limits = {});

    /// Port 0 = any free one. Returns the port, or 0 when it is taken or not allowed.
    int bindLoopback(int port);
    /// Ends listening and every connection, also those that are just being accepted. Any thread.
    void stopNow();
    bool isStopping() const { return m_stopping; }
    /// The connection of a request that a handler is answering; for that handler only.
    LoopbackStream &carrierOf(const httplib::Request &request);
    /// The status by which a request must be refused whose end cannot be told (400) or whose body is too large (413);
    /// 0 = it can be answered.
    static int refusalStatus(const httplib::Request &request);

private:
    bool process_and_close_socket(socket_t socket) override;
    bool admit(socket_t socket);
    void dismiss(socket_t socket);
    void serve(LoopbackStream &stream);
    /// The bytes of a body that are still to be passed over before the next request; empty when none can follow.
    std::optional<size_t> answerOne(LoopbackStream &stream);
    int idleMs();

    LoopbackStream::Waiter m_waiter;
    const ConnectionLimits m_limits;
    std::mutex m_mutex;
    std::set<socket_t> m_open;
    std::map<const httplib::Request *, LoopbackStream *> m_carriers;
    std::atomic<bool> m_stopping = false;
};

} // namespace playhead
