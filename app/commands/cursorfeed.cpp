// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorfeed.h"

#include "app/commands/cursorstand.h"
#include "model/api/eventfeed.h"

#include <QCoreApplication>

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};

Result<EventFeed *> storedFeed(CursorStand &stand,
                               const Cursor &scope,
                               const std::optional<Error> &whyNot)
{
    if (const Status opened = stand.openEvents(); !opened) {
        return tl::unexpected(opened.error());
    }
    CoverageMap coverage;
    const CoverageKey key{scope.types.isEmpty() ? ReadKind::AllTypes : ReadKind::ChosenTypes,
                          scope.types,
                          scope.organization};
    for (const TimeRange &range : stand.ground(scope).covered) {
        coverage.add(key, range);
    }
    auto *feed = new EventFeed(stand.catalogue(), stand.clock(), &stand);
    feed->present(stand.events(), coverage, whyNot);
    return feed;
}

} // namespace

void openCursorFeed(CursorStand &stand,
                    const Cursor &scope,
                    bool isStoredOnly,
                    const std::function<void(const Result<EventFeed *> &)> &done)
{
    if (isStoredOnly) {
        const Error whyNot{ErrorCode::BadRequest,
                           CursorCommand::tr("--no-fetch leaves it to what is stored."),
                           {},
                           0};
        done(storedFeed(stand, scope, whyNot));
    } else if (stand.environment().isCapture()) {
        done(storedFeed(stand, scope, {}));
    } else {
        stand.openFeed([&stand, scope, done](const Result<EventFeed *> &feed) {
            done(feed ? feed : storedFeed(stand, scope, feed.error()));
        });
    }
}

} // namespace playhead
