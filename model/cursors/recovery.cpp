// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/recovery.h"

#include "model/api/eventfeed.h"
#include "model/api/horizon.h"
#include "model/api/stretchreads.h"
#include "model/core/clock.h"

#include <memory>

namespace playhead {

namespace {

/// One look, and, when nothing is left to be read, what follows from it.
struct Look
{
    Result<RecoverySearch> search;
    std::optional<Result<RecoveryPlan>> plan;
};

Look lookAt(const RecoveryRequest &request,
            const RecoveryGround &ground,
            const std::atomic_bool &isVoid)
{
    Look look{searchStored(request, ground), {}};
    if (!isVoid && look.search && look.search->unread.isEmpty()) {
        look.plan = planRecovery(request, *look.search, ground);
    }
    return look;
}

} // namespace

Recovery::Recovery(EventFeed &feed, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_clock(clock)
    , m_reader(feed)
{
    // While it reads, the reader tells it.
    connect(&feed.stretches(), &StretchReads::storeLeft, this, [this] {
        endJob(StretchReader::storeLeftError());
    });
    connect(&m_reader, &StretchReader::progress, this, &Recovery::progress);
    connect(&m_reader, &StretchReader::finished, this, &Recovery::readFinished);
}

void Recovery::find(const RecoveryRequest &request)
{
    m_reader.drop();
    m_request = request;
    m_now = m_clock.now();
    m_tried.clear();
    m_readError.reset();
    search();
}

void Recovery::cancel()
{
    if (m_reader.isReading()) {
        m_reader.cancel();
    } else {
        endJob(
            {ErrorCode::Cancelled, tr("The search was cancelled; what was read is kept."), {}, 0});
    }
}

/// What it looked into is not what is wanted any more.
void Recovery::endJob(const Error &error)
{
    if (m_job.isRunning()) {
        m_job.run([](const std::atomic_bool &) {}, [this, error] { emit failed(error); });
    }
}

void Recovery::search()
{
    RecoveryGround ground;
    ground.events = m_feed.snapshot();
    ground.covered = m_feed.coverage({{}, m_request.cursor.types, m_request.cursor.organization});
    ground.tried = m_tried;
    ground.now = m_now;
    ground.horizon = horizonAt(ground.now);
    ground.oldestReadable = m_request.isHeldBack
                                ? clampSince(ground.horizon, ground.now, m_feed.baseUrl()).since
                                : ground.horizon;
    const auto look = std::make_shared<std::optional<Look>>();
    m_job.run([look, request = m_request, ground](
                  const std::atomic_bool &isVoid) { *look = lookAt(request, ground, isVoid); },
              [this, look] {
                  if (!(*look)->search) {
                      fail((*look)->search.error());
                  } else if ((*look)->plan) {
                      answer(*(*look)->plan);
                  } else if (m_request.mayRead) {
                      read((*look)->search->unread);
                  } else {
                      stayWithStored();
                  }
              });
}

void Recovery::read(const TimeRange &stretch)
{
    m_tried.push_back(stretch);
    FetchQuery query;
    query.scope = {stretch, m_request.cursor.types, m_request.cursor.organization};
    m_reader.read(query);
    emit progress(0);
}

/// Nothing is looked for where it would have to be read first.
void Recovery::stayWithStored()
{
    m_readError = Error{ErrorCode::Cancelled, tr("The server was not asked."), {}, 0};
    m_tried = {{Instant{}, m_now + std::chrono::hours(1)}};
    search();
}

void Recovery::readFinished(const std::optional<Error> &error)
{
    if (error && (error->code == ErrorCode::Cancelled || error->code == ErrorCode::Conflict)) {
        emit failed(*error);
        return;
    }
    m_readError = m_readError ? m_readError : error;
    search();
}

/// What was not found may be where nothing could be read.
void Recovery::fail(const Error &error)
{
    if (error.code != ErrorCode::NotFound || !m_readError) {
        emit failed(error);
        return;
    }
    Error told = *m_readError;
    told.message = tr("Nothing of this is stored, and what is not stored could not be read. %1")
                       .arg(m_readError->message);
    emit failed(told);
}

void Recovery::answer(const Result<RecoveryPlan> &plan)
{
    if (!plan) {
        emit failed(plan.error());
        return;
    }
    RecoveryPlan told = *plan;
    told.readError = m_readError;
    emit found(told);
}

} // namespace playhead

#include "moc_recovery.cpp"
