// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/stubserver.h"

#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace playhead {

namespace {

QByteArray headOf(const StubAnswer &answer, const QByteArray &extra)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status)
                      + " Stub\r\nContent-Type: application/json\r\n" + extra;
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    return head + "\r\n";
}

QByteArray lengthHeader(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
}

void reset(QTcpSocket *socket)
{
    socket->flush();
#ifdef Q_OS_UNIX
    // Without lingering, closing sends RST instead of FIN.
    const linger none{1, 0};
    setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
    socket->abort();
}

} // namespace

QByteArray StubRequest::header(const QByteArray &lowerName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerName) {
            return value;
        }
    }
    return {};
}

QString StubRequest::parameter(const QString &name) const
{
    return QUrlQuery(QUrl(QString::fromUtf8(target)).query(QUrl::FullyEncoded))
        .queryItemValue(name, QUrl::FullyDecoded);
}

bool StubRequest::has(const QString &name) const
{
    return QUrlQuery(QUrl(QString::fromUtf8(target)).query(QUrl::FullyEncoded)).hasQueryItem(name);
}

StubServer::StubServer(QObject *parent)
    : QObject(parent)
    , m_fallback([](const StubRequest &) {
        return StubAnswer{404, "{}", {}, Travel::Whole};
    })
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

StubServer::~StubServer() = default;

QUrl StubServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void StubServer::read(QTcpSocket *socket)
{
    QByteArray text = socket->property("head").toByteArray() + socket->readAll();
    const qsizetype end = text.indexOf("\r\n\r\n");
    socket->setProperty("head", end < 0 ? text : text.mid(end + 4));
    if (end < 0) {
        return;
    }
    StubRequest request;
    request.number = ++m_count;
    const QByteArrayList lines = text.left(end).split('\n');
    request.target = lines.value(0).split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    m_requests.append(request);
    emit requested();
    const StubAnswer made = m_queue.isEmpty() ? m_fallback(request) : m_queue.takeFirst();
    if (m_holdUntil == 0 && !m_random) {
        answer(socket, made);
        return;
    }
    m_held.append({socket, made});
    if (m_held.size() < m_holdUntil) {
        return;
    }
    m_holdUntil = 0;
    if (m_random) {
        m_nextAnswer.start();
        return;
    }
    while (!m_held.isEmpty()) {
        answerOne();
    }
}

void StubServer::answerInRandomOrder(quint32 seed)
{
    m_random = QRandomGenerator(seed);
    m_nextAnswer.setInterval(0);
    connect(&m_nextAnswer, &QTimer::timeout, this, &StubServer::answerOne);
}

void StubServer::answerOne()
{
    const qsizetype number = m_random ? m_random->bounded(m_held.size()) : 0;
    const Held held = m_held.takeAt(number);
    if (m_held.isEmpty()) {
        m_nextAnswer.stop();
    }
    if (held.socket) {
        answer(held.socket, held.answer);
    }
}

void StubServer::answer(QTcpSocket *socket, const StubAnswer &answer)
{
    const QByteArray half = answer.body.left(answer.body.size() / 2);
    const QByteArray closing = "Connection: close\r\n";
    switch (answer.travel) {
    case Travel::Whole:
        socket->write(headOf(answer, lengthHeader(answer.body)) + answer.body);
        return;
    case Travel::CutWithLength:
        socket->write(headOf(answer, lengthHeader(answer.body)) + half);
        socket->disconnectFromHost();
        return;
    case Travel::CutWithoutLength:
        socket->write(headOf(answer, closing) + half);
        socket->disconnectFromHost();
        return;
    case Travel::CutChunked:
        socket->write(headOf(answer, "Transfer-Encoding: chunked\r\n")
                      + QByteArray::number(half.size(), 16) + "\r\n" + half + "\r\n");
        socket->disconnectFromHost();
        return;
    case Travel::CutDeflated:
    case Travel::Deflated: {
        // qCompress puts four bytes of length before the zlib stream.
        const QByteArray packed = qCompress(answer.body).mid(4);
        const bool isWhole = answer.travel == Travel::Deflated;
        socket->write(headOf(answer, closing + "Content-Encoding: deflate\r\n")
                      + packed.left(isWhole ? packed.size() : packed.size() / 2));
        socket->disconnectFromHost();
        return;
    }
    case Travel::SlowBytes: {
        socket->write(headOf(answer, "Content-Length: 1000000\r\n"));
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        timer->start(5);
        return;
    }
    case Travel::StallInside:
        socket->write(headOf(answer, lengthHeader(answer.body)) + half);
        return;
    case Travel::Silence:
        return;
    case Travel::ResetBefore:
        reset(socket);
        return;
    case Travel::ResetInside:
        socket->write(headOf(answer, lengthHeader(answer.body)) + half);
        reset(socket);
        return;
    case Travel::Endless: {
        socket->write(headOf(answer, closing));
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] {
            socket->write(QByteArray(64 * 1024, ' '));
        });
        timer->start(0);
        return;
    }
    }
}

} // namespace playhead
