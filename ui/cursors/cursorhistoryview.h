// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;

namespace playhead {

class CursorHistoryModel;
class PlainTable;

/// A cursor's history in a dialog: every change with its places and reason, newest first, and a button that asks for the
/// place of the selected entry again.
class CursorHistoryView : public QWidget
{
    Q_OBJECT

public:
    CursorHistoryView(const QTimeZone &zone, Instant now, QWidget *parent = nullptr);

    /// The chosen entry stays chosen.
    void setEntries(const QList<CursorHistoryEntry> &entries);
    /// Where the cursor stands now: such a place is not offered.
    void setStanding(const CursorPosition &position);
    void focusList();

signals:
    void restoreRequested(const playhead::CursorHistoryEntry &entry); ///< Its `after.position`.

private:
    void enable();

    CursorHistoryModel *m_model;
    PlainTable *m_view;
    QPushButton *m_restore;
    CursorPosition m_standing;
};

} // namespace playhead
