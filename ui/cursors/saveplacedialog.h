// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/cursors/savedplace.h"

#include <QDialog>
#include <QStringList>
#include <QTimeZone>

class QLineEdit;
class QPushButton;

namespace playhead {

class FieldProblem;
class Notice;

/// Asks for the name under which the place of a cursor is kept, and stays open until it is stored. Call open().
class SavePlaceDialog : public QDialog
{
    Q_OBJECT

public:
    /// `place` is what is kept, without a name; `takenNames` are those of the environment's saved places.
    SavePlaceDialog(const SavedPlace &place,
                    const QStringList &takenNames,
                    const QTimeZone &zone,
                    Instant now,
                    QWidget *parent = nullptr);

    /// Says why it was not stored: a taken name beside the name, everything else below.
    void showRefusal(const Error &error);

signals:
    /// With its name. The dialog waits: call accept() when it is stored, or showRefusal().
    void saved(const playhead::SavedPlace &place);

private:
    void check();
    void save();

    SavedPlace m_place;
    QStringList m_takenNames;
    QLineEdit *m_name;
    FieldProblem *m_nameProblem;
    Notice *m_problem;
    QPushButton *m_save;
    bool m_isStoring = false;
};

} // namespace playhead
