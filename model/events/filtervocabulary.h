// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/events/eventfilter.h"
#include "model/events/eventsnapshot.h"
#include "model/events/seenpaths.h"
#include "model/events/typecatalogue.h"

#include <QStringList>

#include <atomic>

namespace playhead {

/// What a filter can name in the events that are loaded, for completing it. A value.
struct FilterVocabulary
{
    struct Type
    {
        QString name;
        Family family = Family::Other;
        quint32 count = 0;
    };
    struct Organization
    {
        OrganizationId id;
        QString name; ///< Empty when none is known.
        quint32 count = 0;
    };
    QList<Type> types; ///< By family, then by count, largest first.
    QList<Organization> organizations; ///< By count, largest first; without "No organization".
    QList<SeenPath> paths; ///< By the text of the path.
    /// The paths are of all loaded events. Else they are of a sample, some of each type, and their counts are no one's.
    bool arePathsCounted = true;
    QStringList cursors;
};

/// Counts types and organizations of all loaded events, and gathers the paths of a sample of them. Cursors and names of
/// organizations are left to the caller. Stops early, with less, when `stops` is set. Any thread; linear in the events.
FilterVocabulary gatherVocabulary(const EventSnapshot &events,
                                  const FetchScope &scope,
                                  const TypeCatalogue &catalogue,
                                  const std::atomic_bool &stops);

} // namespace playhead
