// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The dialog that moves cursors.
#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/movereading.h"
#include "ui/cursors/placetext.h"

namespace playhead {

void CursorDesk::rewind(qint64 cursorId)
{
    if (const auto cursor = m_book.cursor(cursorId)) {
        openRewind(*cursor);
    }
}

void CursorDesk::moveTo(qint64 cursorId, const MoveTarget &target)
{
    if (const auto cursor = m_book.cursor(cursorId)) {
        openRewind(*cursor)->setTarget(target);
    }
}

void CursorDesk::moveActiveTo(EventRow row)
{
    moveTo(m_activeId, ToEvent{m_events.snapshot().id(row)});
}

void CursorDesk::moveToNewest(qint64 cursorId)
{
    if (hasNewer(cursorId)) {
        moveTo(cursorId, ToNewest{});
    }
}

void CursorDesk::setSelection(std::function<std::optional<EventRow>()> selected)
{
    m_selected = std::move(selected);
}

std::optional<AfterEvent> CursorDesk::pickedEvent() const
{
    const std::optional<EventRow> row = m_selected ? m_selected() : std::nullopt;
    const EventSnapshot &events = m_events.snapshot();
    return row && *row < events.rowCount()
               ? std::optional(AfterEvent{events.id(*row), events.createdAt(*row)})
               : std::nullopt;
}

QString CursorDesk::differenceText(const Cursor &cursor,
                                   const QList<QByteArray> &types,
                                   const OrganizationId &organization) const
{
    if (types == cursor.types && organization == cursor.organization) {
        return {};
    }
    Cursor other = cursor;
    other.types = types;
    other.organization = organization;
    return tr("Taken from other events: %1.")
        .arg(readsText(other, m_events.organizationName(organization)));
}

QList<OfferedPlace> CursorDesk::offeredPlaces(const Cursor &cursor) const
{
    QList<OfferedPlace> places;
    for (const SavedPlace &place : m_book.savedPlaces()) {
        places.append({place.name,
                       place.position,
                       ToPlace::Of::SavedPlace,
                       place.cursorName,
                       differenceText(cursor, place.types, place.organization)});
    }
    for (const CursorRow &row : m_rows) {
        if (row.cursor.id != cursor.id) {
            places.append({row.cursor.name,
                           row.cursor.position,
                           ToPlace::Of::OtherCursor,
                           {},
                           differenceText(cursor, row.cursor.types, row.cursor.organization)});
        }
    }
    return places;
}

RewindDialogContext CursorDesk::rewindContext(const Cursor &cursor) const
{
    RewindDialogContext context;
    context.lag = lagOf(cursor.id);
    context.zone = m_zone;
    context.now = m_clock.now();
    context.isProduction = m_environment && m_environment->isProduction;
    context.places = offeredPlaces(cursor);
    context.picked = pickedEvent();
    context.organizationName = [this](const OrganizationId &id) {
        return m_events.organizationName(id);
    };
    context.warnings = [this](const CursorPosition &position) { return warningTexts(position); };
    return context;
}

void CursorDesk::follow(RewindDialog *dialog, const std::shared_ptr<Cursor> &current)
{
    connect(&m_book, &CursorBook::changed, dialog, [this, dialog, current] {
        if (!m_book.isLoaded()) {
            return; // They are being read: that it is not there yet does not mean that it was deleted.
        }
        const auto changed = m_book.cursor(current->id);
        if (!changed) {
            dialog->setGone();
            return;
        }
        dialog->setPlaces(offeredPlaces(*changed));
        if (*changed != *current || dialog->isGone()) {
            *current = *changed;
            dialog->setCursor(*changed, lagOf(changed->id));
        }
    });
}

RewindDialog *CursorDesk::openRewind(const Cursor &cursor)
{
    // Its History button leads to a place that is wanted back: the same dialog shows it then.
    if (m_rewind && m_rewind->isVisible() && m_rewound->id == cursor.id) {
        return m_rewind;
    }
    const auto current = std::make_shared<Cursor>(cursor);
    m_reading = std::make_unique<MoveReading>(m_feed, m_counter, m_clock, current);
    const MoveReader reader =
        [reading = QPointer<MoveReading>(
             m_reading.get())](const MoveInquiry &question,
                               const std::function<void(const MoveReply &)> &answer) {
            if (reading) {
                reading->ask(question, answer);
            }
        };
    auto *dialog = new RewindDialog(cursor, reader, rewindContext(cursor), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &RewindDialog::moveWanted,
            this,
            [this, dialog](const MovePlan &plan, const QString &reason) {
                // The book forgets the answer when the dialog was closed meanwhile, and tells a refusal by failed().
                m_book.apply(plan, reason, dialog, [dialog](const Status &status) {
                    if (status) {
                        dialog->accept();
                    } else {
                        dialog->showRefusal(status.error());
                    }
                });
            });
    connect(dialog, &QDialog::finished, m_reading.get(), &MoveReading::stop);
    connect(dialog, &RewindDialog::historyRequested, this, &CursorDesk::history);
    follow(dialog, current);
    m_rewind = dialog;
    m_rewound = current;
    m_dialogs.add(dialog);
    dialog->open();
    return dialog;
}

} // namespace playhead
