// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ulid.h"
#include "model/events/eventstore.h"

#include <QRandomGenerator>

namespace playhead::test {

inline const TypeCatalogue &catalogue()
{
    static const TypeCatalogue loaded = TypeCatalogue::load().value();
    return loaded;
}

/// `event_` and a ULID that nothing but `number` decides, scattered over the whole range.
inline QByteArray ulidEventId(quint64 number)
{
    UlidBytes bytes{};
    quint64 mixed = number;
    for (size_t i = 0; i < bytes.size(); ++i) {
        mixed = mixed * 6364136223846793005ULL + 1442695040888963407ULL;
        bytes[i] = static_cast<quint8>(mixed >> 56);
    }
    return "event_" + encodeUlid(bytes);
}

/// A valid event with these facts. `more` goes into its data.
inline DecodedEvent makeEvent(const QByteArray &id,
                              qint64 createdAtMs,
                              const QByteArray &type = "dsync.user.updated",
                              const QByteArray &organization = "org_1",
                              const QByteArray &more = {})
{
    QByteArray text = R"({"object":"event","id":")" + id + R"(","event":")" + type
                      + R"(","data":{"object":"directory_user","id":"du_)"
                      + QByteArray::number(createdAtMs % 97) + '"';
    if (!organization.isEmpty()) {
        text += R"(,"organization_id":")" + organization + '"';
    }
    text += more + R"(},"created_at":")" + isoUtcMs(Instant(std::chrono::milliseconds(createdAtMs)))
            + R"("})";
    return decodeEvent(text, catalogue()).value();
}

constexpr qint64 kFirstMs = 1'763'800'000'000; // November 2025

/// A random page: mostly new ULIDs, some other ids, some that were there before, unicode, now and then a large one.
inline std::vector<DecodedEvent> randomPage(QRandomGenerator &random, quint64 &nextNumber, int size)
{
    static const QByteArrayList types{"dsync.user.updated",
                                      "user.created",
                                      "session.created",
                                      "role.updated",
                                      "vault.names.listed",
                                      "comet.seen"};
    std::vector<DecodedEvent> page;
    for (int i = 0; i < size; ++i) {
        const bool isOld = nextNumber > 0 && random.bounded(10) == 0;
        const quint64 number = isOld ? random.bounded(static_cast<quint32>(nextNumber))
                                     : nextNumber++;
        // The same number gives the same bytes, whenever it comes.
        QRandomGenerator own(static_cast<quint32>(number + 1));
        const QByteArray id = own.bounded(5) == 0 ? "evt_" + QByteArray::number(number)
                                                  : ulidEventId(number);
        QByteArray more = own.bounded(3) == 0 ? QByteArray(R"(,"name":"Zoë \u00e9\n 東京 🚀")")
                                              : QByteArray();
        if (own.bounded(300) == 0) {
            more += R"(,"blob":")" + QByteArray(own.bounded(400'000), 'x') + '"';
        }
        const QByteArray organization = own.bounded(3) == 0
                                            ? QByteArray()
                                            : "org_" + QByteArray::number(own.bounded(7));
        page.push_back(makeEvent(id,
                                 kFirstMs + static_cast<qint64>(number) * 40 + own.bounded(200),
                                 types[own.bounded(types.size())],
                                 organization,
                                 more));
    }
    return page;
}

/// Everything that a snapshot tells about a row, for comparing.
struct RowFacts
{
    QByteArray id;
    QByteArray raw;
    QByteArray type;
    QByteArray organization;
    QByteArray object;
    qint64 createdAtUs = 0;
    quint16 flags = 0;

    bool operator==(const RowFacts &) const = default;
};

inline RowFacts factsOf(const EventSnapshot &events, EventRow row)
{
    return {events.id(row).value,
            events.raw(row).toByteArray(),
            events.typeName(events.type(row)),
            events.organizationId(events.organization(row)).value,
            events.objectKey(events.object(row)),
            toUs(events.createdAt(row)),
            events.flags(row)};
}

inline std::vector<RowFacts> factsOf(const EventSnapshot &events)
{
    std::vector<RowFacts> facts;
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        facts.push_back(factsOf(events, row));
    }
    return facts;
}

} // namespace playhead::test
