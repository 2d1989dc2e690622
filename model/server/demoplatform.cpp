// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

namespace {

constexpr std::array<const char *, 4> kKeyNames = {"ci-deploy",
                                                   "warehouse-export",
                                                   "status-page",
                                                   "nightly-sync"};
constexpr std::array<const char *, 4> kFlagNames = {"New timeline",
                                                    "Bulk export",
                                                    "Audit stream",
                                                    "Seat limits"};
constexpr std::array<const char *, 4> kProviders = {"github",
                                                    "slack",
                                                    "google-calendar",
                                                    "salesforce"};

// API keys

/// `ownerIsUser` belongs to the scene's person, else to the organization. `expires` of the epoch = never.
CompactJson &beginKey(DemoScene &scene, QByteArrayView type, Instant expires)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("api_key_", scene.created);
        scene.name = scene.random().pick(kKeyNames);
        scene.slug = scene.random().chance(40) ? "user" : "organization";
        scene.otherId = "sk_test_..." + scene.world.token(4);
    }
    CompactJson &json = scene.begin(type);
    json.text("object", "api_key")
        .text("id", scene.objectId)
        .open("owner", '{')
        .text("type", scene.slug);
    if (scene.slug == "user") {
        json.text("id", scene.person().userId)
            .text("organization_id", scene.organization().id)
            .close('}');
    } else {
        json.text("id", scene.organization().id).close('}');
    }
    json.text("name", scene.name).text("obfuscated_value", scene.otherId).null("last_used_at");
    expires == Instant{} ? json.null("expires_at") : json.time("expires_at", expires);
    json.open("permissions", '[').element("users:read").element("reports:export").close(']');
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    return json;
}

void keyCreated(DemoScene &scene)
{
    beginKey(scene, "api_key.created", Instant{});
    scene.end(DemoContext::Actor);
}

void keyUpdated(DemoScene &scene)
{
    beginKey(scene, "api_key.updated", scene.created + std::chrono::days(60))
        .open("previous_attributes", '{')
        .null("expires_at")
        .close('}');
    scene.end(DemoContext::Actor);
}

void keyRevoked(DemoScene &scene)
{
    beginKey(scene, "api_key.revoked", scene.created + std::chrono::days(60));
    scene.end(DemoContext::Actor);
}

// Feature flags

struct FlagState
{
    bool enabled = false;
    bool described = false;
    bool tagged = false;
};

void beginFlag(DemoScene &scene, QByteArrayView type, const FlagState &state)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("flag_", scene.created);
        scene.name = scene.random().pick(kFlagNames);
        scene.slug = scene.name.toLower().replace(' ', '-') + '-' + scene.world.token(4);
    }
    CompactJson &json = scene.begin(type);
    json.text("object", "feature_flag").text("id", scene.objectId);
    json.text("environment_id", scene.world.environmentId)
        .text("slug", scene.slug)
        .text("name", scene.name);
    json.textOrNull("description", state.described ? "Switched on group by group" : "");
    json.open("owner", '{').text("email", scene.person().email);
    json.text("first_name", scene.person().firstName)
        .text("last_name", scene.person().lastName)
        .close('}');
    json.open("tags", '[');
    if (state.tagged) {
        json.element("rollout");
    }
    json.close(']').boolean("enabled", state.enabled).boolean("default_value", false);
    json.time("created_at", scene.created).time("updated_at", scene.changed());
}

void flagCreated(DemoScene &scene)
{
    beginFlag(scene, "flag.created", {});
    scene.endWithOwnContext();
    scene.closeOwnContext();
}

void flagUpdated(DemoScene &scene)
{
    beginFlag(scene, "flag.updated", {true, true, true});
    CompactJson &json = scene.endWithOwnContext();
    json.open("previous_attributes", '{').open("data", '{').null("description");
    json.open("tags", '[').close(']').boolean("enabled", false).close('}').close('}');
    scene.closeOwnContext();
}

void writeTargets(DemoScene &scene, CompactJson &json, bool some)
{
    json.text("access_type", some ? "some" : "none")
        .open("configured_targets", '{')
        .open("organizations", '[');
    if (some) {
        json.open('{').text("id", scene.organization().id);
        json.text("name", scene.organization().company->name).close('}');
    }
    json.close(']').open("users", '[');
    if (some) {
        json.open('{')
            .text("id", scene.person().userId)
            .text("email", scene.person().email)
            .close('}');
    }
    json.close(']').close('}');
}

void flagRuleUpdated(DemoScene &scene)
{
    beginFlag(scene, "flag.rule_updated", {true, true, true});
    CompactJson &json = scene.endWithOwnContext();
    writeTargets(scene, json, true);
    json.open("previous_attributes", '{').open("context", '{');
    writeTargets(scene, json, false);
    json.close('}').close('}');
    scene.closeOwnContext();
}

void flagDeleted(DemoScene &scene)
{
    beginFlag(scene, "flag.deleted", {true, true, true});
    scene.endWithOwnContext();
    scene.closeOwnContext();
}

// Pipes

void openAccount(DemoScene &scene)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed();
        scene.objectId = scene.world.id("data_installation_", scene.created);
        scene.otherId = scene.world.id("data_integration_", scene.created);
        scene.slug = scene.random().pick(kProviders);
    }
}

void writeAccount(DemoScene &scene, QByteArrayView type, QByteArrayView state)
{
    openAccount(scene);
    CompactJson &json = scene.begin(type);
    json.text("object", "connected_account").text("id", scene.objectId);
    json.text("data_integration_id", scene.otherId).text("provider_slug", scene.slug);
    json.text("user_id", scene.person().userId).text("organization_id", scene.organization().id);
    json.open("scopes", '[')
        .element("read")
        .element("profile:email")
        .close(']')
        .text("state", state);
    json.time("created_at", scene.created).time("updated_at", scene.changed());
    scene.end();
}

void accountConnected(DemoScene &scene)
{
    writeAccount(scene, "pipes.connected_account.connected", "connected");
}
void accountStale(DemoScene &scene)
{
    writeAccount(scene, "pipes.connected_account.reauthorization_needed", "needs_reauthorization");
}
void accountDisconnected(DemoScene &scene)
{
    writeAccount(scene, "pipes.connected_account.disconnected", "needs_reauthorization");
}

void accountFailed(DemoScene &scene)
{
    openAccount(scene);
    scene.begin("pipes.connected_account.connection_failed")
        .text("object", "connection_failed")
        .text("data_integration_id", scene.otherId)
        .text("provider_slug", scene.slug)
        .text("user_id", scene.person().userId)
        .text("organization_id", scene.organization().id)
        .text("error_code", "authorization_code_exchange_error")
        .text("error_reason", "The code had expired when it was exchanged.")
        .text("provider_error", "access_denied")
        .null("provider_error_description")
        .time("created_at", scene.changed());
    scene.end();
}

} // namespace

std::vector<DemoStory> platformStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {6, User, Minutes, false, {keyCreated, keyUpdated, keyRevoked}},
        {4, User, Minutes, false, {flagCreated, flagUpdated, flagRuleUpdated, flagDeleted}},
        {6, User, Minutes, false, {accountConnected}},
        {3, User, Minutes, false, {accountConnected, accountStale, accountDisconnected}},
        {2, User, Seconds, false, {accountFailed}},
    };
}

} // namespace playhead
