// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventspage.h"

#include "model/server/compactjson.h"

#include <algorithm>

namespace playhead {

namespace {

// WorkOS docs, "Sync data using the Events API".
constexpr std::chrono::days kLongestRange{30};

/// A question made of rows instead of ids, times and names.
class Selection
{
public:
    static tl::expected<Selection, Refusal> make(const ServedEvents &events,
                                                 const EventsRequest &request,
                                                 const ApiSwitches &switches,
                                                 Instant now);

    /// The rows of the page, ascending.
    std::vector<size_t> rows() const;
    /// Where the list goes on behind these rows; empty at the end of the list.
    QByteArray after(const std::vector<size_t> &page) const;
    bool showsNewestFirst() const { return m_order != ServedOrder::Ascending; }

private:
    Selection(const ServedEvents &events,
              const EventsRequest &request,
              const ApiSwitches &switches,
              Instant now);

    std::optional<Refusal> setTypes();
    std::optional<Refusal> setOrganization();
    std::optional<Refusal> setRange();
    std::optional<Refusal> setCursors();
    std::optional<Refusal> setCursor(std::optional<size_t> &cursor, const QByteArray &id) const;
    bool matches(size_t row) const;
    bool hasMatch(size_t begin, size_t end) const;
    bool afterMeansNewer() const { return m_order != ServedOrder::Descending; }
    bool takesOldestFirst() const;

    const ServedEvents *m_events;
    const EventsRequest *m_request;
    const ApiSwitches *m_switches;
    Instant m_now;
    Instant m_horizon;
    ServedOrder m_order;
    size_t m_visibleEnd; ///< What comes later is held back.
    std::vector<bool> m_types; ///< Empty = all.
    quint32 m_organization = 0; ///< 0 = all.
    std::optional<size_t> m_after;
    std::optional<size_t> m_before;
    size_t m_rangeBegin = 0; ///< The range alone.
    size_t m_rangeEnd = 0;
    size_t m_begin = 0; ///< The range between the cursors.
    size_t m_end = 0;
};

Selection::Selection(const ServedEvents &events,
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

tl::expected<Selection, Refusal> Selection::make(const ServedEvents &events,
                                                 const EventsRequest &request,
                                                 const ApiSwitches &switches,
                                                 Instant now)
{
    Selection selection(events, request, switches, now);
    for (const auto step : {&Selection::setTypes,
                            &Selection::setOrganization,
                            &Selection::setRange,
                            &Selection::setCursors}) {
        if (std::optional<Refusal> refusal = (selection.*step)()) {
            return tl::unexpected(std::move(*refusal));
        }
    }
    return selection;
}

std::optional<Refusal> Selection::setTypes()
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

std::optional<Refusal> Selection::setOrganization()
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
std::optional<Refusal> Selection::setRange()
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
std::optional<Refusal> Selection::setCursor(std::optional<size_t> &cursor,
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

std::optional<Refusal> Selection::setCursors()
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

bool Selection::matches(size_t row) const
{
    const ServedEvents::Row &facts = m_events->row(row);
    const bool isOfOrganization = m_organization == 0 || facts.organization == m_organization
                                  || (facts.organization == 0
                                      && m_switches->withoutOrganization
                                             == ApiSwitches::WithoutOrganization::Include);
    return isOfOrganization && (m_types.empty() || m_types[facts.type]);
}

/// The page holds the events nearest to the cursor, or the first ones of the asked order. With both cursors it is the one
/// at `after`, from which the stretch is read.
bool Selection::takesOldestFirst() const
{
    if (m_after) {
        return afterMeansNewer();
    }
    if (m_before) {
        return !afterMeansNewer();
    }
    return m_order == ServedOrder::Ascending;
}

std::vector<size_t> Selection::rows() const
{
    std::vector<size_t> page;
    const auto isFull = [&page, this] { return qsizetype(page.size()) == m_request->limit; };
    if (takesOldestFirst()) {
        for (size_t row = m_begin; row < m_end && !isFull(); ++row) {
            if (matches(row)) {
                page.push_back(row);
            }
        }
    } else {
        for (size_t row = m_end; row > m_begin && !isFull(); --row) {
            if (matches(row - 1)) {
                page.push_back(row - 1);
            }
        }
        std::reverse(page.begin(), page.end());
    }
    return page;
}

bool Selection::hasMatch(size_t begin, size_t end) const
{
    // Begins where the page ended: the next event of a rare type then costs what the next page will save.
    if (afterMeansNewer()) {
        while (begin < end && !matches(begin)) {
            ++begin;
        }
    } else {
        while (begin < end && !matches(end - 1)) {
            --end;
        }
    }
    return begin < end;
}

QByteArray Selection::after(const std::vector<size_t> &page) const
{
    if (page.empty()) {
        return {};
    }
    // Between two cursors the list ends at the far one. A page by `before` alone lies in the whole range.
    const size_t begin = afterMeansNewer() ? page.back() + 1 : m_after ? m_begin : m_rangeBegin;
    const size_t end = !afterMeansNewer() ? page.front() : m_after ? m_end : m_rangeEnd;
    const bool isFull = qsizetype(page.size()) == m_request->limit;
    const bool namesItself = isFull && m_switches->fullLastPage == ApiSwitches::FullLastPage::Id;
    return namesItself || hasMatch(begin, end)
               ? m_events->idOf(afterMeansNewer() ? page.back() : page.front())
               : QByteArray();
}

} // namespace

tl::expected<SelectedPage, Refusal> selectPage(const ServedEvents &events,
                                               const EventsRequest &request,
                                               const ApiSwitches &switches,
                                               Instant now)
{
    if (!events.isWhole()) {
        return tl::unexpected(
            Refusal::withMessage(500, "The file of these events was changed while it was served."));
    }
    const auto selection = Selection::make(events, request, switches, now);
    if (!selection) {
        return tl::unexpected(selection.error());
    }
    SelectedPage page{selection->rows(), {}, true};
    page.after = selection->after(page.rows);
    if (selection->showsNewestFirst()) {
        std::reverse(page.rows.begin(), page.rows.end());
    }
    return page;
}

QByteArray pageBody(const ServedEvents &events, const SelectedPage &page)
{
    qsizetype size = 128;
    for (const size_t row : page.rows) {
        size += events.bytes(row).size() + 1;
    }
    QByteArray body;
    body.reserve(size);
    body.append("{\"object\":\"list\",\"data\":[");
    for (const size_t row : page.rows) {
        if (!body.endsWith('[')) {
            body.append(',');
        }
        body.append(events.bytes(row));
    }
    body.append(']');
    if (page.hasMetadata) {
        CompactJson metadata;
        metadata.open('{').textOrNull("after", page.after).close('}');
        body.append(",\"list_metadata\":").append(metadata.bytes());
    }
    return body.append('}');
}

} // namespace playhead
