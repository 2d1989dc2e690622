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
    std::optional<Instant> horizon; ///< The oldest moment that can still be read, to warn about.
};

/// The move that an edit asks for, if any. A type of its own, because QMetaType asks std::variant inside std::optional for
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
    /// The edited cursor as it is stored now, after another Playhead changed it: place and version are taken over, what
    /// was typed as name and note stays.
    void setStored(const Cursor &stored);
    /// The same, told while nothing was saved: says so.
    void setChangedElsewhere(const Cursor &stored);

signals:
    /// A new cursor to create, or an edited one (name and note). `move` is set when the place of an edited cursor was
    /// changed or a place of its history is wanted back: open RewindDialog with it after the edit is stored. The dialog
    /// waits: call accept() when it is stored, or showRefusal().
    void saved(const playhead::Cursor &cursor, const playhead::WantedMove &move);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead
