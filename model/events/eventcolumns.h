// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"
#include "model/events/eventstoredata.h"

namespace playhead {

/// Of one store: the numbers of types are 16 bits wide.
constexpr quint32 kMostTypes = 0xFFFF;
/// Of one store.
constexpr quint64 kMostRows = 0xFFFFFF00;

/// The key of an id in its column; an id that is no ULID gets a number in the dictionary. The writer's thread.
IdKey internKey(QByteArrayView id, StoreNames &names);

/// The columns of an event whose bytes lie at `rawOffset`; texts that are new get their numbers. The writer's thread.
RowValues columnsOf(const EventFields &fields,
                    const IdKey &key,
                    qint64 rawOffset,
                    qsizetype rawSize,
                    StoreNames &names);

/// Stands for the rules by which columns are read from bytes. Columns hold what the catalogue's pointers found, so another
/// catalogue, or another version of the rules, needs another index.
quint64 columnRules(const TypeCatalogue &catalogue);

} // namespace playhead
