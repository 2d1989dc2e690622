// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventfaults.h"

#include "model/server/eventpatch.h"

namespace playhead {

namespace {

constexpr size_t kNamedEvents = 3;
constexpr char kUnheardOf[] = ".unheard_of";

QByteArrayView withoutQuotes(QByteArrayView string)
{
    return string.size() < 2 || string.front() != '"' ? QByteArrayView()
                                                      : string.sliced(1).chopped(1);
}

/// A type that no catalogue lists, of the same group: `dsync.unheard_of`.
QByteArray withUnknownType(QByteArrayView event)
{
    const QByteArrayView type = valueIn(event, {"event"});
    const qsizetype dot = type.indexOf('.');
    const QByteArrayView group = dot < 1 ? withoutQuotes(type) : type.sliced(1, dot - 1);
    return withValue(event, type, '"' + group.toByteArray() + kUnheardOf + '"');
}

} // namespace

EventFaults::EventFaults(const ServedEvents &events,
                         const FaultPlan &plan,
                         const ApiSwitches &switches,
                         Instant now)
    : m_events(events)
    , m_dice(plan.seed)
    , m_now(now)
    , m_updatedAtBack(plan.find(FaultKind::UpdatedAtBack))
    , m_unknownType(plan.find(FaultKind::UnknownType))
    , m_holdBack(plan.find(FaultKind::HoldBack))
    , m_lostCursor(plan.find(FaultKind::LostCursor))
{
    if (m_holdBack != nullptr) {
        m_lateness = switches.holdBack + std::chrono::seconds(m_holdBack->values[0]);
    }
}

bool EventFaults::hits(const FaultSetting *setting, QByteArrayView id) const
{
    return setting != nullptr
           && m_dice.hits(setting->kind, FaultDice::subjectOf(id), setting->amount);
}

bool EventFaults::isLate(size_t row, QByteArrayView id) const
{
    return m_events.row(row).createdAt + m_lateness > m_now && hits(m_holdBack, id);
}

bool EventFaults::isHidden(size_t row, bool asksTypes) const
{
    // The id is read from the event's bytes: only for events that can be hidden at all.
    const bool mayBeLate = m_holdBack != nullptr
                           && m_events.row(row).createdAt + m_lateness > m_now;
    const bool mayBeUnasked = m_unknownType != nullptr && asksTypes;
    if (!mayBeLate && !mayBeUnasked) {
        return false;
    }
    const QByteArray id = m_events.idOf(row);
    return isLate(row, id) || (mayBeUnasked && hits(m_unknownType, id));
}

void EventFaults::noteHidden(size_t row)
{
    note(isLate(row, m_events.idOf(row)) ? FaultKind::HoldBack : FaultKind::UnknownType, row);
}

bool EventFaults::losesCursor(const QByteArray &id)
{
    if (id.isEmpty() || (m_lostCursor == nullptr && m_holdBack == nullptr)) {
        return false;
    }
    const std::optional<size_t> row = m_events.find(id);
    if (!row) {
        return false;
    }
    // An event that cannot be seen yet cannot be known as a cursor either.
    const bool late = isLate(*row, id);
    if (!late && !hits(m_lostCursor, id)) {
        return false;
    }
    note(late ? FaultKind::HoldBack : FaultKind::LostCursor, *row);
    return true;
}

void EventFaults::alter(SelectedPage &page)
{
    if (m_updatedAtBack == nullptr && m_unknownType == nullptr) {
        return;
    }
    for (const size_t row : page.rows) {
        if (page.altered.contains(row)) {
            continue; // stands in the page twice
        }
        const QByteArray id = m_events.idOf(row);
        QByteArray changed;
        if (hits(m_updatedAtBack, id)) {
            changed = withOlderUpdatedAt(row);
            if (!changed.isEmpty()) {
                note(FaultKind::UpdatedAtBack, row);
            }
        }
        if (hits(m_unknownType, id)) {
            changed = withUnknownType(changed.isEmpty() ? m_events.bytes(row) : changed);
            note(FaultKind::UnknownType, row);
        }
        if (!changed.isEmpty()) {
            page.altered.insert(row, changed);
        }
    }
}

/// Of the nearest older version of the same object that has one.
std::optional<Instant> EventFaults::updatedAtBefore(size_t row) const
{
    for (auto older = m_events.previousOfObject(row); older;
         older = m_events.previousOfObject(*older)) {
        const QByteArrayView value = valueIn(m_events.bytes(*older), {"data", "updated_at"});
        if (const auto time = tryParseIsoInstant(withoutQuotes(value))) {
            return time;
        }
    }
    return std::nullopt;
}

/// Empty when the event has no time of that kind, or no version before it.
QByteArray EventFaults::withOlderUpdatedAt(size_t row) const
{
    const QByteArrayView event = m_events.bytes(row);
    const QByteArrayView value = valueIn(event, {"data", "updated_at"});
    const auto before = value.isEmpty() ? std::nullopt : updatedAtBefore(row);
    if (!before) {
        return {};
    }
    const Instant older = *before - std::chrono::seconds(m_updatedAtBack->values[0]);
    const QByteArray spelled = timeSpelledLike(withoutQuotes(value), older);
    return spelled.isEmpty() ? QByteArray() : withValue(event, value, '"' + spelled + '"');
}

void EventFaults::note(FaultKind kind, size_t row)
{
    m_notes[kind].insert(row);
}

std::vector<QByteArray> EventFaults::notes() const
{
    std::vector<QByteArray> texts;
    for (const auto &[kind, rows] : m_notes) {
        QByteArray text = faultSpec(kind).name;
        size_t named = 0;
        for (auto row = rows.begin(); row != rows.end() && named < kNamedEvents; ++row, ++named) {
            text += ' ' + m_events.idOf(*row);
        }
        if (rows.size() > named) {
            text += " and " + QByteArray::number(rows.size() - named) + " more";
        }
        texts.push_back(text);
    }
    return texts;
}

} // namespace playhead
