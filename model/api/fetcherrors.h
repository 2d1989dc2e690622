// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/answerfacts.h"
#include "model/api/pagerequest.h"
#include "model/core/result.h"

#include <QNetworkReply>

namespace playhead {

/// `api.workos.com`, with the port when the URL has one: how messages name the server.
QString serverName(const QUrl &url);

/// The Error of an answer whose status is not 200. `body` is quoted, shortened, in the detail.
Error statusError(const PageRequest &request,
                  const QUrl &url,
                  const AnswerFacts &facts,
                  QByteArrayView body);

/// The Error of a request that got no complete answer. `reason` is Qt's own text. TimedOut covers Qt's transfer timeout too,
/// which it reports as a cancelled operation.
Error transportError(QNetworkReply::NetworkError code,
                     const QUrl &url,
                     const AnswerFacts &facts,
                     const QString &reason);

/// Nothing was sent, since no trusted connection came about. `certificateProblems` is empty when the handshake failed before
/// there was a certificate to judge.
Error tlsError(const QUrl &url, const QString &certificateProblems, const QString &reason);

Error timedOutError(const QUrl &url, const AnswerFacts &facts, std::chrono::milliseconds deadline);
Error tooLargeError(const QUrl &url, const AnswerFacts &facts, qint64 capBytes);

/// `error` with the number of tries told in its message.
Error afterTries(Error error, int tries);

} // namespace playhead
