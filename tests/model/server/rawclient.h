// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QTcpSocket>
#include <QUrl>

/// An answer as it came over the wire.
struct RawAnswer
{
    int status = 0; ///< 0 = none came.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
};

/// One kept connection that sends exactly the bytes it is given.
class RawClient
{
public:
    explicit RawClient(const QUrl &url)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(url.port()));
        m_socket.waitForConnected();
    }

    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    void ask(const QByteArray &target,
             const QByteArray &headers = "Authorization: Bearer sk_test_playhead\r\n",
             const QByteArray &method = "GET")
    {
        send(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n");
    }
    RawAnswer receive(bool hasBody = true)
    {
        RawAnswer answer;
        QByteArray received;
        qsizetype end = -1;
        while ((end = received.indexOf("\r\n\r\n")) < 0) {
            if (!readMore(received)) {
                return answer;
            }
        }
        const QList<QByteArray> lines = received.left(end).split('\n');
        answer.status = lines.front().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = hasBody ? answer.headers.value("content-length").toInt() : 0;
        while (received.size() < end + 4 + length) {
            if (!readMore(received)) {
                return {};
            }
        }
        answer.body = received.mid(end + 4);
        return answer;
    }
    RawAnswer get(const QByteArray &target)
    {
        ask(target);
        return receive();
    }
    /// Whether the peer ends the connection.
    bool isEnded()
    {
        while (m_socket.state() == QAbstractSocket::ConnectedState) {
            if (!m_socket.waitForReadyRead(10'000)) {
                break;
            }
            m_socket.readAll();
        }
        return m_socket.state() != QAbstractSocket::ConnectedState;
    }

private:
    bool readMore(QByteArray &received)
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(20'000)) {
            return false;
        }
        received += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
};
