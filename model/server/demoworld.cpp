// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demoworld.h"

#include "model/core/ulid.h"

namespace playhead {

using namespace std::chrono_literals;

namespace {

constexpr size_t kSessionsKept = 400;

} // namespace

DemoWorld::DemoWorld(quint64 seed, Instant windowStart)
    : random(seed)
{
    const Instant longAgo = windowStart - std::chrono::days(200);
    environmentId = id("environment_", longAgo);
    clientId = id("client_", longAgo);
    waitlistId = id("waitlist_", longAgo);
    for (const DemoCompany &company : demoCompanies()) {
        found(company, windowStart);
    }
    m_staff.resize(organizations.size());
    m_guests.resize(organizations.size());
}

void DemoWorld::found(const DemoCompany &company, Instant windowStart)
{
    DemoOrganization organization;
    organization.company = &company;
    organization.id = id("org_", windowStart);
    organization.externalId = uuid();
    organization.stripeId = "cus_" + token(14);
    organization.domainId = id("org_domain_", windowStart);
    organization.connectionId = id("conn_", windowStart);
    organization.connectionKey = token(16);
    organization.directoryId = id("directory_", windowStart);
    organization.directoryKey = token(16);
    organization.groupId = id("group_", windowStart);
    organization.groupDescription = "Everyone who may sign contracts";
    organization.created = windowStart;
    organization.updated = windowStart;
    organization.domainUpdated = windowStart;
    organization.groupUpdated = windowStart;
    organization.seats = int(random.between(2, 40)) * 10;
    for (const DemoDepartment &department : demoDepartments()) {
        organization.groups.push_back({id("directory_group_", windowStart),
                                       token(14),
                                       department.name,
                                       windowStart,
                                       windowStart});
    }
    m_totalWeight += company.weight;
    organizations.push_back(std::move(organization));
}

QByteArray DemoWorld::id(QByteArrayView prefix, Instant time)
{
    const qint64 ms =
        std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    UlidBytes bytes{};
    for (size_t i = 0; i < 6; ++i) {
        bytes[i] = quint8(quint64(ms) >> (8 * (5 - i)));
    }
    const quint64 high = random.next();
    const quint64 low = random.next();
    for (size_t i = 0; i < 8; ++i) {
        bytes[6 + i] = quint8(high >> (8 * i));
    }
    bytes[14] = quint8(low);
    bytes[15] = quint8(low >> 8);
    return prefix.toByteArray() + encodeUlid(bytes);
}

QByteArray DemoWorld::token(int length)
{
    constexpr char kLetters[] = "abcdefghijkmnpqrstuvwxyz23456789";
    QByteArray text(length, Qt::Uninitialized);
    for (char &c : text) {
        c = kLetters[random.below(32)];
    }
    return text;
}

QByteArray DemoWorld::uuid()
{
    constexpr char kHex[] = "0123456789abcdef";
    QByteArray text("00000000-0000-4000-8000-000000000000");
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '0') {
            text[i] = kHex[random.below(16)];
        }
    }
    return text;
}

QByteArray DemoWorld::address()
{
    // The three blocks for documentation (RFC 5737).
    constexpr std::array<const char *, 3> kBlocks = {"192.0.2.", "198.51.100.", "203.0.113."};
    // One draw a statement, here and everywhere: compilers differ in the order within an expression.
    const QByteArray block = random.pick(kBlocks);
    return block + QByteArray::number(random.between(1, 254));
}

QByteArray DemoWorld::agent()
{
    return random.pick(demoUserAgents());
}

size_t DemoWorld::anyOrganization()
{
    int left = int(random.below(quint64(m_totalWeight)));
    for (size_t i = 0; i < organizations.size(); ++i) {
        left -= organizations[i].company->weight;
        if (left < 0) {
            return i;
        }
    }
    return 0;
}

size_t DemoWorld::anyStaff(size_t organization, Instant now)
{
    const std::vector<size_t> &staff = m_staff[organization];
    return staff.empty() ? newPerson(organization, now - std::chrono::days(100), true)
                         : random.pick(std::span<const size_t>(staff));
}

size_t DemoWorld::anyUser(size_t organization, Instant now)
{
    const std::vector<size_t> &guests = m_guests[organization];
    const bool guest = !guests.empty() && random.chance(25);
    return guest ? random.pick(std::span<const size_t>(guests)) : anyStaff(organization, now);
}

void DemoWorld::nameByChance(DemoPerson &person, const DemoCompany &company)
{
    const DemoName &first = random.pick(demoFirstNames());
    const DemoName &last = random.pick(demoLastNames());
    person.firstName = first.shown;
    person.lastName = last.shown;
    QByteArray name = QByteArray(first.ascii) + '.' + last.ascii;
    const int used = m_mailNames[name + '@' + company.domain]++;
    if (used > 0) {
        name += QByteArray::number(used + 1);
    }
    person.email = name + '@' + company.domain;
}

size_t DemoWorld::newPerson(size_t organization, Instant now, bool inDirectory)
{
    DemoPerson person;
    person.organization = organization;
    nameByChance(person, *organizations[organization].company);
    person.group = size_t(random.below(demoDepartments().size()));
    const DemoDepartment &department = demoDepartments()[person.group];
    person.department = department.name;
    person.title = random.pick(department.titles);
    person.role = random.chance(12) ? "admin" : "member";
    person.locale = random.pick(demoLocales());
    person.costCenter = random.chance(60) ? random.between(410, 429) * 10 : 0;
    person.inDirectory = inDirectory;
    if (inDirectory) {
        person.directoryUserId = id("directory_user_", now);
        person.idpId = token(20);
    }
    person.userId = id("user_", now);
    person.externalId = inDirectory ? uuid() : QByteArray();
    person.membershipId = id("om_", now);
    person.directoryCreated = person.directoryUpdated = now;
    person.userCreated = person.userUpdated = now;
    person.membershipCreated = person.membershipUpdated = now;

    const size_t index = people.size();
    people.push_back(std::move(person));
    (inDirectory ? m_staff : m_guests)[organization].push_back(index);
    return index;
}

size_t DemoWorld::takeLeaver(size_t organization, Instant now)
{
    std::vector<size_t> &staff = m_staff[organization];
    if (staff.size() <= 2) {
        newPerson(organization, now - std::chrono::days(100), true);
    }
    const size_t place = size_t(random.below(staff.size()));
    const size_t person = staff[place];
    staff[place] = staff.back();
    staff.pop_back();
    return person;
}

DemoSession DemoWorld::takeSession(size_t person, Instant now)
{
    while (sessions.size() > kSessionsKept) {
        sessions.pop_front();
    }
    for (auto session = sessions.begin(); session != sessions.end(); ++session) {
        if (session->person == person) {
            DemoSession found = *session;
            sessions.erase(session);
            return found;
        }
    }
    const Instant begun = now - 9h;
    return {id("session_", begun), person, "sso", address(), agent(), begun};
}

} // namespace playhead
