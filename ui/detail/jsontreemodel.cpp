// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontreemodel.h"

#include "model/core/jsonpath.h"
#include "model/core/ulid.h"
#include "ui/detail/detailtabs.h"
#include "ui/detail/inbackground.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
// Longer texts are cut for showing; copying gives them whole.
constexpr qsizetype kMostShownBytes = 600;
constexpr qsizetype kLongestFact = 80;

// A cut may not fall into an escape or a UTF-8 sequence.
QString shownString(const JsonNode &node)
{
    const QByteArrayView text = node.text();
    if (text.size() <= kMostShownBytes) {
        return node.scalarText();
    }
    qsizetype end = 1;
    for (qsizetype i = 1; i < kMostShownBytes;) {
        end = i;
        if (text[i] == '\\') {
            i += text[i + 1] == 'u' ? 6 : 2;
        } else {
            do {
                ++i;
            } while ((uchar(text[i]) & 0xC0) == 0x80);
        }
    }
    const QByteArray part = text.first(end).toByteArray() + '"';
    return QString(JsonNode({}, part).scalarText() + u'…');
}

// A text of several lines must not break the row.
QString oneLine(QString text)
{
    return text.replace(u'\n', u'↵').replace(u'\r', u' ').replace(u'\t', u' ');
}
} // namespace

JsonTree::JsonTree(QByteArray bytes)
    : m_bytes(std::move(bytes))
    , m_root({}, m_bytes)
{
    m_rootItem.node = &m_root;
    m_rootItem.childCount = m_root.childCount();
    read(m_rootItem);
    for (const auto &child : m_rootItem.children) {
        read(*child);
    }
}

void JsonTree::read(Item &item)
{
    if (item.isRead || item.childCount == 0) {
        return;
    }
    item.isRead = true;
    addFirst(item);
}

void JsonTree::addFirst(Item &item)
{
    addChildren(item, std::min(item.childCount, JsonTreeModel::kMostChildren));
    if (const qsizetype left = item.childCount - qsizetype(item.children.size()); left > 0) {
        auto rest = std::make_unique<Item>();
        rest->parent = &item;
        rest->row = int(item.children.size());
        rest->text = restText(left);
        item.children.push_back(std::move(rest));
    }
}

/// Behind those that are there, before the row that tells of more.
void JsonTree::addChildren(Item &item, qsizetype count)
{
    const std::vector<JsonNode> &nodes = item.node->children();
    const bool hasRest = !item.children.empty();
    const qsizetype from = qsizetype(item.children.size()) - (hasRest ? 1 : 0);
    std::vector<std::unique_ptr<Item>> added;
    added.reserve(size_t(count));
    for (qsizetype row = from; row < from + count; ++row) {
        const JsonNode &node = nodes[size_t(row)];
        const bool isNested = node.type() == JsonValue::Type::Object
                              || node.type() == JsonValue::Type::Array;
        auto child = std::make_unique<Item>();
        child->node = &node;
        child->parent = &item;
        child->row = int(row);
        child->childCount = isNested ? node.childCount() : 0;
        added.push_back(std::move(child));
    }
    item.children.insert(item.children.begin() + from,
                         std::make_move_iterator(added.begin()),
                         std::make_move_iterator(added.end()));
    if (hasRest) {
        item.children.back()->row = int(from + count);
    }
}

QString JsonTree::restText(qsizetype count)
{
    return JsonTreeModel::tr("%1 more, Enter shows them").arg(QLocale().toString(count));
}

void JsonTreeModel::setTree(std::shared_ptr<JsonTree> tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

void JsonTreeModel::setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf)
{
    m_nameOf = std::move(nameOf);
}

qsizetype JsonTreeModel::readCount() const
{
    const std::function<qsizetype(const Item &)> count = [&count](const Item &item) {
        qsizetype sum = qsizetype(item.children.size());
        for (const auto &child : item.children) {
            sum += count(*child);
        }
        return sum;
    };
    return m_tree ? count(m_tree->m_rootItem) : 0;
}

JsonTreeModel::Item *JsonTreeModel::itemAt(const QModelIndex &index) const
{
    if (!m_tree) {
        return nullptr;
    }
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : &m_tree->m_rootItem;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, itemAt(parent)->children[size_t(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid()) {
        return {};
    }
    Item *parent = static_cast<Item *>(child.internalPointer())->parent;
    return parent && parent->parent ? createIndex(parent->row, 0, parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    const Item *item = itemAt(parent);
    return item && parent.column() <= 0 ? int(item->children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Item *item = itemAt(parent);
    return item && parent.column() <= 0 && item->childCount > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Item *item = itemAt(parent);
    return item && parent.column() <= 0 && item->childCount > 0 && !item->isRead;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    Item *item = itemAt(parent);
    item->isRead = true; // from now on, as who hears of the rows to come may ask for more
    if (item->node->text().size() <= kParsedAtOnce) {
        insertFirst(*item);
        return;
    }
    inBackground(
        this,
        // The tree holds the bytes; only the node's own children are written, and nobody else asks for them meanwhile.
        [tree = m_tree, node = item->node] { return node->children().size(); },
        [this, tree = m_tree, item](size_t) {
            if (tree == m_tree) {
                insertFirst(*item);
            }
        });
}

void JsonTreeModel::insertFirst(Item &item)
{
    const qsizetype rows = std::min(item.childCount, kMostChildren)
                           + (item.childCount > kMostChildren ? 1 : 0);
    beginInsertRows(indexOf(item), 0, int(rows) - 1);
    JsonTree::addFirst(item);
    endInsertRows();
}

void JsonTreeModel::showMore(const QModelIndex &rest)
{
    if (!rest.data(IsRestRole).toBool()) {
        return;
    }
    Item &parent = *itemAt(rest)->parent;
    const qsizetype from = qsizetype(parent.children.size()) - 1;
    const qsizetype count = std::min(parent.childCount - from, kMostChildren);
    const QModelIndex parentIndex = indexOf(parent);
    beginInsertRows(parentIndex, int(from), int(from + count) - 1);
    JsonTree::addChildren(parent, count);
    endInsertRows();
    Item &last = *parent.children.back();
    if (const qsizetype left = parent.childCount - from - count; left > 0) {
        last.text = JsonTree::restText(left);
        emit dataChanged(indexOf(last), indexOf(last, Column::Value));
    } else {
        beginRemoveRows(parentIndex, last.row, last.row);
        parent.children.pop_back();
        endRemoveRows();
    }
}

QModelIndex JsonTreeModel::indexOf(Item &item, Column column) const
{
    return item.parent ? createIndex(item.row, int(column), &item) : QModelIndex();
}

QString JsonTreeModel::keyText(const Item &item)
{
    if (!item.node) {
        return u"…"_s;
    }
    const Item *parent = item.parent;
    if (parent && parent->node->type() == JsonValue::Type::Array) {
        return u'[' + QString::number(item.row) + u']';
    }
    return oneLine(QString::fromUtf8(item.node->key()));
}

QString JsonTreeModel::valueText(Item &item)
{
    if (item.text.isNull()) {
        item.text = shownValue(*item.node, item.childCount);
    }
    return item.text;
}

QString JsonTreeModel::shownValue(const JsonNode &node, qsizetype childCount)
{
    switch (node.type()) {
    case JsonValue::Type::Object:
        return childCount == 1 ? tr("1 key") : tr("%1 keys").arg(QLocale().toString(childCount));
    case JsonValue::Type::Array:
        return childCount == 1 ? tr("1 item") : tr("%1 items").arg(QLocale().toString(childCount));
    case JsonValue::Type::String:
        return u'"' + oneLine(shownString(node)) + u'"';
    default:
        return QString::fromUtf8(node.text().first(std::min(node.text().size(), kMostShownBytes)));
    }
}

QString JsonTreeModel::wholeValue(const JsonNode &node)
{
    return node.type() == JsonValue::Type::String ? node.scalarText()
                                                  : QString::fromUtf8(node.text());
}

QString JsonTreeModel::pathOf(const Item &item)
{
    QString path;
    for (const Item *at = &item; at->parent && at->node; at = at->parent) {
        const QString step = at->parent->node->type() == JsonValue::Type::Array
                                 ? QString(u'[' + QString::number(at->row) + u']')
                                 : jsonPathStep(QString::fromUtf8(at->node->key()),
                                                !at->parent->parent);
        path.prepend(step);
    }
    return path;
}

QVariant JsonTreeModel::instantOf(const JsonNode &node)
{
    if (node.type() != JsonValue::Type::String || node.text().size() > kLongestFact) {
        return {};
    }
    const QByteArray text = node.scalarText().toUtf8();
    // A date alone explains itself.
    if (text.size() > 10 && text[0] >= '0' && text[0] <= '9') {
        const std::optional<Instant> at = tryParseIsoInstant(text);
        return at ? QVariant(toUs(*at)) : QVariant();
    }
    if (text.contains('_')) {
        const std::optional<Instant> at = ulidTime(text);
        return at ? QVariant(toUs(*at)) : QVariant();
    }
    return {};
}

QString JsonTreeModel::organizationNameOf(
    const JsonNode &node, const std::function<QString(const OrganizationId &)> &nameOf)
{
    if (!nameOf || node.type() != JsonValue::Type::String || node.text().size() > kLongestFact
        || !node.text().startsWith("\"org_")) {
        return {};
    }
    return nameOf(OrganizationId(node.scalarText().toUtf8()));
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    Item &item = *itemAt(index);
    const bool isKey = Column(index.column()) == Column::Key;
    if (!item.node) {
        return role == IsRestRole                  ? QVariant(true)
               : role == Qt::DisplayRole && !isKey ? QVariant(item.text)
                                                   : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return isKey ? keyText(item) : valueText(item);
    case JsonTypeRole:
        return int(item.node->type());
    case InstantRole:
        return instantOf(*item.node);
    case OrganizationNameRole:
        return organizationNameOf(*item.node, m_nameOf);
    case ChildCountRole:
        return qint64(item.childCount);
    case PathRole:
        return pathOf(item);
    case ValueTextRole:
        return wholeValue(*item.node);
    case JsonTextRole:
        return item.node->text().toByteArray();
    default:
        return {};
    }
}

} // namespace playhead
