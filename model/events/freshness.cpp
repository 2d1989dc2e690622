// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/freshness.h"

#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

namespace {

/// So many events can be linked to their objects in the time in which the bytes of one are read.
constexpr quint32 kLinksPerRead = 32;

} // namespace

Freshness::Freshness(const TypeCatalogue &catalogue)
    : m_judge(catalogue)
{}

void Freshness::clear()
{
    m_judge.clear();
    m_verdicts = {};
    m_before = {};
    m_versions = {};
    m_newest = {};
    m_latest = {};
    m_known = {};
    m_flags = {};
    m_linked = 0;
    m_read = 0;
    m_judged = 0;
    m_waiting = {};
    m_changed = {};
}

bool Freshness::extend(const EventSnapshot &events, quint32 rows)
{
    m_judge.learnTypes(events);
    makeRoom(events);
    const quint32 linksTo = std::min<quint64>(events.rowCount(),
                                              m_linked + quint64(rows) * kLinksPerRead);
    while (m_linked < linksTo) {
        link(events, m_linked++);
    }
    if (m_linked < events.rowCount()) {
        return false;
    }
    // In the order of storing: the bytes of one object's events lie far apart.
    quint32 done = 0;
    for (; m_read < m_linked && done < rows; ++m_read) {
        const quint32 object = events.object(m_read);
        if (object != 0 && has(object, ObjectFlag::Many) && m_versions[m_read] == kUnread) {
            version(events, m_read);
            ++done;
        }
    }
    while (!m_waiting.empty() && done < rows) {
        const quint32 object = m_waiting.back();
        m_waiting.pop_back();
        judgeObject(events, object);
        done += static_cast<quint32>(m_rows.size());
    }
    if (m_read < m_linked || !m_waiting.empty()) {
        return false;
    }
    m_judged = events.rowCount();
    return true;
}

std::vector<EventRow> Freshness::takeChanged()
{
    return std::exchange(m_changed, {});
}

FreshnessVerdict Freshness::verdict(const EventSnapshot &events, EventRow row)
{
    const quint32 object = events.object(row);
    FreshnessVerdict verdict;
    if (object == 0 || !has(object, ObjectFlag::Many)) {
        verdict.reason = version(events, row) == kNone ? FreshnessReason::NoVersion
                                                       : FreshnessReason::First;
        return verdict;
    }
    verdict.expected = isStale(row) ? ExpectedAction::SkipStale : ExpectedAction::Apply;
    verdict.reason = static_cast<FreshnessReason>(m_verdicts[row] & kReason);
    return verdict;
}

void Freshness::makeRoom(const EventSnapshot &events)
{
    const size_t rows = events.rowCount();
    if (m_verdicts.empty()) {
        // A store is mostly judged when it has been read: what doubles as it grows would hold twice what it needs.
        m_verdicts.reserve(rows);
        m_before.reserve(rows);
        m_versions.reserve(rows);
    }
    m_verdicts.resize(rows);
    m_before.resize(rows, kNoRow);
    m_versions.resize(rows, kUnread);
}

void Freshness::link(const EventSnapshot &events, EventRow row)
{
    const quint32 object = events.object(row);
    if (object == 0) {
        return;
    }
    if (object >= m_newest.size()) {
        const size_t size = std::max<size_t>(object + 1, m_newest.size() + m_newest.size() / 4);
        m_newest.resize(size, kNoRow);
        m_latest.resize(size, kNoRow);
        m_known.resize(size, kNone);
        m_flags.resize(size);
    }
    m_before[row] = std::exchange(m_newest[object], row);
    if (m_before[row] == kNoRow || has(object, ObjectFlag::Waits)) {
        return;
    }
    if (!has(object, ObjectFlag::Many)) {
        set(object, ObjectFlag::Many);
        await(object);
    } else {
        linkToLatest(events, row, object);
    }
}

/// The usual new event comes behind all others and tells a newer version, or none: it is judged by itself.
void Freshness::linkToLatest(const EventSnapshot &events, EventRow row, quint32 object)
{
    if (!streamBefore(events, m_latest[object], row)
        || (m_known[object] != kNone && version(events, row) != kNone
            && version(events, row) <= m_known[object])) {
        await(object);
        return;
    }
    State state{has(object, ObjectFlag::Deleted), m_known[object]};
    m_verdicts[row] = judge(events, row, state);
    m_latest[object] = row;
    m_known[object] = state.version;
    m_flags[object] &= static_cast<quint8>(~static_cast<quint8>(ObjectFlag::Deleted));
    if (state.isDeleted) {
        set(object, ObjectFlag::Deleted);
    }
}

void Freshness::await(quint32 object)
{
    set(object, ObjectFlag::Waits);
    m_waiting.push_back(object);
}

/// Microseconds, or kNone.
qint64 Freshness::version(const EventSnapshot &events, EventRow row)
{
    qint64 &version = m_versions[row];
    if (version == kUnread) {
        version = m_judge.readVersion(events, row);
    }
    return version;
}

quint8 Freshness::judge(const EventSnapshot &events, EventRow row, State &state)
{
    const FreshnessVerdict verdict = m_judge.judge(events.type(row), version(events, row), state);
    return static_cast<quint8>(static_cast<quint8>(verdict.reason)
                               | (verdict.expected == ExpectedAction::Apply ? 0 : kStale));
}

void Freshness::judgeObject(const EventSnapshot &events, quint32 object)
{
    m_rows.clear();
    for (EventRow row = m_newest[object]; row != kNoRow; row = m_before[row]) {
        m_rows.push_back(row);
    }
    std::reverse(m_rows.begin(), m_rows.end());
    const auto inStream = [&events](EventRow a, EventRow b) { return streamBefore(events, a, b); };
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), inStream)) {
        std::sort(m_rows.begin(), m_rows.end(), inStream);
    }
    State state;
    m_newVerdicts.clear();
    for (const EventRow row : m_rows) {
        m_newVerdicts.push_back(judge(events, row, state));
    }
    markDuplicates(events);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        note(m_rows[i], m_newVerdicts[i]);
    }
    m_latest[object] = m_rows.back();
    m_known[object] = state.version;
    m_flags[object] = static_cast<quint8>(ObjectFlag::Many);
    if (state.isDeleted) {
        set(object, ObjectFlag::Deleted);
    }
}

/// Of the events of one object.
void Freshness::markDuplicates(const EventSnapshot &events)
{
    m_byVersion.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (const qint64 found = m_versions[m_rows[i]]; found != kNone) {
            m_byVersion.push_back({found, events.type(m_rows[i]), static_cast<quint32>(i)});
        }
    }
    std::sort(m_byVersion.begin(), m_byVersion.end());
    for (size_t i = 1; i < m_byVersion.size(); ++i) {
        if (m_byVersion[i].version == m_byVersion[i - 1].version
            && m_byVersion[i].type == m_byVersion[i - 1].type) {
            m_newVerdicts[m_byVersion[i].place] |= kDuplicate;
        }
    }
}

void Freshness::note(EventRow row, quint8 verdict)
{
    const quint8 before = std::exchange(m_verdicts[row], verdict);
    if (row < m_judged && ((before ^ verdict) & (kStale | kDuplicate)) != 0) {
        m_changed.push_back(row);
    }
}

} // namespace playhead
