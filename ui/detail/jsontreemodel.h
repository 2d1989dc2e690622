// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"
#include "model/core/json.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <vector>

namespace playhead {

/// The values of one event as a tree that is read as far as it was opened. Made on any thread, then owned by one model.
class JsonTree
{
public:
    /// `bytes` must be valid JSON. Reads the first two levels, so that showing them costs the window nothing.
    explicit JsonTree(QByteArray bytes);

    const QByteArray &bytes() const { return m_bytes; }

private:
    friend class JsonTreeModel;

    struct Item
    {
        const JsonNode *node = nullptr;
        Item *parent = nullptr;
        int row = 0;
        qsizetype childCount = 0;
        bool isRead = false; ///< Its first children are there, or are being read.
        std::vector<std::unique_ptr<Item>> children;
        QString text; ///< What is shown, made when first asked for.
    };

    static void read(Item &item);
    static void addFirst(Item &item);
    static void addChildren(Item &item, qsizetype count);
    static QString restText(qsizetype count);

    QByteArray m_bytes;
    JsonNode m_root;
    Item m_rootItem;
};

/// A JsonTree in two columns. Facts only: the delegate colours and explains.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column {
        Key,
        Value
    };
    enum Role {
        JsonTypeRole = Qt::UserRole, ///< int(JsonValue::Type)
        InstantRole, ///< qint64 microseconds UTC: of an ISO time, or the time in an id (a ULID); invalid for others
        OrganizationNameRole, ///< QString beside an organization's id; empty when it is not known
        ChildCountRole, ///< qint64: keys or items, known without reading them
        PathRole, ///< QString: `data.groups[0].name`
        ValueTextRole, ///< QString: the whole scalar, unescaped; for objects and lists their JSON
        JsonTextRole, ///< QByteArray: the value's own bytes
        IsRestRole, ///< bool: the last row of many, which tells how many more there are
    };
    /// More children than this come when asked for, so many at a time; one last row tells of them.
    static constexpr qsizetype kMostChildren = 5'000;

    using QAbstractItemModel::QAbstractItemModel;

    /// nullptr = empty. A reset.
    void setTree(std::shared_ptr<JsonTree> tree);
    void setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf);
    /// How many nodes have been made so far: tests prove by it that closed branches cost nothing.
    qsizetype readCount() const;

    // What the roles say of a value, for other lists of values.
    static QString shownValue(const JsonNode &node, qsizetype childCount);
    static QString wholeValue(const JsonNode &node);
    static QVariant instantOf(const JsonNode &node);
    static QString organizationNameOf(const JsonNode &node,
                                      const std::function<QString(const OrganizationId &)> &nameOf);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    /// A large object or list is read on another thread; its rows come later then.
    void fetchMore(const QModelIndex &parent) override;
    /// The next children in the place of a row that tells of more.
    void showMore(const QModelIndex &rest);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    using Item = JsonTree::Item;
    Item *itemAt(const QModelIndex &index) const;
    QModelIndex indexOf(Item &item, Column column = Column::Key) const;
    void insertFirst(Item &item);
    static QString keyText(const Item &item);
    static QString valueText(Item &item);
    static QString pathOf(const Item &item);

    std::shared_ptr<JsonTree> m_tree;
    std::function<QString(const OrganizationId &)> m_nameOf;
};

} // namespace playhead
