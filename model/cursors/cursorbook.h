// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorfile.h"
#include "model/cursors/cursorstore.h"
#include "model/cursors/savedplace.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace playhead {

class DatabaseWorker;

/// The window's list of one environment's cursors; stored by the database worker. Orders return at once, results come as
/// signals. A change made meanwhile by another Playhead or the command line is never overwritten: failed() with Conflict,
/// and changed() with what is stored now. While there is an environment the book looks for such changes.
class CursorBook : public QObject
{
    Q_OBJECT

public:
    /// `worker` and `clock` must outlive the book. Others' changes are looked for every `lookEvery`.
    CursorBook(DatabaseWorker &worker,
               const Clock &clock,
               QObject *parent = nullptr,
               std::chrono::milliseconds lookEvery = std::chrono::seconds(1));
    ~CursorBook() override;

    /// 0 = none. Loads that environment's cursors.
    void setEnvironment(qint64 environmentId);
    /// Runs on the worker before a cursor is committed: puts the events that it may name on the disk (semantics 9).
    void setBeforeCommit(std::function<Status()> syncEvents);

    const QList<Cursor> &cursors() const; ///< By name.
    /// Whether cursors() are those that are stored; false until they were read, or when they cannot be.
    bool isLoaded() const;
    std::optional<Cursor> cursor(qint64 id) const;
    bool canUndo() const;
    bool canRedo() const;
    /// What undo() would take back and redo() repeat, for their texts; empty = nothing.
    const std::optional<CursorHistoryEntry> &undoEntry() const;
    const std::optional<CursorHistoryEntry> &redoEntry() const;
    const QList<SavedPlace> &savedPlaces() const; ///< Newest first.

    /// How an order ended: told once, after changed() and before the other signals. A failure told to an answer is not
    /// told by failed() as well; when `context` is gone by then, failed() tells it.
    using Answer = std::function<void(const Status &)>;
    void create(const Cursor &cursor, QObject *context = nullptr, Answer answer = {});
    /// Likewise, imported or recovered; as in CursorStore::create().
    void create(const Cursor &cursor,
                CursorChange change,
                const QString &how,
                const QString &reason,
                QObject *context = nullptr,
                Answer answer = {});
    /// Name and note.
    void edit(const Cursor &cursor, QObject *context = nullptr, Answer answer = {});
    void apply(const MovePlan &plan,
               const QString &reason,
               QObject *context = nullptr,
               Answer answer = {});
    void remove(const Cursor &cursor, QObject *context = nullptr, Answer answer = {});
    /// Conflict, and nothing is taken back, when others changed what this book has not told yet.
    void undo();
    void redo();
    /// As SavedPlaceStore::save(); a place that was removed comes back as it was.
    void savePlace(const SavedPlace &place, QObject *context = nullptr, Answer answer = {});
    void renamePlace(const SavedPlace &place,
                     const QString &name,
                     QObject *context = nullptr,
                     Answer answer = {});
    void removePlace(const SavedPlace &place, QObject *context = nullptr, Answer answer = {});

    /// Writes the cursors and saved places of the environment, as they are stored, to a file; the old one stays whole when
    /// that fails. `environment` is its name; `baseUrl` empty for the demo and captures.
    void exportTo(const QString &path,
                  const QString &environment,
                  const QUrl &baseUrl,
                  QObject *context,
                  Answer answer);
    /// Reads such a file and works out what its import would do. Changes nothing. Dropped when `context` is gone.
    void planImport(const QString &path,
                    const QString &environment,
                    const QUrl &baseUrl,
                    QObject *context,
                    std::function<void(const Result<CursorImportPlan> &)> done);
    /// Does it, as importCursors(), in the environment of the plan, whichever is open by now. Told after changed(). Without a
    /// `context` failed() tells a failure.
    void import(const CursorImportPlan &plan,
                const QSet<QString> &accepted,
                QObject *context = nullptr,
                Answer answer = {});
    void requestHistory(qint64 cursorId); ///< Answered by historyReady().

signals:
    void changed();
    void created(const playhead::Cursor &cursor);
    void moved(const playhead::Cursor &cursor,
               const playhead::CursorHistoryEntry &entry); ///< Also by undo and redo.
    /// Another Playhead or the command line changed cursors: what it entered into their history, oldest first. Told after
    /// changed().
    void changedElsewhere(const QList<playhead::CursorHistoryEntry> &entries);
    void placeSaved(const playhead::SavedPlace &place); ///< Also under a new name.
    void placeRemoved(const playhead::SavedPlace &place);
    void historyReady(qint64 cursorId, const QList<playhead::CursorHistoryEntry> &entries);
    void failed(const playhead::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
