// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coveragewriter.h"

#include "model/api/coverage.h"
#include "model/events/eventstore.h"

#include <algorithm>

namespace playhead {

namespace {

constexpr quint64 kSyncEvents = 10'000;
constexpr auto kSyncEvery = std::chrono::seconds(1);

} // namespace

CoverageWriter::CoverageWriter(EventStore &store, Coverage &coverage)
    : m_store(store)
    , m_coverage(coverage)
{}

void CoverageWriter::start()
{
    m_unsyncedEvents = 0;
    m_lastSync = std::chrono::steady_clock::now();
}

bool CoverageWriter::isDue() const
{
    return m_unsyncedEvents >= kSyncEvents
           || std::chrono::steady_clock::now() - m_lastSync >= kSyncEvery;
}

Result<bool> CoverageWriter::write(ReadWindows &windows, const CoverageKey &key)
{
    if (std::none_of(windows.begin(), windows.end(), [](const ReadWindow &window) {
            return window.isUnwritten;
        })) {
        return false;
    }
    if (const Status synced = m_store.sync(); !synced) {
        return tl::unexpected(synced.error());
    }
    const EventRow storedRows = m_store.snapshot().rowCount();
    for (ReadWindow &window : windows) {
        if (!window.isUnwritten) {
            continue;
        }
        std::optional<TimeRange> covered = window.read.covered();
        if (covered) {
            covered->until = std::min(covered->until, window.edge.until());
        }
        if (covered && !covered->isEmpty()) {
            if (const Status added = m_coverage.add(key, *covered, storedRows); !added) {
                return tl::unexpected(added.error());
            }
        }
        window.isUnwritten = false;
    }
    start();
    return true;
}

} // namespace playhead
