// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 1: decoding with every value validated, against QJsonDocument on the same bytes.
#include "model/api/pagedecoder.h"
#include "model/core/json.h"
#include "model/events/typecatalogue.h"
#include "tests/bench/benchevents.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

using namespace playhead;

namespace {

std::vector<QByteArray> pagesOf(const std::vector<QByteArray> &events)
{
    std::vector<QByteArray> pages;
    for (size_t first = 0; first < events.size(); first += 100) {
        QByteArray page = R"({"object":"list","data":[)";
        for (size_t i = first; i < std::min(events.size(), first + 100); ++i) {
            page += events[i];
            page += ',';
        }
        page.back() = ']';
        pages.push_back(page + R"(,"list_metadata":{"after":"event_1"}})");
    }
    return pages;
}

qint64 bytesOf(const std::vector<QByteArray> &texts)
{
    qint64 bytes = 0;
    for (const QByteArray &text : texts) {
        bytes += text.size();
    }
    return bytes;
}

void require(bool isRight)
{
    if (!isRight) {
        std::fputs("a text was not decoded\n", stderr);
        std::exit(1);
    }
}

void report(const char *name, double bytes, double seconds, double qtSeconds, double bar)
{
    std::printf("%-44s %7.0f MB/s %5.1fx QJsonDocument",
                name,
                bytes / seconds / 1e6,
                qtSeconds / seconds);
    if (bar > 0) {
        std::printf("  (bar %.0fx: %s)", bar, qtSeconds / seconds >= bar ? "met" : "MISSED");
    }
    std::printf("\n");
}

} // namespace

int main()
{
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    const std::vector<QByteArray> events = bench::events(1, 20'000);
    const std::vector<QByteArray> pages = pagesOf(events);
    constexpr int kRuns = 7;

    const double qtPages = bench::bestOf(kRuns, [&pages] {
        for (const QByteArray &page : pages) {
            require(!QJsonDocument::fromJson(page).isNull());
        }
    });
    const double qtEvents = bench::bestOf(kRuns, [&events] {
        for (const QByteArray &event : events) {
            require(!QJsonDocument::fromJson(event).isNull());
        }
    });
    const double slices = bench::bestOf(kRuns, [&pages] {
        JsonDocument document;
        for (const QByteArray &page : pages) {
            require(document.parse(page).has_value()
                    && arrayMemberSlices(page, "data").has_value());
        }
    });
    const double fields = bench::bestOf(kRuns, [&pages, &catalogue] {
        PageDecoder decoder(catalogue);
        for (const QByteArray &page : pages) {
            require(decoder.decode(page).has_value());
        }
    });
    const double lines = bench::bestOf(kRuns, [&events] {
        JsonDocument document;
        for (const QByteArray &event : events) {
            require(document.parse(event).has_value());
        }
    });
    const double lineFields = bench::bestOf(kRuns, [&events, &catalogue] {
        for (const QByteArray &event : events) {
            require(decodeEvent(event, catalogue).has_value());
        }
    });

    const auto pageBytes = static_cast<double>(bytesOf(pages));
    const auto eventBytes = static_cast<double>(bytesOf(events));
    std::printf("%zu events, %.0f bytes each\n",
                events.size(),
                eventBytes / static_cast<double>(events.size()));
    report("QJsonDocument, pages", pageBytes, qtPages, qtPages, 0);
    report("page of 100, validated, with slices", pageBytes, slices, qtPages, 6);
    report("page of 100, with slices and all fields", pageBytes, fields, qtPages, 0);
    report("NDJSON, validated", eventBytes, lines, qtEvents, 10);
    report("NDJSON, with all fields and a copy", eventBytes, lineFields, qtEvents, 0);
    return 0;
}
