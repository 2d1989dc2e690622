// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"

#include <vector>

namespace playhead {

// How the bytes of a capture fall into events; for those who read captures.

/// Without an UTF-8 byte order mark at the beginning.
QByteArrayView withoutByteOrderMark(QByteArrayView bytes);
/// Without the white space of JSON around it.
QByteArrayView withoutSpace(QByteArrayView text);
/// It begins as a JSON array.
bool isJsonArray(QByteArrayView bytes);
/// The elements of the one JSON array that `bytes` are. Malformed, naming the file, when it is not whole or longer than
/// 256 MiB: to check it, all of it is parsed at once, which takes several times its size of memory.
Result<std::vector<QByteArrayView>> arrayElements(QByteArrayView bytes, const QString &fileName);

/// A file without one event. `why` is a part of a sentence; empty = the file is empty.
tl::unexpected<Error> noEvent(const QString &fileName, const QString &why);
tl::unexpected<Error> changedWhileRead(const QString &fileName);

/// Parses events one after the other and keeps its buffers between them.
class EventParser
{
public:
    explicit EventParser(const TypeCatalogue &catalogue)
        : m_catalogue(catalogue)
    {}

    /// Malformed says what is missing.
    Result<EventFields> parse(QByteArrayView event);

private:
    const TypeCatalogue &m_catalogue;
    JsonDocument m_document;
};

} // namespace playhead
