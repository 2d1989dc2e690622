// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtertest.h"
#include "model/events/jsonspellings.h"
#include "model/events/rawlines.h"
#include "model/events/sidethread.h"
#include "model/events/textmatcher.h"

#include <QStringMatcher>

#include <cstring>

namespace playhead {

namespace {

/// Fewer rows are searched before another thread has woken up.
constexpr size_t kShared = 256;

/// Looks for a text in the string values of one JSON line, not in its keys, numbers and punctuation.
class StringValues
{
public:
    explicit StringValues(const QString &needle)
        : m_matcher(needle)
        , m_decoded(needle, Qt::CaseInsensitive)
        , m_isPlain(!needle.contains(u'"') && !needle.contains(u'\\'))
    {}

    bool hold(QByteArrayView json)
    {
        findStretches(json);
        // What lies between two quotes is a stretch of its own: those with odd numbers are strings.
        for (const quint32 stretch : m_matcher.find(json, m_ends)) {
            if (stretch % 2 == 1 && isValue(json, stretch)) {
                const quint32 begin = m_ends[stretch - 1] + 1;
                const QByteArrayView text = json.sliced(begin, m_ends[stretch] - begin);
                if ((m_isPlain && !text.contains('\\'))
                    || m_decoded.indexIn(withoutEscapes(text)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    /// The places of all quotes that begin or end a string, then the end.
    void findStretches(QByteArrayView json)
    {
        m_ends.clear();
        const char *begin = json.data();
        const char *end = begin + json.size();
        bool isInString = false;
        for (const char *at = begin; at < end; ++at) {
            at = static_cast<const char *>(std::memchr(at, '"', static_cast<size_t>(end - at)));
            if (at == nullptr) {
                break;
            }
            if (!isInString || !isEscaped(begin, at)) {
                m_ends.push_back(static_cast<quint32>(at - begin));
                isInString = !isInString;
            }
        }
        m_ends.push_back(static_cast<quint32>(json.size()));
    }
    static bool isEscaped(const char *begin, const char *quote)
    {
        const char *at = quote;
        while (at > begin && *(at - 1) == '\\') {
            --at;
        }
        return (quote - at) % 2 == 1;
    }
    /// A colon follows keys only.
    bool isValue(QByteArrayView json, quint32 stretch) const
    {
        for (qsizetype at = m_ends[stretch] + 1; at < json.size(); ++at) {
            if (json[at] != ' ' && json[at] != '\t') {
                return json[at] != ':';
            }
        }
        return true;
    }

    TextMatcher m_matcher;
    QStringMatcher m_decoded;
    bool m_isPlain;
    std::vector<quint32> m_ends;
};

/// Finds the rows with a text in their string values. One thread.
class ValueSearch
{
public:
    explicit ValueSearch(const QString &needle)
        : m_lines(needle)
        , m_values(needle)
    {}

    /// Those of the rows that hold the needle, in their order; valid until the next call.
    std::vector<EventRow> &find(const EventSnapshot &events, std::span<const EventRow> rows)
    {
        m_hits.clear();
        LineBlocks blocks(events, rows);
        while (const LineBlock *block = blocks.next()) {
            const TextMatcher::ValueLines lines = m_lines.findInValues(block->bytes, block->ends);
            auto hit = lines.hits.begin();
            for (const quint32 doubtful : lines.doubtful) {
                for (; hit != lines.hits.end() && *hit < doubtful; ++hit) {
                    m_hits.push_back(rows[block->first + *hit]);
                }
                const EventRow row = rows[block->first + doubtful];
                if (m_values.hold(events.raw(row))) {
                    m_hits.push_back(row);
                }
            }
            for (; hit != lines.hits.end(); ++hit) {
                m_hits.push_back(rows[block->first + *hit]);
            }
        }
        return m_hits;
    }

private:
    TextMatcher m_lines;
    StringValues m_values;
    std::vector<EventRow> m_hits;
};

/// Finds a text in all string values, id, type and object among them, and in the names and the id of the organization.
class TextTest : public FilterTest
{
public:
    TextTest(const QString &needle, const FilterContext &context)
        : m_needle(needle)
        , m_context(context)
        , m_search(needle)
    {}

    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        std::vector<EventRow> &hits = findHits(events, rows);
        if (!isAnyOrganizationNamed(events)) {
            rows.swap(hits);
            return;
        }
        auto hit = hits.begin();
        std::erase_if(rows, [&](EventRow row) {
            const bool isHit = hit != hits.end() && *hit == row;
            hit += isHit ? 1 : 0;
            return !isHit && m_isNamed[events.organization(row)] == 0;
        });
    }

private:
    /// Those of the rows that hold the needle in their bytes, in their order. Of many one half is searched on a thread of
    /// its own.
    std::vector<EventRow> &findHits(const EventSnapshot &events, std::span<const EventRow> rows)
    {
        static const bool isAlone = std::thread::hardware_concurrency() < 2;
        if (isAlone || rows.size() < kShared) {
            return m_search.find(events, rows);
        }
        if (!m_other) {
            m_other.emplace(m_needle);
            m_side.emplace();
        }
        const size_t half = rows.size() / 2;
        std::vector<EventRow> *first = nullptr;
        std::vector<EventRow> *second = nullptr;
        m_side->doBoth([&] { second = &m_other->find(events, rows.subspan(half)); },
                       [&] { first = &m_search.find(events, rows.first(half)); });
        first->insert(first->end(), second->begin(), second->end());
        return *first;
    }

    /// Whether the needle is in the id or a name of an organization; m_isNamed then tells of which.
    bool isAnyOrganizationNamed(const EventSnapshot &events)
    {
        for (auto number = static_cast<quint32>(m_isNamed.size());
             number <= events.organizationCount();
             ++number) {
            const OrganizationId id = number == 0 ? OrganizationId()
                                                  : events.organizationId(number);
            const QStringList names = m_context.organizationNames.value(id);
            const bool isNamed =
                id.toString().contains(m_needle, Qt::CaseInsensitive)
                || std::any_of(names.begin(), names.end(), [this](const QString &name) {
                       return name.contains(m_needle, Qt::CaseInsensitive);
                   });
            m_isNamed.push_back(number != 0 && isNamed ? 1 : 0);
            m_isAnyNamed = m_isAnyNamed || m_isNamed.back() != 0;
        }
        return m_isAnyNamed;
    }

    QString m_needle;
    const FilterContext &m_context;
    ValueSearch m_search;
    std::optional<ValueSearch> m_other;
    std::optional<SideThread> m_side; ///< With `m_other`.
    std::vector<quint8> m_isNamed; ///< By organization number.
    bool m_isAnyNamed = false;
};

} // namespace

std::unique_ptr<FilterTest> makeTextTest(const FilterTerm &term, const FilterContext &context)
{
    return std::make_unique<TextTest>(term.values.front().text, context);
}

} // namespace playhead
