// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventspage.h"

#include "model/server/compactjson.h"

#include <algorithm>

namespace playhead {

tl::expected<SelectedPage, Refusal> selectPage(const ServedEvents &events,
                                               const EventsRequest &request,
                                               const ApiSwitches &switches,
                                               Instant now,
                                               const HiddenRows &isHidden)
{
    if (!events.isWhole()) {
        return tl::unexpected(
            Refusal::withMessage(500, "The file of these events was changed while it was served."));
    }
    const auto selection = EventsSelection::make(events, request, switches, now, isHidden);
    if (!selection) {
        return tl::unexpected(selection.error());
    }
    SelectedPage page;
    page.rows = selection->rows();
    page.after = selection->after(page.rows);
    if (selection->showsNewestFirst()) {
        std::reverse(page.rows.begin(), page.rows.end());
    }
    return page;
}

QByteArray pageBody(const ServedEvents &events, const SelectedPage &page)
{
    qsizetype size = 128;
    const auto bytesOf = [&events, &page](size_t row) {
        const auto altered = page.altered.constFind(row);
        return altered == page.altered.cend() ? events.bytes(row) : QByteArrayView(*altered);
    };
    for (const size_t row : page.rows) {
        size += bytesOf(row).size() + 1;
    }
    QByteArray body;
    body.reserve(size);
    body.append(R"({"object":"list","data":[)");
    for (const size_t row : page.rows) {
        if (!body.endsWith('[')) {
            body.append(',');
        }
        body.append(bytesOf(row));
    }
    body.append(']');
    if (page.hasMetadata) {
        CompactJson metadata;
        metadata.open('{').textOrNull("after", page.after).close('}');
        body.append(",\"list_metadata\":").append(metadata.bytes());
    }
    return body.append('}');
}

} // namespace playhead
