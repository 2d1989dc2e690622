// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventsummaries.h"

#include "model/core/instant.h"
#include "model/events/eventvalues.h"
#include "model/events/signintexts.h"

#include <QCoreApplication>
#include <QStringList>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// Summaries stand in one line of a table: what does not fit there need not be made.
constexpr qsizetype kMaxDomains = 8;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(EventSummaries)
};

QString failure(JsonValue event)
{
    for (const QByteArrayView pointer :
         {"/data/error/code", "/data/error_code", "/data/reason", "/data/error/message"}) {
        const QString text = stringAt(event, pointer);
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QString state(JsonValue event)
{
    const QString text = stringAt(event, "/data/state");
    return text.isEmpty() ? stringAt(event, "/data/status") : text;
}

QString wasState(JsonValue event)
{
    const QString text = state(event);
    return text.isEmpty() ? QString() : Text::tr("was %1").arg(text);
}

QString created(JsonValue event)
{
    const QString text = state(event);
    return text.isEmpty() ? Text::tr("new") : Text::tr("new, %1").arg(text);
}

QString memberAdded(JsonValue event)
{
    return Text::tr("added %1").arg(personName(event, "/data/user"));
}

QString memberRemoved(JsonValue event)
{
    return Text::tr("removed %1").arg(personName(event, "/data/user"));
}

QString groupMember(JsonValue event, bool isAdded)
{
    const QString tail = idTail(stringAt(event, "/data/organization_membership_id").toUtf8());
    return isAdded ? Text::tr("added membership %1").arg(tail)
                   : Text::tr("removed membership %1").arg(tail);
}

QString days(qint64 count)
{
    return count == 1 ? Text::tr("1 day") : Text::tr("%1 days").arg(count);
}

/// How long a code or link is good for: from the object's creation to its expiry.
QString expiry(JsonValue event)
{
    const std::optional<Instant> from = tryParseIsoInstant(
        stringAt(event, "/data/created_at").toUtf8());
    const std::optional<Instant> until = tryParseIsoInstant(
        stringAt(event, "/data/expires_at").toUtf8());
    if (!from || !until || *until <= *from) {
        return {};
    }
    const qint64 minutes = std::chrono::round<std::chrono::minutes>(*until - *from).count();
    if (minutes >= 2 * 24 * 60) {
        return Text::tr("expires in %1").arg(days(minutes / (24 * 60)));
    }
    if (minutes >= 2 * 60) {
        return Text::tr("expires in %1 hours").arg(minutes / 60);
    }
    return minutes == 1 ? Text::tr("expires in 1 minute")
                        : Text::tr("expires in %1 minutes").arg(minutes);
}

QString certificateDue(JsonValue event)
{
    const std::optional<JsonValue> left = event.at("/data/days_until_expiry");
    const std::optional<qint64> count = left ? left->integer() : std::nullopt;
    if (isTrueAt(event, "/data/certificate/is_expired")) {
        return Text::tr("expired");
    }
    return count ? Text::tr("expires in %1").arg(days(*count)) : QString();
}

QString certificateRenewed(JsonValue event)
{
    return Text::tr("good until %1").arg(stringAt(event, "/data/certificate/expiry_date").left(10));
}

QString permissions(JsonValue event)
{
    if (!event.at("/data/permissions")) {
        return {};
    }
    const qsizetype count = arraySizeAt(event, "/data/permissions");
    return count == 1 ? Text::tr("1 permission") : Text::tr("%1 permissions").arg(count);
}

QString permission(JsonValue event)
{
    return joined({isTrueAt(event, "/data/system") ? Text::tr("system") : QString(),
                   stringAt(event, "/data/description")});
}

QString connection(JsonValue event)
{
    return joined({stringAt(event, "/data/connection_type"), state(event)});
}

QString connectionDeleted(JsonValue event)
{
    return joined({stringAt(event, "/data/connection_type"), wasState(event)});
}

QString directory(JsonValue event)
{
    return joined({stringAt(event, "/data/type"), state(event)});
}

QString directoryDeleted(JsonValue event)
{
    return joined({stringAt(event, "/data/type"), wasState(event)});
}

QString directoryGroup(JsonValue event)
{
    const QString idpId = stringAt(event, "/data/idp_id");
    return idpId.isEmpty() ? QString() : Text::tr("IdP id %1").arg(idpId);
}

QString directoryToken(JsonValue event)
{
    return Text::tr("token …%1").arg(stringAt(event, "/data/token_suffix"));
}

QString flag(JsonValue event)
{
    const QString isOn = isTrueAt(event, "/data/enabled") ? Text::tr("enabled")
                                                          : Text::tr("disabled");
    const QString byDefault = isTrueAt(event, "/data/default_value") ? Text::tr("default on")
                                                                     : Text::tr("default off");
    return joined({isOn, byDefault});
}

QString flagRule(JsonValue event)
{
    const QString now = stringAt(event, "/context/access_type");
    const QString before = stringAt(event, "/context/previous_attributes/context/access_type");
    return before.isEmpty() || before == now ? Text::tr("access %1").arg(now)
                                             : Text::tr("access %1 → %2").arg(before, now);
}

QString description(JsonValue event)
{
    return stringAt(event, "/data/description");
}

QString invitation(JsonValue event)
{
    const QString role = stringAt(event, "/data/role_slug");
    return joined({Text::tr("to %1").arg(stringAt(event, "/data/email")),
                   role.isEmpty() ? QString() : Text::tr("role %1").arg(role)});
}

QString organization(JsonValue event)
{
    QStringList names;
    if (const std::optional<JsonValue> domains = event.at("/data/domains");
        domains && domains->isArray()) {
        domains->forEachElement([&names](JsonValue domain) {
            if (names.size() < kMaxDomains && domain.isObject()) {
                names.append(stringAt(domain, "/domain"));
            }
        });
    }
    return names.join(u", "_s);
}

QString domain(JsonValue event)
{
    const QString strategy = stringAt(event, "/data/verification_strategy");
    return joined({state(event), strategy == "dns"_L1 ? u"DNS"_s : strategy});
}

QString membership(JsonValue event)
{
    const QString status = stringAt(event, "/data/status");
    return joined({Text::tr("role %1").arg(stringAt(event, "/data/role/slug")),
                   status == "active"_L1 ? QString() : status});
}

QString membershipDeleted(JsonValue event)
{
    return Text::tr("was %1").arg(stringAt(event, "/data/role/slug"));
}

QString provider(JsonValue event)
{
    const qsizetype scopes = arraySizeAt(event, "/data/scopes");
    return joined({stringAt(event, "/data/provider_slug"),
                   scopes == 0   ? QString()
                   : scopes == 1 ? Text::tr("1 scope")
                                 : Text::tr("%1 scopes").arg(scopes)});
}

QString user(JsonValue event)
{
    return isTrueAt(event, "/data/email_verified") ? Text::tr("email verified")
                                                   : Text::tr("email not verified");
}

QString byokKey(JsonValue event)
{
    return stringAt(event, "/data/key_provider").replace(u'_', u' ');
}

QString byokVerified(JsonValue event)
{
    return joined(
        {byokKey(event),
         isTrueAt(event, "/data/verified") ? Text::tr("verified") : Text::tr("not verified")});
}

QString vault(JsonValue event)
{
    QString name = stringAt(event, "/data/kv_name");
    if (name.isEmpty()) {
        name = stringAt(event, "/data/key_name");
    }
    if (name.isEmpty()) {
        name = idTail(stringAt(event, "/data/key_id").toUtf8());
    }
    if (const qsizetype keys = arraySizeAt(event, "/data/key_ids"); keys > 0) {
        name = keys == 1 ? Text::tr("1 key") : Text::tr("%1 keys").arg(keys);
    }
    const QString actor = stringAt(event, "/data/actor_name");
    return joined({name, actor.isEmpty() ? QString() : Text::tr("by %1").arg(actor)});
}

QString agentSwitched(JsonValue event)
{
    return Text::tr("from %1 to %2")
        .arg(idTail(stringAt(event, "/data/from_organization_id").toUtf8()),
             idTail(stringAt(event, "/data/to_organization_id").toUtf8()));
}

QString agentClaimed(JsonValue event)
{
    return Text::tr("claimed by %1")
        .arg(idTail(stringAt(event, "/data/claimed_by/user_id").toUtf8()));
}

QString agentCreated(JsonValue event)
{
    return joined({stringAt(event, "/data/kind"), stringAt(event, "/data/status")});
}

struct Rule
{
    QLatin1StringView pattern; ///< A type, or the beginning of types before a `*`.
    QString (*summary)(JsonValue event);
};

/// The first that fits counts.
constexpr Rule kRules[] = {
    {"action.*"_L1, denied},
    {"agent.registration.claim.attempt.created"_L1, expiry},
    {"agent.registration.claim.completed"_L1, agentClaimed},
    {"agent.registration.created"_L1, agentCreated},
    {"agent.registration.credential.issued"_L1,
     [](JsonValue event) { return stringAt(event, "/data/detail/kind"); }},
    {"agent.registration.deleted"_L1, [](JsonValue) { return Text::tr("deleted"); }},
    {"agent.registration.expired"_L1, [](JsonValue) { return Text::tr("expired"); }},
    {"agent.registration.organization.switched"_L1, agentSwitched},
    {"agent.registration.refreshed"_L1, [](JsonValue) { return Text::tr("refreshed"); }},
    {"agent.registration.revoked"_L1, [](JsonValue) { return Text::tr("revoked"); }},
    {"api_key.*"_L1, permissions},
    {"authentication.radar_risk_detected"_L1, radarRisk},
    {"authentication.sso_started"_L1, ssoStarted},
    {"authentication.*"_L1, signIn},
    {"connection.deleted"_L1, connectionDeleted},
    {"connection.saml_certificate_renewal_required"_L1, certificateDue},
    {"connection.saml_certificate_renewed"_L1, certificateRenewed},
    {"connection.*"_L1, connection},
    {"dsync.activated"_L1, directory},
    {"dsync.deleted"_L1, directoryDeleted},
    {"dsync.group.user_added"_L1, memberAdded},
    {"dsync.group.user_removed"_L1, memberRemoved},
    {"dsync.group.*"_L1, directoryGroup},
    {"dsync.token.*"_L1, directoryToken},
    {"dsync.user.created"_L1, created},
    {"dsync.user.deleted"_L1, wasState},
    {"email_verification.created"_L1, expiry},
    {"flag.rule_updated"_L1, flagRule},
    {"flag.*"_L1, flag},
    {"group.member_added"_L1, [](JsonValue event) { return groupMember(event, true); }},
    {"group.member_removed"_L1, [](JsonValue event) { return groupMember(event, false); }},
    {"group.*"_L1, description},
    {"invitation.*"_L1, invitation},
    {"magic_auth.created"_L1, expiry},
    {"organization.*"_L1, organization},
    {"organization_domain.*"_L1, domain},
    {"organization_membership.deleted"_L1, membershipDeleted},
    {"organization_membership.*"_L1, membership},
    {"organization_role.*"_L1, permissions},
    {"password_reset.created"_L1, expiry},
    {"password_reset.succeeded"_L1, [](JsonValue) { return Text::tr("password changed"); }},
    {"permission.*"_L1, permission},
    {"pipes.*"_L1, provider},
    {"radar.challenge_created"_L1, [](JsonValue event) { return stringAt(event, "/data/type"); }},
    {"role.*"_L1, permissions},
    {"session.*"_L1, session},
    {"user.*"_L1, user},
    {"vault.byok_key.verification_completed"_L1, byokVerified},
    {"vault.byok_key.*"_L1, byokKey},
    {"vault.*"_L1, vault},
    {"*"_L1, state},
};

bool fits(QLatin1StringView pattern, QLatin1StringView type)
{
    return pattern.endsWith('*'_L1) ? type.startsWith(pattern.chopped(1)) : type == pattern;
}

} // namespace

QString eventSummary(JsonValue event, QByteArrayView type)
{
    const QLatin1StringView name(type.data(), type.size());
    if (name.endsWith("failed"_L1) || name.endsWith("timed_out"_L1)) {
        if (const QString text = failure(event); !text.isEmpty()) {
            return text;
        }
    }
    if (name != "flag.rule_updated"_L1) {
        if (const QString keys = changedKeys(event); !keys.isEmpty()) {
            return keys;
        }
    }
    for (const Rule &rule : kRules) {
        if (fits(rule.pattern, name)) {
            return rule.summary(event);
        }
    }
    return {};
}

} // namespace playhead
