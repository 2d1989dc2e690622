// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// Bar 1: decoding with every value validated, against QJsonDocument on the same bytes.
#include "model/api/pagedecoder.h"
#include "model/core/json.h"
#include "model/events/typecatalogue.h"
#include "tests/bench/benchgenerator.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/benchtime.h"

#include <QJsonDocument>

#include <algorithm>

using namespace playhead;

namespace {

std::vector<QByteArray> madeEvents(quint32 count)
{
    bench::EventGenerator generator(1, count);
    std::vector<QByteArray> events;
    for (quint32 i = 0; i < count; ++i) {
        const QByteArray &event = generator.next();
        events.emplace_back(event.constData(), event.size());
    }
    return events;
}

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

using bench::Measured;

Measured measured(const char *what, double bytes, double seconds, double qtSeconds)
{
    return {"1", what, 0, bytes / seconds / 1e6, "QJsonDocument", bytes / qtSeconds / 1e6, "MB/s"};
}

void parseQt(const std::vector<QByteArray> &texts)
{
    for (const QByteArray &text : texts) {
        bench::require(!QJsonDocument::fromJson(text).isNull(), "decoding");
    }
}

} // namespace

int main()
{
    const TypeCatalogue catalogue = TypeCatalogue::load().value();
    const std::vector<QByteArray> events = madeEvents(2000);
    const std::vector<QByteArray> pages = pagesOf(events);
    const std::vector<double> seconds =
        bench::bestByTurns(60,
                           {[&pages] { parseQt(pages); },
                            [&pages] {
                                JsonDocument document;
                                for (const QByteArray &page : pages) {
                                    bench::require(document.parse(page)
                                                       && arrayMemberSlices(page, "data"),
                                                   "decoding");
                                }
                            },
                            [&pages, &catalogue] {
                                PageDecoder decoder(catalogue);
                                for (const QByteArray &page : pages) {
                                    bench::require(decoder.decode(page).has_value(), "decoding");
                                }
                            },
                            [&events] { parseQt(events); },
                            [&events] {
                                JsonDocument document;
                                for (const QByteArray &event : events) {
                                    bench::require(document.parse(event).has_value(), "decoding");
                                }
                            },
                            [&events, &catalogue] {
                                for (const QByteArray &event : events) {
                                    bench::require(decodeEvent(event, catalogue).has_value(),
                                                   "decoding");
                                }
                            }});
    const auto pageBytes = static_cast<double>(bytesOf(pages));
    const auto eventBytes = static_cast<double>(bytesOf(events));
    bench::atLeast(measured("page of 100, validated, with slices",
                            pageBytes,
                            seconds[1],
                            seconds[0]),
                   6);
    bench::told(
        measured("page of 100, with slices and all fields", pageBytes, seconds[2], seconds[0]));
    bench::atLeast(measured("NDJSON, validated", eventBytes, seconds[4], seconds[3]), 10);
    bench::told(measured("NDJSON, with all fields and a copy", eventBytes, seconds[5], seconds[3]));
    return 0;
}
