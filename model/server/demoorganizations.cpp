// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

struct DomainRecord
{
    QByteArray id;
    QByteArray domain;
    QByteArrayView state;
    Instant created{};
    Instant updated{};
};

void writeDomain(CompactJson &json,
                 const DemoOrganization &organization,
                 const DomainRecord &record)
{
    json.text("object", "organization_domain").text("id", record.id);
    json.text("organization_id", organization.id).text("domain", record.domain);
    json.text("state", record.state).text("verification_prefix", "playhead-demo-verification");
    // Made of the id, so that it stays the same in every event of the domain.
    json.text("verification_token", record.id.right(20)).text("verification_strategy", "dns");
    json.time("created_at", record.created).time("updated_at", record.updated);
}

DomainRecord mainDomain(const DemoOrganization &organization)
{
    return {organization.domainId,
            organization.company->domain,
            organization.domainVerified ? "verified" : "pending",
            organization.created,
            organization.domainUpdated};
}

struct OrganizationText
{
    QByteArray name;
    QByteArray plan;
    int seats = 0;
};

void writeOrganization(CompactJson &json,
                       const DemoOrganization &organization,
                       const OrganizationText &text)
{
    json.text("object", "organization").text("id", organization.id).text("name", text.name);
    json.open("domains", '[').open('{');
    writeDomain(json, organization, mainDomain(organization));
    json.close('}').close(']');
    json.open("metadata", '{')
        .text("plan", text.plan)
        .text("seats", QByteArray::number(text.seats))
        .close('}');
    json.text("external_id", organization.externalId)
        .text("stripe_customer_id", organization.stripeId);
    json.time("created_at", organization.created).time("updated_at", organization.updated);
}

void emitOrganization(DemoScene &scene, QByteArrayView type, DemoContext context)
{
    const DemoOrganization &organization = scene.organization();
    writeOrganization(scene.begin(type),
                      organization,
                      {organization.company->name, organization.company->plan, organization.seats});
    scene.end(context);
}

void organizationCreated(DemoScene &scene)
{
    DemoOrganization &organization = scene.organization();
    organization.created = organization.updated = organization.domainUpdated = scene.changed();
    emitOrganization(scene, "organization.created", DemoContext::None);
}

void seatsChanged(DemoScene &scene)
{
    DemoOrganization &organization = scene.organization();
    organization.seats += scene.random().chance(70) || organization.seats < 20 ? 5 : -5;
    organization.updated = scene.changed();
    emitOrganization(scene, "organization.updated", DemoContext::Actor);
}

void nextPlanSynced(DemoScene &scene)
{
    scene.organizationIndex = scene.step % scene.world.organizations.size();
    DemoOrganization &organization = scene.organization();
    organization.seats += int(scene.random().between(1, 4));
    organization.updated = scene.changed();
    emitOrganization(scene, "organization.updated", DemoContext::System);
}

/// An organization that somebody makes to try something, and deletes.
void writeTrial(DemoScene &scene, QByteArrayView type)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("org_", scene.created);
        scene.name = "Test " + scene.world.token(4).toUpper();
    }
    CompactJson &json = scene.begin(type);
    json.text("object", "organization").text("id", scene.objectId).text("name", scene.name);
    json.open("domains", '[').close(']').open("metadata", '{').close('}').null("external_id");
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end(DemoContext::Actor);
}

void trialCreated(DemoScene &scene)
{
    writeTrial(scene, "organization.created");
}
void trialDeleted(DemoScene &scene)
{
    writeTrial(scene, "organization.deleted");
}

DomainRecord sideDomain(DemoScene &scene, QByteArrayView state)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("org_domain_", scene.created);
        scene.name = scene.world.token(3) + '.' + scene.organization().company->domain;
    }
    return {scene.objectId, scene.name, state, scene.created, scene.changed()};
}

void emitSideDomain(DemoScene &scene, QByteArrayView type, QByteArrayView state)
{
    const DomainRecord record = sideDomain(scene, state);
    writeDomain(scene.begin(type), scene.organization(), record);
    scene.end(DemoContext::Actor);
}

void sideDomainCreated(DemoScene &scene)
{
    emitSideDomain(scene, "organization_domain.created", "pending");
}
void sideDomainUpdated(DemoScene &scene)
{
    emitSideDomain(scene, "organization_domain.updated", "pending");
}
void sideDomainVerified(DemoScene &scene)
{
    emitSideDomain(scene, "organization_domain.verified", "verified");
}
void sideDomainDeleted(DemoScene &scene)
{
    emitSideDomain(scene, "organization_domain.deleted", "failed");
}

void sideDomainFailed(DemoScene &scene)
{
    const DomainRecord record = sideDomain(scene, "failed");
    CompactJson &json = scene.begin("organization_domain.verification_failed");
    json.text("reason", "domain_verification_period_expired").open("organization_domain", '{');
    writeDomain(json, scene.organization(), record);
    json.close('}');
    scene.end();
}

void writeOwnGroup(DemoScene &scene, QByteArrayView type)
{
    const DemoOrganization &organization = scene.organization();
    scene.begin(type)
        .text("object", "group")
        .text("id", organization.groupId)
        .text("organization_id", organization.id)
        .text("name", "Signatories")
        .text("description", organization.groupDescription)
        .time("created_at", organization.created)
        .time("updated_at", organization.groupUpdated);
    scene.end(DemoContext::Actor);
}

void ownGroupUpdated(DemoScene &scene)
{
    DemoOrganization &organization = scene.organization();
    organization.groupDescription = "Everyone who may sign contracts\nReviewed by "
                                    + scene.person().fullName();
    organization.groupUpdated = scene.changed();
    writeOwnGroup(scene, "group.updated");
}

void writeGroupMember(DemoScene &scene, QByteArrayView type)
{
    scene.begin(type)
        .text("group_id", scene.objectId.isEmpty() ? scene.organization().groupId : scene.objectId)
        .text("organization_membership_id", scene.person().membershipId);
    scene.end();
}

void memberAdded(DemoScene &scene)
{
    writeGroupMember(scene, "group.member_added");
}
void memberRemoved(DemoScene &scene)
{
    writeGroupMember(scene, "group.member_removed");
}

void writeTaskForce(DemoScene &scene, QByteArrayView type)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("group_", scene.created);
        scene.name = "Task force " + scene.world.token(3).toUpper();
    }
    scene.begin(type)
        .text("object", "group")
        .text("id", scene.objectId)
        .text("organization_id", scene.organization().id)
        .text("name", scene.name)
        .null("description")
        .time("created_at", scene.created)
        .time("updated_at", scene.changed());
    scene.end(DemoContext::Actor);
}

void taskForceCreated(DemoScene &scene)
{
    writeTaskForce(scene, "group.created");
}
void taskForceDeleted(DemoScene &scene)
{
    writeTaskForce(scene, "group.deleted");
}

} // namespace

void demosteps::domainCreated(DemoScene &scene)
{
    DemoOrganization &organization = scene.organization();
    organization.domainUpdated = scene.changed();
    writeDomain(scene.begin("organization_domain.created"), organization, mainDomain(organization));
    scene.end();
}

void demosteps::domainVerified(DemoScene &scene)
{
    DemoOrganization &organization = scene.organization();
    organization.domainVerified = true;
    organization.domainUpdated = scene.changed();
    writeDomain(scene.begin("organization_domain.verified"),
                organization,
                mainDomain(organization));
    scene.end();
}

DemoStory organizationFounded()
{
    return {0, DemoCasting::User, DemoPace::Seconds, false, {organizationCreated}};
}

DemoStory nightlyPlanSync()
{
    DemoStory story{0, DemoCasting::User, DemoPace::Seconds, false, {}};
    story.steps.assign(demoCompanies().size(), nextPlanSynced);
    return story;
}

std::vector<DemoStory> organizationStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {14, User, Seconds, false, {seatsChanged}},
        {3, User, Minutes, false, {trialCreated, trialDeleted}},
        {4, User, Minutes, false, {sideDomainCreated, sideDomainUpdated, sideDomainVerified}},
        {2, User, Minutes, false, {sideDomainCreated, sideDomainFailed, sideDomainDeleted}},
        {4, User, Seconds, false, {ownGroupUpdated}},
        {6, User, Minutes, false, {memberAdded, memberRemoved}},
        {3, User, Minutes, false, {taskForceCreated, memberAdded, memberRemoved, taskForceDeleted}},
    };
}

} // namespace playhead
