// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

DemoDirectoryGroup &groupOf(DemoScene &scene, const DemoPerson &person)
{
    return scene.organization().groups[person.group];
}

void writeGroup(CompactJson &json,
                const DemoOrganization &organization,
                const DemoDirectoryGroup &group)
{
    json.text("object", "directory_group").text("id", group.id).text("idp_id", group.idpId);
    json.text("directory_id", organization.directoryId).text("organization_id", organization.id);
    json.text("name", group.name).open("raw_attributes", '{').close('}');
    json.time("created_at", group.created).time("updated_at", group.updated);
}

void writeMember(DemoScene &scene, QByteArrayView type, const DemoDirectoryGroup &group)
{
    CompactJson &json = scene.begin(type);
    json.text("directory_id", scene.organization().directoryId);
    json.open("user", '{');
    writeDirectoryUser(json, scene.organization(), scene.person());
    json.close('}').open("group", '{');
    writeGroup(json, scene.organization(), group);
    json.close('}');
    scene.end(DemoContext::Empty);
}

void userAdded(DemoScene &scene)
{
    writeMember(scene, "dsync.group.user_added", groupOf(scene, scene.person()));
}

void userRemoved(DemoScene &scene)
{
    writeMember(scene, "dsync.group.user_removed", groupOf(scene, scene.person()));
}

void userAddedElsewhere(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    person.group = (person.group + 1) % scene.organization().groups.size();
    userAdded(scene);
}

void groupCreated(DemoScene &scene)
{
    // One after another: the organization's groups come up in the order of the departments.
    DemoDirectoryGroup &group =
        scene.organization().groups[scene.step % scene.organization().groups.size()];
    group.created = group.updated = scene.changed();
    writeGroup(scene.begin("dsync.group.created"), scene.organization(), group);
    scene.end(DemoContext::Empty);
}

void groupRenamed(DemoScene &scene)
{
    DemoDirectoryGroup &group = groupOf(scene, scene.person());
    const QByteArray before = group.name;
    constexpr char kSuffix[] = " (global)";
    group.name = before.endsWith(kSuffix) ? before.chopped(qsizetype(sizeof kSuffix) - 1)
                                          : before + kSuffix;
    group.updated = scene.changed();
    CompactJson &json = scene.begin("dsync.group.updated");
    writeGroup(json, scene.organization(), group);
    json.open("previous_attributes", '{').text("name", before).close('}');
    scene.end(DemoContext::Empty);
}

void writeProjectGroup(DemoScene &scene, QByteArrayView type)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("directory_group_", scene.created);
        scene.slug = scene.world.token(14);
        scene.name = "Project " + scene.world.token(5).toUpper();
    }
    const DemoDirectoryGroup group{scene.objectId,
                                   scene.slug,
                                   scene.name,
                                   scene.created,
                                   scene.changed()};
    writeGroup(scene.begin(type), scene.organization(), group);
    scene.end(DemoContext::Empty);
}

void projectCreated(DemoScene &scene)
{
    writeProjectGroup(scene, "dsync.group.created");
}
void projectDeleted(DemoScene &scene)
{
    writeProjectGroup(scene, "dsync.group.deleted");
}

void writeToken(DemoScene &scene, QByteArrayView type, Instant created)
{
    scene.begin(type)
        .text("object", "directory_token")
        .text("id", scene.world.id("directory_token_", created))
        .text("directory_id", scene.organization().directoryId)
        .text("organization_id", scene.organization().id)
        .text("token_suffix", scene.world.token(4))
        .time("created_at", created);
    scene.end(DemoContext::Empty);
}

void tokenCreated(DemoScene &scene)
{
    writeToken(scene, "dsync.token.created", scene.changed());
}
void tokenRevoked(DemoScene &scene)
{
    writeToken(scene, "dsync.token.revoked", scene.changed() - std::chrono::days(90));
}

/// A second, short-lived directory that somebody tries out.
void writeTrialDirectory(DemoScene &scene, QByteArrayView type, bool deleted)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed() - 5min;
        scene.objectId = scene.world.id("directory_", scene.created);
        scene.otherId = scene.world.token(16);
    }
    const DemoOrganization &organization = scene.organization();
    CompactJson &json = scene.begin(type);
    json.text("object", "directory")
        .text("id", scene.objectId)
        .text("organization_id", organization.id);
    json.text("type", "generic scim v2.0").text("state", deleted ? "deleting" : "active");
    json.text("name", QByteArray(organization.company->name) + " trial directory");
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    if (!deleted) {
        json.text("external_key", scene.otherId).open("domains", '[').close(']');
    }
    scene.end(DemoContext::Empty);
}

void trialActivated(DemoScene &scene)
{
    writeTrialDirectory(scene, "dsync.activated", false);
}
void trialDeleted(DemoScene &scene)
{
    writeTrialDirectory(scene, "dsync.deleted", true);
}

} // namespace

void demosteps::directoryUserAdded(DemoScene &scene)
{
    userAdded(scene);
}

void demosteps::directoryUserRemoved(DemoScene &scene)
{
    userRemoved(scene);
}

void demosteps::directoryTokenCreated(DemoScene &scene)
{
    tokenCreated(scene);
}

DemoStory directoryGroupsCreated()
{
    DemoStory story{0, DemoCasting::User, DemoPace::Seconds, false, {}};
    story.steps.assign(demoDepartments().size(), groupCreated);
    return story;
}

std::vector<DemoStory> directoryGroupStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {35, Staff, Seconds, false, {userRemoved, userAddedElsewhere}},
        {12, Staff, Seconds, false, {groupRenamed}},
        {5, Staff, Minutes, false, {projectCreated, projectDeleted}},
        {3, Staff, Minutes, false, {tokenRevoked, tokenCreated}},
        {2, Staff, Minutes, false, {trialActivated, trialDeleted}},
    };
}

} // namespace playhead
