// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The dialog that makes and edits cursors.
#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/cursors/cursorwarning.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/cursordesk.h"

namespace playhead {

Cursor CursorDesk::newCursor(const CursorPosition &position) const
{
    Cursor cursor;
    cursor.environmentId = m_environment ? m_environment->id : 0;
    cursor.position = position;
    cursor.types = m_events.scope().types;
    std::sort(cursor.types.begin(), cursor.types.end());
    cursor.organization = m_events.scope().organization;
    return cursor;
}

void CursorDesk::createAt(EventRow row)
{
    if (m_environment) {
        const EventSnapshot &events = m_events.snapshot();
        openDialog(newCursor(AfterEvent{events.id(row), events.createdAt(row)}));
    }
}

void CursorDesk::createFromStart()
{
    if (m_environment) {
        const TimeRange &range = m_events.scope().range;
        const std::vector<EventRow> loaded = m_events.loadedRows();
        const bool isWhole = range == TimeRange{} && !loaded.empty(); // a capture
        openDialog(newCursor(
            FromTime{isWhole ? m_events.snapshot().createdAt(loaded.front()) : range.since}));
    }
}

void CursorDesk::duplicate(qint64 cursorId)
{
    if (const auto cursor = m_book.cursor(cursorId)) {
        Cursor copy = *cursor;
        copy.id = 0;
        copy.version = 0;
        int number = 2;
        const auto isTaken = [this](const QString &name) {
            return std::any_of(m_rows.cbegin(), m_rows.cend(), [&name](const CursorRow &row) {
                return row.cursor.name == name;
            });
        };
        const auto nameOf = [&cursor](int n) {
            return QString(cursor->name + u' ' + QString::number(n));
        };
        while (isTaken(nameOf(number))) {
            ++number;
        }
        copy.name = nameOf(number);
        openDialog(copy);
    }
}

void CursorDesk::edit(qint64 cursorId)
{
    openEdit(cursorId);
}

void CursorDesk::history(qint64 cursorId)
{
    if (CursorDialog *dialog = openEdit(cursorId)) {
        dialog->focusHistory();
    }
}

CursorDialog *CursorDesk::openEdit(qint64 cursorId)
{
    const auto cursor = m_book.cursor(cursorId);
    if (!cursor) {
        return nullptr;
    }
    CursorDialog *dialog = openDialog(*cursor);
    connect(&m_book,
            &CursorBook::historyReady,
            dialog,
            [dialog, cursorId](qint64 id, const QList<CursorHistoryEntry> &entries) {
                if (id == cursorId) {
                    dialog->setHistory(entries);
                }
            });
    connect(dialog,
            &CursorDialog::restoreWanted,
            this,
            [this, dialog, cursorId](const WantedMove &move) {
                dialog->reject();
                moveTo(cursorId, *move.target);
            });
    follow(dialog, cursorId);
    m_book.requestHistory(cursorId);
    return dialog;
}

void CursorDesk::follow(CursorDialog *dialog, qint64 cursorId)
{
    connect(&m_book,
            &CursorBook::changedElsewhere,
            dialog,
            [this, dialog, cursorId](const QList<CursorHistoryEntry> &entries) {
                const bool isOurs = std::any_of(entries.cbegin(),
                                                entries.cend(),
                                                [cursorId](const CursorHistoryEntry &entry) {
                                                    return entry.cursorId == cursorId;
                                                });
                if (const auto stored = m_book.cursor(cursorId); isOurs && stored) {
                    dialog->setChangedElsewhere(*stored);
                    m_book.requestHistory(cursorId);
                }
            });
    connect(&m_book, &CursorBook::changed, dialog, [this, dialog, cursorId] {
        const auto stored = m_book.cursor(cursorId);
        if (m_book.isLoaded() && !stored) {
            dialog->setGone();
        } else if (stored && dialog->isGone()) {
            dialog->setChangedElsewhere(*stored);
        }
    });
}

QStringList CursorDesk::warningTexts(const CursorPosition &position) const
{
    // The demo and captures stand still: nothing is held back there.
    const bool standsStill = m_environment
                             && (m_environment->isDemo() || m_environment->isCapture());
    QStringList texts;
    for (const CursorWarning &warning :
         warningsOf(position,
                    m_feed.snapshot(),
                    standsStill ? std::nullopt : std::optional(m_clock.now()))) {
        texts << textOf(warning);
    }
    return texts;
}

CursorDialogContext CursorDesk::dialogContext(const Cursor &cursor) const
{
    CursorDialogContext context;
    for (const CursorRow &row : m_rows) {
        if (row.cursor.id != cursor.id) {
            context.takenNames << row.cursor.name;
        }
    }
    context.findEvent = [this](const EventId &id) -> std::optional<Instant> {
        const EventSnapshot events = m_feed.snapshot();
        const auto row = events.find(id);
        return row ? std::optional(events.createdAt(*row)) : std::nullopt;
    };
    context.organizationName = [this](const OrganizationId &id) {
        return m_events.organizationName(id);
    };
    context.warnings = [this](const CursorPosition &position) { return warningTexts(position); };
    context.zone = m_zone;
    context.now = m_clock.now();
    return context;
}

CursorDialog *CursorDesk::openDialog(const Cursor &cursor)
{
    auto *dialog = new CursorDialog(cursor, dialogContext(cursor), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &CursorDialog::saved,
            this,
            [this, dialog](const Cursor &saved, const WantedMove &move) {
                store(dialog, saved, move);
            });
    m_dialogs.add(dialog);
    dialog->open();
    return dialog;
}

void CursorDesk::store(CursorDialog *dialog, const Cursor &cursor, const WantedMove &move)
{
    // The book forgets the answer when the dialog was closed meanwhile, and tells a refusal by failed().
    const auto answer = [this, dialog, id = cursor.id, move](const Status &status) {
        if (status) {
            dialog->accept();
            if (move.target) {
                moveTo(id, *move.target);
            }
            return;
        }
        if (const auto stored = m_book.cursor(id)) {
            dialog->setChangedElsewhere(*stored);
        }
        dialog->showRefusal(status.error());
    };
    if (cursor.id != 0) {
        m_book.edit(cursor, dialog, answer);
        return;
    }
    // What had been read where it is set tells later whether something became visible late.
    m_counter.plan(m_feed.snapshot(),
                   covered(cursor),
                   ToPlace{cursor.position, ToPlace::Of::History, {}},
                   horizon(),
                   dialog,
                   [this, dialog, answer, cursor](const Result<MovePlan> &plan) {
                       Cursor made = cursor;
                       made.seen = plan ? plan->seen : SeenStretch{};
                       m_book.create(made, dialog, answer);
                   });
}

} // namespace playhead
