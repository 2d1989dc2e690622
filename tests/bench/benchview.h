// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/events/eventtablemodel.h"
#include "ui/events/eventtable.h"

#include <memory>

class QApplication;

namespace playhead::bench {

/// An application without a display, in the light theme.
std::unique_ptr<QApplication> makeApplication(int &argc, char **argv);

/// The events table of the window before some events.
class ShownEvents
{
public:
    ShownEvents(const TypeCatalogue &catalogue,
                const EventSnapshot &events,
                const FetchScope &scope = {});

    EventTableModel &model() { return m_model; }
    EventTable &table() { return m_table; }

    /// Paints what is in view, at once.
    void repaint();
    /// Sets a filter and waits until the worker has tested all events.
    void filter(const EventFilter &filter);

private:
    EventTableModel m_model;
    FixedClock m_clock;
    EventTable m_table;
};

/// Sets a filter and waits until the worker has tested all events.
void filterAll(EventTableModel &model, const EventFilter &filter);

/// Of these types, only this one is shown.
EventFilter onlyType(const EventTableModel &model, const QByteArray &shown);
/// `text` in the filter language.
EventFilter textFilter(const QString &text);

} // namespace playhead::bench
