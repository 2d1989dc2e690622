// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/pagefaults.h"

#include "model/server/eventpatch.h"

#include <algorithm>
#include <array>

namespace playhead {

namespace {

/// `body` with one mistake that makes it no JSON, whatever it holds: `way` chooses it, `place` where it stands.
QByteArray brokenJson(QByteArray body, size_t way, size_t place)
{
    switch (way) {
    case 0: // the beginning of a proxy's page
        return "<html><body><h1>502 Bad Gateway</h1></body></html>";
    case 1: // one bracket too many
        return body + '}';
    case 2: // a comma before the last bracket
        return body.insert(body.size() - 1, ',');
    case 3: // a control character inside the first string
        return body.insert(2, '\x01');
    default: // ends in the middle
        return body.left(qsizetype(place));
    }
}
constexpr size_t kBrokenWays = 6; // two of them end in the middle

} // namespace

PageFaults::PageFaults(const ServedEvents &events,
                       const ApiSwitches &switches,
                       EventFaults &eventFaults,
                       RequestFaults &requestFaults,
                       Instant now)
    : m_events(events)
    , m_switches(switches)
    , m_eventFaults(eventFaults)
    , m_requestFaults(requestFaults)
    , m_now(now)
{}

ServedOrder PageFaults::orderOf(const EventsRequest &asked) const
{
    return m_switches.order == ApiSwitches::Order::Ignore ? ServedOrder::Ascending : asked.order;
}

PageFaults::Selected PageFaults::select(const EventsRequest &asked) const
{
    if (!m_eventFaults.areOn()) {
        return selectPage(m_events, asked, m_switches, m_now);
    }
    return selectPage(m_events, asked, m_switches, m_now, [this, &asked](size_t row) {
        return m_eventFaults.isHidden(row, !asked.types.empty());
    });
}

PageFaults::Selected PageFaults::page(const EventsRequest &asked, bool spoilsPage)
{
    if (!m_events.isWhole()) {
        return selectPage(m_events, asked, m_switches, m_now); // refuses; no byte may be looked at
    }
    EventsRequest known = asked;
    for (QByteArray *cursor : {&known.after, &known.before}) {
        if (!m_eventFaults.losesCursor(*cursor)) {
            continue;
        }
        if (m_switches.unknownCursor == ApiSwitches::UnknownCursor::Error) {
            return tl::unexpected(Refusal::withMessage(400, "Event not found: '" + *cursor + "'."));
        }
        cursor->clear();
    }
    Selected page =
        !m_eventFaults.areOn()
            ? select(known)
            : selectPage(m_events, known, m_switches, m_now, [this, &known](size_t row) {
                  const bool isHidden = m_eventFaults.isHidden(row, !known.types.empty());
                  if (isHidden) {
                      m_eventFaults.noteHidden(row);
                  }
                  return isHidden;
              });
    if (page && spoilsPage) {
        spoil(*page, known);
    }
    if (page) {
        m_eventFaults.alter(*page);
    }
    return page;
}

void PageFaults::spoil(SelectedPage &page, const EventsRequest &asked)
{
    if (m_requestFaults.hits(FaultKind::WrongJson)) {
        m_breaksJson = true;
        m_requestFaults.note("wrong-json");
    } else if (m_requestFaults.hits(FaultKind::NoMetadata)) {
        page.hasMetadata = false;
        m_requestFaults.note("no-metadata");
    } else if (m_requestFaults.hits(FaultKind::MissingField) && dropField(page)) {
        // It has noted which.
    } else if (m_requestFaults.hits(FaultKind::RepeatPage) && repeat(page, asked)) {
        m_requestFaults.note("repeat-page");
    } else if (m_requestFaults.hits(FaultKind::DoubledEvent) && doubleEvent(page, asked)) {
        // It has noted which.
    } else if (m_requestFaults.hits(FaultKind::OutOfOrder)) {
        swapEvents(page, asked);
    }
}

/// Whether the page that walks over this row holds it: by its type, organization and time.
bool PageFaults::matches(size_t row, const EventsRequest &asked) const
{
    EventsRequest one = asked;
    one.order = ServedOrder::Ascending;
    one.limit = 1;
    one.before.clear();
    one.after = row == 0 ? QByteArray() : m_events.idOf(row - 1);
    const Selected found = select(one);
    return found && found->rows == std::vector{row};
}

/// Clients know the page that they had by its `after`, which is the cursor that they ask with. False without a cursor.
bool PageFaults::repeat(SelectedPage &page, const EventsRequest &asked) const
{
    const auto cursor = asked.after.isEmpty() ? std::nullopt : m_events.find(asked.after);
    if (!cursor || !matches(*cursor, asked)) {
        return false;
    }
    EventsRequest nearer = asked;
    const bool walksToOlder = orderOf(asked) == ServedOrder::Descending;
    nearer.order = walksToOlder ? ServedOrder::Descending : ServedOrder::Ascending;
    nearer.before = asked.after;
    nearer.after.clear();
    nearer.limit = asked.limit - 1;
    std::vector<size_t> rows;
    if (nearer.limit > 0) {
        const Selected before = select(nearer);
        if (!before) {
            return false;
        }
        rows = before->rows;
    }
    rows.push_back(*cursor);
    if (orderOf(asked) == ServedOrder::Normal) {
        std::reverse(rows.begin(), rows.end());
    }
    page.rows = std::move(rows);
    page.after = asked.after;
    return true;
}

/// The member is there under another name, so that every other byte stays.
bool PageFaults::dropField(SelectedPage &page) const
{
    if (page.rows.empty()) {
        return false;
    }
    constexpr std::array<QByteArrayView, 4> kFields = {"id", "event", "created_at", "data"};
    const size_t row = page.rows[m_requestFaults.pick(FaultKind::MissingField, page.rows.size())];
    const QByteArrayView field =
        kFields[m_requestFaults.pick(FaultKind::MissingField, kFields.size(), 2)];
    const QByteArrayView event = m_events.bytes(row);
    const QByteArrayView value = valueIn(event, {field});
    if (value.isNull()) {
        return false;
    }
    const QByteArray key = '"' + field.toByteArray() + '"';
    const qsizetype place = event.first(value.data() - event.data()).lastIndexOf(key);
    page.altered.insert(row,
                        withValue(event,
                                  event.sliced(place, key.size()),
                                  '"' + field.toByteArray() + "_\""));
    m_requestFaults.note("missing-field " + field.toByteArray());
    return true;
}

/// A full page ends one event earlier, and the walk goes on there, so that nothing is lost.
bool PageFaults::doubleEvent(SelectedPage &page, const EventsRequest &asked)
{
    if (qsizetype(page.rows.size()) >= asked.limit) {
        EventsRequest shorter = asked;
        shorter.limit = asked.limit - 1;
        Selected selected = shorter.limit == 0 ? Selected(SelectedPage()) : select(shorter);
        if (!selected || selected->rows.empty()) {
            return false;
        }
        page = std::move(*selected);
    }
    if (page.rows.empty()) {
        return false;
    }
    const size_t place = m_requestFaults.pick(FaultKind::DoubledEvent, page.rows.size());
    const size_t row = page.rows[place];
    page.rows.insert(page.rows.begin() + std::ptrdiff_t(place), row);
    m_requestFaults.note("doubled-event " + m_events.idOf(row));
    return true;
}

/// The events at the ends of a page may be the client's next cursor: they stay where they are.
bool PageFaults::swapEvents(SelectedPage &page, const EventsRequest &asked)
{
    const bool goesOnAtFront = orderOf(asked) == ServedOrder::Normal || !asked.before.isEmpty();
    const size_t first = goesOnAtFront ? 1 : 0;
    const size_t pairs = page.rows.size() < first + 3 ? 0 : page.rows.size() - first - 2;
    const size_t begin = m_requestFaults.pick(FaultKind::OutOfOrder, pairs);
    for (size_t i = 0; i < pairs; ++i) {
        const size_t place = first + (begin + i) % pairs;
        size_t &left = page.rows[place];
        size_t &right = page.rows[place + 1];
        if (m_events.row(left).createdAt != m_events.row(right).createdAt) {
            std::swap(left, right);
            m_requestFaults.note("out-of-order " + m_events.idOf(right));
            return true;
        }
    }
    return false;
}

QByteArray PageFaults::body(const SelectedPage &page) const
{
    const QByteArray body = pageBody(m_events, page);
    if (!m_breaksJson) {
        return body;
    }
    return brokenJson(body,
                      m_requestFaults.pick(FaultKind::WrongJson, kBrokenWays),
                      1 + m_requestFaults.pick(FaultKind::WrongJson, size_t(body.size()) - 1, 2));
}

} // namespace playhead
