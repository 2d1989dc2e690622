// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchorder.h"

#include "model/api/horizon.h"
#include "model/api/readjournal.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

struct FetchCommand
{
    Q_DECLARE_TR_FUNCTIONS(FetchCommand)
};

QString spelled(Instant instant)
{
    return QString::fromLatin1(isoUtcMs(instant));
}

/// The newest event that exists at `now` may have been made in this very millisecond.
Instant justAfter(Instant now)
{
    return std::chrono::floor<std::chrono::milliseconds>(now) + std::chrono::milliseconds(1);
}

/// Where the read starts when it starts at a time.
std::optional<Instant> startTime(const FetchArguments &arguments,
                                 const FetchSource &source,
                                 Instant now)
{
    if (arguments.since) {
        return arguments.since->at(now);
    }
    if (source.cursor) {
        if (const auto *from = std::get_if<FromTime>(&source.cursor->position)) {
            return from->from;
        }
    }
    return std::nullopt;
}

QByteArray fingerprintOf(const FetchArguments &arguments,
                         const FetchQuery &query,
                         const FetchSource &source,
                         const QString &storeKey)
{
    QByteArray start = "horizon";
    if (arguments.since) {
        start = arguments.since->canonical();
    } else if (source.cursor) {
        start = isoUtcExact(positionTime(source.cursor->position));
    }
    return readFingerprint(
        {storeKey.toUtf8(),
         query.scope.types.join(','),
         query.scope.organization.value,
         start,
         arguments.until ? arguments.until->canonical() : QByteArrayLiteral("now"),
         query.after.value,
         QByteArray::number(query.limit)});
}

} // namespace

Result<FetchOrder> makeFetchOrder(const FetchArguments &arguments,
                                  const FetchSource &source,
                                  const QString &storeKey,
                                  Instant now)
{
    FetchOrder order;
    FetchQuery &query = order.query;
    query.skipCovered = false;
    query.limit = arguments.limit;
    query.after = arguments.after;
    query.scope.types = arguments.types;
    query.scope.organization = arguments.organization;
    if (source.cursor) {
        if (const auto *after = std::get_if<AfterEvent>(&source.cursor->position)) {
            query.after = after->id;
        }
        // A cursor counts in its own types and organization, unless others are asked for.
        if (query.scope.types.isEmpty()) {
            query.scope.types = source.cursor->types;
        }
        if (query.scope.organization.isEmpty()) {
            query.scope.organization = source.cursor->organization;
        }
    }

    const std::optional<Instant> start = startTime(arguments, source, now);
    const ClampedSince since = clampSince(start.value_or(horizonAt(now)),
                                          now,
                                          source.target.baseUrl);
    const Instant until = std::min(arguments.until ? arguments.until->at(now) : justAfter(now),
                                   justAfter(now));
    query.scope.range = {since.since, until};
    if (query.scope.range.isEmpty()) {
        return failure(
            ErrorCode::WrongUsage,
            FetchCommand::tr(
                "The range from %1 to %2 is empty. Let --since be earlier than --until and than now.")
                .arg(spelled(since.since), spelled(until)));
    }
    if (since.wasMoved && start) {
        order.notice =
            FetchCommand::tr(
                "%1 is more than the 90 days back that WorkOS keeps, so reading starts at %2.")
                .arg(spelled(*start), spelled(since.since));
    }
    order.fingerprint = fingerprintOf(arguments, query, source, storeKey);
    return order;
}

} // namespace playhead
