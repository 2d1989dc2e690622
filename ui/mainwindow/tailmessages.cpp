// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/tailmessages.h"

#include "ui/mainwindow/messagewords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A strip that came and went would only flicker.
constexpr Duration kWorthTelling = 5s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TailMessages)
};

/// `4 s`, `3 min`, `2 h`: how long something is ago.
QString lengthText(Duration length)
{
    const Duration whole = std::max(length, Duration(0));
    if (whole < 1min) {
        return Text::tr("%1 s").arg(std::chrono::floor<std::chrono::seconds>(whole).count());
    }
    if (whole < 1h) {
        return Text::tr("%1 min").arg(std::chrono::floor<std::chrono::minutes>(whole).count());
    }
    return Text::tr("%1 h").arg(std::chrono::floor<std::chrono::hours>(whole).count());
}

QString clockText(Instant at, Instant now, const QTimeZone &zone)
{
    const auto local = [&zone](Instant t) {
        return QDateTime::fromMSecsSinceEpoch(toUs(t) / 1000, zone);
    };
    const bool isToday = local(at).date() == local(now).date();
    return local(at).toString(isToday ? u"HH:mm:ss"_s : u"d MMM HH:mm"_s);
}

qint64 secondsUntil(Instant at, Instant now)
{
    return std::chrono::ceil<std::chrono::seconds>(at - now).count();
}

/// The server asked for a pause, which is no failure.
bool isSlowedDown(const TailStatus &status)
{
    return status.error.code == ErrorCode::RateLimited;
}

QString waitingText(const TailStatus &status, Instant now, bool isShort)
{
    if (isShort) {
        return isSlowedDown(status) ? Text::tr("Live, slowed down") : Text::tr("Live, failing");
    }
    if (isSlowedDown(status)) {
        return status.lastGoodPoll ? Text::tr("Live, slowed down, last good poll %1 ago")
                                         .arg(lengthText(now - *status.lastGoodPoll))
                                   : Text::tr("Live, slowed down for %1")
                                         .arg(lengthText(now - status.failingSince));
    }
    return status.lastGoodPoll
               ? Text::tr("Live, failing, last good poll %1 ago")
                     .arg(lengthText(now - *status.lastGoodPoll))
               : Text::tr("Live, failing for %1").arg(lengthText(now - status.failingSince));
}

Message refused(const TailStatus &status)
{
    Message message;
    message.kind = MessageKind::Error;
    message.iconName = u"error"_s;
    message.title = Text::tr("Live tail has stopped");
    message.text = status.error.message;
    message.detail = status.error.detail;
    message.canClose = true;
    message.choices = {messageChoice(kChoiceTailAgain, Text::tr("Try again"), u"live"_s)};
    if (status.error.code == ErrorCode::KeyRefused || status.error.code == ErrorCode::Forbidden
        || status.error.code == ErrorCode::KeyMissing) {
        message.choices.prepend(messageChoice(kChoiceTailKey, Text::tr("Change key…"), u"key"_s));
    }
    return message;
}

Message waiting(const TailStatus &status, Instant now, const QTimeZone &zone)
{
    const qint64 seconds = secondsUntil(status.nextPollAt, now);
    const bool isTrying = seconds <= 0; // its request is on the way
    Message message;
    message.kind = MessageKind::Warning;
    message.choices = {messageChoice(kChoiceTailStop, Text::tr("Stop live tail"), u"stop"_s)};
    if (isSlowedDown(status)) {
        message.iconName = u"clock"_s;
        message.title = isTrying ? Text::tr("Slowed down by WorkOS, going on")
                                 : Text::tr("Slowed down by WorkOS, going on in %1 s").arg(seconds);
        message.text = Text::tr(
            "The server answered 429 and asked for a pause. Live tail goes on by itself. Nothing is lost.");
        return message;
    }
    message.iconName = u"warning"_s;
    message.title = isTrying
                        ? Text::tr("Live tail gets no answer, trying again")
                        : Text::tr("Live tail gets no answer, trying again in %1 s").arg(seconds);
    message.text =
        Text::tr(
            "%1 It has been failing since %2 and goes on by itself; what comes meanwhile is read then.")
            .arg(status.error.message, clockText(status.failingSince, now, zone));
    message.detail = status.error.detail;
    return message;
}

Message unreadable(const TailStatus &status, Instant now, const QTimeZone &zone)
{
    Message message;
    message.kind = MessageKind::Warning;
    message.iconName = u"warning"_s;
    message.title = Text::tr("Some events can no longer be read");
    message.text =
        Text::tr(
            "Nothing was read from %1 to %2, and WorkOS keeps 90 days. Live tail went on from there.")
            .arg(clockText(status.unreadable.since, now, zone),
                 clockText(status.unreadable.until, now, zone));
    message.canClose = true;
    return message;
}

} // namespace

QString tailText(const TailStatus &status, Instant now, bool isShort)
{
    switch (status.state) {
    case TailState::Off:
    case TailState::Failed:
        break;
    case TailState::CatchingUp:
        return isShort ? Text::tr("Live") : Text::tr("Live, catching up");
    case TailState::Paused:
        return isShort ? Text::tr("Live, waits") : Text::tr("Live, waits for the fetch");
    case TailState::Waiting:
        return waitingText(status, now, isShort);
    case TailState::Live: {
        const QString ago = lengthText(now - status.lastGoodPoll.value_or(now));
        return isShort ? Text::tr("Live, %1").arg(ago)
                       : Text::tr("Live, last good poll %1 ago").arg(ago);
    }
    }
    return {};
}

std::optional<Message> tailMessage(const TailStatus &status, Instant now, const QTimeZone &zone)
{
    if (status.state == TailState::Failed) {
        return refused(status);
    }
    if (status.state == TailState::Waiting) {
        // The whole pause, not what is left of it: the strip would go and come again.
        const bool isLong = status.nextPollAt - status.failingSince >= kWorthTelling
                            || now - status.failingSince >= kWorthTelling;
        if (isLong) {
            return waiting(status, now, zone);
        }
    }
    if (status.isOn() && !status.unreadable.isEmpty()) {
        return unreadable(status, now, zone);
    }
    return std::nullopt;
}

QList<StatusFact> tailFacts(const TailStatus &status, Instant now, const QTimeZone &zone)
{
    if (!status.isOn()) {
        return {};
    }
    QList<StatusFact> facts;
    facts.append({Text::tr("Since"), clockText(status.startedAt, now, zone)});
    if (status.lastGoodPoll) {
        facts.append({Text::tr("Last good poll"), clockText(*status.lastGoodPoll, now, zone)});
    }
    facts.append({Text::tr("New events"), numberText(status.events)});
    if (status.late > 0) {
        facts.append({Text::tr("Of those late"), numberText(status.late)});
    }
    facts.append(requestsFact(status.requests, status.retries));
    if (!status.refusedTypes.isEmpty()) {
        facts.append({Text::tr("Refused types"), status.refusedTypes.join(u", "_s)});
    }
    if (status.state == TailState::Waiting) {
        facts.append(
            {isSlowedDown(status) ? Text::tr("Slowed down since") : Text::tr("Failing since"),
             clockText(status.failingSince, now, zone)});
        facts.append({Text::tr("Why"), status.error.message});
    }
    return facts;
}

} // namespace playhead
