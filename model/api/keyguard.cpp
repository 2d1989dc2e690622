// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/keyguard.h"

#include "model/api/fetcherrors.h"
#include "model/api/horizon.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventsClient)
};

} // namespace

Status checkTarget(const FetchTarget &target)
{
    const QUrl &url = target.baseUrl;
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1)) {
        return failure(
            ErrorCode::WrongUsage,
            Text::tr("\"%1\" is no web address. Give a base URL such as https://api.workos.com.")
                .arg(url.toDisplayString()));
    }
    if (scheme == "http"_L1 && !isLoopbackUrl(url)) {
        return failure(
            ErrorCode::WrongUsage,
            Text::tr(
                "The API key is not sent to %1 over http, where others could read it. Use https, or http on this computer "
                "(127.0.0.1).")
                .arg(serverName(url)));
    }
    if (target.apiKey.isEmpty()) {
        return failure(ErrorCode::KeyMissing,
                       Text::tr("There is no API key for %1. Give one and try again.")
                           .arg(serverName(url)));
    }
    const bool isPlain = std::all_of(target.apiKey.cbegin(), target.apiKey.cend(), [](char c) {
        return c > ' ' && c < 127;
    });
    if (!isPlain) {
        return failure(
            ErrorCode::WrongUsage,
            Text::tr(
                "The API key holds a space, a line break or another character that no key has. Copy it again."));
    }
    return {};
}

} // namespace playhead
