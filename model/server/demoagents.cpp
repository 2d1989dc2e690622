// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

namespace {

/// The registration's id, made at the first event of the story.
const QByteArray &registration(DemoScene &scene)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("agent_reg_", scene.created);
        scene.otherId = scene.world.id("agent_reg_claim_", scene.created);
    }
    return scene.objectId;
}

void registered(DemoScene &scene)
{
    const QByteArray &id = registration(scene);
    CompactJson &json = scene.begin("agent.registration.created");
    json.text("object", "agent_registration").text("id", id).open("agent_identity", '{');
    json.text("object", "agent_identity")
        .text("id", scene.world.id("agent_identity_", scene.created));
    json.null("userland_user_id").close('}').text("organization_id", scene.organization().id);
    json.text("status", "unverified").text("kind", "anonymous").text("method", "anonymous");
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end();
}

void claimTried(DemoScene &scene)
{
    const QByteArray &id = registration(scene);
    scene.slug = scene.world.id("agent_reg_claim_attempt_", scene.changed());
    scene.begin("agent.registration.claim.attempt.created")
        .text("object", "agent_registration_claim_attempt")
        .text("id", scene.slug)
        .text("agent_registration_id", id)
        .text("agent_registration_claim_id", scene.otherId)
        .text("login_hint", scene.person().email)
        .time("expires_at", scene.changed() + std::chrono::minutes(15))
        .time("created_at", scene.changed())
        .time("updated_at", scene.changed());
    scene.end();
}

void claimCompleted(DemoScene &scene)
{
    scene.begin("agent.registration.claim.completed")
        .text("object", "agent_registration_claim")
        .text("id", scene.otherId)
        .text("agent_registration_id", registration(scene))
        .text("completed_by_attempt_id", scene.slug)
        .open("claimed_by", '{')
        .text("user_id", scene.person().userId)
        .text("organization_id", scene.organization().id)
        .close('}')
        .time("completed_at", scene.changed())
        .time("created_at", scene.created)
        .time("updated_at", scene.changed());
    scene.end();
}

void credentialIssued(DemoScene &scene)
{
    const QByteArray &id = registration(scene);
    const Instant made = scene.changed();
    scene.begin("agent.registration.credential.issued")
        .text("object", "agent_registration_credential")
        .text("id", scene.world.id("agent_reg_credential_", made))
        .text("agent_registration_id", id)
        .open("detail", '{')
        .text("kind", "access_token")
        .text("jti", scene.world.id("jti_", made))
        .time("expires_at", made + std::chrono::hours(1))
        .close('}')
        .time("created_at", made)
        .time("updated_at", made);
    scene.end();
}

void switchedOrganization(DemoScene &scene)
{
    const QByteArray &id = registration(scene);
    const auto &all = scene.world.organizations;
    scene.begin("agent.registration.organization.switched")
        .text("agent_registration_id", id)
        .text("from_organization_id", scene.organization().id)
        .text("to_organization_id", all[(scene.organizationIndex + 1) % all.size()].id);
    scene.end();
}

void writeOnlyId(DemoScene &scene, QByteArrayView type)
{
    const QByteArray &id = registration(scene);
    scene.begin(type).text("agent_registration_id", id);
    scene.end();
}

void refreshed(DemoScene &scene)
{
    writeOnlyId(scene, "agent.registration.refreshed");
}
void expired(DemoScene &scene)
{
    writeOnlyId(scene, "agent.registration.expired");
}
void revoked(DemoScene &scene)
{
    writeOnlyId(scene, "agent.registration.revoked");
}
void deleted(DemoScene &scene)
{
    writeOnlyId(scene, "agent.registration.deleted");
}

} // namespace

std::vector<DemoStory> agentStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {3, User, Minutes, false, {registered, claimTried, claimCompleted, credentialIssued}},
        {2, User, Minutes, false, {registered, refreshed, switchedOrganization, revoked, deleted}},
        {2, User, Minutes, false, {registered, credentialIssued, expired}},
    };
}

} // namespace playhead
