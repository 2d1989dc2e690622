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

void addLonger(const EmptySituation &situation, EmptyState &state)
{
    if (const std::optional<RangePreset> longer = longerRange(situation.choice.preset)) {
        FetchChoice wider;
        wider.preset = *longer;
        state.choices.append(
            choice(kChoiceLonger, Text::tr("Fetch %1").arg(rangePhrase(wider)), u"fetch"_s));
    }
}

} // namespace

EmptyState emptyStateFor(const EmptySituation &situation)
{
    const QString range = rangePhrase(situation.choice);
    EmptyState state;
    if (situation.loaded > 0) {
        state.iconName = u"filter"_s;
        state.title = Text::tr("No loaded event matches");
        state.text =
            situation.loaded == 1
                ? Text::tr("1 event is loaded from %1. What is not loaded is not searched.")
                      .arg(range)
                : Text::tr("%1 events are loaded from %2. What is not loaded is not searched.")
                      .arg(QLocale().toString(situation.loaded), range);
        state.choices.append(choice(kChoiceClearFilter, Text::tr("Clear filter"), {}));
        addLonger(situation, state);
    } else if (situation.isBusy) {
        state.isLoading = true;
    } else if (situation.isCovered) {
        const bool isNarrowed = !situation.choice.types.isEmpty()
                                || !situation.choice.organization.isEmpty();
        state.iconName = u"range"_s;
        state.title = Text::tr("No events in %1").arg(range);
        state.text = isNarrowed ? Text::tr("%1 answered with an empty list for what was picked.")
                                      .arg(situation.host)
                                : Text::tr("%1 answered with an empty list.").arg(situation.host);
        addLonger(situation, state);
        if (!situation.choice.types.isEmpty()) {
            state.choices.append(choice(kChoiceAllTypes, Text::tr("All types"), u"types"_s));
        }
    } else {
        state.iconName = u"fetch"_s;
        state.title = Text::tr("Nothing is loaded yet");
        state.text = Text::tr("Fetch asks %1 for %2.").arg(situation.host, range);
        state.choices.append(choice(kChoiceFetch, Text::tr("Fetch"), u"fetch"_s));
    }
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
        break;
    }
    return std::nullopt;
}

} // namespace playhead
