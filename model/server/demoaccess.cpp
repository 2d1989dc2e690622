// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

namespace {

constexpr std::array<const char *, 3> kRoles = {"support-agent", "billing-viewer", "auditor"};
constexpr std::array<const char *, 6> kPermissions =
    {"users:read", "users:write", "billing:read", "billing:write", "audit:read", "reports:export"};

/// Some of the permissions, at least one, each once.
void writePermissions(DemoScene &scene, CompactJson &json)
{
    json.open("permissions", '[');
    const quint64 first = scene.random().below(kPermissions.size());
    const quint64 count = 1 + scene.random().below(3);
    for (quint64 i = 0; i < count; ++i) {
        json.element(kPermissions[size_t((first + i) % kPermissions.size())]);
    }
    json.close(']');
}

void writeRole(DemoScene &scene, QByteArrayView type, QByteArrayView slug, Instant created)
{
    CompactJson &json = scene.begin(type);
    json.text("object", "role").text("slug", slug).text("resource_type_slug", "organization");
    writePermissions(scene, json);
    json.time("created_at", created).time("updated_at", scene.changed());
    scene.end(DemoContext::Actor);
}

void roleUpdated(DemoScene &scene)
{
    writeRole(scene,
              "role.updated",
              scene.random().pick(kRoles),
              scene.world.organizations.front().created);
}

void openOwnRole(DemoScene &scene, QByteArrayView prefix)
{
    if (scene.slug.isEmpty()) {
        scene.created = scene.changed();
        scene.slug = prefix.toByteArray() + scene.world.token(5);
        scene.name = "Trial " + scene.slug.right(5).toUpper();
        scene.objectId = scene.world.id("perm_", scene.created);
    }
}

void shortRoleCreated(DemoScene &scene)
{
    openOwnRole(scene, "trial-");
    writeRole(scene, "role.created", scene.slug, scene.created);
}

void shortRoleDeleted(DemoScene &scene)
{
    writeRole(scene, "role.deleted", scene.slug, scene.created);
}

void writeOrganizationRole(DemoScene &scene, QByteArrayView type)
{
    openOwnRole(scene, "org-");
    CompactJson &json = scene.begin(type);
    json.text("object", "organization_role").text("organization_id", scene.organization().id);
    json.text("slug", scene.slug).text("name", scene.name).null("description");
    json.text("resource_type_slug", "organization");
    writePermissions(scene, json);
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end(DemoContext::Actor);
}

void organizationRoleCreated(DemoScene &scene)
{
    writeOrganizationRole(scene, "organization_role.created");
}
void organizationRoleUpdated(DemoScene &scene)
{
    writeOrganizationRole(scene, "organization_role.updated");
}
void organizationRoleDeleted(DemoScene &scene)
{
    writeOrganizationRole(scene, "organization_role.deleted");
}

void writePermission(DemoScene &scene, QByteArrayView type, QByteArrayView description)
{
    openOwnRole(scene, "trial:");
    CompactJson &json = scene.begin(type);
    json.text("object", "permission").text("id", scene.objectId).text("slug", scene.slug);
    json.text("name", scene.name).textOrNull("description", description).boolean("system", false);
    json.text("resource_type_slug", "organization");
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end(DemoContext::Actor);
}

void permissionCreated(DemoScene &scene)
{
    writePermission(scene, "permission.created", {});
}
void permissionUpdated(DemoScene &scene)
{
    writePermission(scene, "permission.updated", "May see what is being tried out");
}
void permissionDeleted(DemoScene &scene)
{
    writePermission(scene, "permission.deleted", "May see what is being tried out");
}

} // namespace

std::vector<DemoStory> accessStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {14, User, Seconds, false, {roleUpdated}},
        {3, User, Minutes, false, {shortRoleCreated, shortRoleDeleted}},
        {4,
         User,
         Minutes,
         false,
         {organizationRoleCreated, organizationRoleUpdated, organizationRoleDeleted}},
        {4, User, Minutes, false, {permissionCreated, permissionUpdated, permissionDeleted}},
    };
}

} // namespace playhead
