// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/keptconnection.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace playhead {

namespace {

constexpr size_t kGrowth = 256 * 1024;

/// Of a header that the server writes in this spelling; empty when it is not there.
QByteArrayView valueOf(QByteArrayView head, QByteArrayView name)
{
    const qsizetype at = head.indexOf(name);
    if (at < 0) {
        return {};
    }
    const QByteArrayView rest = head.sliced(at + name.size());
    return rest.first(std::max<qsizetype>(rest.indexOf('\r'), 0)).trimmed();
}

} // namespace

KeptConnection::KeptConnection(quint16 port)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    , m_bytes(kGrowth)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close();
        return;
    }
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

KeptConnection::~KeptConnection()
{
    close();
}

void KeptConnection::close()
{
    if (m_socket >= 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

bool KeptConnection::send(QByteArrayView bytes)
{
    m_end = 0;
    while (isOpen() && !bytes.isEmpty()) {
        const auto count = ::send(m_socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (count <= 0) {
            close();
            return false;
        }
        bytes = bytes.sliced(count);
    }
    return isOpen();
}

bool KeptConnection::readMore()
{
    if (m_bytes.size() - size_t(m_end) < kGrowth / 4) {
        m_bytes.resize(m_bytes.size() + kGrowth);
    }
    const auto count =
        isOpen() ? ::recv(m_socket, &m_bytes[size_t(m_end)], m_bytes.size() - size_t(m_end), 0) : 0;
    if (count <= 0) {
        close();
        return false;
    }
    m_end += count;
    return true;
}

KeptConnection::Answer KeptConnection::receive(bool hasBody)
{
    Answer answer;
    qsizetype headEnd = -1;
    while ((headEnd = QByteArrayView(m_bytes.data(), m_end).indexOf("\r\n\r\n")) < 0) {
        if (!readMore()) {
            return answer;
        }
    }
    const qsizetype bodyBegin = headEnd + 4;
    const QByteArrayView head(m_bytes.data(), headEnd + 2);
    answer.status = head.sliced(9, 3).toByteArray().toInt();
    const bool isClosing = valueOf(head, "\r\nConnection:") == "close";
    const QByteArrayView length = valueOf(head, "\r\nContent-Length:");
    const bool isChunked = valueOf(head, "\r\nTransfer-Encoding:") == "chunked";
    const qsizetype size = hasBody ? length.toByteArray().toLongLong() : 0;
    const auto isComplete = [&] {
        return isChunked && hasBody
                   ? QByteArrayView(m_bytes.data(), m_end).sliced(bodyBegin).endsWith("0\r\n\r\n")
                   : m_end >= bodyBegin + size;
    };
    while (!(answer.isWhole = isComplete()) && readMore()) {
    }
    answer.head = QByteArrayView(m_bytes.data(), headEnd + 2); // the memory may have moved
    answer.body = QByteArrayView(m_bytes.data(), m_end).sliced(bodyBegin);
    if (isClosing) {
        close();
    }
    return answer;
}

} // namespace playhead
