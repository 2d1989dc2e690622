// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The page decoder: any body is refused with words, or is a page whose events hold alone what they held in it.
#include "model/api/pagedecoder.h"
#include "model/events/typecatalogue.h"
#include "tests/fuzz/fuzzinput.h"

using namespace playhead;
using namespace playhead::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const TypeCatalogue catalogue = TypeCatalogue::load().value();
    static PageDecoder decoder(catalogue);
    const QByteArray body = inputView(data, size).toByteArray();
    const Result<Page> page = decoder.decode(body);
    if (!page) {
        require(!page.error().message.isEmpty(), "a refusal has words");
        return 0;
    }
    for (const DecodedEvent &event : page->events) {
        require(!event.raw.isEmpty() && !event.raw.contains('\n'), "an event is one line");
        require(!event.fields.id.isEmpty() && !event.fields.type.isEmpty(),
                "an event has its fields");
        const Result<DecodedEvent> alone = decodeEvent(event.raw, catalogue);
        require(alone.has_value() && alone->raw == event.raw && alone->fields == event.fields,
                "an event alone is what it was in its page");
    }
    return 0;
}
