// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/page.h"
#include "model/core/json.h"

namespace playhead {

class TypeCatalogue;

/// Turns the body of an answer into a Page. One per thread; used again for each body, it keeps its parser's memory.
class PageDecoder
{
public:
    explicit PageDecoder(const TypeCatalogue &catalogue);

    /// Malformed, saying what is wrong, unless the whole body is JSON and every event has its four fields; `{}` as
    /// list_metadata, or `after` missing or null in it, means the end. A network that reported no error proves nothing:
    /// cut bodies arrive as complete ones (Qt 6.4.2).
    Result<Page> decode(const QByteArray &body);

private:
    const TypeCatalogue &m_catalogue;
    JsonDocument m_document;
};

} // namespace playhead
