// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventcolumns.h"

#include "model/events/checksum.h"

#include <algorithm>

namespace playhead {

namespace {

/// Raised when the meaning of a column changes.
constexpr quint64 kRules = 1;

} // namespace

IdKey internKey(QByteArrayView id, StoreNames &names)
{
    const auto key = ulidKey(id);
    return key ? *key : foreignKey(names.foreignIds.intern(id));
}

RowValues columnsOf(const EventFields &fields,
                    const IdKey &key,
                    qint64 rawOffset,
                    qsizetype rawSize,
                    StoreNames &names)
{
    RowValues row;
    row.createdAtUs = toUs(fields.createdAt);
    row.rawOffset = rawOffset;
    row.rawSize = static_cast<quint32>(rawSize);
    row.id = key;
    row.type = static_cast<quint16>(std::min(names.types.intern(fields.type), kMostTypes));
    if (!fields.organizationId.isEmpty()) {
        row.organization = names.organizations.intern(fields.organizationId) + 1;
    }
    if (!fields.objectKey.isEmpty()) {
        row.object = names.objects.intern(fields.objectKey) + 1;
    }
    return row;
}

quint64 columnRules(const TypeCatalogue &catalogue)
{
    quint64 rules = kRules;
    const auto add = [&rules](QByteArrayView text) { rules = checksum64(text, rules); };
    for (const EventType &type : catalogue.types()) {
        add(type.name);
        add(type.group);
        add(type.dataObject);
        for (const auto *pointers : {&type.organization, &type.objectId}) {
            for (const FieldPointer &pointer : *pointers) {
                add(pointer.path);
                add(pointer.conditionPath);
                add(pointer.conditionValue);
            }
            add({});
        }
    }
    return rules;
}

} // namespace playhead
