// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/requestlog.h"

#include <QThread>

#include <algorithm>

namespace playhead {

RequestLog::RequestLog(std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isUntold) {
            tell();
        }
    });
}

void RequestLog::add(const RequestRecord &record)
{
    Q_ASSERT(thread() == QThread::currentThread());
    ++m_count;
    m_retryCount += record.tryNumber > 1 ? 1 : 0;
    m_kept.push_back(std::make_shared<const LoggedRequest>(LoggedRequest{m_count, record}));
    if (m_kept.size() > kKept) {
        m_kept.pop_front();
    }
    m_isUntold = true;
    if (!m_pause.isActive()) {
        tell();
    }
}

void RequestLog::tell()
{
    m_isUntold = false;
    m_pause.start();
    emit grew();
}

void RequestLog::clear()
{
    m_kept.clear();
    m_count = 0;
    m_retryCount = 0;
    m_isUntold = false;
    m_pause.stop();
    emit cleared();
}

std::vector<LoggedRequestPtr> RequestLog::following(quint64 &place) const
{
    // Numbers have no gaps, so the place of one is known.
    const quint64 gone = m_count - m_kept.size();
    const quint64 skipped = std::clamp(place, gone, m_count) - gone;
    place = m_count;
    return {m_kept.begin() + qptrdiff(skipped), m_kept.end()};
}

bool isProblem(const RequestRecord &record)
{
    return !record.error.message.isEmpty() || !record.notes.isEmpty();
}

} // namespace playhead

#include "moc_requestlog.cpp"
