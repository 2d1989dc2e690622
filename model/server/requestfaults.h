// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/apianswer.h"
#include "model/server/eventsrequest.h"
#include "model/server/faultdice.h"

namespace playhead {

/// The faults that hit one request, and what was done of them. Refers to the plan. One thread.
class RequestFaults
{
public:
    RequestFaults(const FaultPlan &plan, const ApiRequest &request);

    /// Of the Date header and of a date in Retry-After; 0 = right. Notes it.
    std::chrono::seconds clockSkew();
    /// To wait before the answer. Notes it.
    std::chrono::milliseconds delay();
    /// What is answered instead of anything else: a revoked key, 429, 500 or 503. Adds its headers; notes it.
    std::optional<Refusal> refusal(Instant now, ApiAnswer &answer);
    /// What happens on the wire; the first one that hits and can be done. Not noted yet.
    std::optional<FaultKind> wireFault() const;
    /// Makes the answer's wire plan of it. Notes it, last of all: the place of a cut is added when the length on the wire is
    /// known.
    void setWire(FaultKind kind, ApiAnswer &answer);

    /// Whether a fault of pages hits, which HEAD has none of.
    bool hits(FaultKind kind) const;
    /// 0 to n - 1, to shape a fault of this request.
    size_t pick(FaultKind kind, size_t n, quint64 throwNumber = 1) const;

    void note(const QByteArray &text);
    /// `delay 120 ms, doubled-event event_…`; empty = nothing was done.
    const QByteArray &notes() const { return m_notes; }

private:
    std::chrono::seconds skew() const;
    qint64 value(FaultKind kind, size_t parameter) const;
    bool hitsInBurst(FaultKind kind) const;
    Refusal tooMany(Instant now, ApiAnswer &answer) const;

    const FaultPlan &m_plan;
    FaultDice m_dice;
    quint64 m_number;
    quint64 m_eventsNumber;
    bool m_hasBody;
    bool m_takesGzip;
    QByteArray m_notes;
};

} // namespace playhead
