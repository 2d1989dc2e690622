// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QList>
#include <QPersistentModelIndex>

#include <utility>
#include <vector>

namespace playhead {

/// Brings a model's rows to a wanted list with the fewest signals: runs of removals, one insert, one layout change and
/// one dataChanged per run. Views keep selection, expansion and scroll, which a reset would lose. Linear, so that a list
/// of 5,000 whose order changes with every page stays smooth. Models name it as their friend.
struct RowSync
{
    template<typename Model, typename Row, typename KeyOf>
    static void apply(Model &model,
                      const QModelIndex &parent,
                      std::vector<Row> &rows,
                      std::vector<Row> wanted,
                      const KeyOf &keyOf)
    {
        if (rows == wanted) {
            return;
        }
        using Key = std::decay_t<decltype(keyOf(wanted.front()))>;
        QHash<Key, int> place;
        place.reserve(qsizetype(wanted.size()));
        for (const Row &row : wanted) {
            place.insert(keyOf(row), int(place.size()));
        }
        removeMissing(model, parent, rows, place, keyOf);
        appendNew(model, parent, rows, wanted, keyOf);
        reorder(model, parent, rows, place, keyOf);
        update(model, parent, rows, std::move(wanted));
    }

private:
    template<typename Model, typename Row, typename Places, typename KeyOf>
    static void removeMissing(Model &model,
                              const QModelIndex &parent,
                              std::vector<Row> &rows,
                              const Places &place,
                              const KeyOf &keyOf)
    {
        for (int last = int(rows.size()) - 1; last >= 0;) {
            if (place.contains(keyOf(rows[size_t(last)]))) {
                --last;
                continue;
            }
            int first = last;
            while (first > 0 && !place.contains(keyOf(rows[size_t(first - 1)]))) {
                --first;
            }
            model.beginRemoveRows(parent, first, last);
            rows.erase(rows.begin() + first, rows.begin() + last + 1);
            model.endRemoveRows();
            last = first - 1;
        }
    }

    template<typename Model, typename Row, typename KeyOf>
    static void appendNew(Model &model,
                          const QModelIndex &parent,
                          std::vector<Row> &rows,
                          const std::vector<Row> &wanted,
                          const KeyOf &keyOf)
    {
        QHash<std::decay_t<decltype(keyOf(wanted.front()))>, bool> known;
        known.reserve(qsizetype(rows.size()));
        for (const Row &row : rows) {
            known.insert(keyOf(row), true);
        }
        std::vector<Row> added;
        for (const Row &row : wanted) {
            if (!known.contains(keyOf(row))) {
                added.push_back(row);
            }
        }
        if (added.empty()) {
            return;
        }
        const int first = int(rows.size());
        model.beginInsertRows(parent, first, first + int(added.size()) - 1);
        rows.insert(rows.end(), added.begin(), added.end());
        model.endInsertRows();
    }

    template<typename Model, typename Row, typename Places, typename KeyOf>
    static void reorder(Model &model,
                        const QModelIndex &parent,
                        std::vector<Row> &rows,
                        const Places &place,
                        const KeyOf &keyOf)
    {
        std::vector<int> newPlace(rows.size());
        bool isSorted = true;
        for (size_t i = 0; i < rows.size(); ++i) {
            newPlace[i] = place.value(keyOf(rows[i]));
            isSorted = isSorted && newPlace[i] == int(i);
        }
        if (isSorted) {
            return;
        }
        const QList<QPersistentModelIndex> parents = parent.isValid()
                                                         ? QList<QPersistentModelIndex>{parent}
                                                         : QList<QPersistentModelIndex>{};
        emit model.layoutAboutToBeChanged(parents, QAbstractItemModel::VerticalSortHint);
        std::vector<Row> sorted(rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            sorted[size_t(newPlace[i])] = std::move(rows[i]);
        }
        rows = std::move(sorted);
        QModelIndexList from;
        QModelIndexList to;
        const QModelIndexList kept = model.persistentIndexList();
        for (const QModelIndex &index : kept) {
            if (index.parent() == parent) {
                from.append(index);
                to.append(model.index(newPlace[size_t(index.row())], index.column(), parent));
            }
        }
        model.changePersistentIndexList(from, to);
        emit model.layoutChanged(parents, QAbstractItemModel::VerticalSortHint);
    }

    template<typename Model, typename Row>
    static void update(Model &model,
                       const QModelIndex &parent,
                       std::vector<Row> &rows,
                       std::vector<Row> wanted)
    {
        std::vector<std::pair<int, int>> runs;
        for (int i = 0; i < int(rows.size()); ++i) {
            if (rows[size_t(i)] == wanted[size_t(i)]) {
                continue;
            }
            if (!runs.empty() && runs.back().second == i - 1) {
                runs.back().second = i;
            } else {
                runs.emplace_back(i, i);
            }
        }
        rows = std::move(wanted);
        for (const auto &[first, last] : runs) {
            emit model.dataChanged(model.index(first, 0, parent), model.index(last, 0, parent));
        }
    }
};

} // namespace playhead
