// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturereader.h"
#include "model/events/eventstoredata.h"
#include "model/events/recordlog.h"
#include "model/events/storelock.h"

#include <QTemporaryDir>

#include <optional>

namespace playhead {

/// The file that an index was made of, as it was then. Any difference, and the index is not used.
struct CaptureStamp
{
    qint64 size = 0;
    qint64 writtenMs = 0; ///< When the file was last written, since 1970.
    quint64 sample = 0; ///< CaptureFile::sampleSum() of all of it.
    quint64 rules = 0; ///< columnRules()

    bool operator==(const CaptureStamp &) const = default;
};

/// How far a capture was read, and what was found in it beside the columns of its events.
struct CapturePlace
{
    qint64 next = 0; ///< Of the first byte that is not read yet.
    quint64 line = 1; ///< In which `next` lies, from 1.
    bool isInLine = false; ///< The event of that line was read before the line had its end.
    bool isArray = false;
    qint64 eventBytes = 0; ///< Of all events together.
    qint64 oldestUs = 0; ///< When the oldest and the newest event happened.
    qint64 newestUs = 0;
    quint64 doubles = 0; ///< Lines whose id was there before.
    quint64 leftOut = 0; ///< Lines that are no event.
    std::vector<LineLeftOut> firstLeftOut; ///< The first kMostLeftOutKept of them.
};
constexpr size_t kMostLeftOutKept = 1000;

/// Columns and dictionaries of one capture in a folder that is a cache: `capture.index`, `capture.commits` and, once all of
/// it is true, `capture.head`, which says what it is the index of. A folder that cannot be written, or in which another
/// Playhead works, is replaced by a temporary one. Made and used on one thread.
class CaptureIndex
{
public:
    /// `folder` empty = no cache is wanted.
    explicit CaptureIndex(QString folder);
    ~CaptureIndex();

    /// Takes what the folder holds, if that is whole and the index of this file; where reading goes on from.
    std::optional<CapturePlace> load(const CaptureStamp &stamp);
    /// Begins a new, empty index.
    Status reset();

    /// Adds rows behind the others. `bytes` are the file's from the end of the last call on, up to `rawEnd`.
    Status append(const std::vector<RowValues> &rows, qint64 rawEnd, QByteArrayView bytes);
    Status setFlag(EventRow row, EventFlag flag);
    /// The head: from now on, until the next change, the folder is a whole index.
    void save(const CaptureStamp &stamp, const CapturePlace &place);
    /// Whether the bytes that were indexed are still those in `bytes`. Reads them all.
    bool isOf(QByteArrayView bytes) const;

    const std::shared_ptr<StoreNames> &names() const { return m_names; }
    std::shared_ptr<const ColumnBlocks> blocks() const { return m_files->columns.blocks(); }
    quint32 rowCount() const { return m_rowCount; }

private:
    struct Files
    {
        ColumnFile columns;
        RecordLog commits;
    };
    struct Head;

    Status openFiles(StoreFile::Access access);
    std::optional<Head> readHead(const CaptureStamp &stamp) const;
    bool adopt(const Head &head);
    Status useTemporary();
    void forgetHead();
    quint64 columnsSum() const;

    QString m_folder;
    std::optional<StoreLock> m_lock;
    std::optional<QTemporaryDir> m_temporary;
    std::optional<Files> m_files;
    std::shared_ptr<StoreNames> m_names = std::make_shared<StoreNames>();
    NameCounts m_written; // names that the log holds
    quint32 m_rowCount = 0;
    qint64 m_rawEnd = 0;
    bool m_hasHead = false;
};

} // namespace playhead
