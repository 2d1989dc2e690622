// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How the session shows captures: read-only environments whose "now" is their newest event (semantics 15 and 32).
#include "app/captureopening.h"
#include "app/session.h"
#include "model/api/coveragemap.h"
#include "model/captures/capturefeed.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shared/settings.h"

namespace playhead {

namespace {

/// Everything between its first event and its last is there.
CoverageMap coverageOf(const CaptureFacts &facts)
{
    CoverageMap coverage;
    coverage.add(CoverageKey(), facts.range);
    return coverage;
}

} // namespace

void Session::wireCaptures()
{
    connect(m_window.get(), &MainWindow::capturesRequested, this, [this](const QStringList &paths) {
        m_captureOpening->open(paths, true);
    });
    connect(m_window.get(), &MainWindow::captureClosed, this, &Session::closeCapture);
    connect(m_captureOpening.get(), &CaptureOpening::entryStored, this, &Session::showCapture);
    connect(m_captureOpening.get(),
            &CaptureOpening::refused,
            m_window.get(),
            &MainWindow::showProblem);
    const CaptureFeed *captures = m_captures.get();
    connect(captures, &CaptureFeed::opened, this, &Session::captureOpened);
    connect(captures, &CaptureFeed::grown, this, [this] {
        m_clock.setFixed(m_captures->facts().range.until);
        m_feed->presentMore(m_captures->snapshot(), coverageOf(m_captures->facts()));
    });
    connect(captures, &CaptureFeed::marksChanged, this, [this] {
        m_feed->presentMarks(m_captures->snapshot());
    });
    // Of a file that cannot be read nothing may be shown.
    const auto showNothing = [this] { m_feed->present({}, {}); };
    connect(captures, &CaptureFeed::openFailed, this, showNothing);
    connect(captures, &CaptureFeed::lost, this, showNothing);
}

void Session::showCapture(const Environment &capture)
{
    leaveEnvironment();
    m_open = capture;
    settings().setLastEnvironment(capture.id);
    m_cursors->setEnvironment(
        0); // their places are judged by its newest event, see captureOpened()
    m_aliases.setEnvironment(capture.id);
    m_window->setEnvironment(capture);
    m_captures->open(capture.baseUrl.toLocalFile());
}

void Session::captureOpened()
{
    m_clock.setFixed(m_captures->facts().range.until);
    m_cursors->setEnvironment(m_open->id);
    m_feed->present(m_captures->snapshot(), coverageOf(m_captures->facts()));
}

void Session::closeCapture(qint64 environmentId)
{
    const auto capture = m_environments.environment(environmentId);
    if (!capture) {
        return;
    }
    if (isOpen(environmentId)) {
        leaveEnvironment();
        m_open.reset();
        m_cursors->setEnvironment(0);
        m_window->setEnvironment(std::nullopt);
        settings().setLastEnvironment(0);
    }
    m_captureOpening->close(*capture);
}

void Session::leaveEnvironment()
{
    m_isFeedOpen = false;
    m_newOrigin.clear();
    m_demoServer.reset();
    m_clock.setFixed(std::nullopt);
    m_feed->close();
    m_captures->close();
}

} // namespace playhead
