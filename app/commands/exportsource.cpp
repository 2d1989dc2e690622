// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/exportsource.h"

#include "app/console.h"
#include "app/datafolder.h"
#include "app/interrupt.h"
#include "model/captures/capturestore.h"
#include "model/core/clock.h"
#include "model/cursors/cursorstore.h"
#include "model/environments/environmentstore.h"
#include "model/environments/organizationaliases.h"
#include "model/environments/storekey.h"
#include "model/events/eventstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <stop_token>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct ExportCommand
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

/// The environment, or NotFound with the names that there are.
Result<Environment> findEnvironment(EnvironmentStore &store, const QString &name)
{
    Result<Environment> found = store.environment(name);
    if (found || found.error().code != ErrorCode::NotFound) {
        return found;
    }
    const Result<QList<Environment>> known = store.environments();
    if (!known) {
        return tl::unexpected(known.error());
    }
    QStringList names;
    for (const Environment &environment : *known) {
        if (!environment.isCapture()) {
            names.append(environment.name);
        }
    }
    return failure(
        ErrorCode::NotFound,
        names.isEmpty()
            ? ExportCommand::tr(
                  "There is no environment '%1', and no other one. Make it in the window.")
                  .arg(name)
            : ExportCommand::tr("There is no environment '%1'. There are: %2.")
                  .arg(name, names.join(u", "_s)));
}

/// Where the environment's cursors stand among its events (semantics 18).
Status readCursors(ExportSource &source, qint64 environmentId, Database &database)
{
    const SystemClock clock;
    Result<CursorStore> store = CursorStore::open(database, clock);
    if (!store) {
        return tl::unexpected(store.error());
    }
    const Result<QList<Cursor>> cursors = store->cursors(environmentId);
    if (!cursors) {
        return tl::unexpected(cursors.error());
    }
    for (const Cursor &cursor : *cursors) {
        const auto *after = std::get_if<AfterEvent>(&cursor.position);
        const auto row = after != nullptr ? source.events.find(after->id) : std::nullopt;
        source.context.cursors[cursor.name] = {row ? source.events.createdAt(*row)
                                                   : positionTime(cursor.position),
                                               row};
    }
    return {};
}

Result<ExportSource> openEnvironment(const ExportArguments &arguments,
                                     const ExportNeeds &needs,
                                     const TypeCatalogue &catalogue)
{
    const QString dataFolder = dataFolderPath(arguments.dataFolder);
    Result<Database> database = Database::openExisting(databasePath(dataFolder));
    if (!database) {
        return tl::unexpected(database.error());
    }
    Result<EnvironmentStore> environments = EnvironmentStore::open(*database);
    if (!environments) {
        return tl::unexpected(environments.error());
    }
    const Result<Environment> environment = findEnvironment(*environments, arguments.environment);
    if (!environment) {
        return tl::unexpected(environment.error());
    }
    if (environment->isCapture()) {
        return failure(ErrorCode::WrongUsage,
                       ExportCommand::tr("%1 is a capture. Name its file: --capture %2.")
                           .arg(environment->name, environment->baseUrl.toLocalFile()));
    }
    ExportSource source;
    auto store = EventStore::open(dataFolder + u"/events/"_s + storeKeyFor(*environment),
                                  catalogue,
                                  EventStore::Access::ReadOnly);
    if (!store) {
        return tl::unexpected(store.error());
    }
    source.store = std::move(*store);
    source.events = source.store->snapshot();
    if (source.events.isEmpty()) {
        source.notice = ExportCommand::tr("%1 has no stored events yet; playhead fetch reads them.")
                            .arg(environment->name);
    }
    source.context.now = environment->isDemo() ? instantFromUs(environment->demoEndUs)
                                               : SystemClock().now();
    if (needs.cursors) {
        if (const Status read = readCursors(source, environment->id, *database); !read) {
            return tl::unexpected(read.error());
        }
    }
    if (needs.organizationNames) {
        const auto aliases = readOrganizationAliases(*database, environment->id);
        if (!aliases) {
            return tl::unexpected(aliases.error());
        }
        source.aliases = *aliases;
    }
    return source;
}

/// "Now" of a capture is its newest event (semantics 32).
Instant newestOf(const EventSnapshot &events)
{
    Instant newest{};
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        newest = std::max(newest, events.createdAt(row));
    }
    return newest;
}

Result<ExportSource> openCapture(const ExportArguments &arguments, const TypeCatalogue &catalogue)
{
    const auto file = CaptureFile::open(arguments.capture);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::stop_source stop;
    const auto tell = [&stop](qint64 done, qint64 all) {
        if (Interrupt::hasCome()) {
            stop.request_stop();
        }
        showProgress(
            ExportCommand::tr("%1 % of the capture read").arg(all > 0 ? done * 100 / all : 100));
    };
    // Without a cache: an export leaves nothing behind but its file.
    auto store = CaptureStore::open(*file, {}, catalogue, tell, stop.get_token());
    if (!store) {
        return tl::unexpected(store.error());
    }
    ExportSource source;
    source.capture = std::move(*store);
    if (const quint64 leftOut = source.capture->facts().leftOut; leftOut > 0) {
        source.notice = ExportCommand::tr("Lines of %1 that are no event and were left out: %2.")
                            .arg((*file)->name(), QString::number(leftOut));
    }
    source.events = source.capture->snapshot();
    source.context.now = newestOf(source.events);
    return source;
}

} // namespace

Result<ExportSource> openExportSource(const ExportArguments &arguments,
                                      const ExportNeeds &needs,
                                      const TypeCatalogue &catalogue)
{
    Result<ExportSource> source = arguments.capture.isEmpty()
                                      ? openEnvironment(arguments, needs, catalogue)
                                      : openCapture(arguments, catalogue);
    if (source) {
        source->context.catalogue = &catalogue;
    }
    return source;
}

} // namespace playhead
