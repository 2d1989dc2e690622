// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ulid.h"
#include "model/cursors/recovery.h"
#include "tests/model/cursors/servedstage.h"

#include <QSignalSpy>
#include <QTest>

namespace playhead {

inline const Instant kRecoveryStart = *tryParseIsoInstant("2026-11-23T12:00:00Z");

/// What Recovery answers; Internal when it does not.
inline Result<RecoveryPlan> recover(ServedStage &stage, const RecoveryRequest &request)
{
    Recovery recovery(*stage.feed, *stage.clock);
    QSignalSpy found(&recovery, &Recovery::found);
    QSignalSpy failed(&recovery, &Recovery::failed);
    recovery.find(request);
    if (!found.isEmpty() || !failed.isEmpty()
        || !QTest::qWaitFor([&] { return found.size() + failed.size() > 0; }, 30'000)
        || recovery.isSearching()) {
        return failure(ErrorCode::Internal, QStringLiteral("No answer, or one too early."));
    }
    if (!failed.isEmpty()) {
        return tl::unexpected(failed.first().first().value<Error>());
    }
    return found.first().first().value<RecoveryPlan>();
}

/// Own events from a time on, up to and with `last` in stream order.
inline quint64 countBetween(const ServedStage &stage,
                            const Cursor &scope,
                            Instant from,
                            const PlannedEvent &last)
{
    quint64 count = 0;
    for (const PlannedEvent &event : stage.planned) {
        count += isOwn(event, scope) && event.createdAt >= from ? 1 : 0;
        if (event.id == last.id) {
            break;
        }
    }
    return count;
}

/// A ULID of that time that no event has.
inline QByteArray encodedUlid(Instant time)
{
    UlidBytes bytes{};
    quint64 ms = quint64(toUs(time) / 1000);
    for (size_t i = 6; i-- > 0; ms >>= 8) {
        bytes[i] = quint8(ms);
    }
    return encodeUlid(bytes);
}

} // namespace playhead

Q_DECLARE_METATYPE(playhead::RecoveryWay)
