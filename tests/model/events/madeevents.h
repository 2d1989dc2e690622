// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ulid.h"
#include "model/events/eventstore.h"

#include <QTemporaryDir>
#include <QTest>

namespace playhead {

/// The first moment of made events.
inline constexpr Instant kMadeStart = instantFromUs(1'795'420'800'000'000); // 2026-11-23T08:00:00Z

/// `event_` and a ULID of the moment kMadeStart + `ms` with `number` in its random part.
inline QByteArray madeId(quint32 number, qint64 ms)
{
    UlidBytes bytes{};
    const auto time = static_cast<quint64>(toUs(kMadeStart) / 1000 + ms);
    for (size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<quint8>(time >> (40 - 8 * i));
    }
    for (size_t i = 0; i < 4; ++i) {
        bytes[12 + i] = static_cast<quint8>(number >> (24 - 8 * i));
    }
    return "event_" + encodeUlid(bytes);
}

/// A store in a folder of its own, filled with events that a test writes down.
class MadeStore
{
public:
    MadeStore()
        : m_catalogue(std::move(TypeCatalogue::load().value()))
        , m_store(std::move(
              EventStore::open(m_folder.filePath(QStringLiteral("events")), m_catalogue).value()))
    {}

    /// Adds one event at kMadeStart + `ms`. `data`: the members of its data; `rest`: further members of the event.
    EventRow add(qint64 ms,
                 const QByteArray &type,
                 const QByteArray &data = {},
                 const QByteArray &rest = {})
    {
        return addTo(1, ms, type, data, rest);
    }

    /// As add(), `count` times one millisecond apart, in one page. Returns the first row.
    EventRow addTo(quint32 count,
                   qint64 ms,
                   const QByteArray &type,
                   const QByteArray &data = {},
                   const QByteArray &rest = {})
    {
        std::vector<DecodedEvent> page;
        for (quint32 i = 0; i < count; ++i) {
            page.push_back(
                decodeEvent(text(madeId(m_number++, ms + i), ms + i, type, data, rest), m_catalogue)
                    .value());
        }
        return m_store->append(page).value().firstNew;
    }

    /// Adds an event as it is written.
    EventRow addText(const QByteArray &json)
    {
        const std::vector<DecodedEvent> page{decodeEvent(json, m_catalogue).value()};
        return m_store->append(page).value().firstNew;
    }

    static QByteArray text(const QByteArray &id,
                           qint64 ms,
                           const QByteArray &type,
                           const QByteArray &data,
                           const QByteArray &rest = {})
    {
        const Instant at = kMadeStart + std::chrono::milliseconds(ms);
        return R"({"object":"event","id":")" + id + R"(","event":")" + type + R"(","data":{)" + data
               + R"(},"created_at":")" + isoUtcMs(at) + '"'
               + (rest.isEmpty() ? QByteArray() : ',' + rest) + '}';
    }

    EventSnapshot snapshot() const { return m_store->snapshot(); }
    EventStore &store() { return *m_store; }
    const TypeCatalogue &catalogue() const { return m_catalogue; }

private:
    QTemporaryDir m_folder;
    TypeCatalogue m_catalogue;
    std::unique_ptr<EventStore> m_store;
    quint32 m_number = 1;
};

} // namespace playhead
