// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filtercompletion.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace playhead {

/// The candidates of a completion as rows.
class CandidateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NoteRole = Qt::UserRole, ///< QString
        CountRole, ///< quint32; invalid when nothing is counted
        LabelWidthRole ///< int: of the widest label, so that the notes stand in one column
    };
    using QAbstractListModel::QAbstractListModel;

    void setCandidates(const QList<FilterCandidate> &candidates);
    /// So wide that every row shows as a whole.
    int contentWidth() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<FilterCandidate> m_candidates;
    int m_labelWidth = 0;
    int m_noteWidth = 0;
    int m_countWidth = 0;
};

/// One candidate: its text in the font of filters, what it means, and its count at the right.
class CandidateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// From the list's left edge to the texts.
    static int textInset();

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace playhead
