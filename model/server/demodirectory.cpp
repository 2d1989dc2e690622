// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

#include <algorithm>

namespace playhead {

using namespace std::chrono_literals;

namespace {

DemoDirectoryGroup &groupOf(DemoScene &scene, const DemoPerson &person)
{
    return scene.organization().groups[person.group];
}

void writeRole(CompactJson &json, QByteArrayView slug)
{
    json.open("role", '{').text("slug", slug).close('}');
    json.open("roles", '[').open('{').text("slug", slug).close('}').close(']');
}

void writeDirectoryUser(CompactJson &json,
                        const DemoOrganization &organization,
                        const DemoPerson &person)
{
    json.text("object", "directory_user").text("id", person.directoryUserId);
    json.text("directory_id", organization.directoryId).text("organization_id", organization.id);
    json.text("idp_id", person.idpId).text("email", person.email);
    json.text("first_name", person.firstName).text("last_name", person.lastName);
    json.text("name", person.fullName());
    json.open("emails", '[').open('{').boolean("primary", true).text("type", "work");
    json.text("value", person.email).close('}').close(']');
    json.text("job_title", person.title).text("username", person.email);
    json.text("state", person.suspended ? "suspended" : "active");
    json.open("raw_attributes", '{').text("userName", person.email);
    json.boolean("active", !person.suspended).text("displayName", person.fullName()).close('}');
    json.open("custom_attributes", '{').text("department", person.department);
    if (person.costCenter != 0) {
        json.number("cost_center", person.costCenter);
    }
    json.textOrNull("manager", person.manager).close('}');
    writeRole(json, person.role);
    json.time("created_at", person.directoryCreated).time("updated_at", person.directoryUpdated);
}

/// Differences of root members and of custom attributes; what did not exist before is null (WorkOS docs,
/// directory-sync/understanding-events).
void writePrevious(CompactJson &json, const DemoPerson &before, const DemoPerson &after)
{
    json.open("previous_attributes", '{');
    if (before.title != after.title) {
        json.text("job_title", before.title);
    }
    if (before.suspended != after.suspended) {
        json.text("state", before.suspended ? "suspended" : "active");
    }
    const bool department = before.department != after.department;
    const bool costCenter = before.costCenter != after.costCenter;
    const bool manager = before.manager != after.manager;
    if (department || costCenter || manager) {
        json.open("custom_attributes", '{');
        if (department) {
            json.text("department", before.department);
        }
        if (costCenter) {
            before.costCenter == 0 ? json.null("cost_center")
                                   : json.number("cost_center", before.costCenter);
        }
        if (manager) {
            json.textOrNull("manager", before.manager);
        }
        json.close('}');
    }
    if (before.role != after.role) {
        writeRole(json, before.role);
    }
    json.close('}');
}

QByteArray otherTitle(DemoScene &scene, const DemoPerson &person, size_t department)
{
    const auto &titles = demoDepartments()[department].titles;
    size_t pick = size_t(scene.random().below(titles.size()));
    if (titles[pick] == person.title) {
        pick = (pick + 1) % titles.size();
    }
    return titles[pick];
}

void moveDepartment(DemoScene &scene, DemoPerson &person)
{
    const size_t count = demoDepartments().size();
    const size_t steps = size_t(scene.random().between(1, qint64(count) - 1));
    size_t now = 0;
    while (now < count && person.department != demoDepartments()[now].name) {
        ++now;
    }
    now = (now + steps) % count;
    person.department = demoDepartments()[now].name;
    person.title = otherTitle(scene, person, now);
}

/// One believable change; what it changes always ends up different.
void changeByChance(DemoScene &scene, DemoPerson &person)
{
    switch (scene.random().below(8)) {
    case 0:
    case 1:
        person.title = otherTitle(scene, person, person.group);
        break;
    case 2:
    case 3:
        moveDepartment(scene, person);
        break;
    case 4:
    case 5: {
        const QByteArray manager =
            scene.world.people[scene.world.anyStaff(person.organization, scene.now)].fullName();
        person.manager = manager == person.manager ? QByteArray() : manager;
        break;
    }
    case 6:
        person.costCenter = person.costCenter == 0 ? 4210 : person.costCenter + 10;
        break;
    default:
        if (person.suspended || scene.random().chance(40)) {
            person.suspended = !person.suspended;
        } else {
            person.role = person.role == "admin" ? "member" : "admin";
        }
    }
}

void emitUpdate(DemoScene &scene, const DemoPerson &before, const DemoPerson &after)
{
    CompactJson &json = scene.begin("dsync.user.updated");
    writeDirectoryUser(json, scene.organization(), after);
    writePrevious(json, before, after);
    scene.end(DemoContext::Empty);
}

void userCreated(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    person.directoryCreated = person.directoryUpdated = scene.changed();
    writeDirectoryUser(scene.begin("dsync.user.created"), scene.organization(), person);
    scene.end(DemoContext::Empty);
}

void userUpdated(DemoScene &scene)
{
    const DemoPerson before = scene.person();
    changeByChance(scene, scene.person());
    scene.person().directoryUpdated = scene.changed();
    emitUpdate(scene, before, scene.person());
}

/// A nightly run of the HR system touches one person after another.
void nextUserUpdated(DemoScene &scene)
{
    scene.personIndex = scene.world.anyStaff(scene.organizationIndex, scene.now);
    userUpdated(scene);
}

/// Two changes shortly after each other, whose events arrive in the wrong order: the newer version first.
void newerVersionFirst(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    scene.olderBefore = person;
    DemoPerson older = person;
    older.title = otherTitle(scene, older, older.group);
    const Duration gap = std::min<Duration>(1500ms,
                                            (scene.changed() - person.directoryUpdated) / 2);
    older.directoryUpdated = scene.changed() - gap;
    scene.older = older;

    person = older;
    person.costCenter = person.costCenter == 0 ? 4210 : person.costCenter + 10;
    person.directoryUpdated = scene.changed();
    emitUpdate(scene, older, person);
}

void olderVersionLate(DemoScene &scene)
{
    emitUpdate(scene, *scene.olderBefore, *scene.older);
}

void repeatedEvent(DemoScene &scene)
{
    scene.repeat();
}

void userDeleted(DemoScene &scene)
{
    scene.person().directoryUpdated = scene.changed();
    scene.person().suspended = true;
    writeDirectoryUser(scene.begin("dsync.user.deleted"), scene.organization(), scene.person());
    scene.end(DemoContext::Empty);
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

namespace demosteps {

void directoryUserCreated(DemoScene &scene)
{
    userCreated(scene);
}
void directoryUserDeleted(DemoScene &scene)
{
    userDeleted(scene);
}
void directoryUserAdded(DemoScene &scene)
{
    userAdded(scene);
}
void directoryUserRemoved(DemoScene &scene)
{
    userRemoved(scene);
}
void directoryTokenCreated(DemoScene &scene)
{
    tokenCreated(scene);
}

} // namespace demosteps

DemoStory directoryGroupsCreated()
{
    DemoStory story{0, DemoCasting::User, DemoPace::Seconds, false, {}};
    story.steps.assign(demoDepartments().size(), groupCreated);
    return story;
}

std::vector<DemoStory> directoryStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {150, Staff, Seconds, false, {userUpdated}},
        {30,
         Staff,
         Seconds,
         false,
         {nextUserUpdated,
          nextUserUpdated,
          nextUserUpdated,
          nextUserUpdated,
          nextUserUpdated,
          nextUserUpdated}},
        {6, Staff, Seconds, false, {newerVersionFirst, olderVersionLate}},
        {6, Staff, Seconds, false, {userUpdated, repeatedEvent}},
        {35, Staff, Seconds, false, {userRemoved, userAddedElsewhere}},
        {12, Staff, Seconds, false, {groupRenamed}},
        {5, Staff, Minutes, false, {projectCreated, projectDeleted}},
        {3, Staff, Minutes, false, {tokenRevoked, tokenCreated}},
        {2, Staff, Minutes, false, {trialActivated, trialDeleted}},
    };
}

} // namespace playhead
