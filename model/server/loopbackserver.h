// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <httplib.h>
#include <mutex>
#include <set>

namespace playhead {

/// cpp-httplib's server with connections of our own: each request's bytes are limited, a connection lives until it has
/// been idle for a while, and all of them can be ended at once. Its own stop() waits up to its timeouts for a client
/// that hangs (seen with 0.11.4: 4 s).
class LoopbackServer : public httplib::Server
{
public:
    LoopbackServer();

    /// Port 0 = any free one. Returns the port, or 0 when it is taken.
    int bindLoopback(int port);
    /// Ends listening and every connection, also those that are just being accepted. Any thread.
    void stopNow();
    bool isStopping() const { return m_stopping; }

private:
    bool process_and_close_socket(socket_t socket) override;
    bool admit(socket_t socket);
    void dismiss(socket_t socket);
    void serve(socket_t socket);
    int idleMs();

    std::mutex m_mutex;
    std::set<socket_t> m_open;
    std::atomic<bool> m_stopping = false;
};

} // namespace playhead
