// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/environments/keytesttext.h"

#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentDialog)
};

QString hostOf(const QUrl &url)
{
    const QString host = url.host().contains(u':') ? u"[%1]"_s.arg(url.host()) : url.host();
    return url.port() == -1 ? host : u"%1:%2"_s.arg(host, QString::number(url.port()));
}

QString answered(const KeyAnswer &answer)
{
    const QString took = QLocale().toString(qint64(answer.took.count()));
    if (!answer.hasEvents) {
        return Text::tr("No events in the last 30 days.");
    }
    if (!answer.newestAge) {
        return Text::tr("Events came, %1 ms.").arg(took);
    }
    const QString age = relativeTimeText(Instant{}, Instant{} + *answer.newestAge);
    return Text::tr("Newest event %1, %2 ms.").arg(age, took);
}

/// The model's errors say what, why and what to do in one line: their first sentence is the lead.
KeyTestText inItsOwnWords(const Error &error)
{
    const qsizetype end = error.message.indexOf(u". "_s);
    return {Notice::Kind::Danger,
            end < 0 ? error.message : error.message.left(end + 1),
            end < 0 ? QString() : error.message.mid(end + 2)};
}

KeyTestText unreachable(const Error &error, const QString &host)
{
    KeyTestText shown{Notice::Kind::Warning, Text::tr("No connection to %1.").arg(host), {}};
    switch (error.code) {
    case ErrorCode::NameNotResolved:
        shown.text = Text::tr(
            "The name could not be resolved. Check the network and the base URL.");
        break;
    case ErrorCode::ConnectionRefused:
        shown.text = Text::tr("Nobody answers there. Check the base URL and that the server runs.");
        break;
    case ErrorCode::TimedOut:
        shown.lead = Text::tr("%1 does not answer in time.").arg(host);
        shown.text = Text::tr("Check the network and try again.");
        break;
    default:
        shown.lead = Text::tr("The connection to %1 broke off.").arg(host);
        shown.text = Text::tr("Check the network and try again.");
        break;
    }
    return shown;
}

KeyTestText failed(const Error &error, const QString &host)
{
    KeyTestText shown{Notice::Kind::Danger, {}, {}};
    switch (error.code) {
    case ErrorCode::KeyRefused:
        shown.lead = Text::tr("WorkOS refused the API key.");
        shown.text = Text::tr(
            "The server answered 401. The key was revoked, or it belongs to another environment.");
        return shown;
    case ErrorCode::Forbidden:
        shown.lead = Text::tr("This key may not read events.");
        shown.text = Text::tr("The server answered 403.");
        return shown;
    case ErrorCode::RateLimited:
        shown.kind = Notice::Kind::Warning;
        shown.lead = Text::tr("WorkOS asks for a pause (429).");
        shown.text = Text::tr("Too many requests came from here. Test again in a moment.");
        return shown;
    case ErrorCode::ServerFailed:
        shown.kind = Notice::Kind::Warning;
        shown.lead = Text::tr("WorkOS had a problem (%1).").arg(error.httpStatus);
        shown.text = Text::tr("It says nothing about the key. Test again in a moment.");
        return shown;
    case ErrorCode::Redirected:
        shown.lead = Text::tr("%1 points to another address (%2).").arg(host).arg(error.httpStatus);
        shown.text = Text::tr("The key was not sent there. Check the base URL.");
        return shown;
    case ErrorCode::TlsFailed:
        shown.lead = Text::tr("The certificate of %1 is not trusted.").arg(host);
        shown.text = Text::tr("Nothing was sent.");
        return shown;
    case ErrorCode::NameNotResolved:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        return unreachable(error, host);
    case ErrorCode::Malformed:
        shown.lead = Text::tr("%1 sent no events.").arg(host);
        shown.text = Text::tr("What answers there is no Events API. Check the base URL.");
        return shown;
    default:
        return inItsOwnWords(error);
    }
}

} // namespace

KeyTestText askingText(const QUrl &baseUrl)
{
    return {Notice::Kind::Info, {}, Text::tr("Asking %1…").arg(hostOf(baseUrl))};
}

KeyTestText answerText(const Result<KeyAnswer> &answer, const QUrl &baseUrl)
{
    return answer ? KeyTestText{Notice::Kind::Ok, Text::tr("The key works."), answered(*answer)}
                  : failed(answer.error(), hostOf(baseUrl));
}

} // namespace playhead
