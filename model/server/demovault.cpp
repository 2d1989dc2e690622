// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

namespace {

constexpr std::array<const char *, 4> kValues = {"crm-refresh-token",
                                                 "payroll-credentials",
                                                 "s3-upload-key",
                                                 "smtp-password"};

/// Every event of the vault names who did it.
CompactJson &beginVault(DemoScene &scene, QByteArrayView type)
{
    if (scene.objectId.isEmpty()) {
        scene.objectId = scene.world.id("key_", scene.now);
        scene.name = scene.random().pick(kValues);
    }
    return scene.begin(type)
        .text("actor_id", scene.person().userId)
        .text("actor_source", "dashboard")
        .text("actor_name", scene.person().fullName());
}

void writeContextOfKey(DemoScene &scene, CompactJson &json)
{
    json.open("key_context", '{').text("organization_id", scene.organization().id).close('}');
}

void writeData(DemoScene &scene, QByteArrayView type)
{
    CompactJson &json = beginVault(scene, type);
    json.text("kv_name", scene.name).text("key_id", scene.objectId);
    writeContextOfKey(scene, json);
    scene.end();
}

void dataCreated(DemoScene &scene)
{
    writeData(scene, "vault.data.created");
}
void dataUpdated(DemoScene &scene)
{
    writeData(scene, "vault.data.updated");
}

void dataRead(DemoScene &scene)
{
    beginVault(scene, "vault.data.read").text("kv_name", scene.name).text("key_id", scene.objectId);
    scene.end();
}

void dataDeleted(DemoScene &scene)
{
    beginVault(scene, "vault.data.deleted").text("kv_name", scene.name);
    scene.end();
}

void metadataRead(DemoScene &scene)
{
    beginVault(scene, "vault.metadata.read").text("kv_name", scene.name);
    scene.end();
}

void namesListed(DemoScene &scene)
{
    beginVault(scene, "vault.names.listed");
    scene.end();
}

void dekRead(DemoScene &scene)
{
    CompactJson &json = beginVault(scene, "vault.dek.read");
    json.open("key_ids", '[')
        .element(scene.objectId)
        .element(scene.world.id("key_", scene.now))
        .close(']');
    writeContextOfKey(scene, json);
    scene.end();
}

void dekDecrypted(DemoScene &scene)
{
    beginVault(scene, "vault.dek.decrypted").text("key_id", scene.objectId);
    scene.end();
}

void writeKek(DemoScene &scene, QByteArrayView type)
{
    beginVault(scene, type).text("key_name", scene.name + "-kek").text("key_id", scene.objectId);
    scene.end();
}

void kekCreated(DemoScene &scene)
{
    writeKek(scene, "vault.kek.created");
}
void kekDeleted(DemoScene &scene)
{
    writeKek(scene, "vault.kek.deleted");
}

void byokVerified(DemoScene &scene)
{
    scene.begin("vault.byok_key.verification_completed")
        .text("organization_id", scene.organization().id)
        .text("key_provider", "AWS_KMS")
        .boolean("verified", true);
    scene.end();
}

void byokDeleted(DemoScene &scene)
{
    scene.begin("vault.byok_key.deleted")
        .text("organization_id", scene.organization().id)
        .text("key_provider", "AWS_KMS");
    scene.end();
}

} // namespace

std::vector<DemoStory> vaultStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {10, User, Seconds, false, {dataRead}},
        {4, User, Minutes, false, {dekRead, dataCreated, dataUpdated}},
        {2, User, Minutes, false, {metadataRead, dataDeleted}},
        {3, User, Seconds, false, {namesListed}},
        {4, User, Seconds, false, {dekDecrypted}},
        {2, User, Minutes, false, {kekCreated, kekDeleted}},
        {1, User, Minutes, false, {byokVerified, byokDeleted}},
    };
}

} // namespace playhead
