// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/sampleevents.h"

#include <QList>

namespace playhead {

QByteArray sampleId(int number)
{
    return "event_" + QByteArray::number(number).rightJustified(26, '0');
}

QByteArray sampleEvent(int number,
                       Instant createdAt,
                       const QByteArray &type,
                       const QByteArray &organization)
{
    return R"({"object":"event","id":")" + sampleId(number) + R"(","event":")" + type
           + R"(","data":{"object":"directory_user","id":"directory_user_)"
           + QByteArray::number(number) + R"(","organization_id":")" + organization
           + R"(","name":"Zo\u00eb \"N\" 1.50"},"created_at":")" + isoUtcExact(createdAt) + R"("})";
}

QByteArray pageBody(const std::vector<QByteArray> &events, const QByteArray &next)
{
    const QByteArrayList list(events.begin(), events.end());
    return R"({"object":"list","data":[)" + list.join(',') + R"(],"list_metadata":{"after":)"
           + (next.isEmpty() ? QByteArray("null") : '"' + next + '"') + "}}";
}

} // namespace playhead
