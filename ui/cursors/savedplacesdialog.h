// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/savedplace.h"

#include <QDialog>
#include <QTimeZone>

class QPushButton;

namespace playhead {

class Notice;
class PlainTable;
class SavedPlacesModel;

/// The environment's saved places: to be renamed, removed, and brought back while the dialog is open; or a cursor is moved to
/// one. Shows what it is given and sends orders. Call open().
class SavedPlacesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `cursorName`: of the cursor that can be moved; empty = none.
    SavedPlacesDialog(const QTimeZone &zone,
                      Instant now,
                      const QString &cursorName,
                      QWidget *parent = nullptr);

    /// What is stored, after each order too.
    void setPlaces(const QList<SavedPlace> &places);
    void showProblem(const QString &problem); ///< Of the last order; empty = none.
    /// removeRequested() is done: it can be brought back, and so can those that were removed before it.
    void placeRemoved(const SavedPlace &place);
    void placeRestored(const SavedPlace &place); ///< restoreRequested() is done.

signals:
    void removeRequested(const playhead::SavedPlace &place);
    void restoreRequested(const playhead::SavedPlace &place); ///< One that was removed from here.
    void renameRequested(const playhead::SavedPlace &place, const QString &name);
    void moveRequested(const playhead::SavedPlace &place); ///< The dialog closes.

private:
    void enable();
    void remove();
    void select(qint64 id);

    SavedPlacesModel *m_model;
    PlainTable *m_view;
    Notice *m_empty;
    Notice *m_problem;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_undo;
    QPushButton *m_move;
    bool m_canMove;
    QList<SavedPlace> m_removed; ///< From here, the last one at the end.
    qint64 m_removing = 0; ///< Asked for and not yet done.
};

} // namespace playhead
