// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/compiledfilter.h"
#include "model/server/demostream.h"
#include "tests/model/events/madeevents.h"
#include "tests/model/events/plainfilter.h"

#include <QJsonDocument>

#include <numeric>

namespace playhead {

using Rows = std::vector<EventRow>;

inline Rows allRows(const EventSnapshot &events)
{
    Rows rows(events.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

/// Eleven events, each a minute after the one before, about everything that the rows below ask for.
class Stage
{
public:
    Stage()
    {
        const auto add =
            [this](const QByteArray &type, const QByteArray &data, const QByteArray &rest = {}) {
                m_store.add(m_store.snapshot().rowCount() * 60'000, type, data, rest);
            };
        // 0
        add("organization.created", R"("id":"org_01","name":"Acme")");
        // 1
        add("dsync.user.created",
            R"("id":"du_1","object":"directory_user","organization_id":"org_01","email":"Ada@Example.com",)"
            R"("custom_attributes":{"department":"Platform","Cost Center":"12"},"state":"active")");
        // 2
        add("dsync.user.updated",
            R"("id":"du_1","object":"directory_user","organization_id":"org_01","email":"ada@example.com",)"
            R"("job_title":"Staff Engineer","groups":[{"name":"Field Sales","size":3},{"name":"All","size":40}],)"
            R"("previous_attributes":{"job_title":null,"custom_attributes":{"department":"Sales"}})");
        // 3
        add("dsync.user.deleted",
            R"("id":"du_2","object":"directory_user","organization_id":"org_02")");
        // 4
        add("authentication.sso_failed",
            R"("type":"sso","email":null,"error":{"code":"invalid_profile",)"
            "\"message\":\"No \\\"email\\\" in C:\\\\temp \\u00e4\"}");
        // 5
        add("session.created",
            R"("id":"session_1","user_id":"user_1","expires_at":"2026-12-10T00:00:00.000Z","tries":10,"ok":true,"tags":[])");
        // 6
        add("session.created",
            R"("id":"session_2","user_id":"user_1","expires_at":"2027-12-10T00:00:00.000Z","tries":9.5,"ok":false,"tags":["a","b"])");
        // 7
        add("flag.updated",
            R"("id":"flag_1","slug":"x")",
            R"("context":{"client_id":"client_1","actor":{"id":"user_9","name":"Grace Hopper"},)"
            R"("previous_attributes":{"data":{"enabled":false},"context":{"access_type":"all"}}})");
        // 8
        add("vault.data.read", R"("actor_id":"key_7","actor_name":"Batch","kv_name":"secret/one")");
        // 9
        add("some.new.type", R"("id":"n_1","tries":1e1)");
        // 10: a younger event of the same moment
        m_store.add(9 * 60'000, "user.created", R"("id":"user_1","email":"teo@pinegrove.example")");
        m_context.now = kMadeStart + std::chrono::minutes(15);
        m_context.catalogue = &m_store.catalogue();
        m_context.organizationNames = {{OrganizationId("org_01"),
                                        {QStringLiteral("Acme"), QStringLiteral("Acme Inc.")}},
                                       {OrganizationId("org_02"), {QStringLiteral("Orbital")}}};
        m_context.cursors = {{QStringLiteral("billing-sync"),
                              {kMadeStart + std::chrono::minutes(9), 9}},
                             {QStringLiteral("from-5"), {kMadeStart + std::chrono::minutes(5), {}}},
                             {QStringLiteral("from-start"), {kMadeStart, {}}},
                             {QStringLiteral("after 2"),
                              {kMadeStart + std::chrono::minutes(2), 2}}};
        m_context.selected.insert(3);
        m_context.selected.insert(4);
        m_context.isStale = [](EventRow row) { return row == 2; };
        m_context.isDuplicate = [](EventRow row) { return row == 6; };
        m_context.replayResult = [](EventRow row) -> std::optional<ReplayResult> {
            return row < 5 ? std::optional(static_cast<ReplayResult>(row)) : std::nullopt;
        };
    }

    MadeStore m_store;
    FilterContext m_context;
};

/// The demo's events with a context that knows something of each.
class DemoStage
{
public:
    explicit DemoStage(quint32 count)
    {
        const Instant end = kMadeStart;
        std::vector<DecodedEvent> page;
        for (const QByteArray &text : makeDemoStream({7, count, end})) {
            page.push_back(decodeEvent(text, m_store.catalogue()).value());
        }
        // Stored from the middle on: rows are not in stream order.
        std::rotate(page.begin(), page.begin() + count / 2, page.end());
        m_store.store().append(page).value();
        m_events = m_store.snapshot();
        for (EventRow row = 0; row < m_events.rowCount(); ++row) {
            m_json.push_back(QJsonDocument::fromJson(m_events.raw(row).toByteArray()).object());
            if (row % 3 == 0) {
                m_context.selected.insert(row);
            }
        }
        m_context.now = end;
        m_context.zone = QTimeZone("Europe/Berlin");
        m_context.catalogue = &m_store.catalogue();
        for (quint32 number = 1; number <= m_events.organizationCount(); number += 2) {
            m_context.organizationNames.insert(m_events.organizationId(number),
                                               {QStringLiteral("Örg %1").arg(number),
                                                QStringLiteral("Alias %1").arg(number)});
        }
        m_context.cursors = {{QStringLiteral("billing-sync"),
                              {m_events.createdAt(count / 3), count / 3}},
                             {QStringLiteral("from"), {end - std::chrono::hours(700), {}}},
                             {QStringLiteral("from the start"), {Instant(), {}}}};
        m_context.isStale = [](EventRow row) { return row % 5 == 1; };
        m_context.isDuplicate = [](EventRow row) { return row % 7 == 2; };
        m_context.replayResult = [](EventRow row) -> std::optional<ReplayResult> {
            return row % 6 < 5 ? std::optional(static_cast<ReplayResult>(row % 6)) : std::nullopt;
        };
    }

    Rows shownPlainly(const FilterExpression &expression) const
    {
        const PlainFilter plain(expression, m_context, m_json);
        Rows rows = allRows(m_events);
        std::erase_if(rows, [&](EventRow row) { return !plain.matches(m_events, row); });
        return rows;
    }

    MadeStore m_store;
    EventSnapshot m_events;
    FilterContext m_context;
    std::vector<QJsonObject> m_json;
};

} // namespace playhead
