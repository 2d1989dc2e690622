// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filtervocabulary.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace playhead {

class EventTableModel;

/// What a filter can name in the loaded events, gathered off the window's thread when somebody writes one: at most once a
/// second, one at a time. Owned by the filter's desk; window's thread.
class LoadedVocabulary : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    LoadedVocabulary(const EventTableModel &events,
                     const TypeCatalogue &catalogue,
                     QObject *parent = nullptr);
    ~LoadedVocabulary() override;

    const FilterVocabulary &words() const { return m_words; }
    void setCursors(const QStringList &names);
    /// Other events will be loaded: what is known of these, or comes of them later, is no more.
    void forget();

public slots:
    /// Gathers if other events are loaded than those it knows; changed() follows.
    void refresh();

signals:
    void changed();

private:
    void take(quint64 request, FilterVocabulary words);
    void refreshIfAsked();
    void nameOrganizations();

    const EventTableModel &m_events;
    const TypeCatalogue &m_catalogue;
    FilterVocabulary m_words;
    std::shared_ptr<std::atomic_bool> m_stops; ///< The running gather's own.
    quint64 m_request = 0; ///< Results of others are dropped.
    std::optional<EventRow> m_rows; ///< What was gathered from; empty = nothing yet.
    FetchScope m_scope;
    QTimer m_pause; ///< Runs for a second after each beginning.
    bool m_isGathering = false;
    bool m_isAsked = false; ///< Meanwhile.
};

} // namespace playhead
