// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedrequest.h"

#include "model/server/compactjson.h"

#include <QString>

#include <algorithm>

namespace playhead {

namespace {

/// What came over the wire may be anything; a line of JSON is UTF-8.
QByteArray readable(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8();
}

qsizetype textBytes(const ServedRequest &request)
{
    qsizetype bytes = 0;
    for (const QByteArray *text : {&request.method,
                                   &request.target,
                                   &request.client,
                                   &request.cursor,
                                   &request.after,
                                   &request.message,
                                   &request.faults,
                                   &request.requestId}) {
        bytes += text->size();
    }
    return bytes;
}

} // namespace

QByteArray servedRequestLine(const ServedRequest &request)
{
    CompactJson json;
    const auto numberOrNull = [&json](QByteArrayView key, qint64 value, bool isKnown) {
        isKnown ? json.number(key, value) : json.null(key);
    };
    json.open('{').number("number", qint64(request.number));
    json.text("method", readable(request.method)).text("target", readable(request.target));
    json.textOrNull("client", readable(request.client));
    json.textOrNull("cursor", readable(request.cursor));
    numberOrNull("status", request.status, request.status != 0);
    numberOrNull("events", request.events, request.events >= 0);
    json.textOrNull("after", request.after);
    json.textOrNull("message", readable(request.message));
    json.textOrNull("faults", request.faults);
    json.number("bytes", request.bytes).number("sent", request.sent);
    json.time("at", request.at);
    json.raw("ms", QByteArray::number(double(request.microseconds) / 1000, 'f', 3));
    json.text("request_id", request.requestId).close('}');
    return json.bytes();
}

void RequestJournal::add(ServedRequest request)
{
    const std::scoped_lock lock(m_mutex);
    m_bytes += textBytes(request);
    m_requests.push_back(std::move(request));
    ++m_count;
    m_faultCount += m_requests.back().faults.isEmpty() ? 0 : 1;
    while (m_requests.size() > kKept || m_bytes > kKeptBytes) {
        m_bytes -= textBytes(m_requests.front());
        m_requests.pop_front();
    }
}

quint64 RequestJournal::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_count;
}

quint64 RequestJournal::faultCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_faultCount;
}

std::vector<ServedRequest> RequestJournal::newerThan(quint64 place) const
{
    return following(place);
}

std::vector<ServedRequest> RequestJournal::following(quint64 &place) const
{
    const std::scoped_lock lock(m_mutex);
    const auto wanted = size_t(
        std::min<quint64>(m_count - std::min(place, m_count), m_requests.size()));
    place = m_count;
    return {m_requests.end() - std::ptrdiff_t(wanted), m_requests.end()};
}

} // namespace playhead
