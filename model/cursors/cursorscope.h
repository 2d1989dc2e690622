// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"
#include "model/events/eventfilter.h"

#include <QStringList>

namespace playhead {

/// What a cursor counts and reads: it belongs to an environment, types and an organization.
struct CursorScope
{
    qint64 environmentId = 0;
    QString environmentName; ///< For people; plays no part in comparing.
    QList<QByteArray> types; ///< Empty = all types; in any order.
    OrganizationId organization; ///< Empty = all.
};

/// The cursor's own scope.
CursorScope scopeOf(const Cursor &cursor, const QString &environmentName);
/// The scope of what the fetch row, or a command, asks for.
CursorScope scopeOf(const FetchScope &fetch, qint64 environmentId, const QString &environmentName);

/// What differs when a cursor is used with another scope than its own. Whoever does so asks first: events of types or of an
/// organization that the cursor never counted were never processed up to its place, and an id of another environment means
/// nothing.
class ScopeDifference
{
public:
    ScopeDifference(const CursorScope &own, const CursorScope &other);

    bool isEmpty() const
    {
        return !isOtherEnvironment() && !hasOtherTypes() && !hasOtherOrganization();
    }
    bool isOtherEnvironment() const { return m_own.environmentId != m_other.environmentId; }
    bool hasOtherTypes() const { return m_own.types != m_other.types; }
    bool hasOtherOrganization() const { return m_own.organization != m_other.organization; }
    /// The other scope reads events that the cursor never stood for: of more types, of another organization or environment.
    bool readsMore() const;
    /// It leaves out some that the cursor stands for.
    bool readsLess() const;

    /// One whole sentence for each thing that differs, then one for what it leads to; empty when nothing differs.
    QStringList sentences() const;
    /// All of them on one line: for the command line.
    QString text() const { return sentences().join(u' '); }

private:
    CursorScope m_own; ///< With sorted types, as the other.
    CursorScope m_other;
};

} // namespace playhead
