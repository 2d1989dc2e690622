// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/storedevents.h"

namespace playhead {

namespace {

enum class NameKind : quint8 {
    Type,
    Organization,
    Object,
    ForeignId
};

void putNames(QByteArray &record, NameKind kind, const Dictionary &names, quint32 first)
{
    for (quint32 number = first; number < names.count(); ++number) {
        const QByteArrayView text = names.text(number);
        putValue(record, kind);
        putValue(record, static_cast<quint32>(text.size()));
        record.append(text);
    }
}

Dictionary *dictionaryOf(NameKind kind, StoreNames &names)
{
    switch (kind) {
    case NameKind::Type:
        return &names.types;
    case NameKind::Organization:
        return &names.organizations;
    case NameKind::Object:
        return &names.objects;
    case NameKind::ForeignId:
        return &names.foreignIds;
    }
    return nullptr;
}

} // namespace

QByteArray CommitRecord::written(const StoreNames &names, const NameCounts &known) const
{
    QByteArray record;
    putValue(record, rows);
    putValue(record, rawEnd);
    putValue(record, rawChecksum);
    putNames(record, NameKind::Type, names.types, known.types);
    putNames(record, NameKind::Organization, names.organizations, known.organizations);
    putNames(record, NameKind::Object, names.objects, known.objects);
    putNames(record, NameKind::ForeignId, names.foreignIds, known.foreignIds);
    return record;
}

std::optional<CommitRecord> CommitRecord::read(QByteArrayView &payload)
{
    CommitRecord record;
    const bool isWhole = takeValue(payload, record.rows) && takeValue(payload, record.rawEnd)
                         && takeValue(payload, record.rawChecksum);
    return isWhole ? std::optional(record) : std::nullopt;
}

bool CommitRecord::adoptNames(QByteArrayView rest, StoreNames &names)
{
    while (!rest.isEmpty()) {
        NameKind kind{};
        quint32 size = 0;
        if (!takeValue(rest, kind) || !takeValue(rest, size) || qsizetype(size) > rest.size()) {
            return false;
        }
        Dictionary *const dictionary = dictionaryOf(kind, names);
        if (dictionary == nullptr) {
            return false;
        }
        dictionary->adopt(rest.first(size));
        rest = rest.sliced(size);
    }
    return true;
}

} // namespace playhead
