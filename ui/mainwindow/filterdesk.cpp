// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/filterdesk.h"

#include "model/core/clock.h"
#include "model/events/eventtablemodel.h"
#include "model/events/filtercontext.h"
#include "model/events/filterparser.h"
#include "model/events/serverpart.h"
#include "ui/detail/inbackground.h"
#include "ui/events/eventtable.h"
#include "ui/filter/completionpopup.h"
#include "ui/filter/filteredit.h"
#include "ui/mainwindow/fetchbar.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/filterfetch.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/actions.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

namespace playhead {

using namespace Qt::StringLiterals;

FilterDesk::FilterDesk(const WindowParts &parts,
                       WindowFrame &frame,
                       const Actions &actions,
                       QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_frame(frame)
    , m_actions(actions)
{
    wireField();
    EventTableModel *events = &m_parts.events;
    connect(events, &EventTableModel::searchingChanged, this, &FilterDesk::showSearch);
    connect(events, &EventTableModel::searchProgressed, this, &FilterDesk::showSearch);
    connect(events, &EventTableModel::filterRefused, this, &FilterDesk::refused);
    connect(m_actions[ActionId::FetchFilterPart], &QAction::triggered, this, [this] {
        if (const std::optional<FetchChoice> choice = askedChoice()) {
            emit fetchRequested(*choice);
        }
    });
    setSurroundings();
    showParts();
}

FilterDesk::~FilterDesk()
{
    *m_stopsGathering = true;
}

void FilterDesk::wireField()
{
    FilterBar *bar = &m_frame.filterBar();
    connect(bar, &FilterBar::textEdited, this, &FilterDesk::textEdited);
    connect(bar, &FilterBar::textEntered, this, &FilterDesk::textEntered);
    connect(bar, &FilterBar::caretLeft, this, &FilterDesk::checkAgain);
    FilterEdit &field = bar->field();
    field.setCompleter([this](const QString &text, int caret) { return complete(text, caret); });
    field.setMenuFiller(
        [this](QMenu *menu) { menu->addAction(m_actions[ActionId::FetchFilterPart]); });
    field.installEventFilter(this);
}

void FilterDesk::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_gatheredRows.reset();
    m_vocabulary = {};
    const EventFilter filter = environment ? settings().filter(environment->id) : EventFilter();
    m_frame.filterBar().field().setRecents(environment ? settings().recentFilters(environment->id)
                                                       : QStringList());
    m_frame.filterBar().setText(filter.text);
    m_frame.filterBar().setMistake(std::nullopt);
    EventFilter working = filter;
    if (m_parts.events.filterMistake(filter.text)) {
        // Its cursors may not be known yet: see cursorsChanged(). It stays in the field and in the settings.
        working.text.clear();
    }
    m_parts.events.setFilter(working);
    showParts();
    emit applied();
}

void FilterDesk::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    setSurroundings();
}

void FilterDesk::setSurroundings()
{
    FilterSurroundings surroundings;
    surroundings.now = [this] { return m_parts.clock.now(); };
    surroundings.zone = m_zone;
    surroundings.selected = [this] {
        RowSet rows;
        for (const EventRow row : m_frame.table().selectedEvents()) {
            rows.insert(row);
        }
        return rows;
    };
    m_parts.events.setFilterSurroundings(surroundings);
}

void FilterDesk::setInForce(const EventFilter &filter)
{
    m_parts.events.setFilter(filter);
    if (m_environment) {
        settings().setFilter(m_environment->id, filter);
    }
    showParts();
    emit applied();
}

void FilterDesk::apply(const EventFilter &filter)
{
    FilterBar &bar = m_frame.filterBar();
    if (bar.text() != filter.text) {
        bar.setText(filter.text);
    }
    EventFilter working = filter;
    const std::optional<FilterError> mistake = m_parts.events.filterMistake(filter.text);
    if (mistake) {
        working.text = m_parts.events.filter().text;
    }
    setInForce(working);
    mistake ? tell(*mistake) : bar.setMistake(std::nullopt);
}

void FilterDesk::edit(EventFilter filter)
{
    const FilterBar &bar = m_frame.filterBar();
    if (filter.text != m_parts.events.filter().text) {
        apply(filter);
        return;
    }
    // What is being typed belongs to it, and a mistake stays in the field.
    if (bar.hasUntoldText() && !m_parts.events.filterMistake(bar.text())) {
        filter.text = bar.text();
    }
    setInForce(filter);
}

void FilterDesk::run(const QString &text)
{
    m_frame.filterBar().setText(text);
    m_frame.filterBar().focusField();
    EventFilter filter = m_parts.events.filter();
    filter.text = text;
    apply(filter);
}

void FilterDesk::textEdited(const QString &text)
{
    const FilterEdit &field = m_frame.filterBar().field();
    const bool isTyping = field.hasFocus();
    const int caret = field.cursorPosition();
    if (isTyping && isPathBegun(text, caret)) {
        return; // As free text it would empty the table for a moment.
    }
    const std::optional<FilterError> mistake = m_parts.events.filterMistake(text);
    if (!mistake) {
        EventFilter filter = m_parts.events.filter();
        filter.text = text;
        apply(filter);
    } else if (isTyping && mayBecomeRight(*mistake, text, caret, m_vocabulary)) {
        m_frame.filterBar().setMistake(std::nullopt);
    } else {
        tell(*mistake);
    }
}

void FilterDesk::textEntered(const QString &text)
{
    if (const std::optional<FilterError> mistake = m_parts.events.filterMistake(text)) {
        tell(*mistake);
        return;
    }
    EventFilter filter = m_parts.events.filter();
    filter.text = text;
    apply(filter);
    if (m_environment && !text.trimmed().isEmpty()) {
        settings().addRecentFilter(m_environment->id, text.trimmed());
        m_frame.filterBar().field().setRecents(settings().recentFilters(m_environment->id));
    }
    emit m_frame.filterBar().leaveRequested();
}

/// A mistake that might have become right by typing on is one when the caret is elsewhere.
void FilterDesk::checkAgain()
{
    const FilterBar &bar = m_frame.filterBar();
    if (m_environment && bar.text() != m_parts.events.filter().text && !bar.hasMistake()) {
        textEdited(bar.text());
    }
}

void FilterDesk::cursorsChanged()
{
    m_vocabulary.cursors.clear();
    for (const CursorMark &mark : m_parts.events.cursorMarks()) {
        m_vocabulary.cursors.append(mark.name);
    }
    const FilterBar &bar = m_frame.filterBar();
    if (m_environment && !bar.hasUntoldText() && bar.text().contains("cursor"_L1)) {
        const bool isInForce = bar.text() == m_parts.events.filter().text;
        if (!isInForce || m_parts.events.filterMistake(bar.text())) {
            textEdited(bar.text());
        }
    }
}

void FilterDesk::tell(const FilterError &mistake)
{
    const bool hasWorking = !m_parts.events.filter().text.trimmed().isEmpty();
    m_frame.filterBar().setMistake(mistake,
                                   hasWorking ? tr("Still showing the last working filter.")
                                              : tr("Still showing events with any text."));
}

/// The model went back to the last working filter.
void FilterDesk::refused(const FilterError &mistake)
{
    if (m_environment) {
        settings().setFilter(m_environment->id, m_parts.events.filter());
    }
    showParts();
    emit applied();
    if (m_parts.events.filterMistake(m_frame.filterBar().text())) {
        tell(mistake);
    }
}

void FilterDesk::showSearch()
{
    const EventTableModel &events = m_parts.events;
    const quint32 all = events.snapshot().rowCount();
    m_frame.filterBar().setSearchShare(events.isSearching() && all > 0 ? std::optional(
                                           double(events.searchedCount()) / double(all))
                                                                       : std::nullopt);
}

/// Fetch is remote, filter is local: what is in force says which of it a fetch could ask for.
void FilterDesk::showParts()
{
    const auto filter = parseFilter(m_parts.events.filter().text);
    m_frame.filterBar().field().setToolTip(filter ? partsText(*filter) : QString());
    m_actions[ActionId::FetchFilterPart]->setEnabled(askedChoice().has_value());
}

std::optional<FetchChoice> FilterDesk::askedChoice() const
{
    const auto filter = parseFilter(m_parts.events.filter().text);
    if (!m_environment || !filter) {
        return std::nullopt;
    }
    return choiceFor(serverPart(*filter).asked,
                     m_frame.fetchBar().choice(),
                     m_parts.catalogue,
                     m_parts.clock.now(),
                     m_zone);
}

FilterCompletion FilterDesk::complete(const QString &text, int caret)
{
    refreshVocabulary();
    return completeFilter(text, caret, m_vocabulary);
}

bool FilterDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        refreshVocabulary();
    }
    return QObject::eventFilter(watched, event);
}

void FilterDesk::refreshVocabulary()
{
    const EventTableModel &shown = m_parts.events;
    const bool isUpToDate = m_gatheredRows == shown.snapshot().rowCount()
                            && m_gatheredScope == shown.scope();
    if (isUpToDate || m_isGathering) {
        return;
    }
    m_gatheredRows = shown.snapshot().rowCount();
    m_gatheredScope = shown.scope();
    m_isGathering = true;
    inBackground(
        this,
        [events = m_parts.events.snapshot(),
         scope = m_parts.events.scope(),
         &catalogue = m_parts.catalogue,
         stops = m_stopsGathering] { return gatherVocabulary(events, scope, catalogue, *stops); },
        [this](FilterVocabulary vocabulary) { takeVocabulary(std::move(vocabulary)); });
}

void FilterDesk::takeVocabulary(FilterVocabulary vocabulary)
{
    m_isGathering = false;
    vocabulary.cursors = m_vocabulary.cursors;
    for (FilterVocabulary::Organization &organization : vocabulary.organizations) {
        organization.name = m_parts.events.organizationName(organization.id);
    }
    m_vocabulary = std::move(vocabulary);
    m_frame.filterBar().field().refreshCompletion();
}

} // namespace playhead
