// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventstore.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace playhead::bench {

/// The folder of a store with `count` made events (EventGenerator, seed 1). Made when it is missing, under
/// build/bench/data or the folder that PLAYHEAD_BENCH_DATA names, and kept, so that all programs share it: open it only
/// to read, and append to a copy. A million takes about 1 GB.
QString storeFolder(quint32 count);

/// Where the stores and what is written beside them lie: on a disk, not in memory as the folder for temporary files may.
QString dataRoot();

/// Opens the store of `count` made events for reading.
std::unique_ptr<EventStore> openStore(quint32 count, const TypeCatalogue &catalogue);

/// Opens a copy of it, in `folder`, that may be written.
std::unique_ptr<EventStore> openCopy(quint32 count,
                                     const QTemporaryDir &folder,
                                     const TypeCatalogue &catalogue);
/// Copies the files of a store.
void copyStore(const QString &from, const QString &to);

/// The catalogue; without it the benchmark ends.
TypeCatalogue catalogue();

} // namespace playhead::bench
