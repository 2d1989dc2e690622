// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchstatusline.h"

#include "app/console.h"

#include <QCoreApplication>

namespace playhead {

namespace {

constexpr int kWriteEachMs = 100;
constexpr int kCountEachMs = 500;

} // namespace

QString fetchStatusText(const FetchProgress &progress, std::chrono::seconds wait)
{
    QString text = FetchStatusLine::tr("%1 events, %2 requests, %3 % of the time")
                       .arg(QString::number(progress.events),
                            QString::number(progress.requests),
                            QString::number(int(progress.share * 100)));
    if (progress.windowsInAll > 1) {
        text += FetchStatusLine::tr(", %1 of %2 windows")
                    .arg(QString::number(progress.windows), QString::number(progress.windowsInAll));
    }
    if (progress.state == FetchState::Waiting) {
        text += FetchStatusLine::tr("; next try in %1 s: %2")
                    .arg(QString::number(wait.count()), progress.waitReason.message);
    }
    return text;
}

FetchStatusLine::FetchStatusLine(QObject *parent)
    : QObject(parent)
    , m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &FetchStatusLine::write);
}

void FetchStatusLine::show(const FetchProgress &progress, Instant now)
{
    const bool isOtherState = progress.state != m_progress.state;
    m_progress = progress;
    if (progress.state == FetchState::Waiting) {
        // The demo's clock stands still, so the wait is counted by the computer's.
        m_waitEnd = QDeadlineTimer(
            std::chrono::ceil<std::chrono::milliseconds>(progress.waitUntil - now));
    }
    if (isOtherState || !m_sinceWritten.isValid() || m_sinceWritten.hasExpired(kWriteEachMs)) {
        write();
    } else if (!m_again.isActive()) {
        m_again.start(kWriteEachMs);
    }
}

void FetchStatusLine::write()
{
    m_sinceWritten.start();
    const auto left = std::chrono::ceil<std::chrono::seconds>(
        std::chrono::milliseconds(m_waitEnd.remainingTime()));
    showProgress(fetchStatusText(m_progress, left));
    if (m_progress.state == FetchState::Waiting) {
        m_again.start(kCountEachMs);
    } else {
        m_again.stop();
    }
}

void FetchStatusLine::clear()
{
    m_again.stop();
    showProgress({});
}

} // namespace playhead
