// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventtablemodel_p.h"
#include "model/events/eventvalues.h"
#include "model/events/streamorder.h"

#include <QLocale>

namespace playhead {

using namespace Qt::StringLiterals;

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const EventRow row = d->shown[static_cast<size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    if (isPathColumn(index.column())
        && (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == FullTextRole
            || role == Qt::AccessibleTextRole)) {
        return d->pathData(row, index.column(), role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return d->display(row, column);
    case Qt::ToolTipRole:
        // What a time means to a person is told by the view, which knows the zone.
        return column == Column::Time || column == Column::UpdatedAt ? QVariant()
                                                                     : d->fullText(row, column);
    case FullTextRole:
        return d->fullText(row, column);
    case Qt::AccessibleTextRole:
        return d->accessibleText(row, column);
    case Qt::AccessibleDescriptionRole:
        return d->accessibleDescription(row);
    case EventRowRole:
        return row;
    case InstantRole:
        return d->instant(row, column);
    case FamilyRole:
        return static_cast<int>(d->typeOf(row).family);
    case ProcessedRole:
        return d->isProcessed(row);
    case CursorNamesRole:
        return d->cursorNames(row);
    case ActiveCursorRole:
        return index.row() == d->activeTableRow();
    case OutOfOrderRole:
        return d->snapshot.hasFlag(row, EventFlag::OutOfOrder);
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (isPathColumn(section)) {
        return d->pathHeader(section, role);
    }
    const auto column = static_cast<Column>(section);
    if (column == Column::Gutter) {
        const bool isSpoken = role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
        return isSpoken                  ? tr("Cursor and result")
               : role == Qt::DisplayRole ? QVariant(QString())
                                         : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (column) {
    case Column::Gutter:
        break;
    case Column::Time:
        return tr("Time");
    case Column::Type:
        return tr("Type");
    case Column::Organization:
        return tr("Organization");
    case Column::Object:
        return tr("Object");
    case Column::Summary:
        return tr("Summary");
    case Column::Id:
        return tr("ID");
    case Column::ObjectId:
        return tr("Object ID");
    case Column::Actor:
        return tr("Actor");
    case Column::ClientId:
        return tr("Client ID");
    case Column::Size:
        return tr("Size");
    case Column::UpdatedAt:
        return u"updated_at"_s;
    }
    return {};
}

const EventType &EventTableModel::Private::typeNumbered(quint16 number) const
{
    while (types.size() <= number) {
        types.push_back(catalogue.describe(snapshot.typeName(static_cast<quint16>(types.size()))));
    }
    return types[number];
}

const EventText &EventTableModel::Private::textOf(EventRow row) const
{
    return texts.of(snapshot, row, typeOf(row));
}

QString EventTableModel::Private::organizationText(EventRow row) const
{
    const quint32 number = snapshot.organization(row);
    if (number == 0) {
        return {};
    }
    const QString name = names.name(snapshot, number);
    return name.isEmpty() ? idTail(snapshot.organizationId(number).value) : name;
}

QString EventTableModel::Private::display(EventRow row, Column column) const
{
    switch (column) {
    case Column::Gutter:
        return {};
    case Column::Time:
        return QString::fromLatin1(isoUtcMs(snapshot.createdAt(row)));
    case Column::Type:
        return QString::fromUtf8(snapshot.typeName(snapshot.type(row)));
    case Column::Organization:
        return organizationText(row);
    case Column::Object:
        return textOf(row).object;
    case Column::Summary:
        return textOf(row).summary;
    case Column::Id:
        return idTail(snapshot.id(row).value);
    case Column::ObjectId:
        return QString::fromUtf8(objectIdOf(snapshot.objectKey(snapshot.object(row))));
    case Column::Actor:
        return textOf(row).actor;
    case Column::ClientId:
        return textOf(row).clientId;
    case Column::Size:
        return QLocale().toString(snapshot.rawSize(row));
    case Column::UpdatedAt: {
        const std::optional<Instant> updatedAt = textOf(row).updatedAt;
        return updatedAt ? QString::fromLatin1(isoUtcMs(*updatedAt)) : QString();
    }
    }
    return {};
}

QString EventTableModel::Private::fullText(EventRow row, Column column) const
{
    switch (column) {
    case Column::Gutter: {
        QStringList facts = cursorNames(row);
        if (snapshot.hasFlag(row, EventFlag::OutOfOrder)) {
            facts << tr("The server sent this event after a younger one.");
        }
        return facts.join(u'\n');
    }
    case Column::Organization: {
        const quint32 number = snapshot.organization(row);
        const QString name = names.name(snapshot, number);
        return number == 0 || !name.isEmpty() ? name : snapshot.organizationId(number).toString();
    }
    case Column::Object: {
        const EventText &text = textOf(row);
        const QByteArray key = snapshot.objectKey(snapshot.object(row));
        return text.object == idTail(objectIdOf(key)) ? QString::fromUtf8(objectIdOf(key))
                                                      : text.object;
    }
    case Column::Id:
        return snapshot.id(row).toString();
    default:
        return display(row, column);
    }
}

QVariant EventTableModel::Private::instant(EventRow row, Column column) const
{
    if (column != Column::UpdatedAt) {
        return toUs(snapshot.createdAt(row));
    }
    const std::optional<Instant> updatedAt = textOf(row).updatedAt;
    return updatedAt ? QVariant(toUs(*updatedAt)) : QVariant();
}

bool EventTableModel::Private::isProcessed(EventRow row) const
{
    return activeRow && *activeRow < snapshot.rowCount()
           && !streamBefore(snapshot, *activeRow, row);
}

QStringList EventTableModel::Private::cursorNames(EventRow row) const
{
    QStringList found;
    for (const CursorMark &mark : marks) {
        if (mark.row == row) {
            found.insert(mark.isActive ? 0 : found.size(), mark.name);
        }
    }
    return found;
}

QString EventTableModel::Private::accessibleText(EventRow row, Column column) const
{
    if (column == Column::Type) {
        return tr("%1, %2").arg(display(row, column), familyLabel(typeOf(row).family));
    }
    if (column == Column::Gutter) {
        const QStringList found = cursorNames(row);
        QStringList facts;
        if (!found.isEmpty()) {
            facts << tr("cursor %1").arg(found.join(u", "_s));
        }
        if (snapshot.hasFlag(row, EventFlag::OutOfOrder)) {
            facts << tr("out of order");
        }
        return facts.join(u", "_s);
    }
    return display(row, column);
}

QString EventTableModel::Private::accessibleDescription(EventRow row) const
{
    if (activeName.isEmpty()) {
        return {};
    }
    return isProcessed(row) ? tr("processed") : tr("after %1").arg(activeName);
}

/// The row under which the active cursor's line belongs: its event's or, when that is not shown, the nearest older one.
int EventTableModel::Private::activeTableRow() const
{
    if (!activeAt) {
        const bool isTime = order.key() == EventOrder::Key::Time;
        activeAt = !activeRow ? -1 : isTime ? nearestRowAt(*activeRow) : rowAt(*activeRow);
    }
    return *activeAt;
}

} // namespace playhead
