// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <optional>

class QTcpSocket;

namespace playhead {

/// A request as the stub read it.
struct StubRequest
{
    QByteArray target; ///< Raw: `/events?events=a%2Cb`
    QList<QPair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    quint64 number = 0; ///< From 1.

    QByteArray header(const QByteArray &lowerName) const;
    QString parameter(const QString &name) const; ///< Decoded; empty when missing.
    bool has(const QString &name) const;
};

/// How the bytes of an answer travel.
enum class Travel {
    Whole,
    CutWithLength, ///< Right Content-Length, half of the body, orderly close.
    CutWithoutLength, ///< No length, half of the body, orderly close.
    CutChunked, ///< Chunked, half of the body, no last chunk.
    CutDeflated, ///< Compressed without length, half of the compressed bytes.
    Deflated, ///< Compressed and whole.
    SlowBytes, ///< One byte each few milliseconds, never ending in time.
    StallInside, ///< Half of the body, then silence.
    Silence, ///< No answer at all.
    ResetBefore, ///< The connection is reset before any byte.
    ResetInside, ///< The connection is reset after half of the body.
    Endless, ///< Bytes without an end.
};

struct StubAnswer
{
    int status = 200;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    Travel travel = Travel::Whole;
};

/// A server on loopback, in the test's own thread, whose answers a test scripts: first those of the queue, then what the
/// fallback says.
class StubServer : public QObject
{
    Q_OBJECT

public:
    explicit StubServer(QObject *parent = nullptr);
    ~StubServer() override;

    QUrl url() const;
    void queue(const StubAnswer &answer) { m_queue.append(answer); }
    void setFallback(std::function<StubAnswer(const StubRequest &)> fallback)
    {
        m_fallback = std::move(fallback);
    }
    /// Nothing is answered before so many wait for it; then all are, and from then on each at once.
    void holdUntil(int requests) { m_holdUntil = requests; }
    /// Of the requests that wait, one after another is answered by chance, not the first first.
    void answerInRandomOrder(quint32 seed);
    const QList<StubRequest> &requests() const { return m_requests; }
    void forget() { m_requests.clear(); }

signals:
    void requested();

private:
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const StubAnswer &answer);
    void answerOne();

    struct Held
    {
        QPointer<QTcpSocket> socket;
        StubAnswer answer;
    };

    QTcpServer m_server;
    QList<StubAnswer> m_queue;
    QList<StubRequest> m_requests;
    std::function<StubAnswer(const StubRequest &)> m_fallback;
    quint64 m_count = 0;
    int m_holdUntil = 0;
    QList<Held> m_held;
    QTimer m_nextAnswer; ///< With answers in random order.
    std::optional<QRandomGenerator> m_random;
};

} // namespace playhead
