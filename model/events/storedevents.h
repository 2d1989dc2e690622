// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/columnsum.h"
#include "model/events/eventmarks.h"
#include "model/events/eventstore.h"
#include "model/events/eventstoredata.h"
#include "model/events/storelock.h"

#include <QTemporaryDir>

#include <chrono>
#include <map>
#include <mutex>

namespace playhead {

struct LineBatch;

/// Where a commit record says the files end, and the new texts that it brings.
struct CommitRecord
{
    quint64 rows = 0;
    qint64 rawEnd = 0;
    quint64 rawChecksum = 0; ///< Of the raw bytes since the record before.

    /// `names` from `known` on go into the record.
    QByteArray written(const StoreNames &names, const NameCounts &known) const;
    /// Reads the fixed part and takes it from `payload`.
    static std::optional<CommitRecord> read(QByteArrayView &payload);
    /// Adds the texts in the rest of a payload; false when they are damaged.
    static bool adoptNames(QByteArrayView rest, StoreNames &names);
};

/// The files of one store and what is committed in them; the working side of EventStore.
///
/// A page goes: bytes to the raw file, marks, columns, then its commit record, which carries the new texts as well. Only
/// then readers see it. What was written since the last sync point is trusted after a crash only as far as the commit
/// records and the checksums of the raw bytes reach, and its columns are read from the bytes again.
class StoredEvents
{
public:
    /// The catalogue is used by open() only.
    StoredEvents(QString folder, const TypeCatalogue &catalogue, EventStore::Access access);

    /// To be called once, first.
    Status open();

    struct Outcome
    {
        AppendOutcome page;
        quint32 assigned = 0; ///< Rows stored before that now count as the read organization's.
    };
    Result<Outcome> append(std::span<const DecodedEvent> page, const QByteArray &readOrganization);
    /// False when the row has the flag already.
    Result<bool> mark(EventRow row, EventFlag flag);

    Status sync();
    bool hasUnsynced() const { return m_unsyncedRows > 0 || m_hasUnsyncedMarks; }
    /// True when one second or 10,000 events have passed since the first that is not synced.
    bool isSyncDue() const;

    /// Any thread.
    std::shared_ptr<const EventStoreData> data() const;
    const QString &folder() const { return m_folder; }

private:
    struct Files
    {
        RawFile raw;
        ColumnFile columns;
        RecordLog commits;
        EventMarks marks;
    };
    /// A place up to which the files belong together.
    struct Commit
    {
        quint64 rows = 0;
        qint64 rawEnd = 0;
        qint64 recordEnd = 0; ///< In the log of commits.

        bool operator==(const Commit &) const = default;
    };
    /// What append() finds out about a page before it writes anything.
    struct NewPage
    {
        std::vector<RowValues> rows;
        std::vector<size_t> sources; ///< For each new row its place in the page.
        std::vector<EventRow> assigned; ///< Rows stored before that get the read organization.
        qint64 rawSize = 0;
        Outcome outcome;
    };

    static constexpr QLatin1StringView kRawName{"/events.ndjson"};
    static constexpr QLatin1StringView kIndexName{"/events.index"};
    static constexpr QLatin1StringView kCommitsName{"/events.commits"};
    static constexpr QLatin1StringView kMarksName{"/events.marks"};

    // Opening: storerecovery.cpp.
    Status openFiles(const QString &indexFolder);
    Result<bool> openCommitted(const ColumnFile::SyncPoint &point);
    Result<std::pair<Commit, Commit>> findCommits(const ColumnFile::SyncPoint &point) const;
    Result<bool> openForReading(const Commit &synced, const Commit &newest);
    Status openForWriting(const ColumnFile::SyncPoint &point,
                          const Commit &synced,
                          const Commit &newest);
    Result<bool> loadNames(const Commit &synced, const Commit &last);
    bool areColumnsWhole(const Commit &from, const Commit &to) const;
    bool isReadOnly() const { return m_access == EventStore::Access::ReadOnly; }

    // Making columns of bytes: storerebuild.cpp.
    /// Whether the bytes that are read again have their commit records still.
    enum class Commits {
        Known,
        Lost
    };
    Status rebuild();
    qint64 endOfWholePages() const;
    Status indexRaw(qint64 begin, qint64 end, Commits commits);
    std::vector<RowValues> rowsOf(const LineBatch &batch, const EventStoreData &known);

    // What the bytes do not tell: storemarking.cpp.
    Status writeMarks(const QByteArray &readOrganization,
                      const NewPage &sorted,
                      qint64 rawBegin,
                      qint64 rawEnd);
    Status assign(std::span<const EventRow> rows, const QByteArray &readOrganization);
    Status writeFacts(EventRow row, quint32 organization, quint16 flags);
    Status applyMarks();
    Status restoreMarks();
    std::map<EventRow, RowValues> valuesBeforeMarks(quint64 rows, qint64 marksEnd) const;
    bool areColumnsTrue(const ColumnFile::SyncPoint &point) const;
    Status takeBackMarks(quint64 rows, qint64 marksEnd);

    // Adding: storedevents.cpp.
    Status checkPage(std::span<const DecodedEvent> page) const;
    void sortPage(std::span<const DecodedEvent> page,
                  const QByteArray &readOrganization,
                  NewPage &sorted);
    Status storePage(std::span<const DecodedEvent> page,
                     const QByteArray &readOrganization,
                     const NewPage &sorted);
    /// Writes columns and commit record of `rows`, whose bytes are `bytes` at `rawBegin`, and shows them to readers.
    Status commit(const std::vector<RowValues> &rows, qint64 rawBegin, QByteArrayView bytes);
    Status appendCommit(const CommitRecord &record);
    void show(const std::vector<RowValues> &rows, qint64 rawEnd);
    void rollBack(qint64 marksEnd);
    void publish(quint64 rows, qint64 rawEnd);
    void noteUnsynced();
    Status writeSyncPoint();
    Status syncOthers() const;

    const QString m_folder;
    const TypeCatalogue &m_catalogue;
    const EventStore::Access m_access;
    std::optional<StoreLock> m_lock;
    std::optional<QTemporaryDir>
        m_temporaryIndex; // for a reader whose index cannot be used: it may write none there
    std::optional<Files> m_files; // none: a reader of a store that nobody has written yet
    std::shared_ptr<StoreNames> m_names = std::make_shared<StoreNames>();

    ColumnsSum m_columnsSum; // of the committed rows
    quint32 m_unsyncedRows = 0;
    bool m_hasUnsyncedMarks = false;
    std::chrono::steady_clock::time_point m_firstUnsynced;

    mutable std::mutex m_dataMutex;
    std::shared_ptr<const EventStoreData> m_data = std::make_shared<EventStoreData>();
};

} // namespace playhead
