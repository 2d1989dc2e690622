// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorscope.h"
#include "model/environments/environment.h"
#include "ui/cursors/opendialogs.h"
#include "ui/cursors/scopequestion.h"
#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/fetchdisplay.h"
#include "ui/mainwindow/windowparts.h"

#include <QObject>
#include <QTimeZone>

#include <functional>

namespace playhead {

class WindowFrame;

/// What people do with the fetch row: the pickers choose what is loaded, Fetch and Stop read it, and the buttons of the
/// messages go on from there. Its display tells how that goes. Owned by the main window.
class FetchDesk : public QObject
{
    Q_OBJECT

public:
    /// `frame` and all of `parts` outlive the desk. `activeCursor` is asked when a range begins at the cursor.
    FetchDesk(const WindowParts &parts,
              WindowFrame &frame,
              std::function<std::optional<Cursor>()> activeCursor,
              QObject *parent);

    void setEnvironment(const std::optional<Environment> &environment);
    void setTimeZone(const QTimeZone &zone);
    /// The active cursor changed or moved: a range that begins at it follows.
    void followCursor();
    /// As MainWindow::setKeyState().
    void setKeyState(bool isVariableSet, const QSet<qint64> &environmentsWithKey);
    bool isFetching() const;
    bool reachesToNow() const; ///< The chosen range has no end of its own.
    /// What a live tail asks for, with the start of the range; empty when there is nobody to ask, or the range ends at a
    /// time of its own.
    std::optional<FetchScope> tailScope() const;
    /// Calls `then` as soon as it is said whose types and organization are followed from the cursor: at once, or after the
    /// question. When that is cancelled, never.
    void askForTail(const std::function<void()> &then);
    /// While a tail runs, what comes counts as loaded: the end of the range moves with it (semantics 12).
    void setFollowing(bool isFollowing);

public slots:
    /// Asks for what of the choice is not read yet.
    void fetch();
    /// Asks for all of it, also for what was read before.
    void fetchAgain();
    void stop();
    void fetchFromCursor();
    /// Picks the choice and fetches it.
    void fetchChosen(const playhead::FetchChoice &choice);
    /// Answers a button of the strip or of the empty table.
    void choose(const QString &id);

signals:
    void fetchingChanged(bool isFetching);
    void scopeChanged(); ///< tailScope() changed, or may be asked for now.
    void keyChangeRequested();
    void filterClearRequested();
    /// The read could not begin, because the server no longer has this cursor's event.
    void recoverRequested(qint64 cursorId);

private:
    void fetchWith(const FetchChoice &choice, bool skipCovered);
    void read(bool skipCovered);
    using Said = std::function<void(const FetchChoice &)>;
    /// Whose types and organization a read from the cursor goes by has to be asked first.
    bool differsFromCursor(const FetchChoice &choice) const;
    /// Calls `said` with the choice, or with what came of the question.
    void askForScope(const FetchChoice &choice, ScopeQuestion::Use use, const Said &said);
    ScopeDifference differenceOf(const FetchChoice &choice, const Cursor &cursor) const;
    void opened();
    FetchQuery query(const FetchChoice &choice, bool &isMoved) const;
    void applyChoice();
    void takeGrowth();
    void followEvents();
    void followCoverage();
    void changeChoice(const FetchChoice &choice);
    void forgetAsPicked(qint64 activeCursorId);
    void progressed();
    void countsChanged();
    bool hasChangedSinceFetch() const;

    const WindowParts m_parts;
    WindowFrame &m_frame;
    std::function<std::optional<Cursor>()> m_activeCursor;
    FetchDisplay m_display;
    std::optional<Environment> m_environment;
    FetchScope m_scope;
    std::optional<Cursor> m_followed; ///< The active cursor when the scope was made.
    /// What a person said to read from a cursor with, though it counts others.
    struct AsPicked
    {
        qint64 cursorId = 0;
        QList<QByteArray> types;
        OrganizationId organization;
        bool operator==(const AsPicked &) const = default;
    };
    std::optional<AsPicked> m_asPicked;
    OpenDialogs m_questions;
    bool m_isOpen = false;
    bool m_isFollowing = false;
    Instant
        m_newestFollowed{}; ///< created_at of the newest event since the tail was started, or now.
    bool m_wasFetching = false;
};

} // namespace playhead
