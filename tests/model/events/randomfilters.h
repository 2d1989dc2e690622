// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"
#include "model/events/filtercontext.h"

#include <QJsonValue>
#include <QRandomGenerator>

namespace playhead {

/// Filters whose values come from the events, so that they match some and not others.
class RandomFilters
{
public:
    RandomFilters(const EventSnapshot &events, const FilterContext &context, quint32 seed)
        : m_events(events)
        , m_context(context)
        , m_random(seed)
    {}

    FilterExpression next(int depth = 3);

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QString oneOf(const QStringList &texts) { return texts[m_random.bounded(int(texts.size()))]; }
    EventRow randomRow() { return m_random.bounded(m_events.rowCount()); }

    FilterTerm term();
    FilterTerm pathTerm();
    FilterTerm comparison(FilterPath path, FilterField field, const QJsonValue &found);
    FilterTerm namesTerm(FilterField field);
    FilterTerm timeTerm();
    FilterTerm wordTerm();
    FilterTerm textTerm();
    QString nameFor(FilterField field);
    FilterOperator nameOperator();
    FilterValue valueLike(const QString &text, FilterOperator op);
    QString timeText();
    QJsonValue descend(QJsonValue value, FilterPath &path);

    EventSnapshot m_events;
    const FilterContext &m_context;
    QRandomGenerator m_random;
};

} // namespace playhead
