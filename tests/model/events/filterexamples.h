// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace playhead {

/// The examples of design, section 10, in its order.
inline QStringList filterExamples()
{
    return {
        QStringLiteral(R"(type:dsync.user.* org:"Acme" data.email:*@example.com after:2d )"
                       R"(-type:*.deleted "free text")"),
        QStringLiteral("family:auth data.error.code:*"),
        QStringLiteral("type:dsync.user.updated,dsync.user.created"),
        QStringLiteral("data.custom_attributes.department = Platform"),
        QStringLiteral(R"(data.groups[].name:"Field Sales")"),
        QStringLiteral("prev.job_title:* data.job_title ~ /staff|principal/i"),
        QStringLiteral("after:2026-11-22T09:00Z before:yesterday"),
        QStringLiteral("cursor>billing-sync"),
        QStringLiteral("is:stale"),
        QStringLiteral("is:outoforder"),
        QStringLiteral("is:duplicate"),
        QStringLiteral("is:selected"),
        QStringLiteral("has:data.previous_attributes"),
        QStringLiteral("result:failed"),
        QStringLiteral("(org:Orbital OR org:Pinegrove) -family:auth"),
        QStringLiteral("data.expires_at < +30d"),
    };
}

} // namespace playhead
