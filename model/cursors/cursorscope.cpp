// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorscope.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace playhead {

namespace {

/// More names than these make a sentence that nobody reads.
constexpr qsizetype kMostNames = 3;

QString said(const char *sentence)
{
    return QCoreApplication::translate("CursorScope", sentence);
}

QList<QByteArray> sorted(QList<QByteArray> types)
{
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
}

QString names(const QList<QByteArray> &types)
{
    QStringList shown;
    for (const QByteArray &type : types.first(std::min(types.size(), kMostNames))) {
        shown.append(QString::fromUtf8(type));
    }
    const qsizetype rest = types.size() - shown.size();
    const QString list = shown.join(said(", "));
    return rest == 0 ? list : said("%1 and %2 more").arg(list, QLocale().toString(rest));
}

QString typesText(const QList<QByteArray> &types)
{
    return types.isEmpty() ? said("all types") : names(types);
}

QString organizationText(const OrganizationId &organization)
{
    return organization.isEmpty() ? said("all organizations") : organization.toString();
}

QString environmentText(const CursorScope &scope)
{
    return scope.environmentName.isEmpty() ? said("another environment") : scope.environmentName;
}

/// What is in `types` (empty = all) and not in `others`.
bool hasMore(const QList<QByteArray> &types, const QList<QByteArray> &others)
{
    return !others.isEmpty()
           && (types.isEmpty()
               || !std::includes(others.begin(), others.end(), types.begin(), types.end()));
}

} // namespace

CursorScope scopeOf(const Cursor &cursor, const QString &environmentName)
{
    return {cursor.environmentId, environmentName, cursor.types, cursor.organization};
}

CursorScope scopeOf(const FetchScope &fetch, qint64 environmentId, const QString &environmentName)
{
    return {environmentId, environmentName, fetch.types, fetch.organization};
}

ScopeDifference::ScopeDifference(const CursorScope &own, const CursorScope &other)
    : m_own(own)
    , m_other(other)
{
    m_own.types = sorted(m_own.types);
    m_other.types = sorted(m_other.types);
}

bool ScopeDifference::readsMore() const
{
    return isOtherEnvironment() || hasMore(m_other.types, m_own.types)
           || (hasOtherOrganization() && !m_own.organization.isEmpty());
}

bool ScopeDifference::readsLess() const
{
    return isOtherEnvironment() || hasMore(m_own.types, m_other.types)
           || (hasOtherOrganization() && !m_other.organization.isEmpty());
}

QStringList ScopeDifference::sentences() const
{
    QStringList sentences;
    if (isOtherEnvironment()) {
        sentences.append(said("The cursor belongs to %1 and is used with %2.")
                             .arg(environmentText(m_own), environmentText(m_other)));
    }
    if (hasOtherTypes()) {
        sentences.append(said("The cursor counts %1 and is used with %2.")
                             .arg(typesText(m_own.types), typesText(m_other.types)));
    }
    if (hasOtherOrganization()) {
        sentences.append(
            said("The cursor counts %1 and is used with %2.")
                .arg(organizationText(m_own.organization), organizationText(m_other.organization)));
    }
    if (isOtherEnvironment()) {
        sentences.append(
            said("Its event does not exist there, so the request will most likely be refused."));
    } else if (readsMore()) {
        sentences.append(said("Events before its place that only the other scope holds were never "
                              "processed, and are not read either."));
    } else if (readsLess()) {
        sentences.append(said("Events of its own that the other scope leaves out are not read."));
    }
    return sentences;
}

} // namespace playhead
