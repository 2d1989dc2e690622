// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The filter language: any text is a filter or a mistake that lies in it; a filter is printed so that it is read again as
// the same; what can be compiled finds the same events at once and in pieces.
#include "model/events/compiledfilter.h"
#include "model/events/eventstore.h"
#include "model/events/filterparser.h"
#include "model/events/filterprinter.h"
#include "tests/fuzz/fuzzinput.h"

#include <QTemporaryDir>

#include <algorithm>
#include <numeric>

using namespace playhead;
using namespace playhead::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirstMs = 1'763'800'000'000; // November 2025

/// A store of some events of several types, with everything in their data that a filter can name.
class SmallStore
{
public:
    SmallStore()
        : catalogue(TypeCatalogue::load().value())
        , m_store(EventStore::open(m_folder.path(), catalogue).value())
    {
        const QByteArrayList types{"dsync.user.updated",
                                   "user.created",
                                   "session.created",
                                   "comet.seen"};
        std::vector<DecodedEvent> page;
        for (int i = 0; i < 40; ++i) {
            const QByteArray number = QByteArray::number(i);
            page.push_back(
                decodeEvent(
                    R"({"object":"event","id":"event_)" + number + R"(","event":")"
                        + types[i % types.size()]
                        + R"(","data":{"object":"directory_user","id":"du_)" + number
                        + R"(","organization_id":"org_)" + QByteArray::number(i % 3)
                        + R"(","email":"ann)" + number
                        + R"(@example.com","groups":[{"name":"Field Sales"},[)" + number
                        + R"(,null,true]],"text":"a\"b\\c\/d \u00e9 東京","empty":""},"created_at":")"
                        + isoUtcMs(Instant(std::chrono::milliseconds(kFirstMs + i * 3'600'000)))
                        + R"("})",
                    catalogue)
                    .value());
        }
        require(m_store->append(page).has_value(), "the store takes its events");
        events = m_store->snapshot();
        context.now = Instant(std::chrono::milliseconds(kFirstMs + 40 * 3'600'000));
        context.catalogue = &catalogue;
        context.cursors.insert(u"billing-sync"_s, CursorPlace{events.createdAt(7), 7});
    }

    TypeCatalogue catalogue;
    EventSnapshot events;
    FilterContext context;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<EventStore> m_store;
};

void checkMistake(const FilterError &error, const QString &text)
{
    require(error.position >= 0 && error.length >= 0
                && error.position + error.length <= text.size(),
            "a mistake lies in the text");
    require(!error.message.isEmpty(), "a mistake has words");
}

void checkMatches(CompiledFilter &filter, const SmallStore &store)
{
    std::vector<EventRow> all(store.events.rowCount());
    std::iota(all.begin(), all.end(), 0U);
    const std::vector<EventRow> found = filter.matching(store.events, all);
    require(std::is_sorted(found.begin(), found.end())
                && std::includes(all.begin(), all.end(), found.begin(), found.end()),
            "matches are some of the rows, in their order");
    require(!filter.matchesAll() || found == all, "the empty filter shows all");
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 3);
    std::vector<EventRow> pieces = filter.matching(store.events, {all.begin(), middle});
    const std::vector<EventRow> rest = filter.matching(store.events, {middle, all.end()});
    pieces.insert(pieces.end(), rest.begin(), rest.end());
    require(pieces == found, "pieces find what the whole finds");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const SmallStore store;
    const QString text = QString::fromUtf8(inputView(data, size));
    const auto parsed = parseFilter(text);
    if (!parsed) {
        checkMistake(parsed.error(), text);
        return 0;
    }
    const auto again = parseFilter(filterText(*parsed));
    require(again.has_value() && *again == *parsed, "what is printed is read again as the same");
    auto compiled = CompiledFilter::compile(*parsed, store.context);
    if (!compiled) {
        checkMistake(compiled.error(), text);
        return 0;
    }
    checkMatches(*compiled, store);
    return 0;
}
