// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Saved places: kept, listed, and offered to cursors.
#include "model/cursors/cursorbook.h"
#include "model/cursors/savedplacestore.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/savedplacesdialog.h"
#include "ui/cursors/saveplacedialog.h"

namespace playhead {

void CursorDesk::savePlace(qint64 cursorId)
{
    const auto cursor = m_book.cursor(cursorId);
    if (!cursor) {
        return;
    }
    QStringList taken;
    for (const SavedPlace &place : m_book.savedPlaces()) {
        taken << place.name;
    }
    auto *dialog =
        new SavePlaceDialog(savedPlaceOf(*cursor, {}), taken, m_zone, m_clock.now(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SavePlaceDialog::saved, this, [this, dialog](const SavedPlace &place) {
        // The book forgets the answer when the dialog was closed meanwhile, and tells a refusal by failed().
        m_book.savePlace(place, dialog, [this, dialog, place](const Status &status) {
            if (!status) {
                dialog->showRefusal(status.error());
                return;
            }
            dialog->accept();
            emit announced(tr("Saved “%1”. Rewind, To a saved place leads there.").arg(place.name));
        });
    });
    m_dialogs.add(dialog);
    dialog->open();
}

void CursorDesk::showPlaces()
{
    const std::optional<Cursor> active = activeCursor();
    auto *dialog =
        new SavedPlacesDialog(m_zone, m_clock.now(), active ? active->name : QString(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setPlaces(m_book.savedPlaces());
    const auto renew = [this, dialog] { dialog->setPlaces(m_book.savedPlaces()); };
    connect(&m_book, &CursorBook::changed, dialog, renew);
    connect(&m_book, &CursorBook::placeSaved, dialog, renew);
    connect(&m_book, &CursorBook::placeRemoved, dialog, renew);
    const auto tell = [dialog](const Status &status) {
        if (!status) {
            dialog->showProblem(status.error().message);
        }
    };
    connect(dialog,
            &SavedPlacesDialog::removeRequested,
            this,
            [this, dialog, tell](const SavedPlace &place) {
                m_book.removePlace(place, dialog, [dialog, tell, place](const Status &status) {
                    tell(status);
                    if (status) {
                        dialog->placeRemoved(place);
                    }
                });
            });
    connect(dialog,
            &SavedPlacesDialog::restoreRequested,
            this,
            [this, dialog, tell](const SavedPlace &place) {
                m_book.savePlace(place, dialog, [dialog, tell, place](const Status &status) {
                    tell(status);
                    if (status) {
                        dialog->placeRestored(place);
                    }
                });
            });
    connect(dialog,
            &SavedPlacesDialog::renameRequested,
            this,
            [this, dialog, tell](const SavedPlace &place, const QString &name) {
                m_book.renamePlace(place, name, dialog, tell);
            });
    connect(dialog,
            &SavedPlacesDialog::moveRequested,
            this,
            [this, id = m_activeId](const SavedPlace &place) {
                moveTo(id, ToPlace{place.position, ToPlace::Of::SavedPlace, place.name});
            });
    m_dialogs.add(dialog);
    dialog->open();
}

} // namespace playhead
