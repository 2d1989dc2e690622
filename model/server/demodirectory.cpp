// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

#include <algorithm>

namespace playhead {

using namespace std::chrono_literals;

namespace {

void writeRole(CompactJson &json, QByteArrayView slug)
{
    json.open("role", '{').text("slug", slug).close('}');
    json.open("roles", '[').open('{').text("slug", slug).close('}').close(']');
}

} // namespace

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

namespace {

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

} // namespace

void demosteps::directoryUserCreated(DemoScene &scene)
{
    userCreated(scene);
}

void demosteps::directoryUserDeleted(DemoScene &scene)
{
    userDeleted(scene);
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
    };
}

} // namespace playhead
