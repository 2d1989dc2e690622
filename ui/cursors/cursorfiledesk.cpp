// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorfiledesk.h"

#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/core/clock.h"
#include "model/cursors/cursorbook.h"
#include "model/cursors/sidejob.h"
#include "model/events/streamorder.h"
#include "ui/cursors/cursorimportdialog.h"
#include "ui/shared/settings.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <memory>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString folder()
{
    const QString last = settings().exportFolder();
    if (!last.isEmpty() && QDir(last).exists()) {
        return last;
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

QString suggestedName(const QString &environment)
{
    static const QRegularExpression notInNames(u"[^\\p{L}\\p{N}._-]+"_s);
    const QString name = environment.toLower().replace(notInNames, u"-"_s);
    return u"cursors-%1-%2.json"_s.arg(name, QDate::currentDate().toString(Qt::ISODate));
}

/// Asks for a file and hands it on; Qt's own dialog leaves two of its fields without a name.
template<typename Chosen>
QFileDialog *openFileDialog(QWidget *window, const QString &title, QObject *context, Chosen chosen)
{
    auto *files = new QFileDialog(window, title, folder());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setNameFilters(
        {CursorFileDesk::tr("Cursors (*.json)"), CursorFileDesk::tr("All files (*)")});
    QObject::connect(files, &QFileDialog::fileSelected, context, chosen);
    return files;
}

void nameFields(const QFileDialog &files)
{
    for (const auto &[part, name] :
         {std::pair(u"lookInCombo"_s, CursorFileDesk::tr("Folder")),
          std::pair(u"fileTypeCombo"_s, CursorFileDesk::tr("Files of type"))}) {
        if (auto *combo = files.findChild<QWidget *>(part)) {
            combo->setAccessibleName(name);
        }
    }
}

/// With what takes it back: each cursor is one Undo of its own.
QString importedText(const CursorImportPlan &plan, const QSet<QString> &taken)
{
    const auto made = std::count_if(plan.cursors.cbegin(),
                                    plan.cursors.cend(),
                                    [](const ImportEntry<Cursor> &entry) {
                                        return entry.state == ImportEntry<Cursor>::State::New;
                                    });
    const qsizetype cursors = made + taken.size();
    const bool hasPlaces = std::any_of(plan.places.cbegin(),
                                       plan.places.cend(),
                                       [](const ImportEntry<SavedPlace> &entry) {
                                           return entry.state
                                                  == ImportEntry<SavedPlace>::State::New;
                                       });
    if (cursors == 0) {
        return CursorFileDesk::tr("Imported saved places from %1.").arg(plan.fileName);
    }
    const QString text =
        cursors == 1 ? CursorFileDesk::tr("Imported 1 cursor from %1. Edit, Undo takes it back.")
                           .arg(plan.fileName)
                     : CursorFileDesk::tr(
                           "Imported %1 cursors from %2. Edit, Undo takes them back one by one.")
                           .arg(QLocale().toString(cursors), plan.fileName);
    return hasPlaces ? CursorFileDesk::tr("%1 Its saved places stay.").arg(text) : text;
}

} // namespace

CursorFileDesk::CursorFileDesk(CursorBook &book,
                               EventFeed &feed,
                               const Clock &clock,
                               std::function<QTimeZone()> zone,
                               QWidget *window)
    : QObject(window)
    , m_book(book)
    , m_feed(feed)
    , m_clock(clock)
    , m_zone(std::move(zone))
    , m_window(window)
{}

void CursorFileDesk::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_dialogs.setEnvironment(environment);
}

QUrl CursorFileDesk::baseUrl() const
{
    return m_environment->isDemo() || m_environment->isCapture() ? QUrl() : m_environment->baseUrl;
}

void CursorFileDesk::askForExport()
{
    if (!m_environment) {
        return;
    }
    QFileDialog *files = openFileDialog(m_window,
                                        tr("Export cursors"),
                                        this,
                                        [this](const QString &path) { exportTo(path); });
    files->setObjectName(u"cursorExportPlace"_s);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"json"_s);
    files->selectFile(suggestedName(m_environment->name));
    m_dialogs.add(files);
    files->open();
    nameFields(*files);
}

void CursorFileDesk::askForImport()
{
    if (!m_environment) {
        return;
    }
    QFileDialog *files = openFileDialog(m_window,
                                        tr("Import cursors"),
                                        this,
                                        [this](const QString &path) { importFrom(path); });
    files->setObjectName(u"cursorImportFile"_s);
    files->setFileMode(QFileDialog::ExistingFile);
    m_dialogs.add(files);
    files->open();
    nameFields(*files);
}

void CursorFileDesk::exportTo(const QString &path)
{
    if (!m_environment) {
        return;
    }
    settings().setExportFolder(QFileInfo(path).absolutePath());
    const qsizetype count = m_book.cursors().size();
    m_book.exportTo(
        path, m_environment->name, baseUrl(), this, [this, path, count](const Status &status) {
            if (!status) {
                emit problem(status.error());
                return;
            }
            const QString file = QFileInfo(path).fileName();
            emit announced(
                count == 0 ? tr("Exported the saved places to %1.").arg(file)
                : count == 1
                    ? tr("Exported 1 cursor to %1.").arg(file)
                    : tr("Exported %1 cursors to %2.").arg(QLocale().toString(count), file));
        });
}

void CursorFileDesk::importFrom(const QString &path)
{
    if (!m_environment) {
        return;
    }
    m_book.planImport(path,
                      m_environment->name,
                      baseUrl(),
                      this,
                      [this](const Result<CursorImportPlan> &plan) {
                          if (!plan) {
                              emit problem(plan.error());
                          } else if (m_environment && m_environment->id == plan->environmentId) {
                              showPlan(*plan);
                          }
                      });
}

void CursorFileDesk::showPlan(const CursorImportPlan &plan)
{
    CursorImportContext context;
    context.environment = m_environment->name;
    context.zone = m_zone();
    context.now = m_clock.now();
    context.isProduction = m_environment->isProduction;
    auto *job = new SideJob(this); // Dies with the dialog.
    context.count = counter(job);
    auto *dialog = new CursorImportDialog(plan, context, m_window);
    job->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CursorImportDialog::accepted, this, &CursorFileDesk::import);
    m_dialogs.add(dialog);
    dialog->open();
}

ImportCounter CursorFileDesk::counter(SideJob *job) const
{
    return [this, job](const QList<ImportEntry<Cursor>> &entries,
                       const std::function<void(const QList<Result<MovePlan>> &)> &done) {
        const EventSnapshot events = m_feed.snapshot();
        QList<std::vector<TimeRange>> covered;
        for (const ImportEntry<Cursor> &entry : entries) {
            covered.append(m_feed.coverage({{}, entry.stored->types, entry.stored->organization}));
        }
        const auto plans = std::make_shared<QList<Result<MovePlan>>>();
        job->run(
            [plans, entries, events, covered, horizon = horizonAt(m_clock.now())](
                const std::atomic_bool &isVoid) {
                RewindGround ground{events, streamOrder(events), {}, horizon};
                for (qsizetype i = 0; i < entries.size() && !isVoid; ++i) {
                    ground.covered = covered[i];
                    plans->append(planMove(*entries[i].stored,
                                           ToPlace{entries[i].wanted.position,
                                                   ToPlace::Of::SavedPlace,
                                                   entries[i].wanted.name},
                                           ground));
                }
            },
            [plans, done] { done(*plans); });
    };
}

void CursorFileDesk::import(const CursorImportPlan &plan, const QSet<QString> &taken)
{
    m_book.import(plan,
                  taken,
                  this,
                  [this, text = importedText(plan, taken)](const Status &status) {
                      if (status) {
                          emit announced(text);
                      } else {
                          emit problem(status.error());
                      }
                  });
}

} // namespace playhead
