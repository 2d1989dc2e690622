// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventsselection.h"

#include <algorithm>

namespace playhead {

namespace {

// WorkOS docs, "Sync data using the Events API".
constexpr std::chrono::days kLongestRange{30};

} // namespace

EventsSelection::EventsSelection(const ServedEvents &events,
                                 const EventsRequest &request,
                                 const ApiSwitches &switches,
                                 Instant now)
    : m_events(&events)
    , m_request(&request)
    , m_switches(&switches)
    , m_now(now)
    , m_horizon(events.horizon(now))
    , m_order(switches.order == ApiSwitches::Order::Ignore ? ServedOrder::Ascending : request.order)
    , m_visibleEnd(events.firstNotBefore(now - switches.holdBack + Duration(1)))
{}

tl::expected<EventsSelection, Refusal> EventsSelection::make(const ServedEvents &events,
                                                             const EventsRequest &request,
                                                             const ApiSwitches &switches,
                                                             Instant now,
                                                             const HiddenRows &isHidden)
{
    EventsSelection selection(events, request, switches, now);
    selection.m_isHidden = isHidden;
    for (const auto step : {&EventsSelection::setTypes,
                            &EventsSelection::setOrganization,
                            &EventsSelection::setRange,
                            &EventsSelection::setCursors}) {
        if (std::optional<Refusal> refusal = (selection.*step)()) {
            return tl::unexpected(std::move(*refusal));
        }
    }
    selection.setLists();
    return selection;
}

std::optional<Refusal> EventsSelection::setTypes()
{
    if (m_request->types.empty()) {
        return m_switches->eventsAbsent == ApiSwitches::EventsAbsent::Required ? std::optional(
                   Refusal::invalid({{"required", "events", "events is required."}}))
                                                                               : std::nullopt;
    }
    // One more than there are, because without any type this must not come to mean "all".
    m_types.resize(m_events->typeCount() + 1);
    std::vector<FieldError> unknown;
    for (const QByteArray &name : m_request->types) {
        if (const auto number = m_events->typeNumber(name)) {
            m_types[*number] = true;
        } else {
            unknown.push_back({"invalid", "events", "Unknown event type: '" + name + "'."});
        }
    }
    if (unknown.empty() || m_switches->unknownType == ApiSwitches::UnknownType::Ignore) {
        return std::nullopt;
    }
    return Refusal::invalid(unknown);
}

std::optional<Refusal> EventsSelection::setOrganization()
{
    if (m_request->organizationId.isEmpty()) {
        return std::nullopt;
    }
    const auto number = m_events->organizationNumber(m_request->organizationId);
    if (!number) {
        return Refusal::withMessage(400,
                                    "Organization not found: '" + m_request->organizationId + "'.");
    }
    m_organization = *number;
    return std::nullopt;
}

/// The ends are taken as [range_start, range_end): the documents say "created after" and "created before" and do not say
/// whether the ends count; so does the rest of Playhead (semantics 1 and 5). Equal ends are an empty range, no mistake.
std::optional<Refusal> EventsSelection::setRange()
{
    const auto &start = m_request->rangeStart;
    std::optional<Instant> end = m_request->rangeEnd;
    const bool isStrict = m_switches->afterWithRangeStart
                          == ApiSwitches::AfterWithRangeStart::Error;
    if (start && isStrict && !(m_request->after.isEmpty() && m_request->before.isEmpty())) {
        const QByteArray cursor = m_request->after.isEmpty() ? "before" : "after";
        return Refusal::withMessage(400, cursor + " and range_start are mutually exclusive.");
    }
    if (start && end && *end < *start) {
        return Refusal::withMessage(400, "range_end lies before range_start.");
    }
    // What was left behind the horizon is not there any more: a range_start is moved to it, but the 30 days are judged
    // by what was asked.
    const Instant begin = start ? std::max(*start, m_horizon) : m_horizon;
    if (start && end.value_or(m_now) - *start > kLongestRange) {
        if (m_switches->overWideRange == ApiSwitches::OverWideRange::Error) {
            return Refusal::withMessage(400, "The range is longer than 30 days.");
        }
        end = std::min(end.value_or(m_now), begin + kLongestRange);
    }
    m_rangeBegin = m_events->firstNotBefore(begin);
    m_rangeEnd = std::min(end ? m_events->firstNotBefore(*end) : m_visibleEnd, m_visibleEnd);
    m_begin = m_rangeBegin;
    m_end = m_rangeEnd;
    return std::nullopt;
}

/// Finds the row of `id`. An event that is too old or still held back is as unknown as one that never was.
std::optional<Refusal> EventsSelection::setCursor(std::optional<size_t> &cursor,
                                                  const QByteArray &id) const
{
    cursor = id.isEmpty() ? std::nullopt : m_events->find(id);
    if (cursor && (*cursor >= m_visibleEnd || m_events->row(*cursor).createdAt < m_horizon)) {
        cursor.reset();
    }
    if (cursor || id.isEmpty()
        || m_switches->unknownCursor == ApiSwitches::UnknownCursor::Restart) {
        return std::nullopt;
    }
    return Refusal::withMessage(400, "Event not found: '" + id + "'.");
}

std::optional<Refusal> EventsSelection::setCursors()
{
    for (const auto &[cursor, id] :
         {std::pair(&m_after, &m_request->after), std::pair(&m_before, &m_request->before)}) {
        if (std::optional<Refusal> refusal = setCursor(*cursor, *id)) {
            return refusal;
        }
    }
    const std::optional<size_t> older = afterMeansNewer() ? m_after : m_before;
    const std::optional<size_t> newer = afterMeansNewer() ? m_before : m_after;
    m_begin = older ? std::max(m_begin, *older + 1) : m_begin;
    m_end = newer ? std::min(m_end, *newer) : m_end;
    return std::nullopt;
}

bool EventsSelection::matches(size_t row) const
{
    const ServedEvents::Row &facts = m_events->row(row);
    const bool isOfOrganization = m_organization == 0 || facts.organization == m_organization
                                  || (facts.organization == 0
                                      && m_switches->withoutOrganization
                                             == ApiSwitches::WithoutOrganization::Include);
    return isOfOrganization && (m_types.empty() || m_types[facts.type])
           && (!m_isHidden || !m_isHidden(row));
}

/// The page holds the events nearest to the cursor, or the first ones of the asked order. With both cursors it is the one
/// at `after`, from which the stretch is read.
bool EventsSelection::takesOldestFirst() const
{
    if (m_after) {
        return afterMeansNewer();
    }
    if (m_before) {
        return !afterMeansNewer();
    }
    return m_order == ServedOrder::Ascending;
}

/// Takes the list of types or of the organization for the walk, the shorter one, if it is much shorter than all rows.
void EventsSelection::setLists()
{
    // Lists cost a binary search and a sort; a walk over rows of which each eighth matches is cheaper.
    constexpr size_t kRare = 8;
    size_t shortest = m_events->size() / kRare;
    const auto offer = [this, &shortest](std::vector<std::span<const quint32>> lists) {
        size_t count = 0;
        for (const auto &list : lists) {
            count += list.size();
        }
        if (count < shortest) {
            shortest = count;
            m_lists = std::move(lists);
            m_isRare = true;
        }
    };
    if (!m_types.empty()) {
        std::vector<std::span<const quint32>> lists;
        for (quint32 type = 0; type < quint32(m_types.size()); ++type) {
            if (m_types[type]) {
                lists.push_back(m_events->rowsOfType(type));
            }
        }
        offer(std::move(lists));
    }
    if (m_organization != 0) {
        const bool includes = m_switches->withoutOrganization
                              == ApiSwitches::WithoutOrganization::Include;
        offer({m_events->rowsOfOrganization(m_organization),
               includes ? m_events->rowsOfOrganization(0) : std::span<const quint32>()});
    }
}

/// At most `count` matching rows of [begin, end), ascending: those nearest to `begin` or to `end`.
std::vector<size_t> EventsSelection::nearest(size_t begin,
                                             size_t end,
                                             size_t count,
                                             bool fromOldest) const
{
    std::vector<size_t> found;
    const auto walk = [&](size_t size, const auto &rowAt) {
        const size_t most = found.size() + count;
        for (size_t i = 0; i < size && found.size() < most; ++i) {
            const size_t row = rowAt(fromOldest ? i : size - 1 - i);
            if (matches(row)) {
                found.push_back(row);
            }
        }
    };
    if (begin >= end) {
        return found;
    }
    if (!m_isRare) {
        walk(end - begin, [begin](size_t i) { return begin + i; });
    }
    for (const std::span<const quint32> &list : m_lists) {
        const auto first = std::lower_bound(list.begin(), list.end(), begin);
        const auto last = std::lower_bound(first, list.end(), end);
        walk(size_t(last - first), [first](size_t i) { return size_t(first[ptrdiff_t(i)]); });
    }
    std::sort(found.begin(), found.end());
    if (found.size() > count && fromOldest) {
        found.resize(count);
    } else if (found.size() > count) {
        found.erase(found.begin(), found.end() - ptrdiff_t(count));
    }
    return found;
}

std::vector<size_t> EventsSelection::rows() const
{
    return nearest(m_begin, m_end, size_t(m_request->limit), takesOldestFirst());
}

QByteArray EventsSelection::after(const std::vector<size_t> &page) const
{
    if (page.empty()) {
        return {};
    }
    // Between two cursors the list ends at the far one. A page by `before` alone lies in the whole range.
    const size_t begin = afterMeansNewer() ? page.back() + 1 : m_after ? m_begin : m_rangeBegin;
    const size_t end = !afterMeansNewer() ? page.front() : m_after ? m_end : m_rangeEnd;
    const bool isFull = qsizetype(page.size()) == m_request->limit;
    const bool namesItself = isFull && m_switches->fullLastPage == ApiSwitches::FullLastPage::Id;
    return namesItself || !nearest(begin, end, 1, afterMeansNewer()).empty()
               ? m_events->idOf(afterMeansNewer() ? page.back() : page.front())
               : QByteArray();
}

} // namespace playhead
