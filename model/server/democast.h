// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>

#include <array>
#include <span>
#include <vector>

namespace playhead {

/// What is fixed about one organization of the demo.
struct DemoCompany
{
    const char *name;
    const char *domain;
    const char *plan;
    const char *connectionType; ///< A value of the API's connection_type.
    const char *connectionName;
    const char *directoryType; ///< A value of the API's directory type.
    int weight; ///< How much happens there, against the others.
};

/// A first or last name as shown and as spelled in an e-mail address.
struct DemoName
{
    const char *shown;
    const char *ascii;
};

/// A department, what its people are called, and the group of the directory that they are in.
struct DemoDepartment
{
    const char *name;
    std::array<const char *, 4> titles;
};

std::span<const DemoCompany> demoCompanies();
std::span<const DemoName> demoFirstNames();
std::span<const DemoName> demoLastNames();
std::span<const DemoDepartment> demoDepartments();
std::span<const char *const> demoUserAgents();
std::span<const char *const> demoLocales();

/// A group of a directory, with its present state.
struct DemoDirectoryGroup
{
    QByteArray id;
    QByteArray idpId;
    QByteArray name;
    Instant created{};
    Instant updated{};
};

/// An organization of the demo with its present state.
struct DemoOrganization
{
    const DemoCompany *company = nullptr;
    QByteArray id;
    QByteArray externalId;
    QByteArray stripeId;
    QByteArray domainId;
    QByteArray connectionId;
    QByteArray connectionKey;
    QByteArray directoryId;
    QByteArray directoryKey;
    QByteArray groupId; ///< Of the organization's own group (not of the directory).
    QByteArray groupDescription;
    Instant created{};
    Instant updated{};
    Instant domainUpdated{};
    Instant groupUpdated{};
    bool domainVerified = false;
    bool connectionActive = false;
    int seats = 0;
    std::vector<DemoDirectoryGroup> groups;
};

/// A person of the demo with the present state of their records.
struct DemoPerson
{
    size_t organization = 0; ///< Index.
    QByteArray firstName;
    QByteArray lastName;
    QByteArray email;
    QByteArray title;
    QByteArray department;
    QByteArray manager; ///< Empty = none.
    QByteArray role;
    QByteArray locale;
    qint64 costCenter = 0; ///< 0 = not set.
    bool suspended = false;
    bool emailVerified = true;

    QByteArray directoryUserId;
    QByteArray idpId;
    Instant directoryCreated{};
    Instant directoryUpdated{};
    QByteArray userId;
    QByteArray externalId;
    Instant userCreated{};
    Instant userUpdated{};
    Instant lastSignIn{}; ///< The epoch = never.
    QByteArray membershipId;
    Instant membershipCreated{};
    Instant membershipUpdated{};
    size_t group = 0; ///< Index of the directory's group that they are in.
    bool inDirectory = false;

    QByteArray fullName() const { return firstName + ' ' + lastName; }
};

} // namespace playhead
