// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"

#include <QList>
#include <QSet>
#include <QString>

namespace playhead {

/// What the fetch row asks for: a range, types and one organization. The stored events inside it are "loaded".
struct FetchScope
{
    TimeRange range; ///< TimeRange{} = all times.
    QList<QByteArray> types; ///< Empty = all types.
    OrganizationId organization; ///< Empty = all organizations.

    bool operator==(const FetchScope &) const = default;
};

/// The local filter on loaded events: what is unchecked in the sidebar, a text in the filter language, and the stretch that is selected on the
/// timeline. Never leads to a request.
struct EventFilter
{
    QSet<QByteArray> hiddenTypes; ///< Unchecked types; a type not named here is shown.
    QSet<OrganizationId> hiddenOrganizations; ///< An empty id stands for "No organization".
    QString
        text; ///< In the filter language (design, section 10), as it was typed; trimmed empty = all.
    TimeRange range; ///< The timeline's selection; TimeRange{} = all times.

    bool isActive() const
    {
        return !hiddenTypes.isEmpty() || !hiddenOrganizations.isEmpty() || !text.trimmed().isEmpty()
               || range != TimeRange{};
    }
    bool operator==(const EventFilter &) const = default;
};

} // namespace playhead
