// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QDialog>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace playhead {

/// What CursorDialog must know from outside; all functions are asked on the window's thread and answer at once.
struct CursorDialogContext
{
    QStringList takenNames; ///< Names of the environment's other cursors.
    /// created_at of a stored event; empty when it is not stored.
    std::function<std::optional<Instant>(const EventId &)> findEvent;
    std::function<QString(const OrganizationId &)>
        organizationName; ///< Empty when it is not known.
    /// What is doubtful about a place where the cursor is to be set, a sentence each; empty = nothing.
    std::function<QStringList(const CursorPosition &)> warnings;
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{};
};

/// The move that is asked for, if any. A type of its own, because QMetaType asks std::variant inside std::optional for
/// comparisons that its members do not have.
struct WantedMove
{
    std::optional<MoveTarget> target;
};

/// Makes a cursor (id 0) or edits one, and stays open until what it says is stored. Not modal by itself: call open(). A
/// changed place is never applied from here, because a move of an existing cursor shows its preview first (semantics 20).
class CursorDialog : public QDialog
{
    Q_OBJECT

public:
    /// `cursor.id` 0: a new one at `cursor.position`, bound to its types and organization.
    CursorDialog(const Cursor &cursor,
                 const CursorDialogContext &context,
                 QWidget *parent = nullptr);
    ~CursorDialog() override;

    /// The history of an edited cursor, newest first; the list is shown from the first call on.
    void setHistory(const QList<CursorHistoryEntry> &entries);
    /// Puts the focus on the history as soon as it is there.
    void focusHistory();
    /// Says why what was saved() was not stored: a taken name beside the name, everything else below. What was typed
    /// stays, and Save can be pressed again.
    void showRefusal(const Error &error);
    /// The edited cursor as it is stored now, after another Playhead or the command line changed it, and says so. What a
    /// person typed stays, with a word on what is stored; all else is taken over. The same once more changes nothing.
    void setChangedElsewhere(const Cursor &stored);
    /// The edited cursor was deleted meanwhile: says so; nothing can be saved until setChangedElsewhere() has it back.
    void setGone();
    bool isGone() const;

signals:
    /// A new cursor to create, or an edited one (name and note). `move` is set when the place of an edited cursor was
    /// changed: open RewindDialog with it after the edit is stored. The dialog waits: call accept() when it is stored, or
    /// showRefusal().
    void saved(const playhead::Cursor &cursor, const playhead::WantedMove &move);
    /// A place of the history is wanted back: open RewindDialog with it. Nothing is saved by it.
    void restoreWanted(const playhead::WantedMove &move);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
