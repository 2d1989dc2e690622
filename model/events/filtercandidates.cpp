// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtercandidates.h"

#include "model/events/filterprinter.h"
#include "model/events/filterwords.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(FilterCompletion)
};

QString written(const QString &value)
{
    FilterTerm term;
    term.field = FilterField::Type;
    term.values = {{value, false, {}}};
    return filterText(term).sliced(fieldWord(FilterField::Type).size() + 1);
}

FilterCandidate word(const QString &text, const QString &note = {})
{
    return {text, text, note, {}, false};
}

QString operatorNote(FilterField field, FilterOperator op)
{
    const bool isPlace = field == FilterField::Cursor || field == FilterField::At;
    switch (op) {
    case FilterOperator::Matches:
        return isPlace || isTimeField(field) ? Text::tr("is")
                                             : Text::tr("matches, with * and ?, in any case");
    case FilterOperator::Equals:
        return Text::tr("is exactly");
    case FilterOperator::Differs:
        return Text::tr("is not");
    case FilterOperator::Greater:
        return isPlace ? Text::tr("after") : Text::tr("greater, or later");
    case FilterOperator::GreaterOrEqual:
        return isPlace ? Text::tr("at or after") : Text::tr("at least");
    case FilterOperator::Less:
        return isPlace ? Text::tr("before") : Text::tr("less, or earlier");
    case FilterOperator::LessOrEqual:
        return isPlace ? Text::tr("up to") : Text::tr("at most");
    case FilterOperator::Pattern:
        return Text::tr("holds a regular expression, /…/i");
    }
    return {};
}

/// `dsync.*` and `dsync.user.*`: every beginning that several types share.
QList<FilterCandidate> typeGroups(const FilterVocabulary &vocabulary, QStringView typed)
{
    struct Group
    {
        quint32 types = 0;
        quint32 events = 0;
        Family family = Family::Other;
        qsizetype place = 0; ///< Of its first type: the families' order.
    };
    QMap<QString, Group> groups;
    for (const FilterVocabulary::Type &type : vocabulary.types) {
        for (qsizetype dot = type.name.indexOf(u'.'); dot > 0;
             dot = type.name.indexOf(u'.', dot + 1)) {
            Group &group = groups[type.name.first(dot + 1)];
            if (group.types++ == 0) {
                group.family = type.family;
                group.place = groups.size();
            }
            group.events += type.count;
        }
    }
    QList<std::pair<qsizetype, FilterCandidate>> found;
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        // One level at a time: the deeper ones when the level above them is typed.
        const qsizetype dots = group.key().count(u'.') - 1;
        if (group->types > 1 && dots <= typed.count(u'.')) {
            const QString text = group.key() + u'*';
            found.append(
                {group->place, {text, text, familyLabel(group->family), group->events, false}});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.first < b.first;
    });
    QList<FilterCandidate> candidates;
    for (const auto &[place, candidate] : std::as_const(found)) {
        candidates.append(candidate);
    }
    return candidates;
}

QList<FilterCandidate> typeCandidates(const FilterVocabulary &vocabulary, QStringView typed)
{
    QList<FilterCandidate> candidates = typeGroups(vocabulary, typed);
    for (const FilterVocabulary::Type &type : vocabulary.types) {
        candidates.append({type.name, type.name, familyLabel(type.family), type.count, false});
    }
    return candidates;
}

QList<FilterCandidate> familyCandidates(const FilterVocabulary &vocabulary)
{
    std::array<quint32, kFamilyCount> counts{};
    for (const FilterVocabulary::Type &type : vocabulary.types) {
        counts[size_t(type.family)] += type.count;
    }
    QList<FilterCandidate> candidates;
    for (int number = 0; number < kFamilyCount; ++number) {
        const auto family = static_cast<Family>(number);
        const QString text = familyWord(family);
        candidates.append({text, text, familyLabel(family), counts[size_t(number)], false});
    }
    return candidates;
}

/// There can be very many: only what can match is written out. `typed` may have escapes that names have not.
bool canMatch(const FilterVocabulary::Organization &organization, QStringView typed)
{
    return typed.contains(u'\\') || organization.name.contains(typed, Qt::CaseInsensitive)
           || organization.id.toString().contains(typed, Qt::CaseInsensitive);
}

QList<FilterCandidate> organizationCandidates(const FilterVocabulary &vocabulary, QStringView typed)
{
    QHash<QString, int> names;
    for (const FilterVocabulary::Organization &organization : vocabulary.organizations) {
        ++names[organization.name];
    }
    QList<FilterCandidate> candidates;
    for (const FilterVocabulary::Organization &organization : vocabulary.organizations) {
        if (typed.isEmpty() && candidates.size() == kMostCandidates) {
            break; // No later one would show.
        }
        if (!canMatch(organization, typed)) {
            continue;
        }
        const QString id = organization.id.toString();
        // A name that two have, or with a wildcard in it, would mean others too.
        const bool isName = !organization.name.isEmpty() && names.value(organization.name) == 1
                            && !organization.name.contains(u'*')
                            && !organization.name.contains(u'?');
        candidates.append({written(isName ? organization.name : id),
                           organization.name.isEmpty() ? id : organization.name,
                           organization.name.isEmpty() ? QString() : id,
                           organization.count,
                           false});
    }
    return candidates;
}

QList<FilterCandidate> cursorCandidates(const FilterVocabulary &vocabulary)
{
    QList<FilterCandidate> candidates;
    for (const QString &name : vocabulary.cursors) {
        candidates.append({written(name), name, {}, {}, false});
    }
    return candidates;
}

QList<FilterCandidate> timeCandidates()
{
    return {word(u"now"_s),
            word(u"today"_s, Text::tr("since midnight")),
            word(u"yesterday"_s, Text::tr("the day before")),
            word(u"15m"_s, Text::tr("15 minutes ago")),
            word(u"1h"_s, Text::tr("an hour ago")),
            word(u"24h"_s, Text::tr("24 hours ago")),
            word(u"2d"_s, Text::tr("2 days ago")),
            word(u"1w"_s, Text::tr("a week ago")),
            word(u"30d"_s, Text::tr("30 days ago"))};
}

QList<FilterCandidate> stateCandidates()
{
    return {word(u"selected"_s, Text::tr("selected in the table when the filter was set")),
            word(u"stale"_s, Text::tr("older than what a consumer already has")),
            word(u"duplicate"_s, Text::tr("received more than once")),
            word(u"outoforder"_s, Text::tr("sent after a younger one"))};
}

QList<FilterCandidate> resultCandidates()
{
    return {word(u"done"_s, Text::tr("accepted or skipped")),
            word(u"accepted"_s, Text::tr("answered 2xx")),
            word(u"skipped"_s, Text::tr("left out by setting or by a person")),
            word(u"failed"_s, Text::tr("every try failed")),
            word(u"retrying"_s, Text::tr("will be tried again")),
            word(u"unknown"_s, Text::tr("sent, with an unknown outcome"))};
}

std::optional<quint32> counted(quint32 count, const FilterVocabulary &vocabulary)
{
    return vocabulary.arePathsCounted ? std::optional(count) : std::nullopt;
}

const SeenPath *seenAt(QStringView path, const FilterVocabulary &vocabulary)
{
    const auto found = std::find_if(vocabulary.paths.begin(),
                                    vocabulary.paths.end(),
                                    [path](const SeenPath &seen) { return seen.path == path; });
    return found == vocabulary.paths.end() ? nullptr : &*found;
}

void addSeenValues(QStringView path,
                   const FilterVocabulary &vocabulary,
                   QList<FilterCandidate> &candidates)
{
    const SeenPath *seen = seenAt(path, vocabulary);
    if (seen == nullptr) {
        // An array is matched by its elements.
        seen = seenAt(QString(path.toString() + u"[]"_s), vocabulary);
    }
    for (const SeenValue &value : seen ? seen->values : QList<SeenValue>()) {
        // A value with a line break or a wildcard would not be found again as it is written.
        const bool isPlain = !value.text.contains(u'*') && !value.text.contains(u'?')
                             && !value.text.contains(u'\n');
        if (isPlain) {
            candidates.append({written(value.text),
                               value.text.isEmpty() ? Text::tr("(empty)") : value.text,
                               {},
                               counted(value.count, vocabulary),
                               false});
        }
    }
}

QList<FilterCandidate> presenceCandidates(QStringView typed, const FilterVocabulary &vocabulary)
{
    const bool isPath = typed.contains(u'.') || typed.contains(u'[');
    QList<FilterCandidate> candidates;
    if (!isPath) {
        candidates = {word(u"org"_s, Text::tr("an organization")),
                      word(u"object"_s, Text::tr("an object")),
                      word(u"actor"_s, Text::tr("somebody who did it"))};
    }
    return candidates + pathCandidates(typed, vocabulary, PathEnds::All);
}

} // namespace

QString fieldNote(FilterField field)
{
    switch (field) {
    case FilterField::Type:
        return Text::tr("the event's type");
    case FilterField::Family:
        return Text::tr("a family of types");
    case FilterField::Org:
        return Text::tr("the organization, by name or id");
    case FilterField::Object:
        return Text::tr("the object's id or kind");
    case FilterField::Id:
        return Text::tr("the event's id");
    case FilterField::Actor:
        return Text::tr("who did it, by name or id");
    case FilterField::Before:
        return Text::tr("created before a time");
    case FilterField::After:
        return Text::tr("created at a time or later");
    case FilterField::At:
        return Text::tr("created on a day, at a minute…");
    case FilterField::Cursor:
        return Text::tr("where a cursor stands");
    case FilterField::Is:
        return Text::tr("stale, duplicate, out of order, selected");
    case FilterField::Has:
        return Text::tr("something is there");
    case FilterField::Result:
        return Text::tr("what became of it in a replay");
    case FilterField::Data:
        return Text::tr("a value in the event's data");
    case FilterField::Context:
        return Text::tr("a value in the event's context");
    case FilterField::Prev:
        return Text::tr("what a value was before");
    case FilterField::Text:
        break;
    }
    return {};
}

QList<FilterCandidate> fieldCandidates()
{
    QList<FilterCandidate> candidates;
    for (const QString &name : fieldWords()) {
        const FilterField field = fieldOf(name).value_or(FilterField::Text);
        const QString behind = isPathField(field)             ? u"."_s
                               : field == FilterField::Cursor ? u">"_s
                                                              : u":"_s;
        candidates.append({name + behind, name, fieldNote(field), {}, true});
    }
    return candidates;
}

QList<FilterCandidate> operatorCandidates(FilterField field)
{
    QList<FilterCandidate> candidates;
    for (int number = 0; number <= static_cast<int>(FilterOperator::Pattern); ++number) {
        const auto op = static_cast<FilterOperator>(number);
        if (allowsOperator(field, op)) {
            const QString text = operatorText(op);
            candidates.append({text, text, operatorNote(field, op), {}, true});
        }
    }
    return candidates;
}

QList<FilterCandidate> pathCandidates(QStringView typed,
                                      const FilterVocabulary &vocabulary,
                                      PathEnds ends)
{
    // Up to the last step that is complete.
    const qsizetype level = typed.lastIndexOf(u'.') + 1;
    const QStringView above = typed.first(level);
    QMap<QString, FilterCandidate> found;
    for (const SeenPath &seen : vocabulary.paths) {
        if (!seen.path.startsWith(above)) {
            continue;
        }
        const qsizetype dot = seen.path.indexOf(u'.', level);
        const bool goesOn = dot >= 0;
        if (!goesOn && !seen.isScalar && ends == PathEnds::Scalars) {
            continue;
        }
        const QString text = goesOn ? seen.path.first(dot + 1) : seen.path;
        FilterCandidate &candidate = found[text];
        const quint32 count = std::max(candidate.count.value_or(0), seen.count);
        candidate = {text, text, goesOn ? Text::tr("and more below") : QString(), count, goesOn};
    }
    QList<FilterCandidate> candidates = found.values();
    std::stable_sort(candidates.begin(),
                     candidates.end(),
                     [](const FilterCandidate &a, const FilterCandidate &b) {
                         return a.count > b.count;
                     });
    for (FilterCandidate &candidate : candidates) {
        candidate.count = counted(*candidate.count, vocabulary);
    }
    return candidates;
}

QList<FilterCandidate> valueCandidates(FilterField field,
                                       QStringView fieldText,
                                       QStringView typed,
                                       const FilterVocabulary &vocabulary)
{
    QList<FilterCandidate> candidates;
    switch (field) {
    case FilterField::Type:
        return typeCandidates(vocabulary, typed);
    case FilterField::Family:
        return familyCandidates(vocabulary);
    case FilterField::Org:
        return organizationCandidates(vocabulary, typed);
    case FilterField::Before:
    case FilterField::After:
    case FilterField::At:
        return timeCandidates();
    case FilterField::Cursor:
        return cursorCandidates(vocabulary);
    case FilterField::Is:
        return stateCandidates();
    case FilterField::Has:
        return presenceCandidates(typed, vocabulary);
    case FilterField::Result:
        return resultCandidates();
    case FilterField::Actor:
        addSeenValues(u"context.actor.name", vocabulary, candidates);
        addSeenValues(u"context.actor.id", vocabulary, candidates);
        break;
    case FilterField::Data:
    case FilterField::Context:
    case FilterField::Prev:
        addSeenValues(fieldText, vocabulary, candidates);
        break;
    default:
        break;
    }
    return candidates;
}

} // namespace playhead
