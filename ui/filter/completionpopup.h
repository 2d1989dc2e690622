// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filtercompletion.h"

#include <QWidget>

class QListView;

namespace playhead {

class CandidateModel;

/// The list of what could be written, below its field. A part of the window, so that it never takes the keyboard and needs
/// no place on the screen: the field hands it the keys that are the list's.
class CompletionPopup : public QWidget
{
    Q_OBJECT

public:
    /// `field` is what it stands below, and its parent until it shows for the first time.
    explicit CompletionPopup(QWidget *field);

    /// Shows the candidates below the place `x` of the field, with none chosen. Without candidates it hides; those that it
    /// shows already stay scrolled as they are.
    void offer(const FilterCompletion &completion, int x);
    const FilterCompletion &completion() const { return m_completion; }
    bool isOpen() const { return isVisible(); }
    void place(int x); ///< Below the place `x` of the field, which may have moved.

    int currentRow() const; ///< The chosen one; -1 = none yet.
    void moveCurrent(int by); ///< Over the ends to no choice, and from there to the other end.
    void movePage(bool isForward);
    /// The row as a screen reader says it.
    QString spoken(int row) const;

signals:
    void chosen(int row); ///< By the mouse.
    void currentMoved();
    void closed(); ///< By its field, or by itself.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setCurrentRow(int row);

    QWidget *m_field;
    QListView *m_list;
    CandidateModel *m_model;
    FilterCompletion m_completion;
};

} // namespace playhead
