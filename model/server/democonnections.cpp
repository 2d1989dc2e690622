// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostory.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

struct ConnectionRecord
{
    QByteArray id;
    QByteArray key;
    QByteArray name;
    QByteArrayView state;
    Instant created{};
};

/// `linked` writes what only connection.activated and connection.deactivated carry.
void writeConnection(DemoScene &scene,
                     QByteArrayView type,
                     const ConnectionRecord &record,
                     bool linked)
{
    const DemoOrganization &organization = scene.organization();
    CompactJson &json = scene.begin(type);
    json.text("object", "connection").text("id", record.id).text("state", record.state);
    json.text("name", record.name).text("connection_type", organization.company->connectionType);
    json.text("organization_id", organization.id);
    json.time("created_at", record.created).time("updated_at", scene.changed());
    if (linked) {
        json.text("external_key", record.key);
        json.text("status", record.state == "active" ? "linked" : "unlinked");
        json.open("domains", '[').open('{').text("object", "connection_domain");
        json.text("id", "conn_domain_" + organization.domainId.right(26));
        json.text("domain", organization.company->domain).close('}').close(']');
    }
    scene.end(DemoContext::Empty);
}

ConnectionRecord mainConnection(DemoScene &scene, QByteArrayView state)
{
    const DemoOrganization &organization = scene.organization();
    return {organization.connectionId,
            organization.connectionKey,
            organization.company->connectionName,
            state,
            organization.created};
}

void deactivated(DemoScene &scene)
{
    writeConnection(scene, "connection.deactivated", mainConnection(scene, "inactive"), true);
}

ConnectionRecord trialConnection(DemoScene &scene, QByteArrayView state)
{
    if (scene.objectId.isEmpty()) {
        scene.created = scene.changed() - 2min;
        scene.objectId = scene.world.id("conn_", scene.created);
        scene.slug = scene.world.token(16);
    }
    return {scene.objectId, scene.slug, "Trial connection", state, scene.created};
}

void trialActivated(DemoScene &scene)
{
    writeConnection(scene, "connection.activated", trialConnection(scene, "active"), true);
}

void trialDeleted(DemoScene &scene)
{
    writeConnection(scene, "connection.deleted", trialConnection(scene, "deleting"), false);
}

CompactJson &beginCertificate(DemoScene &scene, QByteArrayView type, Instant expires)
{
    const DemoOrganization &organization = scene.organization();
    return scene.begin(type)
        .open("connection", '{')
        .text("id", organization.connectionId)
        .text("organization_id", organization.id)
        .close('}')
        .open("certificate", '{')
        .text("certificate_type", "ResponseSigning")
        .time("expiry_date", expires);
}

void renewalRequired(DemoScene &scene)
{
    const qint64 daysLeft = scene.random().pick(std::array<qint64, 4>{30, 14, 7, 1});
    beginCertificate(scene,
                     "connection.saml_certificate_renewal_required",
                     scene.now + std::chrono::days(daysLeft))
        .boolean("is_expired", false)
        .close('}')
        .number("days_until_expiry", daysLeft);
    scene.end();
}

void certificateRenewed(DemoScene &scene)
{
    beginCertificate(scene,
                     "connection.saml_certificate_renewed",
                     scene.now + std::chrono::days(730))
        .close('}')
        .time("renewed_at", scene.changed());
    scene.end();
}

} // namespace

void demosteps::connectionActivated(DemoScene &scene)
{
    scene.organization().connectionActive = true;
    writeConnection(scene, "connection.activated", mainConnection(scene, "active"), true);
}

void demosteps::directoryActivated(DemoScene &scene)
{
    const DemoOrganization &organization = scene.organization();
    CompactJson &json = scene.begin("dsync.activated");
    json.text("object", "directory").text("id", organization.directoryId);
    json.text("organization_id", organization.id).text("type", organization.company->directoryType);
    json.text("state", "active").text("name", organization.company->name);
    json.time("created_at", organization.created).time("updated_at", scene.changed());
    json.text("external_key", organization.directoryKey).open("domains", '[').open('{');
    json.text("object", "organization_domain").text("id", organization.domainId);
    json.text("domain", organization.company->domain).close('}').close(']');
    scene.end(DemoContext::Empty);
}

DemoStory organizationSetUp()
{
    using namespace demosteps;
    return {0,
            DemoCasting::User,
            DemoPace::Minutes,
            false,
            {domainCreated,
             domainVerified,
             connectionActivated,
             directoryActivated,
             directoryTokenCreated}};
}

std::vector<DemoStory> connectionStories()
{
    using enum DemoCasting;
    using enum DemoPace;
    return {
        {3, User, Minutes, false, {deactivated, demosteps::connectionActivated}},
        {2, User, Minutes, false, {trialActivated, trialDeleted}},
        {3, User, Seconds, false, {renewalRequired}},
        {2, User, Minutes, false, {renewalRequired, certificateRenewed}},
    };
}

} // namespace playhead
