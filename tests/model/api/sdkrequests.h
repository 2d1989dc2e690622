// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/pagerequest.h"

#include <QRandomGenerator>
#include <QStringList>

namespace playhead {

using namespace Qt::StringLiterals;

/// By a range, with every parameter but a cursor.
inline PageRequest everything()
{
    PageRequest request;
    request.types = {"dsync.user.created", "dsync.user.updated"};
    request.since = tryParseIsoInstant("2026-10-24T08:00:00Z");
    request.until = tryParseIsoInstant("2026-11-23T12:00:00.123456Z");
    request.organization = OrganizationId{"org_01"};
    return request;
}

/// What follows an event, of all types.
inline PageRequest following()
{
    PageRequest request = everything();
    request.types.clear();
    request.organization = {};
    request.after = EventId{"event_01"};
    return request;
}

/// Text that is meant to end a literal or to be run.
inline QByteArray hostileText(QRandomGenerator &dice)
{
    static const QStringList pieces = {u"'"_s,      u"\""_s,     u"\\"_s,     u"\n"_s,  u"\r"_s,
                                       u"$"_s,      u"#{1}"_s,   u"${1}"_s,   u"`"_s,   u"#"_s,
                                       u"\t"_s,     u"\x01"_s,   u"\x7f"_s,   u"%1"_s,  u"%s"_s,
                                       u"\u2028"_s, u"\ufeff"_s, u"\u202e"_s, u"é"_s,   u"😀"_s,
                                       u"a"_s,      u"\"\"\""_s, u"\\'"_s,    u"\\x"_s, u" "_s,
                                       u"0"_s,      u"#@x"_s,    u"*/"_s,     u"{"_s,   u")"_s};
    QString text;
    for (int i = dice.bounded(12); i >= 0; --i) {
        text += pieces.at(dice.bounded(int(pieces.size())));
    }
    return text.toUtf8();
}

inline PageRequest hostile(QRandomGenerator &dice)
{
    PageRequest request = everything();
    request.types = {hostileText(dice).replace(',', ';'), "user.created"};
    request.organization = OrganizationId{hostileText(dice)};
    if (dice.bounded(2) == 0) {
        request.after = EventId{hostileText(dice)};
    }
    return request;
}

} // namespace playhead
