// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/recoverdesk.h"

#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/core/clock.h"
#include "model/cursors/cursorbook.h"
#include "model/cursors/recovery.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/recoverform.h"

#include <algorithm>
#include <array>
#include <memory>

namespace playhead {

namespace {

/// Searches of one dialog: each way has its own, so that they do not drop each other.
struct Searches
{
    struct One
    {
        std::unique_ptr<Recovery> recovery;
        std::function<void(Result<RecoveryPlan>)> answer;
    };
    std::array<One, RecoverForm::kWays.size()> ways;
};

} // namespace

RecoverDesk::RecoverDesk(CursorBook &book,
                         EventFeed &feed,
                         EventTableModel &events,
                         CursorDesk &cursors,
                         const Clock &clock,
                         QWidget *window)
    : QObject(window)
    , m_book(book)
    , m_feed(feed)
    , m_events(events)
    , m_cursors(cursors)
    , m_clock(clock)
    , m_window(window)
{}

void RecoverDesk::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_dialogs.setEnvironment(environment);
}

void RecoverDesk::open(qint64 cursorId)
{
    const std::optional<Cursor> cursor = m_book.cursor(cursorId);
    if (cursor && m_environment) {
        RecoverDialog *dialog = openDialog(*cursor);
        followCursor(dialog, *cursor);
        m_book.requestHistory(cursorId);
    }
}

void RecoverDesk::openNew()
{
    if (!m_environment) {
        return;
    }
    Cursor cursor;
    cursor.environmentId = m_environment->id;
    cursor.types = m_events.scope().types;
    std::sort(cursor.types.begin(), cursor.types.end());
    cursor.organization = m_events.scope().organization;
    openDialog(cursor);
}

RecoverDialog *RecoverDesk::openDialog(const Cursor &cursor)
{
    RecoverDialogContext context;
    context.now = m_clock.now();
    context.horizon = horizonAt(context.now);
    context.zone = m_cursors.timeZone();
    context.isProduction = m_environment->isProduction;
    context.isHeldBack = !m_environment->isDemo() && !m_environment->isCapture();
    context.saved = newestKept(knownPlaces(cursor, m_book.savedPlaces(), {}), context.horizon);
    for (const Cursor &other : m_book.cursors()) {
        context.takenNames.append(other.name);
    }
    auto *searches = new QObject(this); // Dies with the dialog.
    auto *dialog = new RecoverDialog(cursor, finderFor(searches), context, m_window);
    searches->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoverDialog::accepted, this, &RecoverDesk::apply);
    followFetch(dialog);
    m_dialogs.add(dialog);
    dialog->open();
    return dialog;
}

RecoveryFinder RecoverDesk::finderFor(QObject *owner)
{
    auto searches = std::make_shared<Searches>();
    return [this, owner, searches](size_t way,
                                   const RecoveryRequest &request,
                                   std::function<void(Result<RecoveryPlan>)> answer) {
        Searches::One &one = searches->ways[way];
        one.answer = std::move(answer);
        if (!one.recovery) {
            one.recovery = std::make_unique<Recovery>(m_feed, m_clock);
            const auto tell = [&one](const Result<RecoveryPlan> &found) {
                // A dialog that closes asks nothing any more.
                if (one.answer) {
                    one.answer(found);
                }
            };
            connect(one.recovery.get(), &Recovery::found, owner, tell);
            connect(one.recovery.get(), &Recovery::failed, owner, [tell](const Error &error) {
                tell(tl::unexpected<Error>(error));
            });
        }
        one.recovery->find(request);
    };
}

void RecoverDesk::followCursor(RecoverDialog *dialog, const Cursor &cursor)
{
    const auto current = std::make_shared<Cursor>(cursor);
    connect(&m_book,
            &CursorBook::historyReady,
            dialog,
            [this, dialog, current](qint64 id, const QList<CursorHistoryEntry> &entries) {
                if (id == current->id) {
                    dialog->setSavedPlace(
                        newestKept(knownPlaces(*current, m_book.savedPlaces(), entries),
                                   horizonAt(m_clock.now())));
                }
            });
    connect(&m_book, &CursorBook::changed, dialog, [this, dialog, current] {
        const std::optional<Cursor> changed = m_book.cursor(current->id);
        if (changed && *changed != *current) {
            *current = *changed;
            dialog->setCursor(*changed);
        }
    });
}

/// What a person's read brought makes the counts better. Reading for a search itself tells nothing here, or they would go on
/// for ever.
void RecoverDesk::followFetch(RecoverDialog *dialog)
{
    const auto wasActive = std::make_shared<bool>(m_feed.progress().isActive());
    connect(&m_feed, &EventFeed::progressChanged, dialog, [this, dialog, wasActive] {
        const bool isActive = m_feed.progress().isActive();
        if (std::exchange(*wasActive, isActive) && !isActive) {
            dialog->findAgain();
        }
    });
}

void RecoverDesk::apply(const RecoveryPlan &plan, const QString &reason)
{
    if (plan.request.cursor.id == 0) {
        m_book.create(plan.newCursor(),
                      CursorChange::Recovered,
                      plan.move.how,
                      reason,
                      this,
                      [this](const Status &status) {
                          if (!status) {
                              emit problem(status.error());
                          }
                      });
        return;
    }
    m_book.apply(plan.move, reason);
}

} // namespace playhead
