// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/stretchreader.h"

#include "model/api/eventfeed.h"
#include "model/api/stretchreads.h"

#include <utility>

namespace playhead {

StretchReader::StretchReader(EventFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
    StretchReads *stretches = &feed.stretches();
    connect(stretches, &StretchReads::progressed, this, &StretchReader::take);
    connect(stretches, &StretchReads::storeLeft, this, [this] {
        // Also when the end is on its way: what follows it would look into the other store.
        if (m_state != State::Idle) {
            end(storeLeftError());
        }
    });
    connect(&feed, &EventFeed::progressChanged, this, &StretchReader::startWhenFree);
}

StretchReader::~StretchReader()
{
    drop();
}

Error StretchReader::storeLeftError()
{
    return {
        ErrorCode::Conflict,
        tr("Another environment was opened before this one was read to the end. Open it again and "
           "repeat what you did."),
        {},
        0};
}

void StretchReader::read(const FetchQuery &query)
{
    drop();
    m_query = query;
    m_isCancelled = false;
    m_state = State::Waiting;
    startWhenFree();
}

void StretchReader::cancel()
{
    if (m_state == State::Reading) {
        m_isCancelled = true;
        m_feed.stretches().stop(m_number);
    } else if (m_state == State::Waiting) {
        end(Error{ErrorCode::Cancelled, tr("The read was cancelled before it began."), {}, 0});
    } else if (m_state == State::Ending) {
        endCancelled(); // instead of the end that is on its way
    }
}

void StretchReader::drop()
{
    if (m_state == State::Reading) {
        m_feed.stretches().stop(m_number);
    }
    ++m_endNumber;
    m_state = State::Idle;
}

void StretchReader::startWhenFree()
{
    if (m_state == State::Waiting && !m_feed.progress().isActive()
        && !m_feed.stretches().isActive()) {
        m_state = State::Reading;
        m_eventsAtLoss = 0;
        m_number = m_feed.stretches().start(m_query);
    }
}

void StretchReader::take(quint64 number, const FetchProgress &progress)
{
    if (m_state != State::Reading || number != m_number) {
        startWhenFree(); // another one's may have ended
        return;
    }
    switch (progress.state) {
    case FetchState::Idle:
    case FetchState::Running:
    case FetchState::Waiting:
        emit this->progress(progress.events);
        break;
    case FetchState::Stopped:
        if (m_isCancelled) {
            endCancelled();
        } else {
            m_state = State::Waiting; // The person's own read began.
            startWhenFree();
        }
        break;
    case FetchState::Failed:
        takeFailure(progress);
        break;
    case FetchState::Done:
        emit this->progress(progress.events);
        // The person was faster, even when all has come meanwhile.
        m_isCancelled ? endCancelled() : end();
        break;
    }
}

/// A server that lost the place in the list is asked on by time, for as long as that brings something.
void StretchReader::takeFailure(const FetchProgress &progress)
{
    const bool isLost = progress.error.code == ErrorCode::CursorUnknown
                        && progress.events > m_eventsAtLoss;
    if (m_isCancelled) {
        endCancelled();
    } else if (!isLost) {
        end(progress.error);
    } else if (m_feed.progress().isActive()) {
        m_state = State::Waiting; // The person's own read began meanwhile.
    } else {
        m_eventsAtLoss = progress.events;
        m_feed.stretches().goOn(m_number);
    }
}

void StretchReader::endCancelled()
{
    end(Error{ErrorCode::Cancelled, tr("The read was cancelled; what was read is kept."), {}, 0});
}

void StretchReader::end(const std::optional<Error> &error)
{
    m_state = State::Ending;
    QMetaObject::invokeMethod(
        this,
        [this, error, number = ++m_endNumber] {
            if (number == m_endNumber) {
                m_state = State::Idle;
                emit finished(error);
            }
        },
        Qt::QueuedConnection);
}

} // namespace playhead

#include "moc_stretchreader.cpp"
