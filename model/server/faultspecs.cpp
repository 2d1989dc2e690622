// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/faultplan.h"

#include <QCoreApplication>

#include <algorithm>

// The table of all faults: a new fault begins with a row here.
namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Faults)
};

using Measure = FaultMeasure;

std::vector<FaultSpec> answerSpecs()
{
    const FaultParameter burst{"burst", 1, 1000, 1, Text::tr("so many requests in a row get it")};
    return {
        {FaultKind::RateLimit,
         "rate-limit",
         Measure::ShareOfRequests,
         {{"retry-after", 0, 3600, 1, Text::tr("seconds in Retry-After")},
          {"as-date", 0, 1, 0, Text::tr("1: Retry-After is a date")}},
         Text::tr("Rate limit (429)"),
         Text::tr("Too many requests, with Retry-After.")},
        {FaultKind::Error500,
         "error-500",
         Measure::ShareOfRequests,
         {burst},
         Text::tr("Server error (500)"),
         Text::tr("The server fails.")},
        {FaultKind::Error503,
         "error-503",
         Measure::ShareOfRequests,
         {burst},
         Text::tr("Unavailable (503)"),
         Text::tr("The server is down for maintenance.")},
        {FaultKind::ErrorStatus,
         "error-status",
         Measure::ShareOfRequests,
         {burst, {"status", 400, 599, 502, Text::tr("the HTTP status, such as 408, 502 or 504")}},
         Text::tr("Any other status"),
         Text::tr("The server answers with the given HTTP status.")},
    };
}

std::vector<FaultSpec> wireSpecs()
{
    return {
        {FaultKind::Delay,
         "delay",
         Measure::ShareOfRequests,
         {{"ms", 0, 600'000, 200, Text::tr("milliseconds before the answer")},
          {"jitter", 0, 600'000, 0, Text::tr("up to so many milliseconds more")}},
         Text::tr("Delay"),
         Text::tr("The answer comes late.")},
        {FaultKind::Stall,
         "stall",
         Measure::ShareOfRequests,
         {{"seconds", 1, 3600, 30, Text::tr("seconds of silence, then the connection ends")}},
         Text::tr("Stall"),
         Text::tr("The body stops half way and the connection stays open.")},
        {FaultKind::Slow,
         "slow",
         Measure::ShareOfRequests,
         {{"bytes-per-second", 1, 10'000'000, 2000, Text::tr("bytes a second")}},
         Text::tr("Slow body"),
         Text::tr("The body trickles in.")},
        {FaultKind::Reset,
         "reset",
         Measure::ShareOfRequests,
         {},
         Text::tr("Reset before the answer"),
         Text::tr("The connection is reset before the first byte.")},
        {FaultKind::ResetBody,
         "reset-body",
         Measure::ShareOfRequests,
         {},
         Text::tr("Reset inside the body"),
         Text::tr("The connection is reset half way through the body.")},
        {FaultKind::Cut,
         "cut",
         Measure::ShareOfRequests,
         {},
         Text::tr("Cut body"),
         Text::tr("The connection ends before Content-Length is reached.")},
        {FaultKind::CutChunked,
         "cut-chunked",
         Measure::ShareOfRequests,
         {},
         Text::tr("Cut chunked body"),
         Text::tr("A chunked body ends without its last chunk.")},
        {FaultKind::CutGzip,
         "cut-gzip",
         Measure::ShareOfRequests,
         {},
         Text::tr("Cut gzip body"),
         Text::tr("The gzip stream ends too early; for clients that ask for gzip.")},
    };
}

std::vector<FaultSpec> pageSpecs()
{
    return {
        {FaultKind::WrongJson,
         "wrong-json",
         Measure::ShareOfRequests,
         {},
         Text::tr("Wrong JSON"),
         Text::tr("The whole body arrives, but it is no JSON.")},
        {FaultKind::NoMetadata,
         "no-metadata",
         Measure::ShareOfRequests,
         {},
         Text::tr("Page without list_metadata"),
         Text::tr("The page has no `list_metadata`.")},
        {FaultKind::MissingField,
         "missing-field",
         Measure::ShareOfRequests,
         {},
         Text::tr("Event without a field"),
         Text::tr("One event lacks its id, event, created_at or data.")},
        {FaultKind::RepeatPage,
         "repeat-page",
         Measure::ShareOfRequests,
         {},
         Text::tr("Doubled page"),
         Text::tr("The page that ended at the cursor comes once more.")},
        {FaultKind::DoubledEvent,
         "doubled-event",
         Measure::ShareOfRequests,
         {},
         Text::tr("Doubled event"),
         Text::tr("One event stands twice in the page.")},
        {FaultKind::OutOfOrder,
         "out-of-order",
         Measure::ShareOfRequests,
         {},
         Text::tr("Event out of order"),
         Text::tr("One event is older than its predecessor in the page.")},
    };
}

std::vector<FaultSpec> eventSpecs()
{
    return {
        {FaultKind::UpdatedAtBack,
         "updated-at-back",
         Measure::ShareOfEvents,
         {{"seconds",
           1,
           7'776'000,
           3600,
           Text::tr("seconds before the updated_at of the version before it")}},
         Text::tr("updated_at goes back"),
         Text::tr("An event brings an older `updated_at` than the version before it.")},
        {FaultKind::UnknownType,
         "unknown-type",
         Measure::ShareOfEvents,
         {},
         Text::tr("Unknown type"),
         Text::tr("An event has a type that no catalogue lists.")},
        {FaultKind::HoldBack,
         "hold-back",
         Measure::ShareOfEvents,
         {{"seconds", 1, kLongestLateness, 5, Text::tr("seconds later than the others")}},
         Text::tr("Late event"),
         Text::tr("An event becomes visible late, behind younger ones.")},
        {FaultKind::LostCursor,
         "lost-cursor",
         Measure::ShareOfEvents,
         {},
         Text::tr("Lost cursor"),
         Text::tr("An event is in the pages, but unknown as a cursor.")},
    };
}

std::vector<FaultSpec> serverSpecs()
{
    return {
        {FaultKind::RevokeKey,
         "revoke-key",
         Measure::Requests,
         {},
         Text::tr("Key revoked"),
         Text::tr("401 after so many requests.")},
        {FaultKind::ClockSkew,
         "clock-skew",
         Measure::Seconds,
         {},
         Text::tr("Clock skew"),
         Text::tr("The Date header is so many seconds ahead, or behind when negative.")},
    };
}

} // namespace

const std::vector<FaultSpec> &faultSpecs()
{
    static const std::vector<FaultSpec> all = [] {
        std::vector<FaultSpec> list;
        for (const std::vector<FaultSpec> &part :
             {answerSpecs(), wireSpecs(), pageSpecs(), eventSpecs(), serverSpecs()}) {
            list.insert(list.end(), part.begin(), part.end());
        }
        return list;
    }();
    return all;
}

const FaultSpec &faultSpec(FaultKind kind)
{
    return faultSpecs().at(size_t(kind));
}

std::optional<FaultKind> faultKind(QByteArrayView name)
{
    const auto found = std::find_if(faultSpecs().begin(),
                                    faultSpecs().end(),
                                    [name](const FaultSpec &spec) { return spec.name == name; });
    return found == faultSpecs().end() ? std::nullopt : std::optional(found->kind);
}

} // namespace playhead
