// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchchoice.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace playhead {

using namespace std::chrono_literals;

namespace {

constexpr quint32 kFormat = 3;
/// The first; the second said that it is as picked, but not of which cursor.
constexpr quint32 kOldestFormat = 1;

struct PresetText
{
    Duration length;
    const char *text;
    const char *shortText;
    const char *phrase;
};

/// By RangePreset, up to Days90.
constexpr PresetText kPresets[] = {
    {15min,
     QT_TRANSLATE_NOOP("FetchChoice", "Last 15 minutes"),
     QT_TRANSLATE_NOOP("FetchChoice", "15 min"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last 15 minutes")},
    {1h,
     QT_TRANSLATE_NOOP("FetchChoice", "Last hour"),
     QT_TRANSLATE_NOOP("FetchChoice", "1 h"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last hour")},
    {6h,
     QT_TRANSLATE_NOOP("FetchChoice", "Last 6 hours"),
     QT_TRANSLATE_NOOP("FetchChoice", "6 h"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last 6 hours")},
    {24h,
     QT_TRANSLATE_NOOP("FetchChoice", "Last 24 hours"),
     QT_TRANSLATE_NOOP("FetchChoice", "24 h"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last 24 hours")},
    {7 * 24h,
     QT_TRANSLATE_NOOP("FetchChoice", "Last 7 days"),
     QT_TRANSLATE_NOOP("FetchChoice", "7 d"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last 7 days")},
    {30 * 24h,
     QT_TRANSLATE_NOOP("FetchChoice", "Last 30 days"),
     QT_TRANSLATE_NOOP("FetchChoice", "30 d"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last 30 days")},
    {90 * 24h,
     QT_TRANSLATE_NOOP("FetchChoice", "Last 90 days"),
     QT_TRANSLATE_NOOP("FetchChoice", "90 d"),
     QT_TRANSLATE_NOOP("FetchChoice", "the last 90 days")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("FetchChoice", text);
}

const PresetText &textOf(RangePreset preset)
{
    return kPresets[static_cast<int>(preset)];
}

} // namespace

FetchQuery queryOf(const FetchChoice &choice,
                   Instant now,
                   const std::optional<Cursor> &activeCursor)
{
    FetchQuery query;
    query.scope.types = choice.types;
    query.scope.organization = choice.organization;
    query.scope.range.until = now;
    RangePreset preset = choice.preset;
    if (preset == RangePreset::SinceCursor && activeCursor) {
        if (choice.asPickedOf != activeCursor->id) {
            query.scope.types = activeCursor->types;
            query.scope.organization = activeCursor->organization;
        }
        query.scope.range.since = positionTime(activeCursor->position);
        if (const auto *after = std::get_if<AfterEvent>(&activeCursor->position)) {
            query.after = after->id;
        }
    } else if (preset == RangePreset::Custom) {
        query.scope.range = choice.custom;
    } else if (preset == RangePreset::Whole) {
        query.scope.range = {};
    } else {
        preset = preset == RangePreset::SinceCursor ? RangePreset::Hours24 : preset;
        query.scope.range.since = now - textOf(preset).length;
    }
    return query;
}

QString rangeText(const FetchChoice &choice, bool isShort)
{
    switch (choice.preset) {
    case RangePreset::SinceCursor:
        return isShort ? tr("Since cursor") : tr("Since active cursor");
    case RangePreset::Custom:
        return isShort ? tr("Custom") : tr("Custom range");
    case RangePreset::Whole:
        return isShort ? tr("Capture") : tr("Whole capture");
    default:
        return tr(isShort ? textOf(choice.preset).shortText : textOf(choice.preset).text);
    }
}

QString rangePhrase(const FetchChoice &choice)
{
    switch (choice.preset) {
    case RangePreset::SinceCursor:
        return tr("what comes after the active cursor");
    case RangePreset::Custom:
        return tr("the chosen range");
    case RangePreset::Whole:
        return tr("the capture");
    default:
        return tr(textOf(choice.preset).phrase);
    }
}

QByteArray saveChoice(const FetchChoice &choice)
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kFormat << static_cast<qint32>(choice.preset) << toUs(choice.custom.since)
        << toUs(choice.custom.until) << choice.types << choice.organization.value
        << choice.asPickedOf;
    return state;
}

FetchChoice restoreChoice(const QByteArray &state)
{
    QDataStream in(state);
    quint32 format = 0;
    qint32 preset = 0;
    qint64 since = 0;
    qint64 until = 0;
    FetchChoice choice;
    in >> format >> preset >> since >> until >> choice.types >> choice.organization.value;
    if (format == kFormat) {
        in >> choice.asPickedOf;
    }
    const bool isKnown = format >= kOldestFormat && format <= kFormat;
    if (in.status() != QDataStream::Ok || !isKnown || preset < 0
        || preset > static_cast<qint32>(RangePreset::Custom)) {
        return {};
    }
    choice.preset = static_cast<RangePreset>(preset);
    choice.custom = {instantFromUs(since), instantFromUs(until)};
    return choice;
}

} // namespace playhead
