// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorstore.h"

#include <QObject>

#include <functional>

namespace playhead {

class DatabaseWorker;

/// The window's list of one environment's cursors; stored by the database worker. Orders return at once, results come as
/// signals. A change made meanwhile by another Playhead is never overwritten: failed() with Conflict, and changed() with
/// what is stored now.
class CursorBook : public QObject
{
    Q_OBJECT

public:
    /// `worker` and `clock` must outlive the book.
    CursorBook(DatabaseWorker &worker, const Clock &clock, QObject *parent = nullptr);
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

    /// How an order ended: told once, after changed() and before the other signals. A failure told to an answer is not
    /// told by failed() as well; when `context` is gone by then, failed() tells it.
    using Answer = std::function<void(const Status &)>;
    void create(const Cursor &cursor, QObject *context = nullptr, Answer answer = {});
    /// Name and note.
    void edit(const Cursor &cursor, QObject *context = nullptr, Answer answer = {});
    void apply(const MovePlan &plan, const QString &reason);
    void remove(const Cursor &cursor);
    void undo();
    void redo();
    void requestHistory(qint64 cursorId); ///< Answered by historyReady().

signals:
    void changed();
    void created(const playhead::Cursor &cursor);
    void moved(const playhead::Cursor &cursor,
               const playhead::CursorHistoryEntry &entry); ///< Also by undo and redo.
    void historyReady(qint64 cursorId, const QList<playhead::CursorHistoryEntry> &entries);
    void failed(const playhead::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
