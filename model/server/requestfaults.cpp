// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/requestfaults.h"

#include "model/server/compactjson.h"
#include "model/server/httpdate.h"

#include <array>

namespace playhead {

namespace {

Refusal failureOf(int status, QByteArrayView message, QByteArrayView code)
{
    CompactJson json;
    json.open('{').text("message", message).text("code", code).close('}');
    return {status, json.bytes(), message.toByteArray()};
}

} // namespace

RequestFaults::RequestFaults(const FaultPlan &plan, const ApiRequest &request)
    : m_plan(plan)
    , m_dice(plan.seed)
    , m_number(request.number)
    , m_eventsNumber(request.eventsNumber)
    , m_hasBody(request.method != "HEAD")
    , m_takesGzip(request.takesGzip)
{}

void RequestFaults::note(const QByteArray &text)
{
    m_notes += m_notes.isEmpty() ? text : ", " + text;
}

qint64 RequestFaults::value(FaultKind kind, size_t parameter) const
{
    const FaultSetting *setting = m_plan.find(kind);
    return setting == nullptr ? 0 : setting->values.at(parameter);
}

bool RequestFaults::hits(FaultKind kind) const
{
    const FaultSetting *setting = m_plan.find(kind);
    return setting != nullptr && m_hasBody && m_dice.hits(kind, m_number, setting->amount);
}

bool RequestFaults::hitsInBurst(FaultKind kind) const
{
    const FaultSetting *setting = m_plan.find(kind);
    return setting != nullptr
           && m_dice.hitsInBurst(kind, m_number, setting->amount, setting->values[0]);
}

size_t RequestFaults::pick(FaultKind kind, size_t n, quint64 throwNumber) const
{
    return size_t(m_dice.below(n, kind, m_number, throwNumber));
}

std::chrono::seconds RequestFaults::skew() const
{
    const FaultSetting *setting = m_plan.find(FaultKind::ClockSkew);
    return std::chrono::seconds(setting == nullptr ? 0 : qint64(setting->amount));
}

std::chrono::seconds RequestFaults::clockSkew()
{
    if (skew().count() != 0) {
        note("clock-skew " + QByteArray::number(qint64(skew().count())) + " s");
    }
    return skew();
}

std::chrono::milliseconds RequestFaults::delay()
{
    const FaultSetting *setting = m_plan.find(FaultKind::Delay);
    if (setting == nullptr || !m_dice.hits(FaultKind::Delay, m_number, setting->amount)) {
        return {};
    }
    const quint64 jitter =
        m_dice.below(quint64(setting->values[1]) + 1, FaultKind::Delay, m_number, 1);
    const qint64 ms = setting->values[0] + qint64(jitter);
    note("delay " + QByteArray::number(ms) + " ms");
    return std::chrono::milliseconds(ms);
}

Refusal RequestFaults::tooMany(Instant now, ApiAnswer &answer) const
{
    const std::chrono::seconds wait(value(FaultKind::RateLimit, 0));
    const bool asDate = value(FaultKind::RateLimit, 1) != 0;
    answer.headers.emplace_back("Retry-After",
                                asDate ? httpDate(now + skew() + wait)
                                       : QByteArray::number(qint64(wait.count())));
    return failureOf(429, "Too many requests.", "rate_limit_exceeded");
}

std::optional<Refusal> RequestFaults::refusal(Instant now, ApiAnswer &answer)
{
    // A key that is revoked gets nothing any more, so it comes before all that could answer something else.
    const FaultSetting *revoked = m_plan.find(FaultKind::RevokeKey);
    if (revoked != nullptr && double(m_eventsNumber) > revoked->amount) {
        note("revoke-key");
        return Refusal::unauthorized();
    }
    const FaultSetting *limit = m_plan.find(FaultKind::RateLimit);
    if (limit != nullptr && m_dice.hits(FaultKind::RateLimit, m_number, limit->amount)) {
        note("rate-limit");
        return tooMany(now, answer);
    }
    if (hitsInBurst(FaultKind::Error500)) {
        note("error-500");
        return failureOf(500, "Internal server error.", "internal_server_error");
    }
    if (hitsInBurst(FaultKind::Error503)) {
        note("error-503");
        return failureOf(503, "Service unavailable.", "service_unavailable");
    }
    if (hitsInBurst(FaultKind::ErrorStatus)) {
        note("error-status");
        return failureOf(int(value(FaultKind::ErrorStatus, 1)),
                         "Answered so on demand.",
                         "error_on_demand");
    }
    return std::nullopt;
}

std::optional<FaultKind> RequestFaults::wireFault() const
{
    constexpr std::array kKinds = {FaultKind::Stall,
                                   FaultKind::Slow,
                                   FaultKind::Reset,
                                   FaultKind::ResetBody,
                                   FaultKind::Cut,
                                   FaultKind::CutChunked,
                                   FaultKind::CutGzip};
    for (const FaultKind kind : kKinds) {
        const FaultSetting *setting = m_plan.find(kind);
        const bool isPossible = kind == FaultKind::Reset
                                || (m_hasBody && (kind != FaultKind::CutGzip || m_takesGzip));
        if (setting != nullptr && isPossible && m_dice.hits(kind, m_number, setting->amount)) {
            return kind;
        }
    }
    return std::nullopt;
}

void RequestFaults::setWire(FaultKind kind, ApiAnswer &answer)
{
    WirePlan &wire = answer.wire;
    QByteArray text = faultSpec(kind).name;
    wire.bodyShare = kind == FaultKind::Slow ? 1 : m_dice.portion(kind, m_number, 1);
    if (kind == FaultKind::Stall) {
        wire.end = WirePlan::End::Stall;
        wire.stallFor = std::chrono::seconds(value(kind, 0));
        text += ' ' + QByteArray::number(value(kind, 0)) + " s";
    } else if (kind == FaultKind::Slow) {
        wire.bytesPerSecond = value(kind, 0);
        text += ' ' + QByteArray::number(value(kind, 0)) + " bytes/s";
    } else if (kind == FaultKind::Reset) {
        wire.end = WirePlan::End::Reset;
        wire.sendsHead = false;
    } else if (kind == FaultKind::ResetBody) {
        wire.end = WirePlan::End::Reset;
    } else if (kind != FaultKind::CutGzip) {
        wire.end = WirePlan::End::Cut;
        wire.isChunked = kind == FaultKind::CutChunked;
    }
    note(text);
}

} // namespace playhead
