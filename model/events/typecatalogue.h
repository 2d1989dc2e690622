// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <span>
#include <vector>

namespace playhead {

/// The eight families of event types (design, section 3), in the order in which they are shown.
enum class Family {
    DirectorySync,
    Authentication,
    Users,
    Organizations,
    Connections,
    RolesAccess,
    Platform,
    Other
};
constexpr int kFamilyCount = 8;

/// The family's name for people, translated.
QString familyLabel(Family family);

/// A path of object members in an event, with the condition under which it counts.
struct FieldPointer
{
    QByteArray path; ///< `/data/owner/id`
    QByteArray conditionPath; ///< `/data/owner/type`; empty = no condition
    QByteArray conditionValue; ///< `organization`
    bool operator==(const FieldPointer &) const = default;
};

/// What is known about one event type. Candidates of pointers stand in the order of preference.
struct EventType
{
    QByteArray name; ///< `dsync.user.updated`
    Family family = Family::Other;
    QString label; ///< Within its family, for the sidebar: `user.updated`
    QByteArray group; ///< `dsync`
    QByteArray dataObject; ///< `directory_user`; empty when data has no `object`
    std::vector<FieldPointer> organization;
    std::vector<FieldPointer> objectId;
    std::vector<FieldPointer> updatedAt;
    bool isCatalogued =
        false; ///< false for a type that the catalogue does not list: a normal event, family Other

    bool operator==(const EventType &) const = default;
};

/// The known event types, from the resource `:/event-types.tsv`. Immutable after construction; any thread.
class TypeCatalogue
{
public:
    /// Fails only when the resource itself is damaged (a mistake of ours).
    static Result<TypeCatalogue> load();
    /// From the text of a table: for tests.
    static Result<TypeCatalogue> parse(QByteArrayView tsv);

    std::span<const EventType> types() const { return m_types; }
    /// nullptr for a type that is not listed.
    const EventType *find(QByteArrayView name) const;
    /// For a listed type its entry, else a plain one. The family of a type that is not listed is Other.
    EventType describe(QByteArrayView name) const;
    /// `dsync.*` and `*` to the listed names, in catalogue order; a name without `*` to itself, listed or not.
    /// WrongUsage when a pattern matches nothing or the text is empty or no type name.
    Result<std::vector<QByteArray>> expand(QByteArrayView pattern) const;

private:
    std::vector<EventType> m_types;
    QHash<QByteArray, qsizetype> m_byName;
};

} // namespace playhead
