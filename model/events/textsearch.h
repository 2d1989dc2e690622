// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace playhead {

/// A part of a search's result.
struct TextAnswer
{
    quint64 request = 0; ///< As returned by TextSearch::search().
    std::vector<EventRow>
        hits; ///< Rows not named before, ascending. The first answer of a request may be empty.
    EventRow searchedTo = 0; ///< Every row before this one has been tested.
};

/// Finds a text in the bytes of all events of a store, on a standing thread of its own. A new text cancels the old one;
/// a text that goes on the old one tests only what the old one found. Orders return at once; the answers come on the
/// object's own thread, the first as soon as there is a hit, then at most ten a second. An outdated answer is dropped.
class TextSearch : public QObject
{
    Q_OBJECT

public:
    explicit TextSearch(QObject *parent = nullptr);
    ~TextSearch() override; ///< Ends the thread; waits for the block of bytes that it is in.

    /// Looks for `needle` (not empty) in all rows of the snapshot. Returns the request's number, never 0.
    quint64 search(const EventSnapshot &events, const QString &needle);
    /// The same store, grown: the new rows are tested too, and answered under the same number.
    void extend(const EventSnapshot &events);
    /// Nothing is looked for any more; forgets what was found, and the store.
    void stop();

signals:
    void answered(const playhead::TextAnswer &answer);

private:
    class Worker;

    void deliver(const TextAnswer &answer);

    quint64 m_request = 0; ///< 0 = nothing is looked for.
    quint64 m_lastRequest = 0;
    quint64 m_store =
        0; ///< Counts the calls of stop(): the worker may not see one that a search follows at once.
    std::unique_ptr<Worker> m_worker;
};

} // namespace playhead
