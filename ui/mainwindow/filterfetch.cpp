// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/filterfetch.h"

#include "model/api/fetchquery.h"
#include "model/events/filterprinter.h"
#include "model/events/filtertime.h"
#include "model/events/serverpart.h"
#include "model/events/typecatalogue.h"
#include "model/events/wildcardpattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FilterFetch)
};

std::vector<FilterTerm> termsOf(const FilterExpression &asked)
{
    std::vector<FilterTerm> terms;
    if (asked.kind == FilterExpression::Kind::Term) {
        terms.push_back(asked.term);
    }
    for (const FilterExpression &operand : asked.operands) {
        if (operand.kind == FilterExpression::Kind::Term) {
            terms.push_back(operand.term);
        }
    }
    return terms;
}

/// As the filter matches them: without case, unless `=` is written.
QList<QByteArray> typesOf(const FilterTerm &term, const TypeCatalogue &catalogue)
{
    QList<QByteArray> types;
    for (const FilterValue &value : term.values) {
        const WildcardPattern pattern(value.text);
        for (const EventType &type : catalogue.types()) {
            const bool isMeant = term.op == FilterOperator::Equals
                                     ? type.name == value.text.toUtf8()
                                     : pattern.matches(QByteArrayView(type.name));
            if (isMeant && !types.contains(type.name)) {
                types.append(type.name);
            }
        }
    }
    std::sort(types.begin(), types.end());
    return types;
}

/// Where a term of time cuts the range; see CompiledFilter.
void cutRange(const FilterTerm &term, Instant now, const QTimeZone &zone, TimeRange &range)
{
    const std::optional<TimeRange> time = filterTime(term.values.front().text, now, zone);
    if (!time) {
        return;
    }
    const bool isBegin = term.field == FilterField::After
                         || term.op == FilterOperator::GreaterOrEqual;
    if (isBegin) {
        range.since = std::max(range.since, time->since);
    } else {
        range.until = std::min(range.until, time->since);
    }
}

QString line(const QString &text, const FilterExpression &part)
{
    const QString filter = filterText(part).toHtmlEscaped();
    return u"<p>"_s + text.toHtmlEscaped().arg(u"<tt>%1</tt>"_s.arg(filter)) + u"</p>"_s;
}

bool isEmpty(const FilterExpression &expression)
{
    return expression.kind == FilterExpression::Kind::And && expression.operands.empty();
}

} // namespace

std::optional<FetchChoice> choiceFor(const FilterExpression &asked,
                                     const FetchChoice &picked,
                                     const TypeCatalogue &catalogue,
                                     Instant now,
                                     const QTimeZone &zone)
{
    const std::vector<FilterTerm> terms = termsOf(asked);
    if (terms.empty()) {
        return std::nullopt;
    }
    FetchChoice choice = picked;
    TimeRange range{Instant{}, now};
    bool hasRange = false;
    for (const FilterTerm &term : terms) {
        if (term.field == FilterField::Type) {
            choice.types = typesOf(term, catalogue);
            if (choice.types.isEmpty()) {
                return std::nullopt; // An empty list would ask for all of them.
            }
        } else if (term.field == FilterField::Org) {
            choice.organization = OrganizationId(term.values.front().text.toUtf8());
        } else {
            hasRange = true;
            cutRange(term, now, zone, range);
        }
    }
    if (hasRange && range.since == Instant{}) {
        // Nobody gave a start: from where a server can begin, which is not told as moved (clampSince()).
        range.since = horizonAt(now) + std::chrono::minutes(1);
    }
    if (hasRange) {
        choice.preset = RangePreset::Custom;
        choice.custom = range;
    } else if (choice.preset == RangePreset::SinceCursor) {
        choice.preset = RangePreset::Days7; // A cursor is read with its own types and organization.
    }
    return hasRange && range.since >= range.until ? std::nullopt : std::optional(choice);
}

QString partsText(const FilterExpression &filter)
{
    const ServerPart parts = serverPart(filter);
    QString text;
    if (!isEmpty(parts.asked)) {
        text += line(Text::tr("A fetch could ask for: %1"), parts.asked);
    }
    if (!isEmpty(parts.local)) {
        text += line(Text::tr("Only filtered here: %1"), parts.local);
    }
    return text;
}

} // namespace playhead
