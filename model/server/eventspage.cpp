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
                                                 Instant now);

    /// The rows of the page, ascending.
    std::vector<size_t> rows() const;
    /// Whether `after` finds more beyond these rows.
    bool hasMore(const std::vector<size_t> &page) const;
    bool afterMeansNewer() const { return m_request->order != ServedOrder::Descending; }

private:
    Selection(const ServedEvents &events, const EventsRequest &request)
        : m_events(&events)
        , m_request(&request)
    {}

    std::optional<Refusal> setTypes();
    std::optional<Refusal> setOrganization();
    std::optional<Refusal> setRange(Instant now);
    std::optional<Refusal> setCursors(Instant now);
    tl::expected<size_t, Refusal> cursorRow(const QByteArray &id, Instant now) const;
    bool matches(size_t row) const;
    bool takesOldestFirst() const;

    const ServedEvents *m_events;
    const EventsRequest *m_request;
    std::vector<bool> m_types; ///< Empty = all.
    quint32 m_organization = 0;
    size_t m_rangeBegin = 0; ///< The range alone.
    size_t m_rangeEnd = 0;
    size_t m_begin = 0; ///< The range between the cursors.
    size_t m_end = 0;
};

tl::expected<Selection, Refusal> Selection::make(const ServedEvents &events,
                                                 const EventsRequest &request,
                                                 Instant now)
{
    Selection selection(events, request);
    std::optional<Refusal> refusal = selection.setTypes();
    if (!refusal) {
        refusal = selection.setOrganization();
    }
    if (!refusal) {
        refusal = selection.setRange(now);
    }
    if (!refusal) {
        refusal = selection.setCursors(now);
    }
    if (refusal) {
        return tl::unexpected(*refusal);
    }
    return selection;
}

std::optional<Refusal> Selection::setTypes()
{
    for (const QByteArray &name : m_request->types) {
        const auto number = m_events->typeNumber(name);
        if (!number) {
            return Refusal::invalid("events", "invalid", "Unknown event type: '" + name + "'.");
        }
        m_types.resize(m_events->typeCount());
        m_types[*number] = true;
    }
    return std::nullopt;
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

std::optional<Refusal> Selection::setRange(Instant now)
{
    const auto &start = m_request->rangeStart;
    const auto &end = m_request->rangeEnd;
    if (start && !m_request->after.isEmpty()) {
        return Refusal::withMessage(400, "after and range_start are mutually exclusive.");
    }
    if (start && end && *end < *start) {
        return Refusal::withMessage(400, "range_end lies before range_start.");
    }
    if (start && end.value_or(now) - *start > kLongestRange) {
        return Refusal::withMessage(400, "The range is longer than 30 days.");
    }
    const Instant horizon = m_events->horizon(now);
    m_rangeBegin = m_events->firstNotBefore(start ? std::max(*start, horizon) : horizon);
    m_rangeEnd = end ? m_events->firstNotBefore(*end) : m_events->size();
    m_begin = m_rangeBegin;
    m_end = m_rangeEnd;
    return std::nullopt;
}

tl::expected<size_t, Refusal> Selection::cursorRow(const QByteArray &id, Instant now) const
{
    const auto row = m_events->find(id);
    if (!row || m_events->row(*row).createdAt < m_events->horizon(now)) {
        return tl::unexpected(Refusal::withMessage(400, "Event not found: '" + id + "'."));
    }
    return *row;
}

std::optional<Refusal> Selection::setCursors(Instant now)
{
    for (const bool isAfter : {true, false}) {
        const QByteArray &id = isAfter ? m_request->after : m_request->before;
        if (id.isEmpty()) {
            continue;
        }
        const auto row = cursorRow(id, now);
        if (!row) {
            return row.error();
        }
        if (isAfter == afterMeansNewer()) {
            m_begin = std::max(m_begin, *row + 1);
        } else {
            m_end = std::min(m_end, *row);
        }
    }
    return std::nullopt;
}

bool Selection::matches(size_t row) const
{
    const ServedEvents::Row &facts = m_events->row(row);
    return (m_types.empty() || m_types[facts.type])
           && (m_organization == 0 || facts.organization == m_organization);
}

/// The page holds the events nearest to the cursor, or the first ones of the asked order.
bool Selection::takesOldestFirst() const
{
    if (!m_request->after.isEmpty()) {
        return afterMeansNewer();
    }
    if (!m_request->before.isEmpty()) {
        return !afterMeansNewer();
    }
    return m_request->order == ServedOrder::Ascending;
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

bool Selection::hasMore(const std::vector<size_t> &page) const
{
    if (page.empty()) {
        return false;
    }
    const size_t begin = afterMeansNewer() ? page.back() + 1 : m_rangeBegin;
    const size_t end = afterMeansNewer() ? m_rangeEnd : page.front();
    for (size_t row = begin; row < end; ++row) {
        if (matches(row)) {
            return true;
        }
    }
    return false;
}

} // namespace

tl::expected<SelectedPage, Refusal> selectPage(const ServedEvents &events,
                                               const EventsRequest &request,
                                               const ApiSwitches &switches,
                                               Instant now)
{
    Q_UNUSED(switches)
    if (!events.isWhole()) {
        return tl::unexpected(
            Refusal::withMessage(500, "The file of these events was changed while it was served."));
    }
    const auto selection = Selection::make(events, request, now);
    if (!selection) {
        return tl::unexpected(selection.error());
    }
    SelectedPage page{selection->rows(), {}, true};
    if (selection->hasMore(page.rows)) {
        page.after = events.idOf(selection->afterMeansNewer() ? page.rows.back()
                                                              : page.rows.front());
    }
    if (request.order != ServedOrder::Ascending) {
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
