// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/filterdesk.h"

#include "model/api/eventfeed.h"
#include "model/core/clock.h"
#include "model/events/eventtablemodel.h"
#include "model/events/filtercontext.h"
#include "model/events/serverpart.h"
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
    , m_vocabulary(parts.events, parts.catalogue)
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
    connect(&field, &FilterEdit::completionWanted, &m_vocabulary, &LoadedVocabulary::refresh);
    connect(&m_vocabulary, &LoadedVocabulary::changed, &field, &FilterEdit::refreshCompletion);
    field.installEventFilter(this);
}

void FilterDesk::setEnvironment(const std::optional<Environment> &environment)
{
    FilterBar &bar = m_frame.filterBar();
    keepFieldText();
    m_environment = environment;
    m_vocabulary.forget();
    m_areCursorsKnown = false;
    const EventFilter filter = environment ? settings().filter(environment->id) : EventFilter();
    bar.field().setRecents(environment ? settings().recentFilters(environment->id) : QStringList());
    bar.setText(environment ? m_fieldTexts.value(environment->id, filter.text) : QString());
    bar.setMistake(std::nullopt);
    EventFilter working = filter;
    if (m_parts.events.filterMistake(filter.text)) {
        // Its cursors may not be known yet: see cursorsChanged(). It stays in the field and in the settings.
        working.text.clear();
    }
    m_parts.events.setFilter(working);
    showParts();
    emit applied();
    if (bar.text() != filter.text) {
        textEdited(bar.text());
    }
}

/// Switching takes nothing away of what was typed.
void FilterDesk::keepFieldText()
{
    const FilterBar &bar = m_frame.filterBar();
    if (!m_environment) {
        return;
    }
    if (bar.hasUntoldText()) {
        textEdited(bar.text());
    }
    m_fieldTexts.remove(m_environment->id);
    if (bar.text() != settings().filter(m_environment->id).text) {
        m_fieldTexts.insert(m_environment->id, bar.text());
    }
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
        bar.replaceText(filter.text);
    }
    EventFilter working = filter;
    const std::optional<FilterError> mistake = m_parts.events.filterMistake(filter.text);
    if (mistake) {
        working.text = isWorking() ? m_parts.events.filter().text : QString();
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
    if (!m_environment) {
        return;
    }
    m_frame.filterBar().replaceText(text);
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
        m_frame.filterBar().setMistake(std::nullopt);
        return; // As free text it would empty the table for a moment.
    }
    const std::optional<FilterError> mistake = m_parts.events.filterMistake(text);
    if (!mistake) {
        EventFilter filter = m_parts.events.filter();
        filter.text = text;
        apply(filter);
    } else if (awaitsCursors(text)
               || (isTyping && mayBecomeRight(*mistake, text, caret, m_vocabulary.words()))) {
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
    emit entered();
}

/// A mistake that might have become right by typing on is one when the caret is elsewhere.
void FilterDesk::checkAgain()
{
    const FilterBar &bar = m_frame.filterBar();
    if (m_environment && bar.text() != m_parts.events.filter().text && !bar.hasMistake()) {
        textEdited(bar.text());
    }
}

/// Of a text with a mistake: it is but a name, and cursors are read after the filter.
bool FilterDesk::awaitsCursors(const QString &text) const
{
    return !m_areCursorsKnown && m_parts.events.parsedFilter(text).has_value();
}

void FilterDesk::cursorsChanged(bool areKnown)
{
    m_areCursorsKnown = areKnown;
    QStringList names;
    for (const CursorMark &mark : m_parts.events.cursorMarks()) {
        names.append(mark.name);
    }
    m_vocabulary.setCursors(names);
    const FilterBar &bar = m_frame.filterBar();
    const QString text = bar.text();
    if (!m_environment || bar.hasUntoldText() || !text.contains("cursor"_L1)) {
        return;
    }
    const bool hasMistake = m_parts.events.filterMistake(text).has_value();
    const bool isInForce = text == m_parts.events.filter().text;
    if (hasMistake ? !awaitsCursors(text) : !isInForce) {
        textEdited(text);
    }
}

/// Its cursor may have gone while it was in force: then it filters nothing.
bool FilterDesk::isWorking() const
{
    const QString &text = m_parts.events.filter().text;
    return !text.trimmed().isEmpty() && !m_parts.events.filterMistake(text);
}

void FilterDesk::tell(const FilterError &mistake)
{
    m_frame.filterBar().setMistake(mistake,
                                   isWorking() ? tr("Still showing the last working filter.")
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
    const auto &filter = m_parts.events.parsedFilter(m_parts.events.filter().text);
    m_frame.filterBar().field().setToolTip(filter ? partsText(*filter) : QString());
    enableFetch();
}

void FilterDesk::enableFetch()
{
    const bool isFetching = m_parts.feed.progress().isActive();
    m_actions[ActionId::FetchFilterPart]->setEnabled(!isFetching && askedChoice().has_value());
}

std::optional<FetchChoice> FilterDesk::askedChoice() const
{
    const auto &filter = m_parts.events.parsedFilter(m_parts.events.filter().text);
    if (!m_environment || m_environment->isCapture() || !filter) {
        return std::nullopt;
    }
    return choiceFor(serverPart(*filter).asked,
                     m_frame.fetchBar().choice(),
                     m_parts.catalogue,
                     m_parts.clock.now(),
                     m_zone);
}

FilterCompletion FilterDesk::complete(const QString &text, int caret) const
{
    return completeFilter(text, caret, m_vocabulary.words());
}

bool FilterDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        m_vocabulary.refresh();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace playhead
