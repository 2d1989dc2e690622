// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchsource.h"

#include "model/core/clock.h"
#include "model/cursors/cursorscope.h"
#include "model/cursors/cursorstore.h"
#include "model/environments/environmentstore.h"
#include "model/environments/keyring.h"
#include "model/server/demoserver.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

struct FetchCommand
{
    Q_DECLARE_TR_FUNCTIONS(FetchCommand)
};

Result<Cursor> findCursor(const QString &name, const Environment &environment, Database &database)
{
    const SystemClock clock;
    Result<CursorStore> store = CursorStore::open(database, clock);
    if (!store) {
        return tl::unexpected(store.error());
    }
    const Result<QList<Cursor>> cursors = store->cursors(environment.id);
    if (!cursors) {
        return tl::unexpected(cursors.error());
    }
    const auto found = std::find_if(cursors->cbegin(),
                                    cursors->cend(),
                                    [&name](const Cursor &cursor) { return cursor.name == name; });
    if (found == cursors->cend()) {
        return failure(ErrorCode::NotFound,
                       FetchCommand::tr(
                           "%1 has no cursor named '%2'. Check the name; the window lists them.")
                           .arg(environment.name, name));
    }
    return *found;
}

/// A cursor is only used with other types or another organization than its own when that was said.
Status checkScope(const Cursor &cursor,
                  const FetchArguments &arguments,
                  const Environment &environment)
{
    // What is not given is the cursor's own.
    const FetchScope asked{{},
                           arguments.types.isEmpty() ? cursor.types : arguments.types,
                           arguments.organization.isEmpty() ? cursor.organization
                                                            : arguments.organization};
    const ScopeDifference difference(scopeOf(cursor, environment.name),
                                     scopeOf(asked, environment.id, environment.name));
    if (difference.isEmpty() || arguments.acceptsScope) {
        return {};
    }
    return failure(ErrorCode::WrongUsage,
                   FetchCommand::tr("%1 Leave --type and --org out, or add --accept-scope.")
                       .arg(difference.text()));
}

Status startDemo(FetchSource &source, const TypeCatalogue &catalogue)
{
    const Environment &demo = *source.environment;
    const DemoPlan plan{demo.demoSeed, demo.demoEvents, instantFromUs(demo.demoEndUs)};
    auto server = LocalEventsApi::start(demoConfig(plan), catalogue);
    if (!server) {
        return tl::unexpected(server.error());
    }
    source.demo = std::move(*server);
    source.target = {source.demo->url(), source.demo->apiKey()};
    return {};
}

Status useStored(FetchSource &source, EnvironmentStore &store, const KeyRing &keys)
{
    const Environment &environment = *source.environment;
    if (environment.keySource == KeySource::Memory) {
        return failure(
            ErrorCode::KeyMissing,
            FetchCommand::tr(
                "The key of %1 is kept in the window's memory only. Let the environment take it from "
                "WORKOS_API_KEY, or use --base-url.")
                .arg(environment.name));
    }
    const Result<QByteArray> key = keys.key(environment);
    if (!key) {
        return tl::unexpected(key.error());
    }
    source.target = {environment.baseUrl, *key};
    const Result<bool> isOther = store.isOtherOrigin(environment, *key);
    if (!isOther) {
        return tl::unexpected(isOther.error());
    }
    if (*isOther) {
        return failure(
            ErrorCode::WrongUsage,
            FetchCommand::tr(
                "The stored events of %1 came from another URL or key. Fetch once in the window to "
                "say that they belong together, or use --base-url.")
                .arg(environment.name));
    }
    return {};
}

Status useEnvironment(FetchSource &source,
                      const FetchArguments &arguments,
                      Database &database,
                      EnvironmentStore &store,
                      const KeyRing &keys,
                      const TypeCatalogue &catalogue)
{
    const Result<Environment> environment = store.environment(arguments.environment);
    if (!environment) {
        return tl::unexpected(environment.error());
    }
    if (environment->isCapture()) {
        return failure(ErrorCode::WrongUsage,
                       FetchCommand::tr("%1 is a capture, for which nothing can be fetched. Name "
                                        "another environment.")
                           .arg(environment->name));
    }
    source.environment = *environment;
    if (!arguments.afterCursor.isEmpty()) {
        const Result<Cursor> cursor = findCursor(arguments.afterCursor, *environment, database);
        if (!cursor) {
            return tl::unexpected(cursor.error());
        }
        if (const Status same = checkScope(*cursor, arguments, *environment); !same) {
            return same;
        }
        source.cursor = *cursor;
    }
    return environment->isDemo() ? startDemo(source, catalogue) : useStored(source, store, keys);
}

} // namespace

Result<FetchSource> findFetchSource(const FetchArguments &arguments,
                                    Database &database,
                                    const KeyRing &keys,
                                    const TypeCatalogue &catalogue)
{
    Result<EnvironmentStore> store = EnvironmentStore::open(database);
    if (!store) {
        return tl::unexpected(store.error());
    }
    FetchSource source;
    if (!arguments.environment.isEmpty()) {
        const Status used = useEnvironment(source, arguments, database, *store, keys, catalogue);
        return used ? Result<FetchSource>(std::move(source)) : tl::unexpected(used.error());
    }
    const Result<QByteArray> key = keys.variableKey();
    if (!key) {
        return tl::unexpected(key.error());
    }
    const Result<QByteArray> salt = store->salt();
    if (!salt) {
        return tl::unexpected(salt.error());
    }
    source.target = {arguments.baseUrl, *key};
    source.salt = *salt;
    return source;
}

Status rememberOrigin(const FetchSource &source, Database &database)
{
    if (!source.environment || source.environment->isDemo()) {
        return {};
    }
    Result<EnvironmentStore> store = EnvironmentStore::open(database);
    return store ? store->setOrigin(*source.environment, source.target.apiKey)
                 : tl::unexpected(store.error());
}

} // namespace playhead
