// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchmessages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FetchMessages)
};

QString number(quint64 n)
{
    return QLocale().toString(n);
}

QString events(quint64 n)
{
    return n == 1 ? Text::tr("1 event") : Text::tr("%1 events").arg(number(n));
}

QString requests(quint64 n)
{
    return n == 1 ? Text::tr("1 request") : Text::tr("%1 requests").arg(number(n));
}

QString kept(quint32 loaded)
{
    if (loaded == 0) {
        return {};
    }
    return loaded == 1 ? Text::tr("The event already loaded stays here.")
                       : Text::tr("The %1 events already loaded stay here.").arg(number(loaded));
}

MessageChoice choice(const char *id, const QString &text, const QString &iconName)
{
    return {QString::fromLatin1(id), text, iconName};
}

MessageChoice tryAgain()
{
    return choice(kChoiceRetry, Text::tr("Try again"), u"refresh"_s);
}

MessageChoice changeKey()
{
    return choice(kChoiceChangeKey, Text::tr("Change key…"), u"key"_s);
}

QString minute(Instant at, const FetchSituation &situation)
{
    const auto toLocal = [&situation](Instant t) {
        return QDateTime::fromMSecsSinceEpoch(toUs(t) / 1000, situation.zone);
    };
    const QDateTime moment = toLocal(at);
    const bool isToday = moment.date() == toLocal(situation.now).date();
    return moment.toString(isToday ? u"HH:mm"_s : u"d MMM HH:mm"_s);
}

QString reach(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    if (!p.oldest || !p.newest) {
        return Text::tr("Nothing has come yet.");
    }
    return Text::tr("They reach from %1 to %2.")
        .arg(minute(*p.oldest, situation), minute(*p.newest, situation));
}

Message running(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    Message message;
    message.kind = MessageKind::Progress;
    message.title = Text::tr("Fetching %1").arg(situation.rangePhrase);
    message.text = Text::tr("%1, %2").arg(events(p.events), requests(p.requests));
    message.share = p.share;
    message.choices = {choice(kChoiceStop, Text::tr("Stop"), u"stop"_s)};
    return message;
}

Message waiting(const FetchSituation &situation)
{
    const FetchProgress &p = situation.progress;
    const auto left = std::chrono::ceil<std::chrono::seconds>(p.waitUntil - situation.now);
    const qint64 seconds = std::max<qint64>(1, left.count());
    Message message;
    message.kind = MessageKind::Warning;
    message.share = p.share;
    message.choices = {choice(kChoiceStop, Text::tr("Stop here"), u"stop"_s)};
    const QString follows =
        p.events == 0 ? Text::tr("Reading goes on by itself.")
                      : Text::tr("%1 read, the rest follows by itself.").arg(events(p.events));
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
    const FetchProgress &p = situation.progress;
    Message message;
    message.kind = MessageKind::Info;
    message.iconName = u"info"_s;
    message.title = Text::tr("Stopped, %1 read").arg(events(p.events));
    message.text = reach(situation);
    message.choices = {choice(kChoiceGoOn, Text::tr("Go on"), u"play"_s)};
    message.canClose = true;
    return message;
}

Message moved(const FetchSituation &situation)
{
    const TimeRange &range = situation.progress.range;
    Message message;
    message.kind = MessageKind::Info;
    message.iconName = u"info"_s;
    message.title = Text::tr("WorkOS keeps 90 days");
    message.text = range.isEmpty()
                       ? Text::tr("All of the chosen range is older, so nothing was read.")
                       : Text::tr("The chosen range begins earlier, so reading began at %1.")
                             .arg(minute(range.since, situation));
    message.canClose = true;
    return message;
}

/// Title, text and choices of the errors that the design words; the others keep the error's own words.
void wordKey(const FetchSituation &s, Message &message)
{
    const Error &error = s.progress.error;
    message.iconName = u"key"_s;
    if (error.code == ErrorCode::KeyMissing) {
        message.title = Text::tr("%1 has no API key").arg(s.environmentName);
        message.text = error.message;
        message.choices = {choice(kChoiceChangeKey, Text::tr("Give a key…"), u"key"_s)};
    } else if (error.code == ErrorCode::KeyRefused) {
        message.title = Text::tr("WorkOS refused the API key for %1").arg(s.environmentName);
        message.text =
            Text::tr(
                "The server answered 401. The key was revoked, or it belongs to another environment. %1")
                .arg(kept(s.loaded));
        message.choices = {changeKey(), tryAgain()};
    } else {
        message.title = Text::tr("This key may not read events");
        message.text = Text::tr("The server answered 403. %1").arg(kept(s.loaded));
        message.choices = {changeKey()};
    }
}

void wordConnection(const FetchSituation &s, Message &message)
{
    const Error &error = s.progress.error;
    message.kind = MessageKind::Warning;
    message.iconName = u"offline"_s;
    message.title = Text::tr("No connection to %1").arg(s.host);
    const QString stillThere =
        s.loaded == 0 ? QString()
                      : Text::tr("You see %1 that were read before. Filter and export work.")
                            .arg(events(s.loaded));
    switch (error.code) {
    case ErrorCode::NameNotResolved:
        message.text = Text::tr("The name could not be resolved. %1").arg(stillThere);
        break;
    case ErrorCode::ConnectionRefused:
        message.text = Text::tr("Nobody answers there. %1").arg(stillThere);
        break;
    case ErrorCode::TimedOut:
        message.title = Text::tr("%1 does not answer in time").arg(s.host);
        message.text = stillThere;
        break;
    default:
        message.title = Text::tr("The connection to %1 broke off").arg(s.host);
        message.text = stillThere;
        break;
    }
    message.choices = {tryAgain()};
}

Message failed(const FetchSituation &s)
{
    const Error &error = s.progress.error;
    Message message;
    message.kind = MessageKind::Error;
    message.iconName = u"error"_s;
    message.detail = error.detail;
    message.canClose = true;
    switch (error.code) {
    case ErrorCode::KeyMissing:
    case ErrorCode::KeyRefused:
    case ErrorCode::Forbidden:
        wordKey(s, message);
        return message;
    case ErrorCode::NameNotResolved:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        wordConnection(s, message);
        return message;
    case ErrorCode::Unprocessable:
        message.title = Text::tr("WorkOS does not know a type in this request");
        message.text = error.message;
        if (!refusedTypes(error, s.chosenTypes).isEmpty()) {
            message.choices = {
                choice(kChoiceRemoveTypes, Text::tr("Remove it and fetch"), u"fetch"_s)};
        }
        return message;
    case ErrorCode::RateLimited:
        message.kind = MessageKind::Warning;
        message.iconName = u"clock"_s;
        message.title = Text::tr("WorkOS still asks for a pause (429)");
        message.text = Text::tr("Every try was answered so. %1").arg(kept(s.loaded));
        break;
    case ErrorCode::ServerFailed:
        message.title = error.httpStatus != 0
                            ? Text::tr("WorkOS had a problem (%1)").arg(error.httpStatus)
                            : Text::tr("WorkOS had a problem");
        message.text =
            Text::tr("Tried %1 times. %2").arg(number(s.progress.retries + 1), kept(s.loaded));
        break;
    case ErrorCode::TlsFailed:
        message.iconName = u"lock"_s;
        message.title = Text::tr("The certificate of %1 is not trusted").arg(s.host);
        message.text = Text::tr("Nothing was sent.");
        break;
    case ErrorCode::CursorUnknown:
        message.iconName = u"playhead"_s;
        message.title = Text::tr("WorkOS no longer has the event to read from");
        message.text = error.message;
        break;
    default:
        message.title = Text::tr("Reading stopped before its end");
        message.text = Text::tr("%1 %2").arg(error.message, kept(s.loaded));
        break;
    }
    message.choices = {tryAgain()};
    return message;
}

} // namespace

std::optional<Message> fetchMessage(const FetchSituation &situation)
{
    switch (situation.progress.state) {
    case FetchState::Running:
        return running(situation);
    case FetchState::Waiting:
        return waiting(situation);
    case FetchState::Stopped:
        return stopped(situation);
    case FetchState::Failed:
        return failed(situation);
    case FetchState::Idle:
        return std::nullopt;
    case FetchState::Done:
        break;
    }
    if (situation.progress.refusedTypes.isEmpty()) {
        return situation.isMoved ? std::optional(moved(situation)) : std::nullopt;
    }
    Message message;
    message.kind = MessageKind::Info;
    message.iconName = u"info"_s;
    message.title = Text::tr("WorkOS does not know every type");
    message.text = Text::tr("It refused these, so they were not read: %1.")
                       .arg(situation.progress.refusedTypes.join(u", "_s));
    message.canClose = true;
    return message;
}

QList<QByteArray> refusedTypes(const Error &error, const QList<QByteArray> &chosen)
{
    // A type's name may be the beginning of another's: it counts only when it stands alone.
    QList<QByteArray> refused;
    const QString said = error.message + u' ' + error.detail;
    const auto belongsToName = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'.';
    };
    for (const QByteArray &type : chosen) {
        const QString name = QString::fromUtf8(type);
        for (qsizetype at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
            const qsizetype end = at + name.size();
            const bool endsThere =
                end >= said.size() || !belongsToName(said[end])
                || (said[end] == u'.' && (end + 1 >= said.size() || !belongsToName(said[end + 1])));
            if ((at == 0 || !belongsToName(said[at - 1])) && endsThere) {
                refused.append(type);
                break;
            }
        }
    }
    return refused;
}

Message problemMessage(const Error &error)
{
    Message message;
    message.kind = error.code == ErrorCode::Conflict || error.code == ErrorCode::Locked
                       ? MessageKind::Warning
                       : MessageKind::Error;
    message.iconName = message.kind == MessageKind::Warning ? u"warning"_s : u"error"_s;
    // The model's errors say what, why and what to do in one line: their first sentence is the title.
    const qsizetype end = error.message.indexOf(u". "_s);
    message.title = end > 0 ? error.message.left(end) : error.message;
    message.text = end > 0 ? error.message.mid(end + 2) : QString();
    message.detail = error.detail;
    message.canClose = true;
    return message;
}

} // namespace playhead
