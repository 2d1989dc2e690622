// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/fetcherrors.h"

#include "model/core/json.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

constexpr qsizetype kQuotedBytes = 600;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventsClient)
};

QString detailOf(const AnswerFacts &facts, QByteArrayView body)
{
    QStringList parts;
    if (facts.status != 0) {
        parts << u"status %1"_s.arg(facts.status);
    }
    if (!facts.requestId.isEmpty()) {
        parts << u"request id %1"_s.arg(QString::fromUtf8(facts.requestId));
    }
    if (!facts.location.isEmpty()) {
        parts << u"location %1"_s.arg(QString::fromUtf8(facts.location));
    }
    const QString quoted =
        QString::fromUtf8(body.first(std::min(body.size(), kQuotedBytes))).simplified();
    if (!quoted.isEmpty()) {
        parts << (body.size() > kQuotedBytes ? u"body %1…"_s : u"body %1"_s).arg(quoted);
    }
    return parts.join(u", "_s);
}

Error makeError(ErrorCode code,
                const QString &message,
                const AnswerFacts &facts,
                const QString &detail)
{
    return Error{code, message, detail, facts.status};
}

/// The server's own sentence, shortened to one line, for refusals that only it can explain.
QString serverMessage(QByteArrayView body)
{
    JsonDocument document;
    if (!document.parse(body)) {
        return {};
    }
    const std::optional<JsonValue> message = document.root().member("message");
    return message ? QString::fromUtf8(message->string()).simplified().left(200) : QString();
}

/// Whether a refusal means that the event of `after` is not known. Not documented; by analogy to the documented
/// "Organization not found: 'org_…'." (OpenAPI description of GET /events, 400).
bool namesCursor(const EventId &after, QByteArrayView body)
{
    if (after.isEmpty()) {
        return false;
    }
    const QByteArray text = body.toByteArray().toLower();
    const bool saysUnknown = text.contains("not found") || text.contains("unknown")
                             || text.contains("expired");
    const bool namesIt = text.contains(after.value.toLower()) || text.contains("event not found")
                         || text.contains("cursor");
    return saysUnknown && namesIt;
}

Error refusal(const PageRequest &request,
              const QString &server,
              const AnswerFacts &facts,
              QByteArrayView body)
{
    const QString detail = detailOf(facts, body);
    const QString said = serverMessage(body);
    if ((facts.status == 400 || facts.status == 404 || facts.status == 410)
        && namesCursor(request.after, body)) {
        return makeError(
            ErrorCode::CursorUnknown,
            Text::tr(
                "%1 does not know the event %2 any more. It may be older than the 90 days that are kept. Read from a "
                "time instead.")
                .arg(server, request.after.toString()),
            facts,
            detail);
    }
    if (facts.status == 422) {
        return makeError(
            ErrorCode::Unprocessable,
            said.isEmpty()
                ? Text::tr(
                      "%1 refused the request (422). A type or the range may be unknown to it. Change "
                      "them and fetch again.")
                      .arg(server)
                : Text::tr(
                      "%1 refused the request (422): %2 Change types or range and fetch again.")
                      .arg(server, said),
            facts,
            detail);
    }
    const QString status = QString::number(facts.status);
    return makeError(
        ErrorCode::BadRequest,
        said.isEmpty()
            ? Text::tr(
                  "%1 refused the request (%2). Check the base URL, the types and the organization.")
                  .arg(server, status)
            : Text::tr(
                  "%1 refused the request (%2): %3 Check the range, the types and the organization.")
                  .arg(server, status, said),
        facts,
        detail);
}

bool isProxy(QNetworkReply::NetworkError code)
{
    return code >= QNetworkReply::ProxyConnectionRefusedError
           && code <= QNetworkReply::UnknownProxyError;
}

} // namespace

QString serverName(const QUrl &url)
{
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return url.port() == -1 ? host : u"%1:%2"_s.arg(host, QString::number(url.port()));
}

Error statusError(const PageRequest &request,
                  const QUrl &url,
                  const AnswerFacts &facts,
                  QByteArrayView body)
{
    const QString server = serverName(url);
    const QString detail = detailOf(facts, body);
    const QString status = QString::number(facts.status);
    if (facts.status >= 300 && facts.status < 400) {
        return makeError(
            ErrorCode::Redirected,
            Text::tr(
                "%1 answered with a redirect (%2), which is not followed, since the API key would travel along. "
                "Check the base URL.")
                .arg(server, status),
            facts,
            detail);
    }
    switch (facts.status) {
    case 401:
        return makeError(
            ErrorCode::KeyRefused,
            Text::tr(
                "%1 refused the API key (401). It was revoked, or it belongs to another environment. Give another key "
                "and try again.")
                .arg(server),
            facts,
            detail);
    case 403:
        return makeError(
            ErrorCode::Forbidden,
            Text::tr(
                "This API key may not read events: %1 answered 403. Use a key with that permission.")
                .arg(server),
            facts,
            detail);
    case 408:
        break;
    case 429:
        return makeError(
            ErrorCode::RateLimited,
            Text::tr(
                "%1 asked for a pause (429), because too many requests came from here. Try again later.")
                .arg(server),
            facts,
            detail);
    default:
        if (facts.status >= 400 && facts.status < 500) {
            return refusal(request, server, facts, body);
        }
        if (facts.status < 400) {
            return makeError(ErrorCode::Malformed,
                             Text::tr(
                                 "%1 answered %2 without a page of events. Check the base URL.")
                                 .arg(server, status),
                             facts,
                             detail);
        }
    }
    return makeError(ErrorCode::ServerFailed,
                     Text::tr("%1 had a problem (%2). What was read is kept. Try again later.")
                         .arg(server, status),
                     facts,
                     detail);
}

Error transportError(QNetworkReply::NetworkError code,
                     const QUrl &url,
                     const AnswerFacts &facts,
                     const QString &reason)
{
    const QString server = serverName(url);
    const QString detail = QStringList{detailOf(facts, {}), reason}.join(u' ').trimmed();
    const auto error = [&facts, &detail](ErrorCode kind, const QString &message) {
        return makeError(kind, message, facts, detail);
    };
    if (isProxy(code)) {
        return error(
            ErrorCode::ConnectionRefused,
            Text::tr("The proxy on the way to %1 refused the connection. Check the proxy settings.")
                .arg(server));
    }
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return error(
            ErrorCode::NameNotResolved,
            Text::tr(
                "No connection to %1: its name could not be resolved. Check the network and the base URL.")
                .arg(server));
    case QNetworkReply::ConnectionRefusedError:
        return error(
            ErrorCode::ConnectionRefused,
            Text::tr(
                "Nothing listens at %1: the connection was refused. Check the base URL and that the server runs.")
                .arg(server));
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return error(ErrorCode::TimedOut,
                     Text::tr("%1 stopped answering. Check the network and try again.")
                         .arg(server));
    default:
        return error(
            ErrorCode::ConnectionLost,
            Text::tr(
                "The connection to %1 was lost before the answer was complete. Check the network and try again.")
                .arg(server));
    }
}

Error tlsError(const QUrl &url, const QString &certificateProblems, const QString &reason)
{
    const QString server = serverName(url);
    const QString message =
        certificateProblems.isEmpty()
            ? Text::tr(
                  "No secure connection to %1 came about, so nothing was sent. Check the base URL and the network.")
                  .arg(server)
            : Text::tr(
                  "The certificate of %1 is not trusted, so nothing was sent. Check the base URL, the clock and the network.")
                  .arg(server);
    return {ErrorCode::TlsFailed, message, QString(certificateProblems + reason), 0};
}

Error timedOutError(const QUrl &url, const AnswerFacts &facts, std::chrono::milliseconds deadline)
{
    const QString seconds = QString::number(double(deadline.count()) / 1000.0);
    return makeError(ErrorCode::TimedOut,
                     Text::tr(
                         "%1 gave no complete answer within %2 s. Check the network and try again.")
                         .arg(serverName(url), seconds),
                     facts,
                     detailOf(facts, {}));
}

Error tooLargeError(const QUrl &url, const AnswerFacts &facts, qint64 capBytes)
{
    return makeError(
        ErrorCode::TooLarge,
        Text::tr(
            "The answer of %1 is larger than %2 MiB and was not read further. Check the base URL.")
            .arg(serverName(url), QString::number(double(capBytes) / (1024.0 * 1024.0))),
        facts,
        detailOf(facts, {}));
}

Error afterTries(Error error, int tries)
{
    if (tries > 1) {
        error.message = Text::tr("%1 Tried %2 times.").arg(error.message, QString::number(tries));
    }
    return error;
}

} // namespace playhead
