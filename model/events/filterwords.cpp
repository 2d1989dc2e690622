// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterwords.h"

#include "model/events/wildcardpattern.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
struct Word
{
    QLatin1StringView text;
    T meaning;
};

constexpr Word<FilterField> kFields[] = {{"type"_L1, FilterField::Type},
                                         {"family"_L1, FilterField::Family},
                                         {"org"_L1, FilterField::Org},
                                         {"object"_L1, FilterField::Object},
                                         {"id"_L1, FilterField::Id},
                                         {"actor"_L1, FilterField::Actor},
                                         {"before"_L1, FilterField::Before},
                                         {"after"_L1, FilterField::After},
                                         {"at"_L1, FilterField::At},
                                         {"cursor"_L1, FilterField::Cursor},
                                         {"is"_L1, FilterField::Is},
                                         {"has"_L1, FilterField::Has},
                                         {"result"_L1, FilterField::Result},
                                         {"data"_L1, FilterField::Data},
                                         {"context"_L1, FilterField::Context},
                                         {"prev"_L1, FilterField::Prev}};

constexpr Word<FilterOperator> kOperators[] = {{":"_L1, FilterOperator::Matches},
                                               {"="_L1, FilterOperator::Equals},
                                               {"!="_L1, FilterOperator::Differs},
                                               {">"_L1, FilterOperator::Greater},
                                               {">="_L1, FilterOperator::GreaterOrEqual},
                                               {"<"_L1, FilterOperator::Less},
                                               {"<="_L1, FilterOperator::LessOrEqual},
                                               {"~"_L1, FilterOperator::Pattern}};

constexpr Word<EventState> kStates[] = {{"selected"_L1, EventState::Selected},
                                        {"stale"_L1, EventState::Stale},
                                        {"duplicate"_L1, EventState::Duplicate},
                                        {"outoforder"_L1, EventState::OutOfOrder}};

constexpr Word<ReplayResults> kResults[] = {{"done"_L1, {true, true, false, false, false}},
                                            {"accepted"_L1, {true, false, false, false, false}},
                                            {"skipped"_L1, {false, true, false, false, false}},
                                            {"failed"_L1, {false, false, true, false, false}},
                                            {"retrying"_L1, {false, false, false, true, false}},
                                            {"unknown"_L1, {false, false, false, false, true}}};

constexpr Word<FilterField> kColumns[] = {{"org"_L1, FilterField::Org},
                                          {"object"_L1, FilterField::Object},
                                          {"actor"_L1, FilterField::Actor}};

constexpr Word<Family> kFamilies[] = {{"dsync"_L1, Family::DirectorySync},
                                      {"auth"_L1, Family::Authentication},
                                      {"users"_L1, Family::Users},
                                      {"orgs"_L1, Family::Organizations},
                                      {"connections"_L1, Family::Connections},
                                      {"roles"_L1, Family::RolesAccess},
                                      {"platform"_L1, Family::Platform},
                                      {"other"_L1, Family::Other}};

constexpr qsizetype kShortestBeginning = 3;

template<typename T, size_t N>
std::optional<T> meaningOf(const Word<T> (&words)[N], QStringView text)
{
    const auto *word = std::find_if(std::begin(words), std::end(words), [text](const Word<T> &w) {
        return text == w.text;
    });
    return word == std::end(words) ? std::nullopt : std::optional(word->meaning);
}

template<typename T, size_t N>
QStringList allOf(const Word<T> (&words)[N])
{
    QStringList texts;
    for (const Word<T> &word : words) {
        texts.append(word.text);
    }
    return texts;
}

template<typename T, size_t N>
QString wordOf(const Word<T> (&words)[N], T meaning)
{
    const auto *word = std::find_if(std::begin(words),
                                    std::end(words),
                                    [meaning](const Word<T> &w) { return w.meaning == meaning; });
    return word == std::end(words) ? QString() : QString(word->text);
}

bool isFamilyNamed(const Word<Family> &family, const QString &text, bool isExact)
{
    const QString label = familyLabel(family.meaning);
    if (isExact) {
        return text == family.text || text == label;
    }
    const WildcardPattern pattern(text);
    return pattern.matches(QString(family.text)) || pattern.matches(label)
           || (text.size() >= kShortestBeginning && label.startsWith(text, Qt::CaseInsensitive));
}

} // namespace

QString fieldWord(FilterField field)
{
    return wordOf(kFields, field);
}

std::optional<FilterField> fieldOf(QStringView word)
{
    return meaningOf(kFields, word);
}

QStringList fieldWords()
{
    return allOf(kFields);
}

QString operatorText(FilterOperator op)
{
    return wordOf(kOperators, op);
}

std::optional<FilterOperator> operatorOf(QStringView text)
{
    return meaningOf(kOperators, text);
}

bool isPathField(FilterField field)
{
    return field == FilterField::Data || field == FilterField::Context
           || field == FilterField::Prev;
}

bool isTimeField(FilterField field)
{
    return field == FilterField::Before || field == FilterField::After || field == FilterField::At;
}

bool allowsOperator(FilterField field, FilterOperator op)
{
    switch (field) {
    case FilterField::Before:
    case FilterField::After:
    case FilterField::Is:
    case FilterField::Has:
    case FilterField::Result:
        return op == FilterOperator::Matches || op == FilterOperator::Equals;
    case FilterField::At:
    case FilterField::Cursor:
        return op != FilterOperator::Pattern;
    case FilterField::Family:
        return op == FilterOperator::Matches || op == FilterOperator::Equals
               || op == FilterOperator::Differs;
    case FilterField::Type:
    case FilterField::Org:
    case FilterField::Object:
    case FilterField::Id:
    case FilterField::Actor:
        return op == FilterOperator::Matches || op == FilterOperator::Equals
               || op == FilterOperator::Differs || op == FilterOperator::Pattern;
    case FilterField::Data:
    case FilterField::Context:
    case FilterField::Prev:
        return true;
    case FilterField::Text:
        break;
    }
    return op == FilterOperator::Matches;
}

bool isComparison(FilterOperator op)
{
    return op == FilterOperator::Greater || op == FilterOperator::GreaterOrEqual
           || op == FilterOperator::Less || op == FilterOperator::LessOrEqual;
}

std::optional<double> filterNumber(QStringView text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isAtTime(FilterOperator op, Instant instant, const TimeRange &time)
{
    switch (op) {
    case FilterOperator::Greater:
        return instant >= time.until;
    case FilterOperator::GreaterOrEqual:
        return instant >= time.since;
    case FilterOperator::Less:
        return instant < time.since;
    case FilterOperator::LessOrEqual:
        return instant < time.until;
    case FilterOperator::Differs:
        return !time.contains(instant);
    default:
        return time.contains(instant);
    }
}

std::optional<EventState> eventStateOf(QStringView word)
{
    return meaningOf(kStates, word);
}

QStringList eventStateWords()
{
    return allOf(kStates);
}

std::optional<ReplayResults> replayResultsOf(QStringView word)
{
    return meaningOf(kResults, word);
}

QStringList replayResultWords()
{
    return allOf(kResults);
}

std::optional<FilterField> columnOf(QStringView word)
{
    return meaningOf(kColumns, word);
}

QStringList columnWords()
{
    return allOf(kColumns);
}

Families familiesNamed(const QString &text, bool isExact)
{
    Families families{};
    for (const Word<Family> &family : kFamilies) {
        families[static_cast<size_t>(family.meaning)] = isFamilyNamed(family, text, isExact);
    }
    return families;
}

QString familyWord(Family family)
{
    return wordOf(kFamilies, family);
}

QStringList familyWords()
{
    return allOf(kFamilies);
}

} // namespace playhead
