// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/stretchreads.h"

#include "model/api/feedworker.h"

namespace playhead {

StretchReads::StretchReads(FeedWorker &worker, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
{}

void StretchReads::take(quint64 number, const FetchProgress &progress)
{
    if (number == m_number) {
        m_isActive = progress.isActive();
    }
    emit progressed(number, progress);
}

quint64 StretchReads::start(const FetchQuery &query)
{
    const quint64 number = ++m_number;
    m_isActive = true;
    if (m_whyNot) {
        FetchProgress refused;
        refused.state = FetchState::Failed;
        refused.error = *m_whyNot;
        QMetaObject::invokeMethod(
            this, [this, number, refused] { take(number, refused); }, Qt::QueuedConnection);
        return number;
    }
    FeedWorker *worker = &m_worker;
    QMetaObject::invokeMethod(
        worker,
        [worker, query, number] { worker->readStretch(query, number); },
        Qt::QueuedConnection);
    return number;
}

void StretchReads::stop(quint64 number)
{
    FeedWorker *worker = &m_worker;
    QMetaObject::invokeMethod(
        worker, [worker, number] { worker->stopStretch(number); }, Qt::QueuedConnection);
}

void StretchReads::goOn(quint64 number)
{
    m_isActive = m_isActive || number == m_number;
    FeedWorker *worker = &m_worker;
    QMetaObject::invokeMethod(
        worker, [worker, number] { worker->goOnStretch(number); }, Qt::QueuedConnection);
}

void StretchReads::leaveStore(const std::optional<Error> &whyNot)
{
    ++m_number;
    m_isActive = false;
    m_whyNot = whyNot;
    emit storeLeft();
}

} // namespace playhead

#include "moc_stretchreads.cpp"
