// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

namespace {

struct Refusal
{
    const char *code;
    const char *message;
};

CompactJson &beginAuthentication(DemoScene &scene, QByteArrayView method, QByteArrayView status)
{
    CompactJson &json = scene.begin("authentication." + method.toByteArray() + '_'
                                    + status.toByteArray());
    json.text("type", method).text("status", status);
    json.text("ip_address", scene.ip).text("user_agent", scene.agent);
    json.text("user_id", scene.person().userId).text("email", scene.person().email);
    return json;
}

void writeError(CompactJson &json, const Refusal &refusal)
{
    json.open("error", '{').text("code", refusal.code).text("message", refusal.message).close('}');
}

void writeSso(DemoScene &scene, CompactJson &json)
{
    if (scene.otherId.isEmpty()) {
        scene.otherId = scene.world.id("sess_", scene.now);
    }
    json.open("sso", '{').text("organization_id", scene.organization().id);
    json.text("connection_id", scene.organization().connectionId).text("session_id", scene.otherId);
    json.close('}');
}

template<size_t N>
void failed(DemoScene &scene, QByteArrayView method, const std::array<Refusal, N> &refusals)
{
    CompactJson &json = beginAuthentication(scene, method, "failed");
    writeError(json, scene.random().pick(refusals));
    scene.end(DemoContext::Client);
}

void succeeded(DemoScene &scene, QByteArrayView method)
{
    beginAuthentication(scene, method, "succeeded");
    scene.slug = method.toByteArray();
    scene.end(DemoContext::Client);
}

void ssoStarted(DemoScene &scene)
{
    writeSso(scene, beginAuthentication(scene, "sso", "started"));
    scene.end(DemoContext::Client);
}

void ssoSucceeded(DemoScene &scene)
{
    writeSso(scene, beginAuthentication(scene, "sso", "succeeded"));
    scene.slug = "sso";
    scene.end(DemoContext::Client);
}

void ssoFailed(DemoScene &scene)
{
    static constexpr std::array<Refusal, 3> kRefusals = {{
        {"profile_not_allowed_outside_organization",
         "The profile does not belong to the organization."},
        {"idp_initiated_sso_disabled",
         "Sign-in that starts at the identity provider is switched off."},
        {"domain_mismatch", "The e-mail domain is not one of the organization's domains."},
    }};
    CompactJson &json = beginAuthentication(scene, "sso", "failed");
    writeSso(scene, json);
    writeError(json, scene.random().pick(kRefusals));
    scene.end(DemoContext::Client);
}

void ssoTimedOut(DemoScene &scene)
{
    CompactJson &json = beginAuthentication(scene, "sso", "timed_out");
    writeSso(scene, json);
    writeError(json, {"sso_timed_out", "The identity provider did not answer in time."});
    scene.end(DemoContext::Client);
}

void passwordSucceeded(DemoScene &scene)
{
    succeeded(scene, "password");
}
void oauthSucceeded(DemoScene &scene)
{
    succeeded(scene, "oauth");
}
void passkeySucceeded(DemoScene &scene)
{
    succeeded(scene, "passkey");
}
void magicAuthSucceeded(DemoScene &scene)
{
    succeeded(scene, "magic_auth");
}
void mfaSucceeded(DemoScene &scene)
{
    succeeded(scene, "mfa");
}
void reauthenticationSucceeded(DemoScene &scene)
{
    succeeded(scene, "reauthentication");
}

void passwordFailed(DemoScene &scene)
{
    static constexpr std::array<Refusal, 2> kRefusals = {{
        {"invalid_credentials", "The password is wrong."},
        {"user_locked", "Too many tries; the account is locked for a while."},
    }};
    failed(scene, "password", kRefusals);
}

void oauthFailed(DemoScene &scene)
{
    static constexpr std::array<Refusal, 1> kRefusals = {
        {{"access_denied", "The provider refused the request."}}};
    failed(scene, "oauth", kRefusals);
}

void passkeyFailed(DemoScene &scene)
{
    static constexpr std::array<Refusal, 1> kRefusals = {
        {{"passkey_not_found", "No such passkey is registered."}}};
    failed(scene, "passkey", kRefusals);
}

void magicAuthFailed(DemoScene &scene)
{
    static constexpr std::array<Refusal, 2> kRefusals = {{
        {"code_expired", "The code is older than ten minutes."},
        {"invalid_one_time_code", "The code is wrong."},
    }};
    failed(scene, "magic_auth", kRefusals);
}

void mfaFailed(DemoScene &scene)
{
    static constexpr std::array<Refusal, 1> kRefusals = {
        {{"invalid_one_time_code", "The code is wrong."}}};
    failed(scene, "mfa", kRefusals);
}

void magicAuthCreated(DemoScene &scene)
{
    const Instant made = scene.changed();
    scene.begin("magic_auth.created")
        .text("object", "magic_auth")
        .text("id", scene.world.id("magic_auth_", made))
        .text("user_id", scene.person().userId)
        .text("email", scene.person().email)
        .time("expires_at", made + std::chrono::minutes(10))
        .time("created_at", made)
        .time("updated_at", made);
    scene.end(DemoContext::Client);
}

/// What `session.auth_method` calls a way to sign in.
QByteArray sessionMethod(const QByteArray &method)
{
    if (method == "magic_auth") {
        return "magic_code";
    }
    return method.isEmpty() || method == "mfa" || method == "reauthentication" ? "password"
                                                                               : method;
}

/// `endedAt` of the epoch: it goes on.
void writeSession(DemoScene &scene, CompactJson &json, const DemoSession &session, Instant endedAt)
{
    const bool ended = endedAt != Instant{};
    DemoPerson &person = scene.world.people[session.person];
    json.text("object", "session").text("id", session.id);
    if (session.method == "impersonation") {
        json.open("impersonator", '{').text("email", "help@playhead.example");
        json.text("reason", "A report that the dashboard stays empty").close('}');
    }
    json.text("ip_address", session.ip);
    json.text("organization_id", scene.world.organizations[person.organization].id);
    json.text("user_agent", session.agent).text("user_id", person.userId);
    json.text("auth_method", session.method).text("status", ended ? "revoked" : "active");
    json.time("expires_at", session.created + std::chrono::days(30));
    if (ended) {
        json.time("ended_at", endedAt);
    } else {
        json.null("ended_at");
    }
    json.time("created_at", session.created).time("updated_at", ended ? endedAt : session.created);
}

void sessionCreated(DemoScene &scene)
{
    const Instant made = scene.changed();
    scene.world.sessions.push_back({scene.world.id("session_", made),
                                    scene.personIndex,
                                    sessionMethod(scene.slug),
                                    scene.ip,
                                    scene.agent,
                                    made});
    scene.person().lastSignIn = made;
    CompactJson &json = scene.begin("session.created");
    writeSession(scene, json, scene.world.sessions.back(), Instant{});
    scene.end(DemoContext::Client);
}

void impersonated(DemoScene &scene)
{
    scene.slug = "impersonation";
    sessionCreated(scene);
}

void sessionRevoked(DemoScene &scene)
{
    const DemoSession session = scene.world.takeSession(scene.personIndex, scene.now);
    CompactJson &json = scene.begin("session.revoked");
    writeSession(scene, json, session, scene.changed());
    scene.end(DemoContext::Client);
}

void radarRiskDetected(DemoScene &scene)
{
    static constexpr std::array<const char *, 4> kControls = {"bot_detection",
                                                              "impossible_travel",
                                                              "brute_force_attack",
                                                              "restriction"};
    CompactJson &json = scene.begin("authentication.radar_risk_detected");
    json.text("auth_method", "password").text("action", "login");
    const QByteArray control = scene.random().pick(kControls);
    json.text("control", control)
        .textOrNull("blocklist_type", control == "restriction" ? "ip" : "");
    json.text("ip_address", scene.ip).text("user_agent", scene.agent);
    json.text("user_id", scene.person().userId).text("email", scene.person().email);
    scene.end(DemoContext::Client);
}

void radarChallengeCreated(DemoScene &scene)
{
    scene.begin("radar.challenge_created")
        .text("type", "email")
        .text("radar_challenge_id", scene.world.id("radar_challenge_", scene.changed()))
        .text("user_id", scene.person().userId)
        .text("email", scene.person().email);
    scene.end();
}

void writePasswordReset(DemoScene &scene, QByteArrayView type)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("password_reset_", scene.created);
    }
    scene.begin(type)
        .text("object", "password_reset")
        .text("id", scene.objectId)
        .text("user_id", scene.person().userId)
        .text("email", scene.person().email)
        .time("expires_at", scene.created + std::chrono::hours(1))
        .time("created_at", scene.created);
    scene.end(DemoContext::Client);
}

void passwordResetCreated(DemoScene &scene)
{
    writePasswordReset(scene, "password_reset.created");
}
void passwordResetSucceeded(DemoScene &scene)
{
    writePasswordReset(scene, "password_reset.succeeded");
}

void writeDenied(DemoScene &scene, QByteArrayView type, bool knowsUser)
{
    CompactJson &json = scene.begin("action." + type.toByteArray() + ".denied");
    json.text("action_endpoint_id",
              scene.world.id("action_endpoint_", scene.organization().created));
    json.text("action_execution_id", scene.world.id("action_execution_", scene.changed()));
    json.text("type", type).text("verdict", "Deny");
    if (knowsUser) {
        json.text("user_id", scene.person().userId);
    }
    json.text("organization_id", scene.organization().id).text("email", scene.person().email);
    json.text("ip_address", scene.ip).text("user_agent", scene.agent);
    scene.end();
}

void authenticationDenied(DemoScene &scene)
{
    writeDenied(scene, "authentication", true);
}
void registrationDenied(DemoScene &scene)
{
    writeDenied(scene, "user_registration", false);
}

} // namespace

void demosteps::sessionEnded(DemoScene &scene)
{
    sessionRevoked(scene);
}

std::vector<DemoStory> signInStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {150, Staff, Seconds, true, {ssoStarted, ssoSucceeded, sessionCreated}},
        {60, User, Seconds, true, {passwordSucceeded, sessionCreated}},
        {40, User, Seconds, true, {passwordSucceeded, mfaSucceeded, sessionCreated}},
        {40, User, Seconds, true, {oauthSucceeded, sessionCreated}},
        {25, User, Seconds, true, {magicAuthCreated, magicAuthSucceeded, sessionCreated}},
        {25, User, Seconds, true, {passkeySucceeded, sessionCreated}},
        {16,
         User,
         Seconds,
         true,
         {passwordFailed, passwordFailed, passwordSucceeded, sessionCreated}},
        {12,
         Staff,
         Seconds,
         true,
         {ssoStarted, ssoFailed, ssoStarted, ssoSucceeded, sessionCreated}},
        {5, Staff, Minutes, true, {ssoStarted, ssoTimedOut}},
        {8, User, Seconds, true, {passwordSucceeded, mfaFailed, mfaSucceeded, sessionCreated}},
        {4, User, Seconds, true, {oauthFailed}},
        {4, User, Seconds, true, {passkeyFailed}},
        {5, User, Minutes, true, {magicAuthCreated, magicAuthFailed}},
        {6, User, Seconds, false, {reauthenticationSucceeded}},
        {60, User, Seconds, false, {sessionRevoked}},
        {3, User, Minutes, false, {impersonated, sessionRevoked}},
        {4, User, Seconds, false, {radarRiskDetected, radarChallengeCreated}},
        {8, User, Minutes, false, {passwordResetCreated, passwordResetSucceeded, sessionRevoked}},
        {3, User, Seconds, false, {authenticationDenied}},
        {2, User, Seconds, false, {registrationDenied}},
    };
}

} // namespace playhead
