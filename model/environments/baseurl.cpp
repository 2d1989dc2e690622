// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/baseurl.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refused(const char *text)
{
    return failure(ErrorCode::WrongUsage, QCoreApplication::translate("BaseUrl", text));
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0) {
        return true;
    }
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

Status checkBaseUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return refused(QT_TRANSLATE_NOOP(
            "BaseUrl", "The base URL is not complete. Write it like https://api.workos.com."));
    }
    if (!url.userInfo().isEmpty()) {
        return refused(QT_TRANSLATE_NOOP(
            "BaseUrl",
            "The base URL holds a user name or password, which would be stored. Leave out "
            "what stands before the @."));
    }
    if (url.hasQuery() || url.hasFragment()) {
        return refused(QT_TRANSLATE_NOOP(
            "BaseUrl",
            "The base URL ends with a query or fragment, which Playhead sets itself. Leave "
            "out the ? or # and what follows."));
    }
    const bool isPlain = url.scheme() == "http"_L1;
    if (!isPlain && url.scheme() != "https"_L1) {
        return refused(
            QT_TRANSLATE_NOOP("BaseUrl",
                              "The base URL does not start with https://. Write it with https."));
    }
    if (isPlain && !isLoopbackHost(url.host())) {
        return refused(QT_TRANSLATE_NOOP(
            "BaseUrl",
            "The base URL uses http, which would send the API key unencrypted. Use https; "
            "http is for this computer only (localhost, 127.0.0.1)."));
    }
    return {};
}

Result<QUrl> parseBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (Status checked = checkBaseUrl(url); !checked) {
        return tl::unexpected<Error>(checked.error());
    }
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

} // namespace playhead
