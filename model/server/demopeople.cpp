// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

void writeUser(CompactJson &json, const DemoPerson &person)
{
    json.text("object", "user").text("id", person.userId);
    json.text("first_name", person.firstName).text("last_name", person.lastName);
    json.text("name", person.fullName()).null("profile_picture_url").text("email", person.email);
    json.boolean("email_verified", person.emailVerified)
        .textOrNull("external_id", person.externalId);
    json.open("metadata", '{');
    if (!person.department.isEmpty() && person.inDirectory) {
        json.text("department", person.department);
    }
    json.close('}');
    if (person.lastSignIn == Instant{}) {
        json.null("last_sign_in_at");
    } else {
        json.time("last_sign_in_at", person.lastSignIn);
    }
    json.text("locale", person.locale);
    json.time("created_at", person.userCreated).time("updated_at", person.userUpdated);
}

void userCreated(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    person.userCreated = person.userUpdated = scene.changed();
    writeUser(scene.begin("user.created"), person);
    scene.end(DemoContext::Client);
}

void unverifiedUserCreated(DemoScene &scene)
{
    scene.person().emailVerified = false;
    userCreated(scene);
}

void emitUpdate(DemoScene &scene, const DemoPerson &person, DemoContext context)
{
    writeUser(scene.begin("user.updated"), person);
    scene.end(context);
}

void userVerified(DemoScene &scene)
{
    scene.person().emailVerified = true;
    scene.person().userUpdated = scene.changed();
    emitUpdate(scene, scene.person(), DemoContext::Client);
}

QByteArray otherLocale(const DemoPerson &person)
{
    return person.locale == "en-US" ? QByteArrayLiteral("en-GB") : QByteArrayLiteral("en-US");
}

void localeChanged(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    person.locale = otherLocale(person);
    person.userUpdated = scene.changed();
    emitUpdate(scene, person, DemoContext::Client);
}

void signInNoted(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    person.lastSignIn = scene.changed();
    person.userUpdated = scene.changed();
    emitUpdate(scene, person, DemoContext::None);
}

void newerVersionFirst(DemoScene &scene)
{
    DemoPerson &person = scene.person();
    DemoPerson older = person;
    older.locale = otherLocale(older);
    const Duration gap = std::min<Duration>(900ms, (scene.changed() - person.userUpdated) / 2);
    older.userUpdated = scene.changed() - gap;
    scene.older = older;
    person = older;
    person.lastSignIn = scene.changed();
    person.userUpdated = scene.changed();
    emitUpdate(scene, person, DemoContext::None);
}

void olderVersionLate(DemoScene &scene)
{
    emitUpdate(scene, *scene.older, DemoContext::None);
}

void repeatedEvent(DemoScene &scene)
{
    scene.repeat();
}

void userDeleted(DemoScene &scene)
{
    scene.person().userUpdated = scene.changed();
    writeUser(scene.begin("user.deleted"), scene.person());
    scene.end();
}

void writeVerification(DemoScene &scene)
{
    const Instant made = scene.changed();
    scene.begin("email_verification.created")
        .text("object", "email_verification")
        .text("id", scene.world.id("email_verification_", made))
        .text("user_id", scene.person().userId)
        .text("email", scene.person().email)
        .time("expires_at", made + 10min)
        .time("created_at", made)
        .time("updated_at", made);
    scene.end();
}

CompactJson &beginVerification(DemoScene &scene, QByteArrayView status)
{
    return scene.begin("authentication.email_verification_" + status.toByteArray())
        .text("type", "email_verification")
        .text("status", status)
        .text("ip_address", scene.ip)
        .text("user_agent", scene.agent)
        .text("user_id", scene.person().userId)
        .text("email", scene.person().email);
}

void verificationSucceeded(DemoScene &scene)
{
    beginVerification(scene, "succeeded");
    scene.end(DemoContext::Client);
}

void verificationFailed(DemoScene &scene)
{
    beginVerification(scene, "failed")
        .open("error", '{')
        .text("code", "email_verification_code_expired")
        .text("message", "The code is older than ten minutes.")
        .close('}');
    scene.end(DemoContext::Client);
}

void writeMembership(DemoScene &scene, QByteArrayView type, QByteArrayView status)
{
    DemoPerson &person = scene.person();
    person.membershipUpdated = scene.changed();
    CompactJson &json = scene.begin(type);
    json.text("object", "organization_membership").text("id", person.membershipId);
    json.text("user_id", person.userId).text("organization_id", scene.organization().id);
    json.text("status", status).open("role", '{').text("slug", person.role).close('}');
    json.open("roles", '[').open('{').text("slug", person.role).close('}').close(']');
    json.open("custom_attributes", '{').close('}').boolean("directory_managed", person.inDirectory);
    json.time("created_at", person.membershipCreated).time("updated_at", person.membershipUpdated);
    scene.end();
}

void membershipCreated(DemoScene &scene)
{
    scene.person().membershipCreated = scene.changed();
    writeMembership(scene, "organization_membership.created", "active");
}

void roleChanged(DemoScene &scene)
{
    scene.person().role = scene.person().role == "admin" ? "member" : "admin";
    writeMembership(scene, "organization_membership.updated", "active");
}

void membershipDeleted(DemoScene &scene)
{
    writeMembership(scene, "organization_membership.deleted", "inactive");
}

struct InvitationState
{
    QByteArrayView name;
    bool accepted = false;
    bool revoked = false;
};

void writeInvitation(DemoScene &scene, QByteArrayView type, const InvitationState &state)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("invitation_", scene.created);
        const size_t inviter = scene.world.anyStaff(scene.organizationIndex, scene.now);
        scene.otherId = scene.world.people[inviter].userId;
    }
    CompactJson &json = scene.begin(type);
    json.text("object", "invitation")
        .text("id", scene.objectId)
        .text("email", scene.person().email);
    json.text("state", state.name);
    state.accepted ? json.time("accepted_at", scene.changed()) : json.null("accepted_at");
    state.revoked ? json.time("revoked_at", scene.changed()) : json.null("revoked_at");
    json.time("expires_at", scene.created + std::chrono::days(7));
    json.text("organization_id", scene.organization().id).text("inviter_user_id", scene.otherId);
    json.textOrNull("accepted_user_id", state.accepted ? scene.person().userId : QByteArray());
    json.text("role_slug", scene.person().role);
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end();
}

void invitationCreated(DemoScene &scene)
{
    writeInvitation(scene, "invitation.created", {"pending"});
}
void invitationAccepted(DemoScene &scene)
{
    writeInvitation(scene, "invitation.accepted", {"accepted", true, false});
}
void invitationResent(DemoScene &scene)
{
    writeInvitation(scene, "invitation.resent", {"pending"});
}
void invitationRevoked(DemoScene &scene)
{
    writeInvitation(scene, "invitation.revoked", {"revoked", false, true});
}

void writeWaiting(DemoScene &scene, QByteArrayView type, QByteArrayView state)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("wl_user_", scene.created);
        scene.name = "guest." + scene.world.token(6) + "@mail.example";
    }
    CompactJson &json = scene.begin(type);
    json.text("object", "waitlist_user").text("id", scene.objectId).text("email", scene.name);
    json.text("state", state);
    state == "approved" ? json.time("approved_at", scene.changed()) : json.null("approved_at");
    json.text("waitlist_id", scene.world.waitlistId);
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end();
}

void waitingCreated(DemoScene &scene)
{
    writeWaiting(scene, "waitlist_user.created", "pending");
}
void waitingApproved(DemoScene &scene)
{
    writeWaiting(scene, "waitlist_user.approved", "approved");
}
void waitingDenied(DemoScene &scene)
{
    writeWaiting(scene, "waitlist_user.denied", "denied");
}

} // namespace

DemoStory directoryJoin()
{
    return {35,
            DemoCasting::NewStaff,
            DemoPace::Seconds,
            false,
            {demosteps::directoryUserCreated,
             demosteps::directoryUserAdded,
             userCreated,
             membershipCreated}};
}

std::vector<DemoStory> peopleStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        directoryJoin(),
        {9,
         Leaver,
         Seconds,
         false,
         {demosteps::directoryUserRemoved,
          demosteps::directoryUserDeleted,
          demosteps::sessionEnded,
          membershipDeleted,
          userDeleted}},
        {10,
         NewGuest,
         Minutes,
         false,
         {unverifiedUserCreated,
          writeVerification,
          verificationSucceeded,
          userVerified,
          membershipCreated}},
        {4, User, Minutes, false, {writeVerification, verificationFailed}},
        {14,
         NewGuest,
         Minutes,
         false,
         {invitationCreated, invitationAccepted, userCreated, membershipCreated}},
        {4, NewGuest, Minutes, false, {invitationCreated, invitationResent, invitationRevoked}},
        {25, User, Seconds, false, {localeChanged}},
        {30, User, Seconds, true, {signInNoted}},
        {4, User, Seconds, false, {newerVersionFirst, olderVersionLate}},
        {4, User, Seconds, false, {localeChanged, repeatedEvent}},
        {16, User, Seconds, false, {roleChanged}},
        {3, User, Minutes, false, {waitingCreated, waitingApproved}},
        {2, User, Minutes, false, {waitingCreated, waitingDenied}},
    };
}

} // namespace playhead
