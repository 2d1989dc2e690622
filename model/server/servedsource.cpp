// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedsource.h"

#include "model/core/json.h"
#include "model/events/eventfields.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace playhead {

static_assert(sizeof(ServedEvent) == 48);

quint64 servedHash(QByteArrayView text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char c : text) {
        hash = (hash ^ quint8(c)) * 0x100000001b3ULL;
    }
    return hash;
}

quint32 ServedNames::typeNumber(const QByteArray &name)
{
    const auto known = types.constFind(name);
    return known != types.cend() ? *known : *types.insert(name, quint32(types.size()));
}

quint32 ServedNames::organizationNumber(const QByteArray &id)
{
    if (id.isEmpty()) {
        return 0;
    }
    const auto known = organizations.constFind(id);
    return known != organizations.cend()
               ? *known
               : *organizations.insert(id, quint32(organizations.size()) + 1);
}

ServedEvent servedEvent(QByteArrayView bytes, const EventFields &fields, ServedNames &names)
{
    ServedEvent event;
    event.begin = bytes.data();
    event.size = quint32(bytes.size());
    event.organization = names.organizationNumber(fields.organizationId);
    event.createdAt = fields.createdAt;
    event.idHash = servedHash(fields.id);
    event.object = fields.objectKey.isEmpty() ? 0 : servedHash(fields.objectKey);
    event.type = names.typeNumber(fields.type);
    return event;
}

void sortByTime(std::vector<ServedEvent> &events)
{
    const auto isOlder = [](const ServedEvent &a, const ServedEvent &b) {
        return a.createdAt < b.createdAt;
    };
    if (!std::is_sorted(events.begin(), events.end(), isOlder)) {
        std::stable_sort(events.begin(), events.end(), isOlder);
    }
}

std::vector<std::pair<quint64, quint32>> sortedByHash(const std::vector<ServedEvent> &events,
                                                      quint64 ServedEvent::*hash)
{
    std::vector<std::pair<quint64, quint32>> numbers;
    numbers.reserve(events.size());
    for (size_t i = 0; i < events.size(); ++i) {
        numbers.emplace_back(events[i].*hash, quint32(i));
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

QByteArray idInEvent(QByteArrayView event)
{
    JsonDocument document;
    const auto id = document.parse(event) ? document.root().member("id") : std::nullopt;
    return id ? id->string().toByteArray() : QByteArray();
}

QByteArray contentStreamId(const char *kind, const std::vector<ServedEvent> &events)
{
    constexpr qsizetype kDigits = 16;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ServedEvent &event : events) {
        // The same on every computer.
        const quint64 facts[] = {qToBigEndian(event.idHash),
                                 qToBigEndian(quint64(toUs(event.createdAt)))};
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(facts), sizeof facts));
    }
    QByteArray id = QByteArray(kind) + ";content=" + hash.result().toHex().first(kDigits)
                    + ";count=" + QByteArray::number(qulonglong(events.size()));
    if (!events.empty()) {
        id += ";end=" + isoUtcExact(events.back().createdAt);
    }
    return id;
}

ServedSource bytesSource(std::vector<QByteArray> events)
{
    ServedSource source;
    const auto owner = std::make_shared<const std::vector<QByteArray>>(std::move(events));
    source.events.reserve(owner->size());
    for (const QByteArray &bytes : *owner) {
        ServedEvent event;
        event.begin = bytes.constData();
        event.size = quint32(bytes.size());
        source.events.push_back(event);
    }
    source.owners.push_back(owner);
    return source;
}

QByteArray demoStreamId(const DemoPlan &plan)
{
    return "demo;seed=" + QByteArray::number(plan.seed) + ";count=" + QByteArray::number(plan.count)
           + ";end=" + isoUtcExact(plan.end);
}

ServedSource demoSource(const DemoPlan &plan, const std::stop_token &stop)
{
    ServedSource source = bytesSource(makeDemoStream(plan, stop));
    source.streamId = demoStreamId(plan);
    source.label = QCoreApplication::translate("ServedSource", "demo data");
    source.end = plan.end;
    return source;
}

ServedSource selectionSource(const EventSnapshot &events,
                             const std::vector<EventRow> &rows,
                             const QString &label)
{
    ServedSource source;
    // A copy of the snapshot keeps its mapping.
    source.owners.push_back(std::make_shared<const EventSnapshot>(events));
    std::vector<EventRow> inOrderOfStoring = rows;
    std::sort(inOrderOfStoring.begin(), inOrderOfStoring.end());
    source.events.reserve(rows.size());
    for (const EventRow row : inOrderOfStoring) {
        const QByteArrayView raw = events.raw(row);
        const quint32 organization = events.organization(row);
        ServedEvent event;
        event.begin = raw.data();
        event.size = quint32(raw.size());
        event.organization = organization == 0 ? 0
                                               : source.names.organizationNumber(
                                                   events.organizationId(organization).value);
        event.createdAt = events.createdAt(row);
        event.idHash = servedHash(events.id(row).value);
        event.object = events.object(row);
        event.type = source.names.typeNumber(events.typeName(events.type(row)));
        source.events.push_back(event);
    }
    sortByTime(source.events);
    source.isRead = true;
    source.streamId = contentStreamId("slice", source.events);
    source.label = label;
    if (!source.events.empty()) {
        source.end = source.events.back().createdAt;
    }
    return source;
}

} // namespace playhead
