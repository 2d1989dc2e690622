// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/apiswitches.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ApiSwitches)
};

/// A switch's words with the way to its field.
struct SwitchRow
{
    SwitchSpec spec;
    std::function<int(const ApiSwitches &)> get;
    std::function<void(ApiSwitches &, int)> set;
};

template<typename Value>
SwitchRow choice(SwitchSpec spec, Value ApiSwitches::*field)
{
    return {std::move(spec),
            [field](const ApiSwitches &switches) { return int(switches.*field); },
            [field](ApiSwitches &switches, int value) { switches.*field = Value(value); }};
}

std::vector<SwitchRow> cursorRows()
{
    return {
        choice({"unknown-cursor",
                {"error", "restart"},
                Text::tr("An `after` or `before` that is not there, or older than the horizon"),
                Text::tr("An error names the lost place; WorkOS's emulators start over silently, "
                         "which makes a consumer apply everything again.")},
               &ApiSwitches::unknownCursor),
        choice(
            {"after-with-range-start",
             {"error", "allow"},
             Text::tr("`after` or `before` together with `range_start`"),
             Text::tr(
                 "The documents call a cursor and `range_start` mutually exclusive but not what is "
                 "answered; an error cannot be overlooked.")},
            &ApiSwitches::afterWithRangeStart),
        choice(
            {"full-last-page",
             {"null", "id"},
             Text::tr("`list_metadata.after` of a full page that is the last one"),
             Text::tr(
                 "The documents say that no id means the end of the list, but not whether a full "
                 "last page has one; a consumer must take both.")},
            &ApiSwitches::fullLastPage),
    };
}

std::vector<SwitchRow> filterRows()
{
    return {
        choice({"order",
                {"obey", "ignore"},
                Text::tr("`order`: as asked, or oldest first whatever is asked"),
                Text::tr("The API description defines three orders; users report that the live API "
                         "answers oldest first whatever is asked.")},
               &ApiSwitches::order),
        choice({"events-absent",
                {"all", "required"},
                Text::tr("`events` absent or empty: every type, or 422 required"),
                Text::tr(
                    "The API description makes it optional, though its own 422 example calls it "
                    "required.")},
               &ApiSwitches::eventsAbsent),
        choice({"unknown-type",
                {"error", "ignore"},
                Text::tr(
                    "A type in `events` that nobody knows: 422, or taken as one without events"),
                Text::tr(
                    "A public project reports an error for names that WorkOS does not take, which "
                    "stops its whole poll.")},
               &ApiSwitches::unknownType),
        choice({"over-wide-range",
                {"error", "clamp"},
                Text::tr("A range longer than 30 days: 400, or only its first 30 days"),
                Text::tr("The documents allow 30 days a request; an error cannot be overlooked, a "
                         "shortened answer can.")},
               &ApiSwitches::overWideRange),
        choice({"without-organization",
                {"leave", "include"},
                Text::tr(
                    "`organization_id` and events that name no organization: left out, or there"),
                Text::tr(
                    "The documents say that user events are not organization specific; 53 of 111 "
                    "types name no organization.")},
               &ApiSwitches::withoutOrganization),
    };
}

const std::vector<SwitchRow> &rows()
{
    static const std::vector<SwitchRow> all = [] {
        std::vector<SwitchRow> list = cursorRows();
        const std::vector<SwitchRow> filters = filterRows();
        list.insert(list.end(), filters.begin(), filters.end());
        list.push_back({{"hold-back",
                         {},
                         Text::tr("Seconds during which a new event is hidden"),
                         Text::tr("WorkOS hides new events for a few seconds but names no number; "
                                  "with 0 an event can be read as soon as it has happened.")},
                        [](const ApiSwitches &switches) { return int(switches.holdBack.count()); },
                        [](ApiSwitches &switches, int value) {
                            switches.holdBack = std::chrono::seconds(value);
                        }});
        return list;
    }();
    return all;
}

const SwitchRow *find(QByteArrayView name)
{
    const auto found = std::find_if(rows().begin(), rows().end(), [name](const SwitchRow &row) {
        return row.spec.name == name;
    });
    return found == rows().end() ? nullptr : &*found;
}

QString joined(const std::vector<QByteArray> &words)
{
    QString text;
    for (const QByteArray &word : words) {
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + QString::fromUtf8(word);
    }
    return text;
}

std::optional<int> valueNumber(const SwitchSpec &spec, QByteArrayView value)
{
    if (spec.values.empty()) {
        bool isNumber = false;
        const qint64 seconds = value.toByteArray().toLongLong(&isNumber);
        const bool isRight = isNumber && seconds >= 0 && seconds <= kLongestHoldBack;
        return isRight ? std::optional(int(seconds)) : std::nullopt;
    }
    const auto found = std::find(spec.values.begin(), spec.values.end(), value.toByteArray());
    return found == spec.values.end() ? std::nullopt
                                      : std::optional(int(found - spec.values.begin()));
}

} // namespace

std::vector<SwitchSpec> switchSpecs()
{
    std::vector<SwitchSpec> specs;
    for (const SwitchRow &row : rows()) {
        specs.push_back(row.spec);
    }
    return specs;
}

Status setSwitch(ApiSwitches &switches, QByteArrayView name, QByteArrayView value)
{
    const SwitchRow *row = find(name);
    if (row == nullptr) {
        std::vector<QByteArray> names;
        for (const SwitchRow &known : rows()) {
            names.push_back(known.spec.name);
        }
        return failure(ErrorCode::WrongUsage,
                       Text::tr("There is no switch '%1'. The switches are %2.")
                           .arg(QString::fromUtf8(name), joined(names)));
    }
    const std::optional<int> number = valueNumber(row->spec, value);
    if (!number) {
        const QString wanted =
            row->spec.values.empty()
                ? Text::tr("a number of seconds from 0 to %1").arg(kLongestHoldBack)
                : joined(row->spec.values);
        return failure(ErrorCode::WrongUsage,
                       Text::tr("The switch %1 cannot be '%2'. It takes: %3.")
                           .arg(QString::fromUtf8(name), QString::fromUtf8(value), wanted));
    }
    row->set(switches, *number);
    return {};
}

QByteArray switchValue(const ApiSwitches &switches, QByteArrayView name)
{
    const SwitchRow *row = find(name);
    if (row == nullptr) {
        return {};
    }
    const int number = row->get(switches);
    return row->spec.values.empty() ? QByteArray::number(number)
                                    : row->spec.values.at(size_t(number));
}

} // namespace playhead
