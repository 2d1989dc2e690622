// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/captureopening.h"

#include "app/captureentries.h"
#include "model/captures/capturefeed.h"

#include <QFileInfo>

namespace playhead {

CaptureOpening::CaptureOpening(CaptureFeed &captures,
                               EnvironmentBook &environments,
                               QObject *parent)
    : QObject(parent)
    , m_captures(captures)
    , m_environments(environments)
{
    connect(&m_captures, &CaptureFeed::identified, this, &CaptureOpening::identified);
    connect(&m_captures, &CaptureFeed::refused, this, [this](const QString &, const Error &error) {
        emit refused(error);
        finish();
    });
    connect(&m_environments, &EnvironmentBook::loaded, this, [this] {
        m_isReady = true;
        next();
    });
    connect(&m_environments, &EnvironmentBook::saved, this, &CaptureOpening::stored);
    connect(&m_environments, &EnvironmentBook::failed, this, [this] {
        if (m_isSaving) {
            finish();
        }
    });
}

void CaptureOpening::open(const QStringList &paths, bool showsFirst)
{
    for (const QString &path : paths) {
        const QFileInfo file(path);
        // One file has one name here, whatever links lead to it.
        const QString canonical = file.canonicalFilePath();
        m_orders.append({canonical.isEmpty() ? file.absoluteFilePath() : canonical, showsFirst});
        showsFirst = false;
    }
    next();
}

void CaptureOpening::close(const Environment &capture)
{
    m_environments.save(closedEntry(capture));
}

void CaptureOpening::next()
{
    if (m_isReady && !m_current && !m_orders.isEmpty()) {
        m_current = m_orders.takeFirst();
        m_captures.identify(m_current->path, knownCaptures(m_environments));
    }
}

void CaptureOpening::identified(const KnownCapture &capture)
{
    if (!m_current) {
        return;
    }
    const Environment entry = captureEntry(capture, m_environments);
    for (const Environment &replaced : entriesReplacedBy(entry, m_environments)) {
        m_environments.save(closedEntry(replaced));
    }
    m_isSaving = true;
    m_environments.save(entry);
}

void CaptureOpening::stored(const Environment &environment)
{
    if (!m_isSaving || !environment.isCapture() || !environment.isListed) {
        return;
    }
    if (m_current->isToBeShown) {
        emit entryStored(environment);
    }
    finish();
}

void CaptureOpening::finish()
{
    m_isSaving = false;
    m_current.reset();
    next();
}

} // namespace playhead
