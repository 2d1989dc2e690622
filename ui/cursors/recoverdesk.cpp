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

#include <QPointer>

#include <algorithm>
#include <array>
#include <memory>

namespace playhead {

namespace {

/// Searches of one dialog: each way has its own, so that they do not drop each other.
class Searches : public QObject
{
public:
    using Answer = std::function<void(Result<RecoveryPlan>)>;

    Searches(EventFeed &feed, const Clock &clock, QObject *parent)
        : QObject(parent)
        , m_feed(feed)
        , m_clock(clock)
    {}

    void find(size_t way, const RecoveryRequest &request, Answer answer)
    {
        One &one = m_ways[way];
        one.answer = std::move(answer);
        if (!one.recovery) {
            one.recovery = std::make_unique<Recovery>(m_feed, m_clock);
            connect(one.recovery.get(), &Recovery::found, this, [&one](const RecoveryPlan &plan) {
                tell(one, plan);
            });
            connect(one.recovery.get(), &Recovery::failed, this, [&one](const Error &error) {
                tell(one, tl::unexpected<Error>(error));
            });
            connect(one.recovery.get(), &Recovery::progress, this, [this, way](quint64 events) {
                if (dialog) {
                    dialog->showProgress(way, events);
                }
            });
        }
        one.recovery->find(request);
    }

    QPointer<RecoverDialog> dialog; ///< The one that asks, once it is made.

private:
    struct One
    {
        std::unique_ptr<Recovery> recovery;
        Answer answer;
    };

    static void tell(const One &one, const Result<RecoveryPlan> &found)
    {
        // The answer may ask anew, which puts another one in its place.
        const Answer answer = one.answer;
        answer(found);
    }

    EventFeed &m_feed;
    const Clock &m_clock;
    std::array<One, RecoverForm::kWays.size()> m_ways;
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
    if (m_environment) {
        openDialog(m_cursors.newCursor({}));
    }
}

RecoverDialog *RecoverDesk::openDialog(const Cursor &cursor)
{
    RecoverDialogContext context;
    context.now = m_clock.now();
    context.horizon = horizonAt(context.now);
    context.zone = m_cursors.timeZone();
    context.isProduction = m_environment->isProduction;
    context.isHeldBack = !m_environment->isDemo() && !m_environment->isCapture();
    // The window reads with the active cursor.
    context.isUnknown = cursor.id == m_cursors.activeId()
                        && m_feed.progress().error.code == ErrorCode::CursorUnknown;
    context.saved = newestKept(knownPlaces(cursor, m_book.savedPlaces(), {}), context.horizon);
    for (const Cursor &other : m_book.cursors()) {
        context.takenNames.append(other.name);
    }
    auto *searches = new Searches(m_feed, m_clock, this); // Dies with the dialog.
    auto *dialog = new RecoverDialog(
        cursor,
        [searches = QPointer<Searches>(
             searches)](size_t way, const RecoveryRequest &request, Searches::Answer answer) {
            // A dialog that closes asks nothing any more.
            if (searches) {
                searches->find(way, request, std::move(answer));
            }
        },
        context,
        m_window);
    searches->setParent(dialog);
    searches->dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &RecoverDialog::accepted,
            this,
            [this, dialog](const RecoveryPlan &plan, const QString &reason) {
                apply(dialog, plan, reason);
            });
    followFetch(dialog);
    m_dialogs.add(dialog);
    dialog->open();
    return dialog;
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
    const auto isGone = std::make_shared<bool>(false);
    connect(&m_book, &CursorBook::changed, dialog, [this, dialog, current, isGone] {
        if (!m_book.isLoaded()) {
            return;
        }
        const std::optional<Cursor> changed = m_book.cursor(current->id);
        if (!changed) {
            *isGone = true;
            dialog->setGone();
        } else if (std::exchange(*isGone, false) || *changed != *current) {
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

void RecoverDesk::apply(RecoverDialog *dialog, const RecoveryPlan &plan, const QString &reason)
{
    // The book forgets the answer when the dialog was closed meanwhile, and tells a refusal by failed().
    const auto answer = [dialog](const Status &status) {
        if (status) {
            dialog->accept();
        } else {
            dialog->showRefusal(status.error());
        }
    };
    if (plan.request.cursor.id == 0) {
        m_book.create(plan.newCursor(),
                      CursorChange::Recovered,
                      plan.move.how,
                      reason,
                      dialog,
                      answer);
    } else {
        m_book.apply(plan.move, reason, dialog, answer);
    }
}

} // namespace playhead
