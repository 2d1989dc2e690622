// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/loadedvocabulary.h"

#include "model/events/eventtablemodel.h"
#include "ui/detail/inbackground.h"

namespace playhead {

using namespace std::chrono_literals;

LoadedVocabulary::LoadedVocabulary(const EventTableModel &events,
                                   const TypeCatalogue &catalogue,
                                   QObject *parent)
    : QObject(parent)
    , m_events(events)
    , m_catalogue(catalogue)
    , m_stops(std::make_shared<std::atomic_bool>(false))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(1s);
    connect(&m_pause, &QTimer::timeout, this, &LoadedVocabulary::refreshIfAsked);
    connect(&m_events, &EventTableModel::organizationsNamed, this, [this] {
        nameOrganizations();
        emit changed();
    });
}

LoadedVocabulary::~LoadedVocabulary()
{
    *m_stops = true;
}

void LoadedVocabulary::setCursors(const QStringList &names)
{
    m_words.cursors = names;
}

void LoadedVocabulary::forget()
{
    *m_stops = true;
    ++m_request;
    m_words = {};
    m_rows.reset();
    m_pause.stop();
    m_isGathering = false;
    m_isAsked = false;
}

void LoadedVocabulary::refresh()
{
    if (m_rows == m_events.snapshot().rowCount() && m_scope == m_events.scope()) {
        m_isAsked = false;
        return;
    }
    if (m_isGathering || m_pause.isActive()) {
        m_isAsked = true;
        return;
    }
    m_rows = m_events.snapshot().rowCount();
    m_scope = m_events.scope();
    m_isGathering = true;
    m_isAsked = false;
    m_pause.start();
    m_stops = std::make_shared<std::atomic_bool>(false);
    inBackground(
        this,
        [events = m_events.snapshot(), scope = m_scope, catalogue = m_catalogue, stops = m_stops] {
            return gatherVocabulary(events, scope, catalogue, *stops);
        },
        [this, request = ++m_request](FilterVocabulary words) { take(request, std::move(words)); });
}

void LoadedVocabulary::take(quint64 request, FilterVocabulary words)
{
    if (request != m_request) {
        return;
    }
    m_isGathering = false;
    words.cursors = m_words.cursors;
    m_words = std::move(words);
    nameOrganizations();
    emit changed();
    refreshIfAsked();
}

void LoadedVocabulary::refreshIfAsked()
{
    if (m_isAsked && !m_isGathering) {
        refresh();
    }
}

void LoadedVocabulary::nameOrganizations()
{
    for (FilterVocabulary::Organization &organization : m_words.organizations) {
        organization.name = m_events.organizationName(organization.id);
    }
}

} // namespace playhead
