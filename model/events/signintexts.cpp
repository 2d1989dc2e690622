// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/signintexts.h"

#include "model/events/eventvalues.h"

#include <QCoreApplication>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(EventSummaries)
};

/// How a person signed in, as the guide names it.
QString signInMethod(JsonValue event)
{
    static constexpr struct
    {
        QLatin1StringView type;
        const char *label;
    } kMethods[] = {
        {"sso"_L1, "SSO"},
        {"password"_L1, QT_TRANSLATE_NOOP("EventSummaries", "Password")},
        {"oauth"_L1, "OAuth"},
        {"mfa"_L1, "MFA"},
        {"passkey"_L1, QT_TRANSLATE_NOOP("EventSummaries", "Passkey")},
        {"magic_auth"_L1, "Magic Auth"},
        {"magic_code"_L1, "Magic Auth"},
        {"email_verification"_L1, QT_TRANSLATE_NOOP("EventSummaries", "Email verification")},
        {"reauthentication"_L1, QT_TRANSLATE_NOOP("EventSummaries", "Reauthentication")},
        {"impersonation"_L1, QT_TRANSLATE_NOOP("EventSummaries", "Impersonation")},
    };
    const QString type = stringAt(event, "/data/type");
    for (const auto &method : kMethods) {
        if (type == method.type) {
            return QCoreApplication::translate("EventSummaries", method.label);
        }
    }
    return type;
}

QString userAgentAt(JsonValue event)
{
    const std::optional<JsonValue> agent = event.at("/data/user_agent");
    return agent ? shortUserAgent(agent->string()) : QString();
}

} // namespace

QString signIn(JsonValue event)
{
    return joined({signInMethod(event), userAgentAt(event)});
}

QString ssoStarted(JsonValue event)
{
    return joined(
        {signInMethod(event), idTail(stringAt(event, "/data/sso/connection_id").toUtf8())});
}

QString session(JsonValue event)
{
    const QString impersonator = stringAt(event, "/data/impersonator/email");
    return joined(
        {userAgentAt(event),
         impersonator.isEmpty() ? QString() : Text::tr("impersonated by %1").arg(impersonator)});
}

QString radarRisk(JsonValue event)
{
    return joined({stringAt(event, "/data/action"),
                   stringAt(event, "/data/control"),
                   stringAt(event, "/data/blocklist_type")});
}

QString denied(JsonValue event)
{
    return joined({stringAt(event, "/data/verdict"), stringAt(event, "/data/ip_address")});
}

} // namespace playhead
