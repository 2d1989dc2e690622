// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedrequest.h"

#include <algorithm>

namespace playhead {

void RequestJournal::add(ServedRequest request)
{
    const std::scoped_lock lock(m_mutex);
    m_requests.push_back(std::move(request));
    ++m_count;
    if (m_requests.size() > kKept) {
        m_requests.pop_front();
    }
}

quint64 RequestJournal::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_count;
}

std::vector<ServedRequest> RequestJournal::newerThan(quint64 place) const
{
    const std::scoped_lock lock(m_mutex);
    const auto wanted = size_t(
        std::min<quint64>(m_count - std::min(place, m_count), m_requests.size()));
    return {m_requests.end() - std::ptrdiff_t(wanted), m_requests.end()};
}

} // namespace playhead
