// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/coveragemap.h"
#include "model/api/readwindows.h"
#include "model/core/result.h"

#include <chrono>

namespace playhead {

class Coverage;
class EventStore;

/// Writes down what the windows of a read have read completely, seldom enough for the disk, always after the events
/// themselves are safe on it (semantics 9).
class CoverageWriter
{
public:
    CoverageWriter(EventStore &store, Coverage &coverage);

    /// A read starts: nothing of it is to be written yet.
    void start();
    void noteStored(size_t events) { m_unsyncedEvents += events; }
    /// A second or 10,000 events have passed since the last time.
    bool isDue() const;
    /// Writes the windows that have grown. True: the coverage has changed.
    Result<bool> write(ReadWindows &windows, const CoverageKey &key);

private:
    EventStore &m_store;
    Coverage &m_coverage;
    quint64 m_unsyncedEvents = 0;
    std::chrono::steady_clock::time_point m_lastSync;
};

} // namespace playhead
