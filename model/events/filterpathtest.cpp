// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"
#include "model/events/filterpath.h"
#include "model/events/filtertest.h"
#include "model/events/rawlines.h"
#include "model/events/textmatcher.h"
#include "model/events/valuematcher.h"

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kActorPointers[] = {"/context/actor/name",
                                             "/context/actor/id",
                                             "/data/actor_name",
                                             "/data/actor_id"};

/// Asks the JSON of those rows whose bytes hold one of the needles.
template<typename Ask>
class JsonTest : public FilterTest
{
public:
    /// Without needles the JSON of every row is read.
    JsonTest(const QStringList &needles, Ask ask)
        : m_ask(std::move(ask))
    {
        for (const QString &needle : needles) {
            m_needles.push_back(std::make_unique<TextMatcher>(needle));
        }
    }

    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        if (!m_needles.empty()) {
            keepCandidates(events, rows);
        }
        std::erase_if(rows, [&](EventRow row) {
            return !m_document.parse(events.raw(row)) || !m_ask(m_document.root());
        });
    }

private:
    void keepCandidates(const EventSnapshot &events, std::vector<EventRow> &rows)
    {
        if (m_needles.size() == 1) {
            rows = rowsWith(*m_needles.front(), events, rows);
            return;
        }
        RowSet candidates;
        for (const auto &needle : m_needles) {
            for (const EventRow row : rowsWith(*needle, events, rows)) {
                candidates.insert(row);
            }
        }
        std::erase_if(rows, [&candidates](EventRow row) { return !candidates.contains(row); });
    }

    std::vector<std::unique_ptr<TextMatcher>> m_needles;
    Ask m_ask;
    JsonDocument m_document;
};

template<typename Ask>
std::unique_ptr<FilterTest> makeJsonTest(const QStringList &needles, Ask ask)
{
    return std::make_unique<JsonTest<Ask>>(needles, std::move(ask));
}

/// What the bytes must hold for the path to be there: its last key; where there is none, the place where it begins.
QString pathNeedle(FilterField field, const FilterPath &path)
{
    const auto key = std::find_if(path.rbegin(), path.rend(), [](const FilterStep &step) {
        return step.kind == FilterStep::Kind::Key && !step.key.isEmpty();
    });
    if (key != path.rend()) {
        return key->key;
    }
    return field == FilterField::Prev ? u"previous_attributes"_s : fieldWord(field);
}

std::unique_ptr<FilterTest> makeValueTest(const FilterTerm &term, const FilterContext &context)
{
    ValueMatcher matcher(term, context);
    QStringList needles = matcher.needles();
    if (needles.isEmpty()) {
        needles = {pathNeedle(term.field, term.path)};
    }
    return makeJsonTest(needles,
                        [matcher = std::move(matcher), field = term.field, path = term.path](
                            JsonValue event) {
                            return anyValueOf(event, field, path, [&matcher](JsonValue value) {
                                return matcher.matchesJson(value);
                            });
                        });
}

std::vector<QByteArrayView> actorNames(JsonValue event)
{
    std::vector<QByteArrayView> names;
    for (const QByteArrayView pointer : kActorPointers) {
        const auto value = event.at(pointer);
        if (value && value->isString() && !value->string().isEmpty()) {
            names.push_back(value->string());
        }
    }
    return names;
}

std::unique_ptr<FilterTest> makeActorTest(const FilterTerm &term, const FilterContext &context)
{
    return makeJsonTest({u"actor"_s}, [matcher = ValueMatcher(term, context)](JsonValue event) {
        return matcher.matchesNames(actorNames(event));
    });
}

/// One of the things that an event can have.
std::unique_ptr<FilterTest> makePresenceTest(const QString &what)
{
    if (const auto column = columnOf(what)) {
        if (*column == FilterField::Actor) {
            return makeJsonTest({u"actor"_s},
                                [](JsonValue event) { return !actorNames(event).empty(); });
        }
        return makeRowTest(
            [isOrganization = *column == FilterField::Org](const EventSnapshot &events,
                                                           EventRow row) {
                return (isOrganization ? events.organization(row) : events.object(row)) != 0;
            });
    }
    const WrittenPath path = parseFilterPath(what).path.value_or(WrittenPath());
    return makeJsonTest({pathNeedle(path.field, path.path)}, [path](JsonValue event) {
        return anyValueOf(event, path.field, path.path, [](JsonValue) { return true; });
    });
}

/// Any of several tests.
class AnyTest : public FilterTest
{
public:
    explicit AnyTest(std::vector<std::unique_ptr<FilterTest>> tests)
        : m_tests(std::move(tests))
    {}
    void keepMatching(const EventSnapshot &events, std::vector<EventRow> &rows) override
    {
        RowSet matching;
        std::vector<EventRow> rest = rows;
        for (const auto &test : m_tests) {
            std::vector<EventRow> part = rest;
            test->keepMatching(events, part);
            for (const EventRow row : part) {
                matching.insert(row);
            }
            std::erase_if(rest, [&matching](EventRow row) { return matching.contains(row); });
        }
        std::erase_if(rows, [&matching](EventRow row) { return !matching.contains(row); });
    }

private:
    std::vector<std::unique_ptr<FilterTest>> m_tests;
};

std::unique_ptr<FilterTest> makeHasTest(const FilterTerm &term)
{
    std::vector<std::unique_ptr<FilterTest>> tests;
    for (const FilterValue &value : term.values) {
        tests.push_back(makePresenceTest(value.text));
    }
    return std::make_unique<AnyTest>(std::move(tests));
}

} // namespace

std::unique_ptr<FilterTest> makePathTest(const FilterTerm &term, const FilterContext &context)
{
    switch (term.field) {
    case FilterField::Actor:
        return makeActorTest(term, context);
    case FilterField::Has:
        return makeHasTest(term);
    default:
        return makeValueTest(term, context);
    }
}

} // namespace playhead
