// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/benchgenerator.h"

#include "model/core/ulid.h"

#include <algorithm>
#include <array>

namespace playhead::bench {

namespace {

constexpr quint32 kOrganizations = 501;
constexpr quint32 kNewObjectsOf1000 = 203; // sign-ins and organizations bring none of their own
constexpr quint32 kCommonOf100 = 64;
constexpr quint32 kRareOf1000 = 30;

// As they stand in JSON: some with escapes, some in plain UTF-8.
constexpr std::array<QByteArrayView, 16> kFirstNames{"Ada",
                                                     "Grace",
                                                     "Jos\\u00e9",
                                                     "Zo\xc3\xab",
                                                     "Linus",
                                                     "Margaret",
                                                     "Anne \\\"Annie\\\"",
                                                     "Dennis",
                                                     "Katherine",
                                                     "Bj\\u00f8rn",
                                                     "Alan",
                                                     "Barbara",
                                                     "Edsger",
                                                     "Radia",
                                                     "Tim",
                                                     "Yukihiro"};
constexpr std::array<QByteArrayView, 16> kLastNames{"Lovelace",
                                                    "Hopper",
                                                    "N\\u00fa\\u00f1ez",
                                                    "O'Brien",
                                                    "Torvalds",
                                                    "Hamilton",
                                                    "Dijkstra",
                                                    "Ritchie",
                                                    "Johnson",
                                                    "Perlman",
                                                    "Turing",
                                                    "Liskov",
                                                    "Matsumoto",
                                                    "Goldberg",
                                                    "Kay",
                                                    "Wirth"};
constexpr std::array<QByteArrayView, 12> kTitles{"Engineer",
                                                 "Staff Engineer",
                                                 "Account Executive",
                                                 "Designer",
                                                 "Support Lead",
                                                 "Recruiter",
                                                 "Data Scientist",
                                                 "Office Manager",
                                                 "Controller",
                                                 "Counsel",
                                                 "Sales \\/ Partners",
                                                 "Product Manager"};
constexpr std::array<QByteArrayView, 24> kWords{"access",  "review",   "quarter", "moved",
                                                "from",    "the",      "field",   "office",
                                                "to",      "platform", "team",    "badge",
                                                "renewed", "until",    "spring",  "contract",
                                                "remote",  "hardware", "laptop",  "pending",
                                                "owner",   "group",    "shared",  "calendar"};
constexpr std::array<QByteArrayView, 4> kAgents{
    "Mozilla\\/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit\\/537.36 (KHTML, like Gecko) Chrome\\/131.0.0.0 Safari\\/537.36",
    "Mozilla\\/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko\\/20100101 Firefox\\/133.0",
    "Mozilla\\/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit\\/605.1.15 (KHTML, like Gecko) Version\\/18.1 Mobile\\/15E148 Safari\\/604.1",
    "okta-provisioning\\/2.4 (+https:\\/\\/okta.example)"};

quint64 mixed(quint64 number)
{
    number ^= number >> 30;
    number *= 0xBF58476D1CE4E5B9ULL;
    number ^= number >> 27;
    number *= 0x94D049BB133111EBULL;
    return number ^ (number >> 31);
}

QByteArray ulidOf(Instant time, quint64 low)
{
    UlidBytes bytes{};
    const auto ms = quint64(toUs(time) / 1000);
    for (size_t i = 0; i < 6; ++i) {
        bytes[i] = quint8(ms >> (40 - 8 * i));
    }
    const quint64 high = mixed(low);
    bytes[6] = quint8(high);
    bytes[7] = quint8(high >> 8);
    for (size_t i = 0; i < 8; ++i) {
        bytes[8 + i] = quint8(low >> (8 * i));
    }
    return encodeUlid(bytes);
}

} // namespace

struct EventGenerator::Type
{
    const char *name;
    Kind kind;
    quint32 weight;
    const char *special = ""; ///< The shape of `data` when the kind alone does not say it.
};

const std::array<EventGenerator::Type, 22> EventGenerator::kTypes{{
    {"dsync.user.updated", DirectoryUser, 250},
    {"dsync.user.created", DirectoryUser, 120},
    {"dsync.user.deleted", DirectoryUser, 40},
    {"dsync.group.created", DirectoryGroup, 20},
    {"dsync.group.updated", DirectoryGroup, 40},
    {"dsync.group.deleted", DirectoryGroup, 10},
    {"dsync.group.user_added", DirectoryUser, 100, "group and user"},
    {"dsync.group.user_removed", DirectoryUser, 40, "group and user"},
    {"dsync.activated", Directory, 2},
    {"connection.activated", Connection, 2},
    {"connection.deactivated", Connection, 2},
    {"user.created", User, 50},
    {"user.updated", User, 60},
    {"user.deleted", User, 10},
    {"session.created", Session, 90},
    {"session.revoked", Session, 20},
    {"authentication.sso_succeeded", User, 50, "sign-in"},
    {"authentication.password_failed", User, 20, "failed sign-in"},
    {"organization_membership.created", Membership, 30},
    {"organization_membership.updated", Membership, 25},
    {"organization_membership.deleted", Membership, 9},
    {"organization.updated", Organization, 10},
}};

EventGenerator::EventGenerator(quint64 seed, quint32 count)
    : m_random(seed)
    , m_seed(seed)
    , m_stepUs(kMadeDays / Duration(1) / std::max<qint64>(count, 1))
{}

const QByteArray &EventGenerator::next()
{
    m_time = std::chrono::floor<std::chrono::milliseconds>(kMadeEnd - kMadeDays
                                                           + Duration(m_stepUs * m_made));
    ++m_made;
    const Type &type = this->type();
    m_text.resize(0);
    m_text += R"({"object":"event")";
    member("id", "event_" + ulid(m_time));
    member("event", type.name);
    m_text += R"(,"data":)";
    data(type);
    member("created_at", isoUtcMs(m_time));
    m_text += '}';
    return m_text;
}

quint32 EventGenerator::below(quint32 limit)
{
    return quint32(((m_random() >> 32) * limit) >> 32);
}

QByteArray EventGenerator::ulid(Instant time)
{
    return ulidOf(time, m_random());
}

QByteArray EventGenerator::idOf(Kind kind, quint32 number) const
{
    constexpr std::array<const char *, kKinds> kPrefixes{"directory_user_",
                                                         "directory_group_",
                                                         "directory_",
                                                         "conn_",
                                                         "user_",
                                                         "session_",
                                                         "om_",
                                                         "org_"};
    return kPrefixes[kind]
           + ulidOf(kMadeEnd - kMadeDays, mixed(m_seed + (quint64(kind) << 32) + number));
}

QByteArray EventGenerator::knownOrNew(Kind kind)
{
    quint32 &known = m_objects[kind];
    if (known == 0 || below(1000) < kNewObjectsOf1000) {
        return idOf(kind, known++);
    }
    return idOf(kind, below(known));
}

/// Some organizations are much larger than others.
QByteArray EventGenerator::organization()
{
    return idOf(Organization, std::min(below(kOrganizations), below(kOrganizations)));
}

const EventGenerator::Type &EventGenerator::type()
{
    quint32 place = below(1000);
    for (const Type &type : kTypes) {
        if (place < type.weight) {
            return type;
        }
        place -= type.weight;
    }
    return kTypes.front();
}

void EventGenerator::open(QByteArrayView key, QByteArrayView text)
{
    m_text.append("{\"").append(key).append("\":\"").append(text).append('"');
}

void EventGenerator::member(QByteArrayView key, QByteArrayView text)
{
    m_text.append(",\"").append(key).append("\":\"").append(text).append('"');
}

void EventGenerator::person(QByteArrayView idKey, const QByteArray &id)
{
    const QByteArrayView first = any(kFirstNames);
    const QByteArrayView last = any(kLastNames);
    const QByteArray number = QByteArray::number(below(90'000));
    member(idKey, id);
    member("email", "person" + number + "@example-" + QByteArray::number(below(300)) + ".com");
    member("first_name", first);
    member("last_name", last);
}

/// Some words; now and then one of those that are looked for.
void EventGenerator::note(QByteArrayView key, quint32 words)
{
    m_text.append(",\"").append(key).append("\":\"");
    const bool hasCommon = below(100) < kCommonOf100;
    const bool hasRare = below(1000) < kRareOf1000;
    const quint32 commonAt = below(words);
    const quint32 rareAt = below(words);
    for (quint32 i = 0; i < words; ++i) {
        m_text.append(any(kWords)).append(' ');
        if (hasCommon && i == commonAt) {
            m_text.append(kCommonText).append(' ');
        }
        if (hasRare && i == rareAt) {
            m_text.append(kRareText).append(' ');
        }
    }
    m_text += R"(CORP\\share")";
}

void EventGenerator::dates()
{
    member("created_at", isoUtcMs(m_time - std::chrono::hours(below(2000))));
    member("updated_at", isoUtcMs(m_time - std::chrono::milliseconds(below(60'000))));
}

void EventGenerator::data(const Type &type)
{
    const QByteArrayView special(type.special);
    if (special == "group and user") {
        open("directory_id", idOf(Directory, below(kOrganizations)));
        m_text += R"(,"user":)";
        directoryUser(knownOrNew(DirectoryUser), 3);
        m_text += R"(,"group":)";
        directoryGroup(knownOrNew(DirectoryGroup), 3);
        m_text += '}';
    } else if (!special.isEmpty()) {
        signIn(special == "failed sign-in");
    } else if (type.kind == DirectoryUser) {
        directoryUser(knownOrNew(DirectoryUser), 23);
    } else if (type.kind == DirectoryGroup) {
        directoryGroup(knownOrNew(DirectoryGroup), 55);
    } else if (type.kind == User) {
        user(knownOrNew(User));
    } else if (type.kind == Session) {
        session(knownOrNew(Session));
    } else if (type.kind == Membership) {
        membership(knownOrNew(Membership));
    } else {
        named(type.kind, type.kind == Organization ? organization() : knownOrNew(type.kind));
    }
}

void EventGenerator::directoryUser(const QByteArray &id, quint32 words)
{
    open("object", "directory_user");
    person("id", id);
    member("directory_id", idOf(Directory, below(kOrganizations)));
    member("organization_id", organization());
    member("idp_id", QByteArray::number(m_random() >> 8));
    member("job_title", any(kTitles));
    member("state", below(10) == 0 ? "inactive" : "active");
    m_text += R"(,"emails":[{"primary":true,"type":"work"}],"raw_attributes":{"level":)"
              + QByteArray::number(below(12)) + R"(,"manager":)";
    open("id", idOf(DirectoryUser, below(1000)));
    m_text += '}';
    note("note", words);
    m_text += R"(},"custom_attributes":)";
    open("department", any(kTitles));
    m_text += R"(,"tags":["a\u002fb",null,1.50]})";
    dates();
    m_text += '}';
}

void EventGenerator::directoryGroup(const QByteArray &id, quint32 words)
{
    open("object", "directory_group");
    member("id", id);
    member("directory_id", idOf(Directory, below(kOrganizations)));
    member("organization_id", organization());
    member("name", any(kTitles));
    note("description", words);
    dates();
    m_text += '}';
}

void EventGenerator::signIn(bool isFailure)
{
    open("type", isFailure ? "password" : "sso");
    member("status", isFailure ? "failed" : "succeeded");
    person("user_id", knownOrNew(User));
    member("ip_address", "203.0.113." + QByteArray::number(below(256)));
    member("user_agent", any(kAgents));
    if (isFailure) {
        m_text += R"(,"error":{"code":"invalid_credentials","message":"Nope, \"no\"."})";
    } else {
        m_text += R"(,"sso":)";
        open("organization_id", organization());
        member("connection_id", idOf(Connection, below(kOrganizations)));
        m_text += '}';
    }
    note("hint", 38);
    m_text += '}';
}

void EventGenerator::session(const QByteArray &id)
{
    open("object", "session");
    member("id", id);
    member("user_id", idOf(User, below(1000)));
    member("organization_id", organization());
    member("ip_address", "198.51.100." + QByteArray::number(below(256)));
    member("user_agent", any(kAgents));
    m_text += R"(,"impersonator":null,"ended_at":null)";
    note("auth_note", 38);
    dates();
    m_text += '}';
}

void EventGenerator::membership(const QByteArray &id)
{
    open("object", "organization_membership");
    member("id", id);
    member("user_id", idOf(User, below(1000)));
    member("organization_id", organization());
    m_text += R"(,"role":{"slug":"member"},"directory_managed":true,"custom_attributes":)";
    open("team", any(kTitles));
    note("note", 55);
    m_text += '}';
    dates();
    m_text += '}';
}

void EventGenerator::user(const QByteArray &id)
{
    open("object", "user");
    person("id", id);
    m_text +=
        R"(,"email_verified":true,"external_id":null,"profile_picture_url":"https:\/\/img.example\/1.png")";
    m_text += R"(,"metadata":)";
    open("plan", "pro");
    note("note", 55);
    m_text += '}';
    dates();
    m_text += '}';
}

void EventGenerator::named(Kind kind, const QByteArray &id)
{
    open("object",
         kind == Directory    ? "directory"
         : kind == Connection ? "connection"
                              : "organization");
    member("id", id);
    member("name", QByteArray(any(kLastNames).toByteArray()) + " & Co.");
    member("state", "active");
    if (kind != Organization) {
        member("organization_id", organization());
    }
    note("note", 60);
    dates();
    m_text += '}';
}

} // namespace playhead::bench
