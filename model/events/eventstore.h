// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"
#include "model/events/eventsnapshot.h"

#include <QObject>
#include <QString>

#include <span>
#include <vector>

namespace playhead {

/// What append() did with a page.
struct AppendOutcome
{
    std::vector<EventRow> rows; ///< For each event of the page its row, new or old.
    EventRow firstNew = 0; ///< The new rows are [firstNew, firstNew + added).
    quint32 added = 0;
    quint32 alreadyStored =
        0; ///< Ids that were there before; their first bytes stay (semantics 10).
    quint32 differing = 0; ///< Of those, how many came with other bytes; logged.
};

/// All events of one environment, in one folder: `events.ndjson` (the bytes of each event, one line each, append-only),
/// `events.index` and `events.commits` (columns; dictionaries and commits: a cache, rebuilt from the bytes when missing or
/// damaged), `events.marks` (the few facts that are not in the bytes). One writer: the folder is locked. Made, used and destroyed on the ingest thread; snapshot() may be called from any thread.
class EventStore : public QObject
{
    Q_OBJECT

public:
    enum class Access {
        ReadWrite,
        ReadOnly
    };

    /// Opens or makes the store. Cuts off what a crash left half written. Locked when another process writes it (the
    /// message names the process); a ReadOnly store takes no lock and serves what was committed when it was opened.
    static Result<std::unique_ptr<EventStore>> open(const QString &folder,
                                                    const TypeCatalogue &catalogue,
                                                    Access access = Access::ReadWrite);
    ~EventStore() override;

    /// Adds the events of one page in the server's order, each id once, and commits them together: after a crash of the
    /// process the whole page is there or nothing of it. `readOrganization` is the organization_id that was asked for:
    /// events without one of their own are marked and counted as its. DiskFull, Unwritable: nothing was added.
    Result<AppendOutcome> append(std::span<const DecodedEvent> page,
                                 const OrganizationId &readOrganization = {});

    /// Marks an event as received again inside one read (semantics 10).
    void markReceivedAgain(EventRow row);
    /// Marks an event that the server sent after a younger one (semantics 2).
    void markOutOfOrder(EventRow row);

    /// Puts everything committed so far on the disk. Called before a coverage or a cursor names it (semantics 9). A ReadOnly
    /// store does so with what another process wrote.
    Status sync();

    /// What is committed now. Any thread.
    EventSnapshot snapshot() const;

    const QString &folder() const;

signals:
    /// Once per append() that added rows, from the ingest thread.
    void rowsAppended(quint32 firstRow, quint32 count);
    /// Flags or organizations of rows that were stored before have changed (semantics 2, 8, 10): what was counted from
    /// them is to be counted anew.
    void rowsMarked(quint32 count);

private:
    EventStore();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
