// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/safetyaudit.h"

#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/api/stretchreads.h"
#include "model/api/timeranges.h"
#include "model/core/clock.h"
#include "model/cursors/cursorage.h"

#include <algorithm>
#include <memory>

namespace playhead {

namespace {

/// The overlap before a place, up to and with the place's event. The server keeps time to the millisecond.
TimeRange stretchBefore(const CursorPosition &position, Duration overlap)
{
    const Instant place = positionTime(position);
    const bool isAfter = std::holds_alternative<AfterEvent>(position);
    return {place - overlap, isAfter ? floorToMs(place) + std::chrono::milliseconds(1) : place};
}

} // namespace

SafetyAudit::SafetyAudit(EventFeed &feed, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_clock(clock)
    , m_reader(feed)
{
    // While it reads, the reader tells it.
    connect(&feed.stretches(), &StretchReads::storeLeft, this, [this] {
        endJob(StretchReader::storeLeftError());
    });
    connect(&m_reader, &StretchReader::progress, this, [this](quint64 events) {
        m_eventsRead = events;
        emit progress(events);
    });
    connect(&m_reader, &StretchReader::finished, this, [this](const std::optional<Error> &error) {
        const bool isOver = error
                            && (error->code == ErrorCode::Cancelled
                                || error->code == ErrorCode::Conflict);
        if (isOver) {
            emit failed(*error);
        } else {
            judge(error);
        }
    });
}

void SafetyAudit::start(const Cursor &cursor, const AuditSettings &settings)
{
    m_job.drop();
    m_settings = settings;
    m_eventsRead = 0;
    FetchQuery query;
    query.scope = {stretchBefore(cursor.position, settings.overlap),
                   cursor.types,
                   cursor.organization};
    query.skipCovered = false;
    TimeRange &stretch = query.scope.range;
    if (settings.isHeldBack) {
        stretch.since = clampSince(stretch.since, m_clock.now(), m_feed.baseUrl()).since;
        stretch.since = std::min(stretch.since, stretch.until);
    }
    m_ground = {cursor, stretch, m_feed.snapshot().rowCount(), m_feed.coverage(query.scope), {}};
    m_reader.read(query);
}

void SafetyAudit::cancel()
{
    if (m_reader.isReading()) {
        m_reader.cancel();
    } else {
        endJob(
            {ErrorCode::Cancelled, tr("The audit was cancelled; what was read is kept."), {}, 0});
    }
}

/// What it looked into is not what is wanted any more.
void SafetyAudit::endJob(const Error &error)
{
    if (m_job.isRunning()) {
        m_job.run([](const std::atomic_bool &) {}, [this, error] { emit failed(error); });
    }
}

void SafetyAudit::judge(const std::optional<Error> &readError)
{
    m_ground.events = m_feed.snapshot();
    const auto report = std::make_shared<AuditReport>();
    m_job.run([report,
               ground = m_ground](const std::atomic_bool &) { *report = judgeStretch(ground); },
              [this, report, readError] {
                  const Instant now = m_clock.now();
                  report->at = now;
                  // A local server may keep more, and what is read from it tells.
                  report->isLost = m_ground.stretch.isEmpty()
                                   && ageOf(m_ground.cursor.position, horizonAt(now))
                                          == CursorAge::Lost;
                  report->eventsRead = m_eventsRead;
                  report->readError = readError;
                  report->warnings = warningsOf(m_ground.cursor,
                                                m_ground.events,
                                                m_settings.isHeldBack ? std::optional(now)
                                                                      : std::nullopt);
                  emit finished(*report);
              });
}

} // namespace playhead

#include "moc_safetyaudit.cpp"
