// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QObject>
#include <QTimer>

#include <vector>

class QPushButton;

namespace playhead {

class EventTable;
class EventTableModel;

/// Lets the events table follow what comes: at its newest end the table goes along, elsewhere it stays, and a button at that
/// edge says how many are new and goes there. Selection and current event stay in both. Does nothing while the table is
/// not sorted by time: new events have no end there.
class TableFollow : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it; `table` becomes its parent.
    TableFollow(EventTable &table, EventTableModel &model);

    void setFollowing(bool isFollowing);
    /// While a read fills in what it was asked for, its events are not new, wherever they stand.
    void setFilling(bool isFilling);
    /// Shown events that came since the newest end was in view.
    int newCount() const { return m_newCount; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteEnd();
    void takeRows(int first, int last);
    void recount();
    bool isNew(EventRow row) const;
    void seeAll();
    void showButton();
    void goToNewest();
    void takeSize();
    bool isReading() const;

    EventTable &m_table;
    EventTableModel &m_model;
    QPushButton *m_button;
    EventRow m_firstUnseen = 0;
    struct Filled
    {
        EventRow first; ///< Of what a read brought.
        EventRow end; ///< The highest row there is while it runs.
    };
    std::vector<Filled> m_filled; ///< Since m_firstUnseen.
    bool m_isFilling = false;
    int m_newCount = 0;
    bool m_isFollowing = false;
    bool m_wasAtNewest = true;
    bool m_isAtNewest = true; ///< As the table was scrolled last.
    bool m_keepsEnd = true; ///< m_isAtNewest, before the table's size changed.
    QTimer m_resized; ///< Runs until all parts of the window have their new sizes.
    bool m_isChanging = false; ///< Rows come in: the scroll bar tells nothing about a person.
};

} // namespace playhead
