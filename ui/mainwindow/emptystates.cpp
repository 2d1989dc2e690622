// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/emptystates.h"

#include <QCoreApplication>
#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EmptyStates)
};

EmptyState::Choice choice(const char *id, const QString &text, const QString &iconName)
{
    return {QString::fromLatin1(id), text, iconName};
}

QString fetchLongerText(RangePreset preset)
{
    switch (preset) {
    case RangePreset::Hours24:
        return Text::tr("Fetch last 24 hours");
    case RangePreset::Days7:
        return Text::tr("Fetch last 7 days");
    case RangePreset::Days30:
        return Text::tr("Fetch last 30 days");
    default:
        return Text::tr("Fetch last 90 days");
    }
}

void addLonger(const EmptySituation &situation, EmptyState &state)
{
    if (const std::optional<RangePreset> longer = longerRange(situation.choice.preset)) {
        state.choices.append(choice(kChoiceLonger, fetchLongerText(*longer), u"fetch"_s));
    }
}

EmptyState noMatch(const EmptySituation &situation)
{
    EmptyState state;
    state.iconName = u"filter"_s;
    state.title = Text::tr("No loaded event matches");
    const QString range = rangePhrase(situation.choice);
    const QString loaded = situation.loaded == 1
                               ? Text::tr("1 event is loaded from %1.").arg(range)
                               : Text::tr("%1 events are loaded from %2.")
                                     .arg(QLocale().toString(situation.loaded), range);
    const QString beyond = longerRange(situation.choice.preset)
                               ? Text::tr("Older events are not loaded yet.")
                               : Text::tr("What lies outside of it is not searched.");
    state.text = loaded + u' ' + beyond;
    state.choices.append(choice(kChoiceClearFilter, Text::tr("Clear filter"), {}));
    addLonger(situation, state);
    return state;
}

EmptyState nothingInRange(const EmptySituation &situation)
{
    const FetchChoice &picked = situation.choice;
    EmptyState state;
    state.iconName = u"range"_s;
    state.title = Text::tr("No events in %1").arg(rangePhrase(picked));
    const bool byCursor = picked.preset == RangePreset::SinceCursor;
    if (byCursor) {
        state.title = Text::tr("No events after the active cursor");
    }
    state.text = !byCursor && !picked.types.isEmpty()
                     ? Text::tr("%1 answered with an empty list for these types.")
                 : !byCursor && !picked.organization.isEmpty()
                     ? Text::tr("%1 answered with an empty list for this organization.")
                     : Text::tr("%1 answered with an empty list.");
    state.text = state.text.arg(situation.server);
    addLonger(situation, state);
    if (!byCursor && !picked.types.isEmpty()) {
        state.choices.append(choice(kChoiceAllTypes, Text::tr("All types"), u"types"_s));
    }
    return state;
}

EmptyState ofCapture(const EmptySituation &situation)
{
    EmptyState state;
    if (situation.loaded == 0) {
        state.iconName = u"open"_s;
        state.title = Text::tr("No events are shown");
        state.text = Text::tr("Open the capture again, or another one.");
        return state;
    }
    state.iconName = u"filter"_s;
    state.title = Text::tr("No event of this capture matches");
    state.text = situation.loaded == 1
                     ? Text::tr("It holds 1 event.")
                     : Text::tr("It holds %1 events.").arg(QLocale().toString(situation.loaded));
    state.choices.append(choice(kChoiceClearFilter, Text::tr("Clear filter"), {}));
    return state;
}

} // namespace

EmptyState emptyStateFor(const EmptySituation &situation)
{
    if (situation.isCapture) {
        return ofCapture(situation);
    }
    if (situation.loaded > 0) {
        return noMatch(situation);
    }
    if (situation.isCovered) {
        return nothingInRange(situation);
    }
    EmptyState state;
    state.iconName = u"fetch"_s;
    state.title = Text::tr("Nothing is loaded yet");
    state.text =
        Text::tr("Fetch asks %1 for %2.").arg(situation.server, rangePhrase(situation.choice));
    state.choices.append(choice(kChoiceFetch, Text::tr("Fetch"), u"fetch"_s));
    return state;
}

std::optional<RangePreset> longerRange(RangePreset preset)
{
    switch (preset) {
    case RangePreset::Minutes15:
    case RangePreset::Hour1:
    case RangePreset::Hours6:
        return RangePreset::Hours24;
    case RangePreset::Hours24:
        return RangePreset::Days7;
    case RangePreset::Days7:
        return RangePreset::Days30;
    case RangePreset::Days30:
        return RangePreset::Days90;
    case RangePreset::Days90:
    case RangePreset::SinceCursor:
    case RangePreset::Custom:
    case RangePreset::Whole:
        break;
    }
    return std::nullopt;
}

} // namespace playhead
