// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/wirewriter.h"

#include <algorithm>
#include <cmath>

namespace playhead {

namespace {

constexpr QByteArrayView kLengthField("\r\nContent-Length: ");
constexpr qsizetype kChunk = 1024;
constexpr std::chrono::milliseconds kSlowStep{50};

/// The value of Content-Length in a head as the library writes it, as a slice of it. Empty when there is none.
QByteArrayView lengthIn(QByteArrayView head)
{
    const qsizetype field = head.indexOf(kLengthField);
    if (field < 0) {
        return {};
    }
    const QByteArrayView rest = head.sliced(field + kLengthField.size());
    return rest.first(rest.indexOf('\r'));
}

} // namespace

WireWriter::WireWriter(const WirePlan &plan, Send send, Wait wait)
    : m_plan(plan)
    , m_send(std::move(send))
    , m_wait(std::move(wait))
{}

bool WireWriter::take(QByteArrayView bytes)
{
    if (m_isInBody) {
        return takeBody(bytes);
    }
    m_head.append(bytes);
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0) {
        return true;
    }
    const QByteArray body = m_head.mid(end + 4);
    m_head.truncate(end + 4);
    return beginBody(std::exchange(m_head, {})) && (body.isEmpty() || takeBody(body));
}

bool WireWriter::beginBody(QByteArray head)
{
    if (!m_plan.sendsHead) {
        return false;
    }
    m_isInBody = true;
    const QByteArrayView length = lengthIn(head);
    m_length = length.toLongLong();
    m_limit = m_length;
    if (m_plan.bodyShare < 1 && m_length > 1) {
        const auto share = qint64(std::floor(m_plan.bodyShare * double(m_length)));
        m_limit = std::clamp<qint64>(share, 1, m_length - 1);
    }
    const qsizetype begin = length.isEmpty() ? -1 : length.data() - head.constData();
    if (m_plan.isChunked && begin >= 0) {
        const qsizetype field = begin - kLengthField.size() + 2;
        head.replace(field, begin + length.size() - field, "Transfer-Encoding: chunked");
    } else if (m_plan.end == WirePlan::End::Whole && begin >= 0) {
        head.replace(begin, length.size(), QByteArray::number(m_limit));
    }
    return m_send(head);
}

bool WireWriter::takeBody(QByteArrayView bytes)
{
    const qint64 wanted = std::min<qint64>(bytes.size(), m_limit - m_taken);
    if (wanted <= 0) {
        return true; // behind the end that was told
    }
    m_taken += wanted;
    return sendSlowly(bytes.first(wanted)) && (m_taken < m_limit || endBody());
}

bool WireWriter::sendSlowly(QByteArrayView bytes)
{
    if (m_plan.bytesPerSecond <= 0) {
        return sendChunks(bytes);
    }
    const qint64 steps = std::chrono::seconds(1) / kSlowStep;
    const qint64 step = std::max<qint64>(m_plan.bytesPerSecond / steps, 1);
    while (!bytes.isEmpty()) {
        const qsizetype size = std::min<qsizetype>(bytes.size(), step);
        // Whether the peer is still there shows when the next bytes are sent.
        if (!sendChunks(bytes.first(size))) {
            return false;
        }
        m_wait(std::chrono::milliseconds(1000 * size / m_plan.bytesPerSecond));
        bytes = bytes.sliced(size);
    }
    return true;
}

bool WireWriter::sendChunks(QByteArrayView bytes)
{
    if (!m_plan.isChunked) {
        return m_send(bytes);
    }
    while (!bytes.isEmpty()) {
        const QByteArrayView part = bytes.first(std::min(bytes.size(), kChunk));
        QByteArray chunk = QByteArray::number(part.size(), 16) + "\r\n";
        chunk.append(part);
        if (!m_send(chunk + "\r\n")) {
            return false;
        }
        bytes = bytes.sliced(part.size());
    }
    return true;
}

bool WireWriter::endBody()
{
    switch (m_plan.end) {
    case WirePlan::End::Whole:
        return !m_plan.isChunked || m_send("0\r\n\r\n");
    case WirePlan::End::Stall:
        m_wait(m_plan.stallFor);
        return false;
    case WirePlan::End::Reset:
    case WirePlan::End::Cut:
        break;
    }
    return false;
}

std::optional<WireWriter::Place> WireWriter::cutPlace() const
{
    return m_isInBody && m_limit < m_length ? std::optional(Place{m_limit, m_length})
                                            : std::nullopt;
}

} // namespace playhead
