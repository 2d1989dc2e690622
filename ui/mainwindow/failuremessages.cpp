// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/failuremessages.h"

#include "ui/mainwindow/messagewords.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FailureMessages)
};

MessageChoice tryAgain()
{
    return messageChoice(kChoiceRetry, Text::tr("Try again"), u"refresh"_s);
}

MessageChoice changeKey()
{
    return messageChoice(kChoiceChangeKey, Text::tr("Change key…"), u"key"_s);
}

/// Sentences after each other; an empty one leaves no gap.
QString sentences(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + u' ' + second;
}

void wordRefusedKey(const FetchSituation &s, Message &message)
{
    message.iconName = u"key"_s;
    message.title = Text::tr("WorkOS refused the API key for %1").arg(s.environmentName);
    message.text = sentences(
        Text::tr(
            "The server answered 401. The key was revoked, or it belongs to another environment."),
        keptText(s.loaded));
    message.choices = {changeKey(), tryAgain()};
    message.detail.clear();
}

void wordForbidden(const FetchSituation &s, Message &message)
{
    message.iconName = u"key"_s;
    message.title = Text::tr("This key may not read events");
    message.text = sentences(Text::tr("The server answered 403."), keptText(s.loaded));
    message.choices = {changeKey()};
}

/// What there is to look at without the server.
QString fromCache(const FetchSituation &s)
{
    if (s.loaded == 0) {
        return {};
    }
    return s.lastReadAt ? Text::tr("You see %1 from the cache, read %2. Filter and export work.")
                              .arg(eventsText(s.loaded), agoText(*s.lastReadAt, s.now))
                        : Text::tr("You see %1 from the cache. Filter and export work.")
                              .arg(eventsText(s.loaded));
}

void wordConnection(const FetchSituation &s, Message &message)
{
    message.kind = MessageKind::Warning;
    message.iconName = u"offline"_s;
    message.title = Text::tr("No connection to %1").arg(s.host);
    message.choices = {tryAgain()};
    QString reason;
    switch (s.progress.error.code) {
    case ErrorCode::NameNotResolved:
        reason = Text::tr("The name could not be resolved.");
        break;
    case ErrorCode::ConnectionRefused:
        reason = Text::tr("Nothing listens there.");
        break;
    case ErrorCode::TimedOut:
        message.title = Text::tr("%1 does not answer in time").arg(s.host);
        break;
    default:
        message.title = Text::tr("The connection to %1 broke off").arg(s.host);
        break;
    }
    message.text = sentences(reason, fromCache(s));
}

void wordRefusedTypes(const FetchSituation &s, Message &message)
{
    const Error &error = s.progress.error;
    QList<QByteArray> refused = refusedTypes(error, s.chosenTypes);
    message.title = Text::tr("WorkOS does not know a type in this request");
    if (refused.isEmpty()) {
        // It may as well be the range: only the server's own words say.
        message.title = Text::tr("WorkOS refused the request (422)");
        message.text = error.message;
        return;
    }
    message.text = refused.size() == 1
                       ? Text::tr("%1 was refused.").arg(QString::fromUtf8(refused.first()))
                       : Text::tr("%1 were refused.").arg(QString::fromUtf8(refused.join(", ")));
    message.choices = {messageChoice(kChoiceRemoveTypes,
                                     refused.size() == 1 ? Text::tr("Remove it and fetch")
                                                         : Text::tr("Remove them and fetch"),
                                     u"fetch"_s)};
}

void wordServerFault(const FetchSituation &s, Message &message)
{
    const FetchProgress &p = s.progress;
    const Error &error = p.error;
    message.title = error.httpStatus != 0
                        ? Text::tr("WorkOS had a problem (%1)").arg(error.httpStatus)
                        : Text::tr("WorkOS had a problem");
    const Duration length = p.endedAt - p.failingSince;
    QString tries;
    if (p.failedTries > 1) {
        tries = length >= 1s ? Text::tr("Tried %1 times in %2.")
                                   .arg(numberText(quint64(p.failedTries)), durationText(length))
                             : Text::tr("Tried %1 times.").arg(numberText(quint64(p.failedTries)));
    }
    message.text = sentences(tries, keptText(s.loaded));
    message.choices = {tryAgain()};
}

void wordLostCursor(const FetchSituation &s, Message &message)
{
    // A later page's event may be unknown too: that is the server's fault, not the cursor's.
    if (!s.cursor || s.progress.events > 0) {
        message.title = Text::tr("WorkOS no longer has the event to read from");
        message.text = sentences(s.progress.error.message, keptText(s.loaded));
        message.choices = {tryAgain()};
        return;
    }
    message.iconName = u"playhead"_s;
    message.title = Text::tr("%1 points to an event WorkOS no longer has").arg(s.cursor->name);
    const QString onwards = Text::tr(
        "Pick a new start. Events between the two can only come from a full sync.");
    message.text = onwards;
    if (s.cursor->eventAt) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(toUs(*s.cursor->eventAt) / 1000,
                                                            s.zone);
        message.text = sentences(Text::tr("The event is from %1, and WorkOS keeps 90 days.")
                                     .arg(at.toString(u"d MMM"_s)),
                                 onwards);
    }
    message.choices = {messageChoice(kChoiceRecover, Text::tr("Recover…"), u"history"_s),
                       messageChoice(kChoiceKeepCursor, Text::tr("Keep as is"))};
    message.detail.clear();
}

} // namespace

Message failureMessage(const FetchSituation &s)
{
    const Error &error = s.progress.error;
    Message message;
    message.kind = MessageKind::Error;
    message.iconName = u"error"_s;
    message.detail = error.detail;
    switch (error.code) {
    case ErrorCode::KeyMissing:
        return keyMissingMessage(s);
    case ErrorCode::KeyRefused:
        wordRefusedKey(s, message);
        break;
    case ErrorCode::Forbidden:
        wordForbidden(s, message);
        break;
    case ErrorCode::NameNotResolved:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        wordConnection(s, message);
        break;
    case ErrorCode::Unprocessable:
        wordRefusedTypes(s, message);
        break;
    case ErrorCode::RateLimited:
        message.kind = MessageKind::Warning;
        message.iconName = u"clock"_s;
        message.title = Text::tr("WorkOS still asks for a pause (429)");
        message.text = sentences(Text::tr("Every try was answered so."), keptText(s.loaded));
        message.choices = {tryAgain()};
        break;
    case ErrorCode::ServerFailed:
        wordServerFault(s, message);
        break;
    case ErrorCode::TlsFailed:
        message.iconName = u"lock"_s;
        message.title = Text::tr("The certificate of %1 is not trusted").arg(s.host);
        message.text = sentences(Text::tr("Sent nothing."), keptText(s.loaded));
        break;
    case ErrorCode::CursorUnknown:
        wordLostCursor(s, message);
        break;
    default:
        message.title = Text::tr("Reading stopped before its end");
        message.text = sentences(error.message, keptText(s.loaded));
        message.choices = {tryAgain()};
        break;
    }
    return message;
}

Message keyMissingMessage(const FetchSituation &s)
{
    Message message;
    message.kind = MessageKind::Warning;
    message.iconName = u"key"_s;
    message.title = Text::tr("%1 has no API key").arg(s.environmentName);
    if (s.key == KeyState::NoVariable) {
        message.text = sentences(Text::tr(
                                     "The environment variable WORKOS_API_KEY is not set. Set it "
                                     "and start Playhead again, or type a key."),
                                 keptText(s.loaded));
    } else {
        message.text = sentences(Text::tr(
                                     "A typed key is kept in memory only until Playhead quits. "
                                     "Give it again to fetch."),
                                 keptText(s.loaded));
    }
    message.choices = {messageChoice(kChoiceChangeKey, Text::tr("Give a key…"), u"key"_s)};
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
