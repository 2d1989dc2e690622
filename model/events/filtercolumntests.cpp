// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtertest.h"
#include "model/events/filtertime.h"
#include "model/events/typecatalogue.h"
#include "model/events/valuematcher.h"

#include <functional>

namespace playhead {

namespace {

using Asked = std::unique_ptr<FilterTest>;

/// By the number of the type; each is asked once.
template<typename Ask>
struct TypeAsk
{
    void learn(const EventSnapshot &events)
    {
        for (auto type = static_cast<quint16>(answers.size()); type < events.typeCount(); ++type) {
            answers.push_back(ask(events.typeName(type)) ? 1 : 0);
        }
    }
    bool isMet(const ColumnRun &run, quint32 i) const { return answers[run.type[i]] != 0; }

    Ask ask;
    std::vector<quint8> answers = {};
};

Asked makeTypeTest(ValueMatcher matcher)
{
    const auto ask = [matcher = std::make_shared<ValueMatcher>(std::move(matcher))](
                         const QByteArray &name) { return matcher->matchesName(name); };
    return makeColumnTestOf(TypeAsk<decltype(ask)>{ask});
}

Asked makeFamilyTest(const FilterTerm &term, const FilterContext &context)
{
    Families shown{};
    for (const FilterValue &value : term.values) {
        const Families named = familiesNamed(value.text, term.op != FilterOperator::Matches);
        for (size_t i = 0; i < shown.size(); ++i) {
            shown[i] = shown[i] || named[i];
        }
    }
    if (term.op == FilterOperator::Differs) {
        std::transform(shown.begin(), shown.end(), shown.begin(), std::logical_not<>());
    }
    const auto ask = [shown, &context](const QByteArray &name) {
        const Family family = context.catalogue != nullptr
                                  ? context.catalogue->describe(name).family
                                  : Family::Other;
        return shown[static_cast<size_t>(family)];
    };
    return makeColumnTestOf(TypeAsk<decltype(ask)>{ask});
}

/// An organization goes by its id and by its names.
bool matchesOrganization(const ValueMatcher &matcher,
                         const FilterContext &context,
                         const OrganizationId &id)
{
    std::vector<QByteArray> names{id.value};
    for (const QString &name : context.organizationNames.value(id)) {
        names.push_back(name.toUtf8());
    }
    const std::vector<QByteArrayView> views(names.begin(), names.end());
    return matcher.matchesNames(views);
}

struct OrganizationAsk
{
    void learn(const EventSnapshot &events)
    {
        for (auto number = static_cast<quint32>(answers.size());
             number <= events.organizationCount();
             ++number) {
            const bool isMeant =
                number != 0 && matchesOrganization(matcher, context, events.organizationId(number));
            answers.push_back(isMeant ? 1 : 0);
        }
    }
    bool isMet(const ColumnRun &run, quint32 i) const { return answers[run.organization(i)] != 0; }

    ValueMatcher matcher;
    const FilterContext &context;
    std::vector<quint8> answers = {};
};

/// An object goes by its key, `kind:id`, and by either part.
Asked makeObjectTest(ValueMatcher matcher)
{
    return makeRowTest(
        [matcher = std::move(matcher), known = NumberedAnswers()](const EventSnapshot &events,
                                                                  EventRow row) mutable {
            const quint32 number = events.object(row);
            return number != 0 && known.of(number, [&] {
                const QByteArray key = events.objectKey(number);
                const QByteArrayView whole(key);
                const qsizetype colon = key.indexOf(':');
                const QByteArrayView names[] = {whole, whole.first(colon), whole.sliced(colon + 1)};
                return matcher.matchesNames(names);
            });
        });
}

Asked makeIdTest(ValueMatcher matcher)
{
    return makeRowTest([matcher = std::move(matcher)](const EventSnapshot &events, EventRow row) {
        return matcher.matchesName(events.id(row).value);
    });
}

struct TimeAsk
{
    void learn(const EventSnapshot &) {}
    bool isMet(const ColumnRun &run, quint32 i) const
    {
        const Instant at = instantFromUs(run.createdAtUs[i]);
        const auto isMetBy = [this, at](const TimeRange &time) { return isAtTime(op, at, time); };
        // What differs from several differs from each.
        return op == FilterOperator::Differs ? std::all_of(times.begin(), times.end(), isMetBy)
                                             : std::any_of(times.begin(), times.end(), isMetBy);
    }

    std::vector<TimeRange> times;
    FilterOperator op;
};

Asked makeTimeTest(const FilterTerm &term, const FilterContext &context)
{
    std::vector<TimeRange> times;
    for (const FilterValue &value : term.values) {
        times.push_back(filterTime(value.text, context.now, context.zone).value_or(TimeRange()));
    }
    const FilterOperator op = term.field == FilterField::After    ? FilterOperator::GreaterOrEqual
                              : term.field == FilterField::Before ? FilterOperator::Less
                                                                  : term.op;
    return makeColumnTestOf(TimeAsk{std::move(times), op});
}

/// Stream order without a store at hand.
bool isBefore(Instant timeA, EventRow a, Instant timeB, EventRow b)
{
    return timeA != timeB ? timeA < timeB : a < b;
}

/// A cursor's place by the last event that it is after.
class CursorTest : public FilterTest
{
public:
    CursorTest(std::vector<CursorPlace> places, FilterOperator op)
        : m_places(std::move(places))
        , m_op(op)
    {}

    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        findLastEvents(events);
        std::erase_if(rows, [this, &events](EventRow row) { return !matches(events, row); });
    }

    /// A younger event may be the last one before the cursor now: then the one that was it stands elsewhere.
    void grow(const EventSnapshot &events, std::vector<EventRow> &changed) override
    {
        const std::vector<Last> before = m_last;
        findLastEvents(events);
        for (size_t i = 0; i < before.size(); ++i) {
            if (before[i].row && before[i].row != m_last[i].row) {
                changed.push_back(*before[i].row);
            }
        }
    }

private:
    struct Last
    {
        Instant time{};
        std::optional<EventRow> row; ///< Empty: every event is after the cursor.
    };

    /// Only a cursor that is from a time has to look for it, in the rows that it has not seen.
    void findLastEvents(const EventSnapshot &events)
    {
        m_last.resize(m_places.size());
        for (size_t i = 0; i < m_places.size(); ++i) {
            const CursorPlace &place = m_places[i];
            if (place.row) {
                m_last[i] = {place.time, place.row};
                continue;
            }
            for (EventRow row = m_seen; row < events.rowCount(); ++row) {
                const Instant at = events.createdAt(row);
                Last &last = m_last[i];
                if (at < place.time && (!last.row || isBefore(last.time, *last.row, at, row))) {
                    last = {at, row};
                }
            }
        }
        m_seen = std::max(m_seen, events.rowCount());
    }

    bool matches(const EventSnapshot &events, EventRow row) const
    {
        const Instant at = events.createdAt(row);
        const auto isMet = [&](const Last &last) { return isAtPlace(at, row, last); };
        return m_op == FilterOperator::Differs ? std::all_of(m_last.begin(), m_last.end(), isMet)
                                               : std::any_of(m_last.begin(), m_last.end(), isMet);
    }
    bool isAtPlace(Instant at, EventRow row, const Last &last) const
    {
        const bool isEarlier = last.row && isBefore(at, row, last.time, *last.row);
        const bool isAt = last.row == row;
        switch (m_op) {
        case FilterOperator::Greater:
            return !isEarlier && !isAt;
        case FilterOperator::GreaterOrEqual:
            return !isEarlier;
        case FilterOperator::Less:
            return isEarlier;
        case FilterOperator::LessOrEqual:
            return isEarlier || isAt;
        case FilterOperator::Differs:
            return !isAt;
        default:
            return isAt;
        }
    }

    std::vector<CursorPlace> m_places;
    FilterOperator m_op;
    std::vector<Last> m_last;
    EventRow m_seen = 0;
};

Asked makeCursorTest(const FilterTerm &term, const FilterContext &context)
{
    std::vector<CursorPlace> places;
    for (const FilterValue &value : term.values) {
        places.push_back(context.cursors.value(value.text));
    }
    return std::make_unique<CursorTest>(std::move(places), term.op);
}

bool isInState(const FilterContext &context,
               const EventSnapshot &events,
               EventRow row,
               EventState state)
{
    switch (state) {
    case EventState::Selected:
        return context.selected.contains(row);
    case EventState::Stale:
        return context.isStale && context.isStale(row);
    case EventState::Duplicate:
        return events.hasFlag(row, EventFlag::ReceivedAgain)
               || (context.isDuplicate && context.isDuplicate(row));
    case EventState::OutOfOrder:
        break;
    }
    return events.hasFlag(row, EventFlag::OutOfOrder);
}

Asked makeStateTest(const FilterTerm &term, const FilterContext &context)
{
    std::vector<EventState> states;
    for (const FilterValue &value : term.values) {
        states.push_back(eventStateOf(value.text).value_or(EventState::Selected));
    }
    return makeRowTest(
        [states = std::move(states), &context](const EventSnapshot &events, EventRow row) {
            return std::any_of(states.begin(), states.end(), [&](EventState state) {
                return isInState(context, events, row, state);
            });
        });
}

Asked makeResultTest(const FilterTerm &term, const FilterContext &context)
{
    ReplayResults wanted{};
    for (const FilterValue &value : term.values) {
        const ReplayResults named = replayResultsOf(value.text).value_or(ReplayResults());
        for (size_t i = 0; i < wanted.size(); ++i) {
            wanted[i] = wanted[i] || named[i];
        }
    }
    return makeRowTest([wanted, &context](const EventSnapshot &, EventRow row) {
        const auto result = context.replayResult ? context.replayResult(row) : std::nullopt;
        return result && wanted[static_cast<size_t>(*result)];
    });
}

} // namespace

std::unique_ptr<FilterTest> makeColumnTest(const FilterTerm &term, const FilterContext &context)
{
    switch (term.field) {
    case FilterField::Type:
        return makeTypeTest(ValueMatcher(term, context));
    case FilterField::Family:
        return makeFamilyTest(term, context);
    case FilterField::Org:
        return makeColumnTestOf(OrganizationAsk{ValueMatcher(term, context), context});
    case FilterField::Object:
        return makeObjectTest(ValueMatcher(term, context));
    case FilterField::Id:
        return makeIdTest(ValueMatcher(term, context));
    case FilterField::Before:
    case FilterField::After:
    case FilterField::At:
        return makeTimeTest(term, context);
    case FilterField::Cursor:
        return makeCursorTest(term, context);
    case FilterField::Is:
        return makeStateTest(term, context);
    case FilterField::Result:
        return makeResultTest(term, context);
    default:
        return nullptr;
    }
}

} // namespace playhead
