// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/freshness.h"

#include "model/events/eventfields.h"
#include "model/events/streamorder.h"

#include <algorithm>
#include <limits>

namespace playhead {

namespace {

using Expected = FreshnessVerdict::Expected;
using Reason = FreshnessVerdict::Reason;

constexpr qint64 kUnread = std::numeric_limits<qint64>::min();
constexpr qint64 kNoVersion = kUnread + 1;
constexpr EventRow kRowsBetweenChecks = 1024;

/// Semantics 26.
bool isDeleteType(QByteArrayView type)
{
    return type.endsWith(".deleted") || type.endsWith(".revoked") || type.endsWith("user_removed")
           || type.endsWith("member_removed");
}

/// What a careful consumer holds of one object.
class KeptObject
{
public:
    FreshnessVerdict take(qint64 version, bool isDelete)
    {
        const FreshnessVerdict verdict = judge(version, isDelete);
        if (verdict.expected == Expected::Apply) {
            m_isKnown = true;
            m_isDeleted = isDelete;
            // What came without a version leaves the last known one, but a tombstone has its own.
            m_version = version != kNoVersion || isDelete ? version : m_version;
        }
        return verdict;
    }

private:
    FreshnessVerdict judge(qint64 version, bool isDelete) const
    {
        const bool isComparable = version != kNoVersion && m_version != kNoVersion;
        if (!m_isKnown) {
            return {Expected::Apply, version == kNoVersion ? Reason::NoVersion : Reason::First};
        }
        if (isComparable && version < m_version) {
            return {Expected::SkipStale, Reason::Older};
        }
        if (isComparable && version == m_version) {
            const bool endsLife = isDelete && !m_isDeleted;
            return {endsLife ? Expected::Apply : Expected::SkipStale, Reason::Same};
        }
        if (m_isDeleted) {
            return {Expected::Apply, Reason::AfterDelete};
        }
        return {Expected::Apply, isComparable ? Reason::Newer : Reason::NoVersion};
    }

    qint64 m_version = kNoVersion;
    bool m_isKnown = false;
    bool m_isDeleted = false;
};

} // namespace

Freshness::Freshness(const TypeCatalogue &catalogue)
    : m_catalogue(catalogue)
{}

bool Freshness::extend(const EventSnapshot &events, const std::function<bool()> &isStopped)
{
    link(events);
    const auto mustStop = [&isStopped] { return isStopped && isStopped(); };
    // In the order of storing, as the bytes lie.
    for (; m_readTo < m_rows.size(); ++m_readTo) {
        const quint32 object = events.object(m_readTo);
        if (object != 0 && !isAlone(m_readTo, object)) {
            readVersion(events, m_readTo);
        }
        if (m_readTo % kRowsBetweenChecks == 0 && mustStop()) {
            return false;
        }
    }
    bool hasChanged = false;
    for (size_t judged = 0; !m_waiting.empty(); ++judged) {
        if (judged % kRowsBetweenChecks == 0 && mustStop()) {
            break;
        }
        const quint32 object = m_waiting.back();
        m_waiting.pop_back();
        hasChanged = judge(events, object) || hasChanged;
    }
    return hasChanged;
}

/// Ties each new row to the row before it of the same object.
void Freshness::link(const EventSnapshot &events)
{
    for (auto row = static_cast<EventRow>(m_rows.size()); row < events.rowCount(); ++row) {
        Row &entry = m_rows.emplace_back();
        entry.version = kUnread;
        const quint32 object = events.object(row);
        if (object == 0) {
            entry.verdict = {Expected::Apply, Reason::NoVersion};
            continue;
        }
        if (object >= m_lastOfObject.size()) {
            m_lastOfObject.resize(std::max<size_t>(object + 1, m_lastOfObject.size() * 2));
        }
        EventRow &last = m_lastOfObject[object];
        entry.previous = last;
        if (last != 0) {
            const bool isWaiting = std::exchange(m_rows[last - 1].isWaiting, false);
            entry.isWaiting = true;
            if (!isWaiting) {
                m_waiting.push_back(object);
            }
        }
        last = row + 1;
    }
}

bool Freshness::isAlone(EventRow row, quint32 object) const
{
    return m_rows[row].previous == 0 && m_lastOfObject[object] == row + 1;
}

void Freshness::readVersion(const EventSnapshot &events, EventRow row)
{
    qint64 &version = m_rows[row].version;
    if (version != kUnread) {
        return;
    }
    version = kNoVersion;
    if (m_document.parse(events.raw(row))) {
        const auto fields = readEventFields(m_document.root(), m_catalogue);
        if (fields && fields->updatedAt) {
            version = toUs(*fields->updatedAt);
        }
    }
}

/// Returns true when the verdict on a row that had one before is another one now.
bool Freshness::judge(const EventSnapshot &events, quint32 object)
{
    m_chain.clear();
    const EventRow last = m_lastOfObject[object];
    m_rows[last - 1].isWaiting = false;
    for (EventRow row = last; row != 0; row = m_rows[row - 1].previous) {
        m_chain.push_back(row - 1);
        readVersion(events, row - 1);
    }
    std::sort(m_chain.begin(), m_chain.end(), [&events](EventRow a, EventRow b) {
        return streamBefore(events, a, b);
    });
    bool hasChanged = false;
    KeptObject kept;
    for (const EventRow row : m_chain) {
        Row &entry = m_rows[row];
        const FreshnessVerdict verdict = kept.take(entry.version, isDelete(events, row));
        hasChanged = hasChanged || verdict.expected != entry.verdict.expected;
        entry.verdict = verdict;
    }
    // By version and type: neighbours that are equal tell the same twice.
    std::sort(m_chain.begin(), m_chain.end(), [&](EventRow a, EventRow b) {
        const qint64 versionA = m_rows[a].version;
        const qint64 versionB = m_rows[b].version;
        return versionA != versionB ? versionA < versionB : events.type(a) < events.type(b);
    });
    for (size_t i = 1; i < m_chain.size(); ++i) {
        Row &a = m_rows[m_chain[i - 1]];
        Row &b = m_rows[m_chain[i]];
        if (a.version != kNoVersion && a.version == b.version
            && events.type(m_chain[i - 1]) == events.type(m_chain[i])) {
            hasChanged = hasChanged || !a.isRepeated || !b.isRepeated;
            a.isRepeated = true;
            b.isRepeated = true;
        }
    }
    return hasChanged;
}

bool Freshness::isDelete(const EventSnapshot &events, EventRow row)
{
    while (m_isDelete.size() < events.typeCount()) {
        const QByteArray name = events.typeName(static_cast<quint16>(m_isDelete.size()));
        m_isDelete.push_back(isDeleteType(name) ? 1 : 0);
    }
    return m_isDelete[events.type(row)] != 0;
}

FreshnessVerdict Freshness::verdict(const EventSnapshot &events, EventRow row)
{
    const quint32 object = events.object(row);
    if (object != 0 && isAlone(row, object)) {
        readVersion(events, row);
        KeptObject kept;
        return kept.take(m_rows[row].version, isDelete(events, row));
    }
    return m_rows[row].verdict;
}

} // namespace playhead
