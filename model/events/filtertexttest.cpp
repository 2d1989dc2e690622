// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtertest.h"
#include "model/events/jsonspellings.h"
#include "model/events/rawlines.h"
#include "model/events/textmatcher.h"

#include <QStringMatcher>

#include <cstring>

namespace playhead {

namespace {

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

/// Finds a text in all string values, id, type and object among them, and in the names and the id of the organization.
class TextTest : public FilterTest
{
public:
    TextTest(const QString &needle, const FilterContext &context)
        : m_needle(needle)
        , m_context(context)
        , m_lines(needle)
        , m_values(needle)
    {}

    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        const std::vector<EventRow> hits = rowsWith(m_lines, events, rows);
        auto hit = hits.begin();
        std::erase_if(rows, [&](EventRow row) {
            const bool isHit = hit != hits.end() && *hit == row;
            hit += isHit ? 1 : 0;
            return !(isHit && m_values.hold(events.raw(row)))
                   && !isOrganizationNamed(events, events.organization(row));
        });
    }

private:
    bool isOrganizationNamed(const EventSnapshot &events, quint32 number)
    {
        return number != 0 && m_organizations.of(number, [&] {
            const OrganizationId id = events.organizationId(number);
            const QStringList names = m_context.organizationNames.value(id);
            return id.toString().contains(m_needle, Qt::CaseInsensitive)
                   || std::any_of(names.begin(), names.end(), [this](const QString &name) {
                          return name.contains(m_needle, Qt::CaseInsensitive);
                      });
        });
    }

    QString m_needle;
    const FilterContext &m_context;
    TextMatcher m_lines;
    StringValues m_values;
    NumberedAnswers m_organizations;
};

} // namespace

std::unique_ptr<FilterTest> makeTextTest(const FilterTerm &term, const FilterContext &context)
{
    return std::make_unique<TextTest>(term.values.front().text, context);
}

} // namespace playhead
