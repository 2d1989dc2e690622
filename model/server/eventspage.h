// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/eventsselection.h"

#include <QHash>

namespace playhead {

/// What a request selects: the events of its page and where the list goes on.
struct SelectedPage
{
    std::vector<size_t> rows; ///< Of ServedEvents, in the order in which they are answered.
    QByteArray after; ///< list_metadata.after; empty = null.
    bool hasMetadata = true;
    QHash<size_t, QByteArray>
        altered; ///< Rows that are answered with other bytes than the stored ones.
};

/// The page that answers `request`, or what is refused. `now` decides about the 90 days that are kept, about ranges without
/// an end and about what is still held back. Any thread.
tl::expected<SelectedPage, Refusal> selectPage(const ServedEvents &events,
                                               const EventsRequest &request,
                                               const ApiSwitches &switches,
                                               Instant now,
                                               const HiddenRows &isHidden = {});

/// The body of that answer: the stored bytes of each event that is not altered, never printed anew. Any thread.
QByteArray pageBody(const ServedEvents &events, const SelectedPage &page);

} // namespace playhead
