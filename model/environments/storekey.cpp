// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/storekey.h"

#include "model/environments/baseurl.h"

#include <QCryptographicHash>
#include <QStringList>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHashDigits =
    16; // 64 bits: enough to tell stores apart, too few to test guesses of a key with

/// Each part goes in with its length, so that no two lists of parts give the same bytes.
QByteArray shortHash(const QList<QByteArray> &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result().toHex().left(kHashDigits);
}

QString folderSafe(const QString &host)
{
    QString safe = host.toLower();
    for (QChar &character : safe) {
        const bool isPlain = (character >= u'a' && character <= u'z')
                             || (character >= u'0' && character <= u'9') || character == u'.'
                             || character == u'-';
        if (!isPlain) {
            character = u'_';
        }
    }
    return safe.left(80);
}

} // namespace

QByteArray keyFingerprint(const QByteArray &key, const QByteArray &salt)
{
    return shortHash({salt, key});
}

QString storeKeyFor(const QUrl &baseUrl,
                    const QByteArray &key,
                    const QByteArray &salt,
                    const QByteArray &streamId)
{
    const QByteArray stream = isLoopbackHost(baseUrl.host()) ? streamId : QByteArray();
    QByteArray url = baseUrl.toEncoded(QUrl::RemoveUserInfo);
    while (url.endsWith('/')) { // StripTrailingSlash would leave that of an empty path
        url.chop(1);
    }
    return "url-"_L1 + folderSafe(baseUrl.host()) + u'-'
           + QString::fromLatin1(shortHash({salt, url, key, stream}));
}

QString storeKeyFor(const Environment &environment)
{
    return u"env-%1"_s.arg(environment.id);
}

} // namespace playhead
