// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/cursors/cursordialog.h"
#include "ui/cursors/cursorhistoryview.h"
#include "ui/cursors/momentedit.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

class QGridLayout;

namespace playhead {

/// The inside of a CursorDialog, for its own files.
struct CursorDialog::Private
{
    CursorDialog *dialog = nullptr;
    Cursor cursor;
    CursorDialogContext context;

    QLineEdit *name = nullptr;
    FieldProblem *nameProblem = nullptr;
    QLineEdit *note = nullptr;
    QRadioButton *isAfter = nullptr;
    QLineEdit *event = nullptr;
    FieldProblem *eventProblem = nullptr;
    ToneLabel *eventHint = nullptr;
    QRadioButton *isFrom = nullptr;
    QDateTimeEdit *time = nullptr;
    Notice *changedNotice = nullptr;
    Notice *warning = nullptr;
    Notice *problem = nullptr;
    CursorHistoryView *history = nullptr;
    QPushButton *save = nullptr;
    bool isStoring = false;
    bool isGone = false; ///< Deleted meanwhile.
    bool wantsHistory = false;

    bool isNew() const { return cursor.id == 0; }
    QWidget *makeBody();
    void addRow(QGridLayout *grid, const QString &label, QWidget *field) const;
    void makePlace(QGridLayout *grid, QWidget *parent);
    void showPlace() const;
    QString bindingText() const;
    std::optional<CursorPosition> position() const;
    std::optional<MoveTarget> move() const;
    void check() const;
    void checkEvent() const;
    void showWarnings() const;
    void store(const std::optional<MoveTarget> &wanted);
    void takeOver(const Cursor &stored);
};

} // namespace playhead
