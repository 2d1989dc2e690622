// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorbook_p.h"
#include "model/storage/textfile.h"

#include <QFileInfo>

namespace playhead {

namespace {

struct Listed
{
    QList<Cursor> cursors;
    QList<SavedPlace> places;
};

Result<Listed> listed(Database &database, const Clock &clock, qint64 environmentId)
{
    Result<CursorShelf> shelf = CursorReading(clock).load(database, environmentId);
    if (!shelf) {
        return tl::unexpected<Error>(shelf.error());
    }
    return Listed{std::move(shelf->cursors), std::move(shelf->places)};
}

} // namespace

void CursorBook::exportTo(const QString &path,
                          const QString &environment,
                          const QUrl &baseUrl,
                          QObject *context,
                          Answer answer)
{
    auto work = [path, environment, baseUrl, id = d->environmentId, &clock = d->clock](
                    Database &database) -> Result<bool> {
        const Result<Listed> all = listed(database, clock, id);
        if (!all) {
            return tl::unexpected<Error>(all.error());
        }
        const Status written =
            writeTextFile(path,
                          cursorFileText(
                              {environment, baseUrl, clock.now(), all->cursors, all->places, {}}));
        return written ? Result<bool>(true) : tl::unexpected<Error>(written.error());
    };
    d->worker.run<bool>(this,
                        std::move(work),
                        [this, asker = Private::Asker{context, std::move(answer)}](
                            const Result<bool> &done) {
                            d->end(done ? Status() : tl::unexpected<Error>(done.error()), asker);
                        });
}

void CursorBook::planImport(const QString &path,
                            const QString &environment,
                            const QUrl &baseUrl,
                            QObject *context,
                            std::function<void(const Result<CursorImportPlan> &)> done)
{
    auto work = [path, environment, baseUrl, id = d->environmentId, &clock = d->clock](
                    Database &database) -> Result<CursorImportPlan> {
        const Result<QByteArray> content = readTextFile(path);
        const Result<CursorFile> file = content ? readCursorFile(*content)
                                                : tl::unexpected<Error>(content.error());
        const Result<Listed> all = listed(database, clock, id);
        if (!file || !all) {
            return tl::unexpected<Error>(file ? all.error() : file.error());
        }
        CursorImportPlan plan =
            planCursorImport(*file, environment, baseUrl, all->cursors, all->places);
        plan.fileName = QFileInfo(path).fileName();
        plan.environmentId = id;
        return plan;
    };
    d->worker.run<CursorImportPlan>(context, std::move(work), std::move(done));
}

void CursorBook::import(const CursorImportPlan &plan,
                        const QSet<QString> &accepted,
                        QObject *context,
                        Answer answer)
{
    const qint64 id = plan.environmentId;
    d->run(id,
           true,
           Private::ordered([id, plan, accepted](CursorStores &stores) {
               return importCursors(stores.cursors, stores.places, id, plan, accepted);
           }),
           {context, std::move(answer)});
}

} // namespace playhead
