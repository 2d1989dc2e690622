// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/savedplace.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace playhead {

/// An environment's saved places, newest first: name, place, the cursor they were taken from, when.
class SavedPlacesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Name, ///< Can be edited: renameRequested().
        Place,
        Cursor,
        Saved
    };
    static constexpr int kColumns = int(Column::Saved) + 1;

    SavedPlacesModel(const QTimeZone &zone, Instant now, QObject *parent = nullptr);

    void setPlaces(const QList<SavedPlace> &places);
    const SavedPlace &placeAt(int row) const { return m_places[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void renameRequested(const playhead::SavedPlace &place, const QString &name);

private:
    QTimeZone m_zone;
    Instant m_now;
    QList<SavedPlace> m_places;
};

} // namespace playhead
