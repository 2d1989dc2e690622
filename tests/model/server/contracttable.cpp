// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/contracttable.h"

#include <QFile>

std::vector<ContractRow> contractRows()
{
    QFile file(QStringLiteral(PLAYHEAD_CONTRACT_TABLE));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::vector<ContractRow> rows;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        const QList<QByteArray> columns = line.split('|');
        if (columns.size() != 5) {
            return {};
        }
        const QByteArray switches = columns.at(1).trimmed();
        rows.push_back({columns.at(0).trimmed(),
                        switches.isEmpty() ? QList<QByteArray>() : switches.split(';'),
                        columns.at(2).trimmed(),
                        columns.at(3).trimmed().toInt(),
                        columns.at(4).trimmed()});
    }
    return rows;
}

QByteArray contractId(const QByteArray &name)
{
    return (name == "h" ? "wh_" : "event_") + name;
}

std::vector<QByteArray> contractEvents()
{
    struct Facts
    {
        const char *name;
        const char *createdAt;
        const char *type;
        const char *data;
    };
    std::vector<QByteArray> events;
    for (const Facts &facts : {
             Facts{"old", "2026-08-25T11:59:59.999999Z", "user.created", "{}"},
             Facts{"a", "2026-08-25T12:00:00Z", "user.created", "{}"},
             Facts{"b", "2026-10-20T10:00:00Z", "organization.created", R"({"id":"org_1"})"},
             Facts{"c", "2026-10-24T12:00:00.000Z", "user.updated", R"({"n":1e400})"},
             Facts{"d",
                   "2026-11-01T00:00:00Z",
                   "dsync.user.created",
                   R"({"organization_id":"org_1"})"},
             Facts{"e",
                   "2026-11-01T00:00:00Z",
                   "dsync.user.created",
                   R"({"organization_id":"org_2"})"},
             Facts{"f",
                   "2026-11-10T08:30:00.500Z",
                   "dsync.user.updated",
                   R"({"organization_id" : "org_1"})"},
             Facts{"g", "2026-11-10 08:30:00.500001", "user.created", R"({"t":"\u00e9\/","t":2})"},
             Facts{"h",
                   "2026-11-20T00:00:00+02:00",
                   "dsync.user.deleted",
                   R"({"organization_id":"org_2"})"},
             Facts{"i", "2026-11-22T00:00:00Z", "new.type", "{}"},
             Facts{"j", "2026-11-23T11:59:50Z", "user.updated", "{}"},
             Facts{"k",
                   "2026-11-23T12:00:00Z",
                   "dsync.user.created",
                   R"({"organization_id":"org_1"})"},
             Facts{"l", "2026-11-23T12:00:00.000001Z", "user.created", "{}"},
         }) {
        events.push_back(R"({"object":"event","id":")" + contractId(facts.name) + R"(","event":")"
                         + facts.type + R"(","data":)" + facts.data + R"(,"created_at":")"
                         + facts.createdAt + "\"}");
    }
    return events;
}
