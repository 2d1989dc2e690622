// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/typecatalogue.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct FamilyPrefix
{
    QByteArrayView prefix; ///< First word of the type.
    Family family;
    bool isImplied; ///< The family's name says it already, so the label goes without it.
};

/// design.md, section 3, "Event families".
constexpr std::array kPrefixes{
    FamilyPrefix{"dsync", Family::DirectorySync, true},
    FamilyPrefix{"authentication", Family::Authentication, true},
    FamilyPrefix{"session", Family::Authentication, false},
    FamilyPrefix{"magic_auth", Family::Authentication, false},
    FamilyPrefix{"password_reset", Family::Authentication, false},
    FamilyPrefix{"email_verification", Family::Authentication, false},
    FamilyPrefix{"radar", Family::Authentication, false},
    FamilyPrefix{"action", Family::Authentication, false},
    FamilyPrefix{"user", Family::Users, false},
    FamilyPrefix{"invitation", Family::Users, false},
    FamilyPrefix{"waitlist_user", Family::Users, false},
    FamilyPrefix{"organization", Family::Organizations, false},
    FamilyPrefix{"organization_domain", Family::Organizations, false},
    FamilyPrefix{"organization_membership", Family::Organizations, false},
    FamilyPrefix{"connection", Family::Connections, true},
    FamilyPrefix{"role", Family::RolesAccess, false},
    FamilyPrefix{"organization_role", Family::RolesAccess, false},
    FamilyPrefix{"permission", Family::RolesAccess, false},
    FamilyPrefix{"group", Family::RolesAccess, false},
    FamilyPrefix{"flag", Family::RolesAccess, false},
    FamilyPrefix{"vault", Family::Platform, false},
    FamilyPrefix{"api_key", Family::Platform, false},
    FamilyPrefix{"pipes", Family::Platform, false},
    FamilyPrefix{"agent", Family::Platform, false},
};

enum TableColumn {
    NameColumn,
    GroupColumn,
    DataObjectColumn,
    OrganizationColumn,
    ObjectColumn,
    UpdatedColumn,
    MinColumns
};

tl::unexpected<Error> damaged(const QString &detail)
{
    return failure(
        ErrorCode::Damaged,
        QCoreApplication::translate("TypeCatalogue",
                                    "The table of event types in this program is damaged. "
                                    "Install Playhead again."),
        detail);
}

bool isTypeName(QByteArrayView name, bool withStars)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [withStars](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '.' || c == '_' || c == '-' || (withStars && c == '*');
    });
}

void classify(EventType &type)
{
    const QByteArray prefix = type.name.left(type.name.indexOf('.'));
    type.label = QString::fromUtf8(type.name);
    for (const FamilyPrefix &entry : kPrefixes) {
        if (entry.prefix == prefix) {
            type.family = entry.family;
            if (entry.isImplied && type.name.size() > prefix.size() + 1) {
                type.label = QString::fromUtf8(type.name.sliced(prefix.size() + 1));
            }
        }
    }
}

/// `/data/owner/id (owner.type=organization)`, `/data/organization_id?`.
std::optional<FieldPointer> parsePointer(QByteArray text)
{
    FieldPointer pointer;
    const qsizetype open = text.indexOf(" (");
    if (open >= 0) {
        const QByteArray condition = text.sliced(open + 2);
        const qsizetype equals = condition.indexOf('=');
        if (!condition.endsWith(')') || equals <= 0) {
            return std::nullopt;
        }
        pointer.conditionPath = "/data/" + condition.left(equals).replace('.', '/');
        pointer.conditionValue = condition.sliced(equals + 1).chopped(1);
        text.truncate(open);
    }
    while (text.endsWith('?') || text.endsWith('~')) {
        text.chop(1);
    }
    pointer.path = text;
    if (!text.startsWith("/") || text.contains(' ')) {
        return std::nullopt;
    }
    return pointer;
}

bool parsePointers(QByteArrayView cell, std::vector<FieldPointer> &pointers)
{
    if (cell == "none") {
        return true;
    }
    QByteArray rest = cell.toByteArray();
    while (!rest.isEmpty()) {
        const qsizetype bar = rest.indexOf(" | ");
        const auto pointer = parsePointer((bar < 0 ? rest : rest.left(bar)).trimmed());
        if (!pointer) {
            return false;
        }
        pointers.push_back(*pointer);
        rest = bar < 0 ? QByteArray() : rest.sliced(bar + 3);
    }
    return !pointers.empty();
}

} // namespace

QString familyLabel(Family family)
{
    switch (family) {
    case Family::DirectorySync:
        return QCoreApplication::translate("TypeCatalogue", "Directory Sync");
    case Family::Authentication:
        return QCoreApplication::translate("TypeCatalogue", "Authentication");
    case Family::Users:
        return QCoreApplication::translate("TypeCatalogue", "Users");
    case Family::Organizations:
        return QCoreApplication::translate("TypeCatalogue", "Organizations");
    case Family::Connections:
        return QCoreApplication::translate("TypeCatalogue", "Connections");
    case Family::RolesAccess:
        return QCoreApplication::translate("TypeCatalogue", "Roles & access");
    case Family::Platform:
        return QCoreApplication::translate("TypeCatalogue", "Platform");
    case Family::Other:
        break;
    }
    return QCoreApplication::translate("TypeCatalogue", "Other");
}

Result<TypeCatalogue> TypeCatalogue::load()
{
    QFile file(u":/event-types.tsv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return damaged(file.errorString());
    }
    return parse(file.readAll());
}

Result<TypeCatalogue> TypeCatalogue::parse(QByteArrayView tsv)
{
    TypeCatalogue catalogue;
    const QList<QByteArray> lines = tsv.toByteArray().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) { // the first line names the columns
        const QByteArray line = lines[i].endsWith('\r') ? lines[i].chopped(1) : lines[i];
        if (line.isEmpty()) {
            continue;
        }
        const QList<QByteArray> cells = line.split('\t');
        EventType type;
        type.isCatalogued = true;
        if (cells.size() < MinColumns || !isTypeName(cells[NameColumn], false)
            || catalogue.m_byName.contains(cells[NameColumn])
            || !parsePointers(cells[OrganizationColumn], type.organization)
            || !parsePointers(cells[ObjectColumn], type.objectId)
            || !parsePointers(cells[UpdatedColumn], type.updatedAt)) {
            return damaged(u"line %1"_s.arg(i + 1));
        }
        type.name = cells[NameColumn];
        type.group = cells[GroupColumn];
        type.dataObject = cells[DataObjectColumn] == "-" ? QByteArray() : cells[DataObjectColumn];
        classify(type);
        catalogue.m_byName.insert(type.name, static_cast<qsizetype>(catalogue.m_types.size()));
        catalogue.m_types.push_back(std::move(type));
    }
    if (catalogue.m_types.empty()) {
        return damaged(u"no lines"_s);
    }
    return catalogue;
}

const EventType *TypeCatalogue::find(QByteArrayView name) const
{
    // Only looked up, so the key need not own its bytes.
    const auto it = m_byName.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return it == m_byName.cend() ? nullptr : &m_types[static_cast<size_t>(it.value())];
}

EventType TypeCatalogue::describe(QByteArrayView name) const
{
    if (const EventType *listed = find(name)) {
        return *listed;
    }
    EventType type;
    type.name = name.toByteArray();
    type.label = QString::fromUtf8(name);
    type.group = type.name.left(type.name.indexOf('.'));
    return type;
}

Result<std::vector<QByteArray>> TypeCatalogue::expand(QByteArrayView pattern) const
{
    const QByteArray text = pattern.toByteArray();
    if (!isTypeName(text, true)) {
        return failure(ErrorCode::WrongUsage,
                       QCoreApplication::translate(
                           "TypeCatalogue",
                           "\"%1\" is not an event type. Types look like dsync.user.updated; "
                           "dsync.* means all that begin so.")
                           .arg(QString::fromUtf8(text)));
    }
    if (!text.contains('*')) {
        return std::vector<QByteArray>{text};
    }
    const QRegularExpression expression(
        QRegularExpression::wildcardToRegularExpression(QString::fromUtf8(text)));
    std::vector<QByteArray> names;
    for (const EventType &type : m_types) {
        if (expression.match(QString::fromUtf8(type.name)).hasMatch()) {
            names.push_back(type.name);
        }
    }
    if (names.empty()) {
        return failure(
            ErrorCode::WrongUsage,
            QCoreApplication::translate("TypeCatalogue",
                                        "No known event type matches \"%1\". Check the spelling.")
                .arg(QString::fromUtf8(text)));
    }
    return names;
}

} // namespace playhead
