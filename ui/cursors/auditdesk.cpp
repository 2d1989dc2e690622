// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/auditdesk.h"

#include "model/core/clock.h"
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/auditdialog.h"
#include "ui/cursors/cursordesk.h"

namespace playhead {

AuditDesk::AuditDesk(CursorBook &book,
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

void AuditDesk::setEnvironment(const std::optional<Environment> &environment)
{
    m_environment = environment;
    m_dialogs.setEnvironment(environment);
}

void AuditDesk::open(qint64 cursorId)
{
    const std::optional<Cursor> cursor = m_book.cursor(cursorId);
    if (!cursor || !m_environment) {
        return;
    }
    if (m_dialog) {
        m_dialog->deleteLater();
    }
    m_dialog = makeDialog(*cursor);
    m_dialogs.add(m_dialog);
    m_dialog->show(); // Beside the window: what it names is looked at in the table.
}

AuditDialog *AuditDesk::makeDialog(const Cursor &cursor)
{
    AuditDialogContext context;
    context.zone = m_cursors.timeZone();
    context.now = m_clock.now();
    context.isHeldBack = !m_environment->isDemo() && !m_environment->isCapture();
    context.organizationName = [this](const OrganizationId &id) {
        return id.isEmpty() ? QString() : m_events.organizationName(id);
    };
    auto *dialog = new AuditDialog(cursor, context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *audit = new SafetyAudit(m_feed, m_clock, dialog);
    connect(audit, &SafetyAudit::progress, dialog, &AuditDialog::showProgress);
    connect(audit, &SafetyAudit::finished, dialog, &AuditDialog::showReport);
    connect(audit, &SafetyAudit::failed, dialog, &AuditDialog::showFailure);
    connect(dialog, &AuditDialog::cancelRequested, audit, &SafetyAudit::cancel);
    connect(dialog,
            &AuditDialog::auditRequested,
            audit,
            [this, audit, cursor](const AuditSettings &settings) {
                // It may have been moved while the dialog stood there.
                audit->start(m_book.cursor(cursor.id).value_or(cursor), settings);
            });
    connect(&m_book, &CursorBook::changed, dialog, [this, dialog, id = cursor.id] {
        if (!m_book.isLoaded()) {
            return;
        }
        if (const std::optional<Cursor> changed = m_book.cursor(id)) {
            dialog->setCursor(*changed);
        } else {
            dialog->setGone();
        }
    });
    connect(dialog, &AuditDialog::eventChosen, this, &AuditDesk::eventChosen);
    connect(dialog, &AuditDialog::recoverRequested, this, [this, id = cursor.id] {
        m_cursors.recover(id);
    });
    connect(dialog, &AuditDialog::rewindRequested, this, [this](const AuditReport &report) {
        m_cursors.moveTo(report.cursor.id, *report.suggestion);
    });
    return dialog;
}

} // namespace playhead
