// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QUrl>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace playhead {

/// How a connection ended for the client.
enum class WireEnd {
    Closed,
    Reset,
    Silent ///< Nothing came for as long as it wanted to wait.
};

/// One connection of the system's own kind: Qt's tells a reset and an orderly end by the same error.
class WireClient
{
public:
    explicit WireClient(const QUrl &url)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(quint16(url.port()));
        peer.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::connect(m_socket, reinterpret_cast<const sockaddr *>(&peer), sizeof peer);
        setPatience(20'000);
    }
    ~WireClient() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(WireClient)

    void setPatience(int ms)
    {
        const timeval time{ms / 1000, (ms % 1000) * 1000};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    }
    void ask(const QByteArray &target,
             const QByteArray &headers = {},
             const QByteArray &method = "GET")
    {
        const QByteArray bytes = method + ' ' + target
                                 + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                   "sk_test_playhead\r\n"
                                 + headers + "\r\n";
#ifdef MSG_NOSIGNAL
        constexpr int kFlags = MSG_NOSIGNAL;
#else
        constexpr int kFlags = 0; // the library of the server under test ignores SIGPIPE
#endif
        ::send(m_socket, bytes.constData(), size_t(bytes.size()), kFlags);
    }
    /// Everything that comes until the end.
    WireEnd readToEnd()
    {
        for (;;) {
            char part[4096];
            const auto count = ::recv(m_socket, part, sizeof part, 0);
            if (count > 0) {
                m_got.append(part, count);
            } else if (count < 0 && errno == EINTR) {
                continue;
            } else {
                return count == 0            ? WireEnd::Closed
                       : errno == ECONNRESET ? WireEnd::Reset
                                             : WireEnd::Silent;
            }
        }
    }
    const QByteArray &got() const
    {
        return m_got;
    }
    QByteArray head() const
    {
        return m_got.left(m_got.indexOf("\r\n\r\n") + 4);
    }
    QByteArray body() const
    {
        return m_got.mid(m_got.indexOf("\r\n\r\n") + 4);
    }
    qsizetype length() const ///< Content-Length; 0 when none was sent.
    {
        const qsizetype field = head().indexOf("Content-Length: ");
        return field < 0 ? 0
                         : head().mid(field + 16, head().indexOf('\r', field) - field - 16).toInt();
    }

private:
    int m_socket;
    QByteArray m_got;
};

} // namespace playhead
