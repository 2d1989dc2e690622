// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"
#include "model/events/filtercontext.h"

#include <QJsonObject>

namespace playhead {

/// A filter evaluated slowly, in the obvious way: each event by itself, read by Qt's JSON, texts by Qt's regular
/// expressions. Shares the parser's words and times with the real one, nothing else.
class PlainFilter
{
public:
    /// `json`: of each row.
    PlainFilter(const FilterExpression &expression,
                const FilterContext &context,
                const std::vector<QJsonObject> &json)
        : m_expression(expression)
        , m_context(context)
        , m_json(json)
    {}

    bool matches(const EventSnapshot &events, EventRow row) const;

private:
    struct Event
    {
        EventRow row = 0;
        QJsonObject json;
        Instant at{};
        QString type;
        QString id;
        QStringList organization; ///< Id and names; empty = none.
        QStringList object; ///< Key, kind, id; empty = none.
        quint16 flags = 0;
    };

    bool holds(const FilterExpression &expression,
               const EventSnapshot &events,
               const Event &event) const;
    bool holds(const FilterTerm &term, const EventSnapshot &events, const Event &event) const;
    bool holdsName(const FilterTerm &term, const QStringList &names) const;
    bool holdsTime(const FilterTerm &term, Instant at) const;
    bool holdsPlace(const FilterTerm &term, const EventSnapshot &events, const Event &event) const;
    bool holdsJson(const FilterTerm &term, const QJsonValue &value) const;
    bool holdsText(const QString &needle, const Event &event) const;
    bool has(const QString &what, const Event &event) const;

    const FilterExpression &m_expression;
    const FilterContext &m_context;
    const std::vector<QJsonObject> &m_json;
};

} // namespace playhead
