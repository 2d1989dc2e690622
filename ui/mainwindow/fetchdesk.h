// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"
#include "model/environments/environment.h"
#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/windowparts.h"
#include "ui/shared/inlinemessage.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <functional>

namespace playhead {

class WindowFrame;

/// What people do with the fetch row: the pickers choose what is loaded, Fetch and Stop read it, and the strip over the
/// table, the empty table and the status bar tell how that goes. Owned by the main window.
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
    bool isFetching() const;

public slots:
    void fetch();
    void stop();
    void fetchFromCursor();
    /// Answers a button of the strip or of the empty table.
    void choose(const QString &id);

signals:
    void fetchingChanged(bool isFetching);
    void keyChangeRequested();
    void filterClearRequested();

private:
    void opened();
    FetchQuery query(const FetchChoice &choice, bool &isMoved) const;
    void applyChoice();
    void changeChoice(const FetchChoice &choice);
    void progressed();
    void showStrip();
    void showCounts();
    void showTableOrEmpty();
    void showConnection();
    bool isCovered() const;
    bool hasChangedSinceFetch() const;
    QString host() const;
    quint32 loaded() const;

    const WindowParts m_parts;
    WindowFrame &m_frame;
    std::function<std::optional<Cursor>()> m_activeCursor;
    std::optional<Environment> m_environment;
    FetchScope m_scope;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QTimer m_countdown;
    QTimer m_stripDelay; ///< A read that ends at once shows no strip: it would only flicker.
    std::optional<Message> m_closed; ///< A message that a person closed stays away.
    bool m_isOpen = false;
    bool m_wasFetching = false;
    bool m_isMoved = false; ///< The last read began later than asked: at the horizon (semantics 1).
};

} // namespace playhead
