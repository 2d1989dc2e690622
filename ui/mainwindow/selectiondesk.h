// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"
#include "ui/events/eventcopying.h"
#include "ui/mainwindow/valuefilter.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace playhead {

class Actions;
class EventFeed;
class WindowFrame;

/// What people do with selected events: the detail shows them, they are copied, their values become filters. Owned by the
/// main window.
class SelectionDesk : public QObject
{
    Q_OBJECT

public:
    /// `events`, `feed` and `frame` outlive the desk.
    SelectionDesk(EventTableModel &events,
                  const EventFeed &feed,
                  WindowFrame &frame,
                  const Actions &actions,
                  QObject *parent);
    ~SelectionDesk() override;

    /// The table's row under the focus; empty when there is none.
    std::optional<EventRow> current() const;

signals:
    void filterEdited(const playhead::EventFilter &filter);
    void selectionChanged();

private:
    void showSelection();
    void showSummary(std::vector<EventRow> rows);
    void compare(const std::shared_ptr<const std::vector<EventRow>> &rows);
    void copy(EventCopying::What what);
    void wireCopying();
    void offerExport(quint64 events);
    std::optional<ValueFilter> valueFilter() const;
    void showMenu(const QPoint &globalPosition);
    void nameActions();

    EventTableModel &m_events;
    const EventFeed &m_feed;
    WindowFrame &m_frame;
    const Actions &m_actions;
    EventCopying m_copying;
    QTimer m_settle; ///< One look at the selection for a burst of changes.
    quint64 m_request = 0; ///< Outdated summaries are dropped.
    std::shared_ptr<std::atomic_bool> m_stopsComparing = std::make_shared<std::atomic_bool>(false);
};

} // namespace playhead
