// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchmessages.h"

#include "ui/mainwindow/failuremessages.h"
#include "ui/mainwindow/messagewords.h"

#include <QCoreApplication>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FetchMessages)
};

Message note(const QString &title, const QString &text)
{
    Message message;
    message.kind = MessageKind::Info;
    message.iconName = u"info"_s;
    message.title = title;
    message.text = text;
    return message;
}

Message closableNote(const QString &title, const QString &text)
{
    Message message = note(title, text);
    message.canClose = true;
    return message;
}

QString reach(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    if (!p.oldest || !p.newest) {
        return Text::tr("Nothing has come yet.");
    }
    const QString from = minuteText(*p.oldest, situation);
    const QString to = minuteText(*p.newest, situation);
    // Loaded counts what was there before, too (semantics 12).
    return p.events == situation.loaded
               ? Text::tr("They reach from %1 to %2.").arg(from, to)
               : Text::tr("This read reached from %1 to %2.").arg(from, to);
}

Message running(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    Message message;
    message.kind = MessageKind::Progress;
    message.title = Text::tr("Fetching %1").arg(situation.rangePhrase);
    message.text = Text::tr("%1, %2").arg(eventsText(p.events), requestsText(p.requests));
    message.share = p.share;
    message.choices = {messageChoice(kChoiceStop, Text::tr("Stop"), u"stop"_s)};
    return message;
}

Message large(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    Message message = note(
        Text::tr("This range is large, %1 so far").arg(eventsText(p.events)),
        Text::tr(
            "Reading goes on from oldest to newest and every page is already kept on disk. Fewer types or a "
            "shorter range finish sooner."));
    message.share = p.share;
    message.choices = {messageChoice(kChoiceNarrow, Text::tr("Narrow…"), u"types"_s),
                       messageChoice(kChoiceKeepReading, Text::tr("Keep reading"))};
    return message;
}

Message waiting(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    const auto left = std::chrono::ceil<std::chrono::seconds>(p.waitUntil - situation.now);
    const qint64 seconds = std::max<qint64>(1, left.count());
    const quint32 loaded = situation.loaded;
    Message message;
    message.kind = MessageKind::Warning;
    message.share = p.share;
    message.choices = {messageChoice(kChoiceStop, Text::tr("Stop here"), u"stop"_s)};
    const QString follows =
        loaded == 0 ? Text::tr("Reading goes on by itself.")
        : loaded == 1
            ? Text::tr("1 event is loaded, the rest follows by itself. Nothing is lost.")
            : Text::tr("%1 events are loaded, the rest follows by itself. Nothing is lost.")
                  .arg(numberText(loaded));
    if (p.waitReason.code == ErrorCode::RateLimited) {
        message.iconName = u"clock"_s;
        message.title = Text::tr("Slowed down by WorkOS, going on in %1 s").arg(seconds);
        message.text = Text::tr("The server answered 429 and asked for a pause. %1").arg(follows);
    } else {
        message.iconName = u"warning"_s;
        message.title = Text::tr("Reading paused, trying again in %1 s").arg(seconds);
        message.text = Text::tr("%1 %2").arg(p.waitReason.message, follows);
        message.detail = p.waitReason.detail;
    }
    return message;
}

Message stopped(const FetchSituation &situation)
{
    Message message = closableNote(Text::tr("Stopped, %1 loaded").arg(eventsText(situation.loaded)),
                                   reach(situation));
    message.choices = {messageChoice(kChoiceGoOn, Text::tr("Go on"), u"play"_s)};
    return message;
}

Message moved(const FetchSituation &situation)
{
    const TimeRange &range = situation.progress.range;
    return closableNote(Text::tr("WorkOS keeps 90 days"),
                        range.isEmpty()
                            ? Text::tr("All of the chosen range is older, so nothing was read.")
                            : Text::tr("The chosen range begins earlier, so reading began at %1.")
                                  .arg(minuteText(range.since, situation)));
}

/// Semantics 16.
Message writtenElsewhere(const Error &lockError)
{
    Message message = problemMessage(lockError);
    message.kind = MessageKind::Info;
    message.iconName = u"info"_s;
    message.text = Text::tr(
        "You see what was stored when you opened them. Filters, cursors and export work; fetch in the other one, or "
        "close it and look again.");
    message.detail.clear();
    message.choices = {messageChoice(kChoiceLookAgain, Text::tr("Look again"))};
    return message;
}

std::optional<Message> aboutKey(const FetchSituation &situation)
{
    switch (situation.key) {
    case KeyState::NotTyped:
    case KeyState::NoVariable:
        return keyMissingMessage(situation);
    case KeyState::Typed:
        return keyKeptMessage(situation.environmentName);
    case KeyState::Fine:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Message> fetchMessage(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    if (situation.lockError && !p.isActive()) {
        return writtenElsewhere(*situation.lockError);
    }
    switch (p.state) {
    case FetchState::Running:
        return p.events >= kLargeRead && !situation.keepsReading ? large(situation)
                                                                 : running(situation);
    case FetchState::Waiting:
        return waiting(situation);
    case FetchState::Stopped:
        return stopped(situation);
    case FetchState::Failed:
        return failureMessage(situation);
    case FetchState::Idle:
        return aboutKey(situation);
    case FetchState::Done:
        break;
    }
    if (!p.refusedTypes.isEmpty()) {
        return closableNote(Text::tr("WorkOS does not know every type"),
                            Text::tr("It refused these, so they were not read: %1.")
                                .arg(p.refusedTypes.join(u", "_s)));
    }
    return situation.isMoved ? moved(situation) : aboutKey(situation);
}

Message keyKeptMessage(const QString &environmentName)
{
    Message message =
        closableNote(Text::tr("The API key for %1 is kept until you quit").arg(environmentName),
                     Text::tr("It is in memory only and never written to disk, so Playhead "
                              "asks for it again after the next start."));
    message.iconName = u"key"_s;
    return message;
}

} // namespace playhead
