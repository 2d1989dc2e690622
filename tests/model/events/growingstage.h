// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterevaluation.h"
#include "model/server/demostream.h"
#include "tests/model/events/filterstages.h"
#include "tests/model/events/plainfreshness.h"

#include <QRandomGenerator>

namespace playhead {

/// The demo's events, stored page by page in a random order, with what is right of them worked out the slow way.
class GrowingStage
{
public:
    GrowingStage(quint32 count, quint32 seed)
        : m_random(seed)
    {
        for (const QByteArray &text : makeDemoStream({seed, count, kMadeStart})) {
            m_left.push_back(decodeEvent(text, m_store.catalogue()).value());
        }
        // Stretches of the stream, some of them before those that are stored already.
        for (int cuts = m_random.bounded(4); cuts > 0; --cuts) {
            std::rotate(m_left.begin(),
                        m_left.begin() + m_random.bounded(int(count)),
                        m_left.end());
        }
        m_question.context.now = kMadeStart;
        m_question.context.zone = QTimeZone("Europe/Berlin");
        m_question.context.catalogue = &m_store.catalogue();
        m_question.context.cursors = {
            {QStringLiteral("billing-sync"), {m_left[3].fields.createdAt, 3}},
            {QStringLiteral("from"), {kMadeStart - std::chrono::hours(700), {}}},
        };
        for (EventRow row = 0; row < count; row += 3) {
            m_question.context.selected.insert(row);
        }
        m_question.context.replayResult = [](EventRow row) -> std::optional<ReplayResult> {
            return row % 6 < 5 ? std::optional(static_cast<ReplayResult>(row % 6)) : std::nullopt;
        };
        addPage();
    }

    bool isWhole() const { return m_left.empty(); }
    void addPage()
    {
        const auto count = std::min(m_left.size(), size_t(1 + m_random.bounded(60)));
        const std::vector<DecodedEvent> page(m_left.begin(), m_left.begin() + ptrdiff_t(count));
        m_left.erase(m_left.begin(), m_left.begin() + ptrdiff_t(count));
        // Some pages come from a read by organization, which gives theirs to events without one.
        m_store.store()
            .append(page, m_random.bounded(5) == 0 ? OrganizationId("org_read") : OrganizationId())
            .value();
    }
    void mark()
    {
        m_store.store().markReceivedAgain(EventRow(m_random.bounded(int(events().rowCount()))));
    }
    /// Events that are stored already come again, now in a read by organization.
    void markByOrganization()
    {
        std::vector<DecodedEvent> page;
        for (int i = 0; i < 5; ++i) {
            const auto row = EventRow(m_random.bounded(int(events().rowCount())));
            page.push_back(decodeEvent(events().raw(row), m_store.catalogue()).value());
        }
        m_store.store().append(page, OrganizationId("org_late")).value();
    }
    void alias()
    {
        const auto number = 1 + quint32(m_random.bounded(int(events().organizationCount())));
        m_question.aliases[events().organizationId(number)] =
            QStringLiteral("Alias %1").arg(m_random.bounded(9));
    }

    EventSnapshot events() const { return m_store.snapshot(); }
    /// As the evaluation is asked; without an expression.
    FilterQuestion question(FilterExpression expression) const
    {
        FilterQuestion question = m_question;
        question.expression = std::move(expression);
        return question;
    }
    /// With everything that the evaluation finds out by itself.
    FilterContext context() const
    {
        FilterContext context = m_question.context;
        const EventSnapshot now = events();
        for (quint32 number = 1; number <= now.organizationCount(); ++number) {
            const OrganizationId id = now.organizationId(number);
            QStringList names{m_question.aliases.value(id), storedName(now, number)};
            names.removeAll(QString());
            context.organizationNames.insert(id, names);
        }
        auto plain = std::make_shared<std::vector<PlainVerdict>>(
            plainFreshness(now, m_store.catalogue()));
        context.isStale = [plain](EventRow row) {
            return plain->at(row).verdict.expected == ExpectedAction::SkipStale;
        };
        context.isDuplicate = [plain](EventRow row) { return plain->at(row).isDuplicate; };
        return context;
    }
    Rows shownPlainly(const FilterExpression &expression) const
    {
        const FilterContext known = context();
        const EventSnapshot now = events();
        std::vector<QJsonObject> json;
        for (EventRow row = 0; row < now.rowCount(); ++row) {
            json.push_back(QJsonDocument::fromJson(now.raw(row).toByteArray()).object());
        }
        const PlainFilter plain(expression, known, json);
        Rows rows = allRows(now);
        std::erase_if(rows, [&](EventRow row) { return !plain.matches(now, row); });
        return rows;
    }
    const TypeCatalogue &catalogue() const { return m_store.catalogue(); }
    QRandomGenerator &random() { return m_random; }

private:
    /// Of the newest event of the organization that tells one.
    static QString storedName(const EventSnapshot &now, quint32 number)
    {
        QString name;
        for (const EventRow row : streamOrder(now)) {
            const QByteArray type = now.typeName(now.type(row));
            if (now.organization(row) != number
                || (type != "organization.created" && type != "organization.updated"
                    && type != "organization.deleted")) {
                continue;
            }
            const QString told = QJsonDocument::fromJson(now.raw(row).toByteArray())
                                     .object()
                                     .value(QLatin1StringView("data"))
                                     .toObject()
                                     .value(QLatin1StringView("name"))
                                     .toString();
            name = told.isEmpty() ? name : told;
        }
        return name;
    }

    MadeStore m_store;
    QRandomGenerator m_random;
    std::vector<DecodedEvent> m_left;
    FilterQuestion m_question;
};

} // namespace playhead
