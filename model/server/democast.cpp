// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/democast.h"

namespace playhead {

namespace {

constexpr DemoCompany kCompanies[] = {
    {"Foo Corp",
     "foo-corp.example",
     "enterprise",
     "OktaSAML",
     "Foo Corp Okta",
     "okta scim v2.0",
     30},
    {"Lumen Health",
     "lumen-health.example",
     "enterprise",
     "AzureSAML",
     "Lumen Entra ID",
     "azure scim v2.0",
     22},
    {"Birch & Vale",
     "birchvale.example",
     "team",
     "GoogleSAML",
     "Birch & Vale Google",
     "gsuite directory",
     14},
    {"Orbital", "orbital.example", "team", "OktaOIDC", "Orbital Okta", "okta scim v2.0", 13},
    {"Kestrel Air",
     "kestrel-air.example",
     "enterprise",
     "PingFederateSAML",
     "Kestrel Ping",
     "pingfederate scim v2.0",
     10},
    {"Pinegrove",
     "pinegrove.example",
     "team",
     "EntraIdOIDC",
     "Pinegrove Entra ID",
     "azure scim v2.0",
     7},
    {"Café Noor",
     "cafe-noor.example",
     "starter",
     "GenericOIDC",
     "Café Noor SSO",
     "generic scim v2.0",
     3},
    {"Tidewater Mutual",
     "tidewater.example",
     "enterprise",
     "OneLoginSAML",
     "Tidewater OneLogin",
     "onelogin scim v2.0",
     6},
};

constexpr DemoName kFirstNames[] = {
    {"Imani", "imani"}, {"Veda", "veda"},   {"Lela", "lela"},     {"Noor", "noor"},
    {"Dana", "dana"},   {"Kim", "kim"},     {"Petra", "petra"},   {"José", "jose"},
    {"Søren", "soren"}, {"Mio", "mio"},     {"Chidi", "chidi"},   {"Aoife", "aoife"},
    {"Ravi", "ravi"},   {"Zoë", "zoe"},     {"Marek", "marek"},   {"Leila", "leila"},
    {"Tomás", "tomas"}, {"Hana", "hana"},   {"Owen", "owen"},     {"Ines", "ines"},
    {"Kofi", "kofi"},   {"Greta", "greta"}, {"Yusuf", "yusuf"},   {"Anneke", "anneke"},
    {"Diego", "diego"}, {"Freya", "freya"}, {"Sanjay", "sanjay"}, {"Camille", "camille"},
    {"Bo", "bo"},       {"Łucja", "lucja"}, {"Nadia", "nadia"},   {"Elias", "elias"},
};

constexpr DemoName kLastNames[] = {
    {"Osei", "osei"},
    {"Torp", "torp"},
    {"Block", "block"},
    {"Haddad", "haddad"},
    {"Whitfield", "whitfield"},
    {"Nakamura", "nakamura"},
    {"Lund", "lund"},
    {"Álvarez", "alvarez"},
    {"Kjær", "kjaer"},
    {"Ito", "ito"},
    {"Eze", "eze"},
    {"O'Brien", "obrien"},
    {"Iyer", "iyer"},
    {"Brandt", "brandt"},
    {"Novák", "novak"},
    {"Farahani", "farahani"},
    {"Pereira", "pereira"},
    {"Sato", "sato"},
    {"Price", "price"},
    {"Duarte", "duarte"},
    {"Mensah", "mensah"},
    {"Roth", "roth"},
    {"Demir", "demir"},
    {"de Vries", "devries"},
    {"Castillo", "castillo"},
    {"Nilsen", "nilsen"},
    {"Rao", "rao"},
    {"Lefèvre", "lefevre"},
    {"Chen", "chen"},
    {"Wójcik", "wojcik"},
    {"Petrova", "petrova"},
    {"Bergström", "bergstrom"},
};

constexpr DemoDepartment kDepartments[] = {
    {"Engineering",
     {"Software Engineer", "Senior Software Engineer", "Staff Engineer", "Engineering Manager"}},
    {"Platform",
     {"Platform Engineer", "Site Reliability Engineer", "Infrastructure Lead", "Release Engineer"}},
    {"Support",
     {"Support Agent", "Support Lead", "Technical Account Manager", "Solutions Engineer"}},
    {"Field Sales",
     {"Account Executive", "Sales Engineer", "Regional Director", "Sales Associate"}},
    {"Finance", {"Accountant", "Financial Analyst", "Controller", "Payroll Specialist"}},
    {"R&D \"Skunkworks\"",
     {"Researcher", "Principal Scientist", "Lab Technician", "Research Lead"}},
};

constexpr const char *kUserAgents[] = {
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
    "Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
    "Safari/537.36 Edg/142.0.0.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 "
    "Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/26.1 Mobile/15E148 Safari/604.1",
};

constexpr const char *kLocales[] = {"en-US", "en-GB", "de-DE", "pt-BR", "ja-JP", "fr-FR"};

} // namespace

std::span<const DemoCompany> demoCompanies()
{
    return kCompanies;
}

std::span<const DemoName> demoFirstNames()
{
    return kFirstNames;
}

std::span<const DemoName> demoLastNames()
{
    return kLastNames;
}

std::span<const DemoDepartment> demoDepartments()
{
    return kDepartments;
}

std::span<const char *const> demoUserAgents()
{
    return kUserAgents;
}

std::span<const char *const> demoLocales()
{
    return kLocales;
}

} // namespace playhead
